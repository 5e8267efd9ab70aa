import * as vscode from "vscode";
import type { Provenance } from "../../core/drafting/draft";
import type { OpenDrafts } from "./openDrafts";
import { SENT_SCHEME } from "./sentDocuments";

/** Keeps the context keys by which the editor's title shows its buttons: `khobor.draft` ("open", "sent" or nothing), and the draft's kind. */
export function registerDraftContext(openDrafts: OpenDrafts): vscode.Disposable {
  let latest = 0;
  const update = async () => {
    const turn = ++latest;
    const document = vscode.window.activeTextEditor?.document;
    // One that cannot be read is no draft here: the buttons of the editor before must not stand above it.
    const provenance = document && (await openDrafts.of(document).catch(() => undefined));
    // An answer that comes after a newer question is about another editor.
    if (turn !== latest) return;
    await vscode.commands.executeCommand("setContext", "khobor.draft", document && stateOf(document, provenance));
    await vscode.commands.executeCommand("setContext", "khobor.draftKind", provenance?.kind);
  };
  void update();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), openDrafts.onDidChange(update));
}

function stateOf(document: vscode.TextDocument, provenance: Provenance | undefined): "open" | "sent" | undefined {
  if (document.uri.scheme === SENT_SCHEME) return "sent";
  return provenance && (provenance.sentAs === undefined ? "open" : "sent");
}
