import * as vscode from "vscode";
import { templateKinds } from "../../../core/drafting/templates/reference";
import type { CustomTemplate } from "../../../core/ports/templates";
import { askInSteps } from "../../prompts/steps";
import type { TemplateDeps } from "./deps";
import { activeTemplate, type TemplateFile } from "./templateFile";

/** "Reset template": the user's own goes, and the shipped one is used again. It can be had back at once. */
export async function resetTemplate(deps: TemplateDeps): Promise<void> {
  const { messages, custom } = deps;
  const active = activeTemplate();
  const chosen = active ? { name: active.name, kind: active.kind, path: active.document.uri.fsPath } : await pick(deps);
  if (!chosen) {
    messages.inform({ id: "template.noneOwn" });
    return;
  }
  await closeTabs(chosen.path);
  const own = await custom.find(chosen.name);
  await custom.remove(chosen);
  const back = own?.text !== undefined && own.path === chosen.path ? { place: own.place, text: own.text } : undefined;
  messages.inform(
    { id: "template.wasReset", values: { kind: { id: `messageKind.${chosen.kind}` } } },
    ...(back ? [{ label: { id: "template.undoReset" } as const, run: () => custom.create(back.place, chosen.name, back.text) }] : []),
  );
}

async function pick({ say, screen, custom }: TemplateDeps): Promise<(Pick<TemplateFile, "name" | "kind"> & Pick<CustomTemplate, "path">) | undefined> {
  const names = templateKinds().flatMap((kind) => (["en", "bn"] as const).map((language) => ({ name: `${language}/${kind}`, kind, language })));
  const found = await Promise.all(
    names.map(async (each) => {
      const own = await custom.find(each.name);
      return own ? [{ ...each, path: own.path, place: own.place }] : [];
    }),
  );
  const choices = found.flat().map((value) => ({ label: say(`messageKind.${value.kind}`), description: say(`language.${value.language}`), detail: say(`template.where.${value.place}`), value }));
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
