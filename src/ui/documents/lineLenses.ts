import * as vscode from "vscode";
import type { ChannelName, Client } from "../../core/book/client";
import { mostCharacters } from "../../core/book/marketplaces";
import { channelForm } from "../../core/drafting/channelForm";
import { splitSubject } from "../../core/drafting/subject";
import type { Provenance } from "../../core/drafting/draft";
import { foreignLines } from "../../core/drafting/foreignLines";
import { keptInMind } from "../../core/report/keptInMind";
import type { BookStore } from "../../core/ports/book";
import type { Say } from "../../core/say";
import type { CommandId } from "../commandIds";
import { short } from "../commands/book/keep";
import type { ItemArgument } from "../commands/draft/sayLikeThis";
import type { NodeArgument } from "../commands/nodeArgument";

export interface LensesDeps {
  readonly book: BookStore;
  readonly say: Say;
}

const lens = (command: CommandId, title: string, at = 0, ...args: readonly (ItemArgument | NodeArgument)[]) =>
  new vscode.CodeLens(new vscode.Range(at, 0, at, 0), { command, title, arguments: [...args] });

/** What stands above the lines of a draft, and below its text. */
export function lensesOf(provenance: Provenance, document: vscode.TextDocument, deps: LensesDeps): vscode.CodeLens[] {
  const text = document.getText();
  return [...actionLenses(provenance, text, deps), ...mindLenses(provenance, text, deps), ...languageLenses(provenance, text, deps), ...attachmentLenses(provenance, document.lineCount, deps)];
}

/** The line of actions above a draft. */
function actionLenses(provenance: Provenance, text: string, { book, say }: LensesDeps): vscode.CodeLens[] {
  const client = book.current().client.find(({ id }) => id === provenance.clientId);
  const channel = client?.channel ?? "copy";
  const copy = lens("khobor.copyDraft", say(`draft.copy.${channel}` satisfies CopyText));
  if (provenance.sentAs !== undefined) {
    return [lens("khobor.openSent", say("draft.isSent")), copy, lens("khobor.withdrawSent", say("draft.withdraw"))];
  }
  return [
    ...(client ? lengthLens(provenance, text, client, say) : []),
    lens("khobor.send", say("draft.send")),
    copy,
    lens("khobor.markAsSent", say("draft.markAsSent")),
    lens("khobor.previewDraft", say("draft.preview")),
    // Only an update decides what to leave out.
    ...(provenance.kind === "progress" && provenance.leftOut.length > 0 ? [lens("khobor.showLeftOut", say("draft.leftOut", { count: provenance.leftOut.length }))] : []),
    lens("khobor.draftAgain", say("draft.again")),
    lens("khobor.attach", `$(attach) ${say("draft.attach")}`),
  ];
}

/** What is known of the reader, on a row of its own near the first line that they read: for the writer alone. */
function mindLenses({ clientId, projectId, sentAs }: Provenance, text: string, { book, say }: LensesDeps): vscode.CodeLens[] {
  const client = sentAs === undefined ? book.current().client.find(({ id }) => id === clientId) : undefined;
  const known = client ? keptInMind(book.current(), client, projectId) : [];
  const [first] = known;
  if (!client || first === undefined) return [];
  const above = text.slice(0, text.length - splitSubject(text).body.length);
  const { range, command } = lens("khobor.editClient", `$(lightbulb) ${say("draft.keepInMind", { what: short(first) })}`, Math.max(1, above.split("\n").length - 1), { kind: "client", recordId: client.id });
  return command ? [new vscode.CodeLens(range, { ...command, tooltip: known.join("\n") })] : [];
}

/** What goes along with the message, below its text. */
function attachmentLenses({ attachments = [], sentAs }: Provenance, lines: number, { say }: LensesDeps): vscode.CodeLens[] {
  if (attachments.length === 0) return [];
  const title = `$(attach) ${say("draft.attached", { count: attachments.length, names: attachments.map(({ name }) => name).join(", ") })}`;
  const at = Math.max(0, lines - 1);
  return [sentAs === undefined ? lens("khobor.attachments", title, at) : new vscode.CodeLens(new vscode.Range(at, 0, at, 0), { command: "", title })];
}

/** How much of a message box is used, where its limit is known. */
function lengthLens({ kind }: Provenance, text: string, client: Client, say: Say): vscode.CodeLens[] {
  const limit = mostCharacters(client, kind);
  if (limit === undefined) return [];
  const used = channelForm(client.channel, splitSubject(text).body).trim().length;
  const over = used - limit;
  const title = over > 0 ? `$(warning) ${say("draft.tooLong", { used, limit, over })}` : say("draft.length", { used, limit });
  // A title alone: there is nothing to click.
  return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { command: "", title })];
}

/** How many lines are not in the language of the message, for the writer alone; which ones, their check says, where they stand. */
function languageLenses(provenance: Provenance, text: string, { say }: LensesDeps): vscode.CodeLens[] {
  const lines = provenance.sentAs === undefined ? foreignLines(provenance, text) : [];
  const [first] = lines;
  if (!first) return [];
  return [lens("khobor.sayLikeThis", `$(globe) ${say("draft.otherLanguage", { count: lines.length })}`, 0, { draftId: provenance.id, itemId: first.itemId })];
}

type CopyText = `draft.copy.${ChannelName}`;
