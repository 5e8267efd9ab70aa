import * as vscode from "vscode";
import type { Language } from "../../../core/book/fields";
import { messageKinds, type MessageKind } from "../../../core/book/messageKind";
import type { TemplatePlace } from "../../../core/ports/templates";
import { templateKinds } from "../../../core/drafting/templates/reference";
import { askInSteps } from "../../prompts/steps";
import type { TemplateDeps } from "./deps";
import type { Previews } from "./previews";

interface Wanted {
  readonly kind: MessageKind;
  readonly language: Language;
  readonly place: TemplatePlace;
}

/** "Customise template": copies the shipped one and opens the copy with its preview beside it. What was copied before is opened. */
export async function customizeTemplate(argument: unknown, deps: TemplateDeps, previews: Previews): Promise<void> {
  const { kind, language, place } = isWanted(argument) ? argument : await ask(deps);
  const name = `${language}/${kind}`;
  const shipped = await deps.shipped.template(name);
  if (shipped === undefined) throw new Error(`There is no template ${name}.`);
  const path = await deps.custom.create(place, name, shipped);
  const document = await vscode.workspace.openTextDocument(path);
  await vscode.window.showTextDocument(document, { preview: false });
  await previews.show(document);
}

async function ask({ screen, say, shipped, custom }: TemplateDeps): Promise<Wanted> {
  return askInSteps(screen, { title: say("template.customize") }, async (ask) => {
    ask.more(custom.pathIn("workspace", "en/progress") === undefined ? 2 : 3);
    const kind = await ask.pick("kind", { placeholder: say("template.whichKind"), choices: kindChoices(shipped, say) });
    const languages = (["en", "bn"] as const).map((value) => ({ label: say(`language.${value}`), value }));
    const language = await ask.pick("language", { placeholder: say("template.whichLanguage"), choices: languages });
    if (custom.pathIn("workspace", `${language}/${kind}`) === undefined) return { kind, language, place: "user" };
    const place = await ask.pick<TemplatePlace>("place", {
      placeholder: say("template.wherePrompt"),
      choices: [
        { label: say("template.where.user"), icon: "person", value: "user" },
        { label: say("template.where.workspace"), detail: say("template.where.workspaceDetail"), icon: "root-folder", value: "workspace" },
      ],
    });
    return { kind, language, place };
  });
}

async function kindChoices(shipped: TemplateDeps["shipped"], say: TemplateDeps["say"]) {
  const there = await Promise.all(templateKinds().map(async (kind) => ((await shipped.template(`en/${kind}`)) === undefined ? [] : [kind])));
  return there.flat().map((value) => ({ label: say(`messageKind.${value}`), description: value, value }));
}

/** Given by whoever calls the command: tests, and a keybinding. */
function isWanted(argument: unknown): argument is Wanted {
  const { kind, language, place } = (argument ?? {}) as Partial<Record<keyof Wanted, unknown>>;
  return messageKinds.some((each) => each === kind) && (language === "en" || language === "bn") && (place === "user" || place === "workspace");
}
