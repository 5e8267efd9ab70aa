import type * as vscode from "vscode";
import type { Messages } from "../messages";

/**
 * Saves a message before it leaves, so that what is kept is what went. The editor may refuse while a saving of its own is
 * under way, so it is asked twice; where it still refuses, the user is told. False: the message stays.
 */
export async function saveFirst(document: vscode.TextDocument, messages: Pick<Messages, "warn">): Promise<boolean> {
  if ((await document.save()) || (await document.save())) return true;
  messages.warn({ id: "draft.notSaved" });
  return false;
}
