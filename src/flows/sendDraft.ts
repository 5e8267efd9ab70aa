import { applyChanges, type BookChange } from "../core/book/book";
import type { Client } from "../core/book/client";
import type { Id } from "../core/book/fields";
import { recordById } from "../core/book/queries";
import { standing, type HistoryEntry, type SentRecord } from "../core/book/sentRecord";
import { offersIncentive } from "../core/checks/rules/ratingIncentive";
import { effectChanges } from "../core/drafting/effects";
import { splitSubject } from "../core/drafting/subject";
import { toldBy } from "../core/drafting/toldBy";
import { stillOpen, type Effect, type Provenance } from "../core/drafting/draft";
import type { BookStore, NewId } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import type { DraftStore, HistoryStore } from "../core/ports/messages";

export interface SendDraftDeps {
  readonly clock: Clock;
  readonly history: HistoryStore;
  readonly drafts: DraftStore;
  readonly newId: NewId;
  /** What the message brings about in the book is changed through it. */
  readonly book: Pick<BookStore, "current" | "change">;
  /** A message is on record that was not before. */
  readonly sent?: (record: SentRecord) => void;
}

/** What went out, and by which way. */
export type WentOut = Pick<SentRecord, "outcome" | "channel" | "text" | "subject" | "to" | "messageId" | "overrides" | "heldUntil" | "account">;

/** The text of a draft's document as it was sent by hand. */
export const sentByHand = (document: string, client: Pick<Client, "channel">, overrides: WentOut["overrides"] = []): WentOut => {
  const { subject, body } = splitSubject(document);
  return { outcome: "handedOver", channel: client.channel, text: body, ...(subject !== undefined && { subject }), ...(overrides.length > 0 && { overrides }) };
};

/**
 * Writes the sent record of a draft from the text that really went out, and changes the book as the draft says. A draft has
 * one record at most.
 */
export async function markAsSent(provenance: Provenance, went: WentOut, deps: SendDraftDeps): Promise<SentRecord> {
  const history = await deps.history.all();
  const told = recordOf(provenance.id, history);
  if (told) return markedBefore(provenance, told, deps);
  const { about, attachments } = provenance;
  const incentive = provenance.incentive === true || offersIncentive(went.text);
  const record: SentRecord = {
    version: 2,
    what: "sent",
    id: nextRecordId(provenance.id, history, deps.newId),
    clientId: provenance.clientId,
    ...(provenance.projectId !== undefined && { projectId: provenance.projectId }),
    draftId: provenance.id,
    kind: provenance.kind,
    language: provenance.language,
    at: deps.clock.now(),
    ...went,
    told: toldBy(provenance, went.text),
    readUpTo: provenance.readUpTo,
    ...(provenance.readOf && { readOf: provenance.readOf }),
    noteIds: provenance.noteIds,
    ...(about && { about }),
    ...(attachments && { attachments }),
    ...(incentive && { incentive }),
  };
  try {
    await deps.history.add(record);
  } catch (error) {
    // Another window was first, at the same moment.
    const other = recordOf(provenance.id, await deps.history.all());
    if (other === undefined) throw error;
    return markedBefore(provenance, other, deps);
  }
  await bringAbout(provenance, record, deps);
  await mark(provenance.id, record.id, deps);
  deps.sent?.(record);
  return record;
}

const recordOf = (draftId: Id, history: readonly HistoryEntry[]): SentRecord | undefined => standing(history).find((one) => one.draftId === draftId);

/**
 * The same in every window that marks the draft now, so that only one of them can write it; another one once a record was
 * withdrawn. Ids of drafts that leave no room for that come from elsewhere.
 */
function nextRecordId(draftId: Id, history: readonly HistoryEntry[], newId: NewId): Id {
  const before = history.filter((entry) => entry.what === "sent" && entry.draftId === draftId).length;
  return draftId.length > 70 ? newId() : `${draftId}-sent-${before + 1}`;
}

/** By another window, or in a try that was cut short: then the book may not know yet. */
async function markedBefore(provenance: Provenance, told: SentRecord, deps: SendDraftDeps): Promise<SentRecord> {
  const now = (await deps.drafts.read(provenance.id))?.provenance ?? provenance;
  if (now.sentAs === undefined) await bringAbout(now, told, deps);
  await mark(provenance.id, told.id, deps);
  return told;
}

const mark = (draftId: Id, sentAs: Id, { drafts }: Pick<SendDraftDeps, "drafts">) => drafts.change(draftId, (now) => ({ ...now, sentAs }));

/** Two windows may do this at the same moment: times and ids go by the record, so that both make the very same changes. */
async function bringAbout({ effects = [], ...about }: Provenance, { id, at }: SentRecord, { book, newId }: SendDraftDeps): Promise<void> {
  const changes: BookChange[] = [];
  effects.forEach((effect, place) => {
    const own = `${id}-${place + 1}`;
    const made = effectChanges([effect], about, applyChanges(book.current(), changes), { now: at, newId: () => (own.length > 80 ? newId() : own) });
    // What was added in an earlier try may have been changed since.
    changes.push(...made.filter((change) => change.op !== "put" || change.record.rev > 1 || !recordById(book.current(), change.kind, change.record.id)));
  });
  if (changes.length > 0) await book.change(changes);
}

/**
 * "I did not send this": the commits that it told are open again, and so is its draft. Resolves to what it changed in the
 * book, which stays: it may be true all the same.
 */
export async function withdrawSent(recordId: Id, deps: Omit<SendDraftDeps, "book">): Promise<readonly Effect[]> {
  const history = await deps.history.all();
  const record = history.find((entry): entry is SentRecord => entry.what === "sent" && entry.id === recordId);
  if (record === undefined || history.some((entry) => entry.what === "withdrawn" && entry.recordId === recordId)) return [];
  await deps.history.add({ version: 2, what: "withdrawn", id: deps.newId(), recordId, at: deps.clock.now() });
  const draft = record.draftId === undefined ? undefined : await deps.drafts.read(record.draftId);
  if (draft) await deps.drafts.change(draft.provenance.id, (now) => (now.sentAs === recordId ? stillOpen(now) : undefined));
  return draft?.provenance.effects ?? [];
}
