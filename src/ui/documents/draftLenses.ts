import * as vscode from "vscode";
import type { LensesDeps } from "./lineLenses";
import type { DocumentDeps } from "./openDrafts";

/** The line of actions above a draft, and what the writer should know of them. */
export function registerDraftLenses({ openDrafts, texts, ...deps }: LensesDeps & DocumentDeps): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(openDrafts.selector, {
    onDidChangeCodeLenses: openDrafts.onDidChange,
    provideCodeLenses: async (document) => {
      const provenance = await openDrafts.of(document);
      if (!provenance) return [];
      const [{ actionLenses, attachmentLenses, languageLenses, mindLenses }] = await Promise.all([import("./lineLenses"), texts()]);
      return [...actionLenses(provenance, document.getText(), deps), ...mindLenses(provenance, document.getText(), deps), ...languageLenses(provenance, document.getText(), deps), ...attachmentLenses(provenance, document.lineCount, deps)];
    },
  });
}
