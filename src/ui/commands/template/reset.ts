import * as vscode from "vscode";
import { templateKinds } from "../../../core/drafting/templates/reference";
import type { CustomTemplate } from "../../../core/ports/templates";
import { askInSteps } from "../../prompts/steps";
import type { TemplateDeps } from "./deps";
import { activeTemplate, nameOf, titleOf, type TemplateFile } from "./templateFile";

type Chosen = Pick<TemplateFile, "name" | "of"> & CustomTemplate;

/** "Reset template": the user's own goes, and the shipped one is used again. It can be had back at once. */
export async function resetTemplate(deps: TemplateDeps): Promise<void> {
  const { messages, custom } = deps;
  const active = activeTemplate();
  const chosen = active ? inItsPlace(active, deps) : await pick(deps);
  if (!chosen) {
    messages.inform({ id: active ? "template.elsewhere" : "template.noneOwn" });
    return;
  }
  await closeTabs(chosen.path);
  await custom.remove(chosen);
  const { of, name, place, text } = chosen;
  messages.inform(
    typeof of === "string" ? { id: "template.wasReset", values: { kind: { id: `messageKind.${of}` } } } : { id: "template.partialWasReset", values: { name: of.partial } },
    ...(text === undefined ? [] : [{ label: { id: "template.undoReset" } as const, run: () => custom.create(place, name, text) }]),
  );
}

/** Undefined for a file that lies elsewhere than where templates are looked for: it is not ours to take away. */
function inItsPlace({ name, of, document }: TemplateFile & { readonly document: vscode.TextDocument }, { custom }: Pick<TemplateDeps, "custom">): Chosen | undefined {
  const path = document.uri.fsPath;
  const place = (["workspace", "user"] as const).find((one) => custom.pathIn(one, name) === path);
  return place && { name, of, path, place, text: document.getText() };
}

async function pick({ say, screen, custom }: TemplateDeps): Promise<Chosen | undefined> {
  const found = await Promise.all(
    (["en", "bn"] as const).map(async (language) => {
      const partials = Object.entries(await custom.partials(language)).map(([partial, own]) => ({ name: nameOf({ partial }, language), of: { partial }, language, ...own }));
      const messages = templateKinds().map(async (of) => {
        const own = await custom.find(nameOf(of, language));
        return own ? [{ name: nameOf(of, language), of, language, ...own }] : [];
      });
      return [...(await Promise.all(messages)).flat(), ...partials];
    }),
  );
  const choices = found.flat().map((value) => {
    const title = titleOf(value.of);
    return { label: typeof title === "string" ? title : say(title), description: say(`language.${value.language}`), detail: say(`template.where.${value.place}`), value };
  });
  if (choices.length === 0) return undefined;
  return askInSteps(screen, { title: say("template.reset") }, (ask) => ask.pick("template", { placeholder: say("template.whichReset"), choices }));
}

/** An editor of a file that is gone would offer to save it again. */
async function closeTabs(path: string): Promise<void> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "file" && uri.fsPath === path);
  if (document?.isDirty) await document.save();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.fsPath === path));
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
