import * as vscode from "vscode";
import type { Event } from "../../core/ports/events";
import type { LensesDeps } from "./lineLenses";
import type { DocumentDeps } from "./openDrafts";

interface DraftLensesDeps extends LensesDeps, DocumentDeps {
  /** What they say may be another thing now: the book, the settings or the language have changed. */
  readonly onDidChange: Event<unknown>;
}

/** The line of actions above a draft, and what the writer should know of them. */
export function registerDraftLenses({ openDrafts, texts, onDidChange, ...deps }: DraftLensesDeps): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const lenses = vscode.languages.registerCodeLensProvider(openDrafts.selector, {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async (document) => {
      const provenance = await openDrafts.of(document);
      if (!provenance) return [];
      const [{ lensesOf }] = await Promise.all([import("./lineLenses"), texts()]);
      return lensesOf(provenance, document, deps);
    },
  });
  return vscode.Disposable.from(changed, lenses, openDrafts.onDidChange(() => changed.fire()), onDidChange(() => changed.fire()));
}
