import * as vscode from "vscode";
import type { Provenance } from "../../core/drafting/draft";
import type { Disposable } from "../../core/ports/events";
import type { DraftStore } from "../../core/ports/messages";

/** Which document is a draft, and what it rests on. Knows each draft after the first look. */
export interface OpenDrafts extends Disposable {
  of(document: vscode.TextDocument): Promise<Provenance | undefined>;
  /** The draft in the active editor. */
  active(): Promise<{ readonly document: vscode.TextDocument; readonly provenance: Provenance } | undefined>;
  readonly selector: vscode.DocumentFilter;
  readonly onDidChange: vscode.Event<void>;
}

/** What each face of a draft needs. */
export interface DocumentDeps {
  readonly openDrafts: OpenDrafts;
  /** Loads the texts that are not there from the start. */
  readonly texts: () => Promise<unknown>;
}

export function createOpenDrafts(drafts: DraftStore, draftsFolder: vscode.Uri): OpenDrafts {
  const changed = new vscode.EventEmitter<void>();
  const known = new Map<string, Provenance>();
  let generation = 0;

  const of = async (document: vscode.TextDocument) => {
    const path = document.uri.fsPath;
    // Where it really lies the store finds out: the editor may have it by a link, or in other letters.
    if (document.uri.scheme !== "file" || !/[\\/]message\.md$/i.test(path)) return undefined;
    const asked = generation;
    const provenance = known.get(path) ?? (await drafts.at(path));
    // What was read before a change is not kept after it.
    if (provenance && asked === generation) known.set(path, provenance);
    return provenance;
  };

  const subscription = drafts.onDidChange(() => {
    known.clear();
    generation++;
    changed.fire();
  });

  return {
    of,
    active: async () => {
      const document = vscode.window.activeTextEditor?.document;
      const provenance = document && (await of(document));
      return provenance && { document, provenance };
    },
    selector: { scheme: "file", language: "markdown", pattern: new vscode.RelativePattern(draftsFolder, "*/message.md") },
    onDidChange: changed.event,
    dispose: () => {
      subscription.dispose();
      changed.dispose();
    },
  };
}
