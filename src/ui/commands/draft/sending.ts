import * as vscode from "vscode";
import type { BookChange } from "../../../core/book/book";
import { recordById } from "../../../core/book/queries";
import type { SentRecord } from "../../../core/book/sentRecord";
import type { Effect, Provenance } from "../../../core/drafting/draft";
import { dateIn } from "../../../core/time/zoned";
import { sentUri } from "../../documents/sentDocuments";
import { sayUndone } from "../book/keep";
import type { Undone } from "../book/undo";
import { nodeArgument } from "../nodeArgument";
import type { DraftCommandsDeps } from "./deps";

/** Copies the message in the active editor in the form of the client's channel. */
export async function copyDraft(deps: DraftCommandsDeps): Promise<void> {
  const { say, book, clipboard, messages } = deps;
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const draft = await deps.openDrafts.of(document);
  const clientId = draft?.clientId ?? (await sentRecordOf(document.uri.query, deps))?.clientId;
  const channel = (clientId === undefined ? undefined : recordById(book.current(), "client", clientId))?.channel ?? "copy";
  const [{ channelForm }, { splitSubject }] = await Promise.all([import("../../../core/drafting/channelForm"), import("../../../core/drafting/subject")]);
  const { subject, body } = splitSubject(document.getText());
  await clipboard.write(channelForm(channel, body));
  if (subject === undefined) vscode.window.setStatusBarMessage(`$(check) ${say("draft.copied")}`, 4000);
  else messages.inform({ id: "write.copied", values: { subject } }, { label: { id: "write.copySubject" }, run: () => clipboard.write(subject) });
  if (draft && draft.sentAs === undefined) await warnOfErrors(draft, document.getText(), deps);
}

/** What was copied may be pasted at once, long before it is marked as sent. */
async function warnOfErrors(draft: Provenance, text: string, deps: DraftCommandsDeps): Promise<void> {
  const { errors } = await (await import("../../../flows/checkDraft")).mayBeSent(draft, text, deps);
  if (errors.length > 0) deps.messages.warn({ id: "check.copied", values: { count: errors.length } }, { label: { id: "check.show" }, run: () => deps.commands.executeCommand("workbench.actions.view.problems") });
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
  const text = active.document.getText();
  const { passGate } = await import("../../checks/gate");
  const overrides = await passGate(active.document, active.provenance, deps);
  // What was typed while reasons were asked for has not been checked.
  if (!overrides || active.document.getText() !== text) return;
  const flow = await import("../../../flows/sendDraft");
  const before = deps.book.current();
  const did = { id: "did.send", values: { name: client.name } } as const;
  let undo: (() => Promise<Undone>) | undefined;
  // What the message brings about can be taken back like any other change.
  const book = { current: () => deps.book.current(), change: (changes: readonly BookChange[]) => deps.undoing.change(did, changes).then((back) => void (undo = back)) };
  const record = await flow.markAsSent(active.provenance, text, client, { ...deps, book }, overrides);
  const { brought } = await import("./broughtAbout");
  deps.messages.inform(
    { id: "draft.marked", values: { client: client.name, brought: brought(active.provenance.effects ?? [], before, deps) } },
    { label: { id: "draft.withdraw" }, run: async () => sayWithdrawn(await flow.withdrawSent(record.id, deps), deps, undo && (async () => undo && sayUndone(deps, did, await undo()))) },
  );
}

/** What the message had changed in the book may be true all the same, so it stays, and that is said. */
async function sayWithdrawn(effects: readonly Effect[], deps: DraftCommandsDeps, undo?: () => Promise<void>): Promise<void> {
  const { say, book, messages } = deps;
  if (effects.length === 0) {
    vscode.window.setStatusBarMessage(`$(discard) ${say("draft.withdrawn")}`, 4000);
    return;
  }
  const { brought } = await import("./broughtAbout");
  const stays = { id: "write.withdrawn", values: { brought: brought(effects, book.current(), deps) } } as const;
  messages.inform(stays, ...(undo ? [{ label: { id: "message.undo" }, run: undo } as const] : []));
}

/** "I did not send this", on a row of the tree, an open sent message or the draft that it came from. */
export async function withdrawSent(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const record = await meantRecord(argument, deps);
  if (!record) return;
  const sure = await deps.prompts.confirm({ id: "draft.withdrawSure" }, { id: "draft.withdraw" });
  if (!sure) return;
  const flow = await import("../../../flows/sendDraft");
  await sayWithdrawn(await flow.withdrawSent(record.id, deps), deps);
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
