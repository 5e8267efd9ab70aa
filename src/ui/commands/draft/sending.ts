import * as vscode from "vscode";
import { recordById } from "../../../core/book/queries";
import type { SentRecord } from "../../../core/book/sentRecord";
import { dateIn } from "../../../core/time/zoned";
import { sentUri } from "../../documents/sentDocuments";
import { nodeArgument } from "../nodeArgument";
import type { DraftCommandsDeps } from "./deps";

/** Copies the message in the active editor in the form of the client's channel. */
export async function copyDraft(deps: DraftCommandsDeps): Promise<void> {
  const { say, book, clipboard } = deps;
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const clientId = (await deps.openDrafts.of(document))?.clientId ?? (await sentRecordOf(document.uri.query, deps))?.clientId;
  const channel = (clientId === undefined ? undefined : recordById(book.current(), "client", clientId))?.channel ?? "copy";
  const { channelForm } = await import("../../../core/drafting/channelForm");
  await clipboard.write(channelForm(channel, document.getText()));
  vscode.window.setStatusBarMessage(`$(check) ${say("draft.copied")}`, 4000);
}

export async function markAsSent(deps: DraftCommandsDeps): Promise<void> {
  const active = await deps.openDrafts.active();
  if (!active || active.provenance.sentAs !== undefined) return;
  const client = recordById(deps.book.current(), "client", active.provenance.clientId);
  if (!client) {
    deps.messages.warn({ id: "draft.noClient" });
    return;
  }
  if (!(await active.document.save())) return;
  const flow = await import("../../../flows/sendDraft");
  const record = await flow.markAsSent(active.provenance, active.document.getText(), client, deps);
  deps.messages.inform(
    { id: "draft.marked", values: { client: client.name } },
    { label: { id: "draft.withdraw" }, run: () => flow.withdrawSent(record.id, deps) },
  );
}

/** "I did not send this", on a row of the tree, an open sent message or the draft that it came from. */
export async function withdrawSent(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const { say } = deps;
  const record = await meantRecord(argument, deps);
  if (!record) return;
  const sure = await deps.prompts.confirm({ id: "draft.withdrawSure" }, { id: "draft.withdraw" });
  if (!sure) return;
  const flow = await import("../../../flows/sendDraft");
  await flow.withdrawSent(record.id, deps);
  vscode.window.setStatusBarMessage(`$(discard) ${say("draft.withdrawn")}`, 4000);
}

/** Opens a sent message read-only. */
export async function openSent(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const record = await meantRecord(argument, deps);
  if (record) await showSent(record, deps);
}

export async function showSent(record: SentRecord, deps: DraftCommandsDeps): Promise<void> {
  const document = await vscode.workspace.openTextDocument(sentUri(record, sentTitle(record, deps)));
  await vscode.window.showTextDocument(document, { preview: true });
}

/** "Acme, Fri 20 Nov" */
export function sentTitle(record: SentRecord, { book, clock, say }: DraftCommandsDeps): string {
  const zone = clock.zone();
  const client = recordById(book.current(), "client", record.clientId)?.name ?? "";
  const on = { time: "day", on: dateIn(record.at, zone), today: dateIn(clock.now(), zone) } as const;
  return say("sent.title", { client, on });
}

async function meantRecord(argument: unknown, deps: DraftCommandsDeps): Promise<SentRecord | undefined> {
  const id =
    nodeArgument(argument)?.recordId ??
    (await deps.openDrafts.active())?.provenance.sentAs ??
    vscode.window.activeTextEditor?.document.uri.query;
  return sentRecordOf(id, deps);
}

async function sentRecordOf(id: string | undefined, { history }: DraftCommandsDeps): Promise<SentRecord | undefined> {
  if (!id) return undefined;
  return (await history.all()).find((entry): entry is SentRecord => entry.what === "sent" && entry.id === id);
}
