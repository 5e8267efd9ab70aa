import * as vscode from "vscode";
import type { Client } from "../../../core/book/client";
import { recordById } from "../../../core/book/queries";
import type { SentRecord } from "../../../core/book/sentRecord";
import type { Provenance } from "../../../core/drafting/draft";
import { dateIn } from "../../../core/time/zoned";
import { saveFirst } from "../../documents/saveFirst";
import { sentUri } from "../../documents/sentDocuments";
import { isHeld } from "../../../core/sending/held";
import type { CommandId } from "../../commandIds";
import { flash } from "../../editorWindow";
import { nodeArgument, type NodeArgument } from "../nodeArgument";
import { mailCopyActions } from "../send/mailCopyActions";
import type { DraftCommandsDeps } from "./deps";
import { mayBeSent } from "./gate";
import { bookOfSending, sayWithdrawn } from "./withdrawing";

/** A message that is open: a draft, or one that was sent. */
interface OpenMessage {
  readonly text: string;
  readonly client: Client | undefined;
  readonly draft: Provenance | undefined;
}

/** The message in the active editor. */
export async function openMessage(deps: Pick<DraftCommandsDeps, "openDrafts" | "book" | "history">): Promise<OpenMessage | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  const draft = await deps.openDrafts.of(document);
  const clientId = draft?.clientId ?? (await sentRecordOf(document.uri.query, deps))?.clientId;
  return { text: document.getText(), draft, client: clientId === undefined ? undefined : recordById(deps.book.current(), "client", clientId) };
}

/** Copies the message in the active editor in the form of the client's channel. */
export async function copyDraft(deps: DraftCommandsDeps): Promise<void> {
  const { say, clipboard, messages } = deps;
  const open = await openMessage(deps);
  if (!open) return;
  const [{ channelForm }, { splitSubject }] = await Promise.all([import("../../../core/drafting/channelForm"), import("../../../core/drafting/subject")]);
  const { subject, body } = splitSubject(open.text);
  await clipboard.write(channelForm(open.client?.channel ?? "copy", body));
  if (subject === undefined) flash(`$(check) ${say("draft.copied")}`);
  else messages.inform({ id: "write.copied", values: { subject } }, { label: { id: "write.copySubject" }, run: () => clipboard.write(subject) });
  if (open.draft && open.draft.sentAs === undefined) await warnOfErrors(open.draft, open.text, deps);
}

/** What was copied may be pasted at once, long before it is marked as sent. */
export async function warnOfErrors(draft: Provenance, text: string, deps: DraftCommandsDeps): Promise<void> {
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
  if (!(await saveFirst(active.document, deps.messages))) return;
  const refused = await (await import("../../../flows/keptApart")).keptApart(active.provenance, active.document.getText(), deps);
  if (refused) {
    deps.messages.warn(refused);
    return;
  }
  const passed = await mayBeSent(active, deps);
  if (!passed) return;
  const flow = await import("../../../flows/sendDraft");
  const before = deps.book.current();
  const went = flow.sentByHand(active.document.getText(), client, passed.overrides);
  const book = bookOfSending(client, deps);
  const record = await flow.markAsSent(active.provenance, went, { ...deps, book });
  const { brought } = await import("./broughtAbout");
  deps.messages.inform(
    { id: "draft.marked", values: { client: client.name, brought: brought(active.provenance.effects ?? [], before, deps) } },
    ...mailCopyActions(record, client, deps),
    { label: { id: "draft.withdraw" }, run: async () => sayWithdrawn(await flow.withdrawSent(record.id, deps), { ...deps, flash }, book.undo()) },
  );
}

/** "I did not send this", on a row of the tree, an open sent message or the draft that it came from. */
export async function withdrawSent(argument: unknown, deps: DraftCommandsDeps): Promise<void> {
  const record = await meantRecord(argument, deps);
  if (!record) return;
  // Its service would send it all the same.
  if (isHeld(record, deps.clock.now())) {
    await deps.commands.executeCommand("khobor.recallHeld" satisfies CommandId, { kind: "held", recordId: record.id } satisfies NodeArgument);
    return;
  }
  const sure = await deps.prompts.confirm({ id: "draft.withdrawSure" }, { id: "draft.withdraw" });
  if (!sure) return;
  const flow = await import("../../../flows/sendDraft");
  sayWithdrawn(await flow.withdrawSent(record.id, deps), { ...deps, flash });
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

export async function meantRecord(argument: unknown, deps: Pick<DraftCommandsDeps, "openDrafts" | "history">): Promise<SentRecord | undefined> {
  const id =
    nodeArgument(argument)?.recordId ??
    (await deps.openDrafts.active())?.provenance.sentAs ??
    vscode.window.activeTextEditor?.document.uri.query;
  return sentRecordOf(id, deps);
}

async function sentRecordOf(id: string | undefined, { history }: Pick<DraftCommandsDeps, "history">): Promise<SentRecord | undefined> {
  if (!id) return undefined;
  return (await history.all()).find((entry): entry is SentRecord => entry.what === "sent" && entry.id === id);
}
