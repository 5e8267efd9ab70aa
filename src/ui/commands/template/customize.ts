import * as vscode from "vscode";
import type { Language } from "../../../core/book/fields";
import { messageKinds } from "../../../core/book/messageKind";
import { using } from "../../../core/drafting/templates/checkPartial";
import { templateKinds } from "../../../core/drafting/templates/reference";
import type { TemplatePlace } from "../../../core/ports/templates";
import { templatesInUse } from "../../../flows/templatesInUse";
import { askInSteps } from "../../prompts/steps";
import type { TemplateDeps } from "./deps";
import type { Previews } from "./previews";
import { nameOf, type TemplateOf } from "./templateFile";

interface Wanted {
  readonly of: TemplateOf;
  readonly language: Language;
  readonly place: TemplatePlace;
}

/** "Customise template": copies the shipped one and opens the copy with its preview beside it. What was copied before is opened. */
export async function customizeTemplate(argument: unknown, deps: TemplateDeps, previews: Previews): Promise<void> {
  const { of, language, place } = wantedBy(argument) ?? (await ask(deps));
  const name = nameOf(of, language);
  const shipped = typeof of === "string" ? await deps.shipped.template(name) : shippedPartial(await deps.shipped.partials(language), of.partial);
  if (shipped === undefined) throw new Error(`There is no template ${name}.`);
  const path = await deps.custom.create(place, name, shipped);
  const document = await vscode.workspace.openTextDocument(path);
  await vscode.window.showTextDocument(document, { preview: false });
  await previews.show(document);
}

const shippedPartial = (partials: Readonly<Record<string, string>>, name: string): string | undefined => (Object.hasOwn(partials, name) ? partials[name] : undefined);

async function ask(deps: TemplateDeps): Promise<Wanted> {
  const { screen, say, custom } = deps;
  return askInSteps(screen, { title: say("template.customize") }, async (ask) => {
    const hasWorkspace = custom.pathIn("workspace", "en/progress") !== undefined;
    ask.more(hasWorkspace ? 3 : 2);
    const of = await ask.pick<TemplateOf>("of", { placeholder: say("template.whichTemplate"), choices: choices(deps) });
    const languages = (["en", "bn"] as const).map((value) => ({ label: say(`language.${value}`), value }));
    const language = await ask.pick("language", { placeholder: say("template.whichLanguage"), choices: languages });
    if (!hasWorkspace) return { of, language, place: "user" };
    const place = await ask.pick<TemplatePlace>("place", {
      placeholder: say("template.wherePrompt"),
      choices: [
        { label: say("template.where.user"), icon: "person", value: "user" },
        { label: say("template.where.workspace"), detail: say("template.where.workspaceDetail"), icon: "root-folder", value: "workspace" },
      ],
    });
    return { of, language, place };
  });
}

/** The same names are there in both languages. */
async function choices(deps: TemplateDeps) {
  const { shipped, say } = deps;
  const there = await Promise.all(templateKinds().map(async (kind) => ((await shipped.template(`en/${kind}`)) === undefined ? [] : [kind])));
  const { messages, partials, shipped: names } = await templatesInUse("en", deps);
  const kinds = there.flat().map((value) => ({ label: say(`messageKind.${value}`), description: value, value: value }));
  const shared = Object.keys(names)
    .sort()
    .map((partial) => ({ label: partial, description: say("template.usedIn", { count: using(partial, partials, messages).length }), value: { partial } }));
  return [{ separator: say("template.kinds") }, ...kinds, { separator: say("template.partialsOf") }, ...shared];
}

/** Given by whoever calls the command: tests, and a keybinding. */
function wantedBy(argument: unknown): Wanted | undefined {
  const { kind, partial, language, place } = (argument ?? {}) as Partial<Record<"kind" | "partial" | "language" | "place", unknown>>;
  const of = typeof partial === "string" ? { partial } : messageKinds.find((each) => each === kind);
  return of !== undefined && (language === "en" || language === "bn") && (place === "user" || place === "workspace") ? { of, language, place } : undefined;
}
