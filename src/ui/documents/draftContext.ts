import * as vscode from "vscode";
import type { OpenDrafts } from "./openDrafts";
import { SENT_SCHEME } from "./sentDocuments";

/** Keeps the context key `khobor.draft`, by which the editor's title shows its buttons: "open", "sent" or nothing. */
export function registerDraftContext(openDrafts: OpenDrafts): vscode.Disposable {
  let latest = 0;
  const update = async () => {
    const turn = ++latest;
    const document = vscode.window.activeTextEditor?.document;
    const state = document && (await stateOf(document, openDrafts));
    // An answer that comes after a newer question is about another editor.
    if (turn === latest) await vscode.commands.executeCommand("setContext", "khobor.draft", state);
  };
  void update();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), openDrafts.onDidChange(update));
}

async function stateOf(document: vscode.TextDocument, openDrafts: OpenDrafts): Promise<"open" | "sent" | undefined> {
  if (document.uri.scheme === SENT_SCHEME) return "sent";
  const provenance = await openDrafts.of(document);
  return provenance && (provenance.sentAs === undefined ? "open" : "sent");
}
