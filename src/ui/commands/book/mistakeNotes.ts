import * as vscode from "vscode";
import { recordById } from "../../../core/book/queries";
import { mistakeNotes } from "../../../core/report/mistakeNotes";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { whichNote } from "./which";

/** Opens the private outline of a mistake as a page for a call. It is nobody's draft: nothing of it is sent. */
export async function showMistakeNotes(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  const { say, screen, book } = deps;
  const note = await askInSteps(screen, { title: say("mistakeNotes.which") }, (ask) => whichNote(ask, deps, { node, none: "mistakeNotes.none" }, ({ outline }) => outline !== undefined));
  const client = recordById(book.current(), "client", note.clientId)?.name ?? "";
  const content = mistakeNotes(note, client, say, here(deps));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "markdown", content }), { preview: false });
}
