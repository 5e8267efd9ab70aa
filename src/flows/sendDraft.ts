import type { Client } from "../core/book/client";
import type { Id } from "../core/book/fields";
import { standing, type SentRecord } from "../core/book/sentRecord";
import { offersIncentive } from "../core/checks/rules/ratingIncentive";
import { effectChanges } from "../core/drafting/effects";
import { splitSubject } from "../core/drafting/subject";
import { toldBy } from "../core/drafting/toldBy";
import type { Effect, Provenance } from "../core/drafting/draft";
import type { BookStore, Clock, DraftStore, HistoryStore, NewId } from "../core/ports";

export interface SendDraftDeps {
  readonly clock: Clock;
  readonly history: HistoryStore;
  readonly drafts: DraftStore;
  readonly newId: NewId;
  /** What the message brings about in the book is changed through it. */
  readonly book: Pick<BookStore, "current" | "change">;
}

/**
 * Writes the sent record of a draft from the text that really went out, and changes the book as the draft says. A draft has
 * one record at most.
 * @param overrides the checks that stood against it, each with the reason why it may go
 */
export async function markAsSent(provenance: Provenance, text: string, client: Client, deps: SendDraftDeps, overrides: NonNullable<SentRecord["overrides"]> = []): Promise<SentRecord> {
  const told = standing(await deps.history.all()).find((one) => one.draftId === provenance.id);
  if (told) {
    // Marked before, by another window or in a try that was cut short: then the book may not know yet.
    if (provenance.sentAs === undefined) await bringAbout(provenance, deps);
    await deps.drafts.update({ ...provenance, sentAs: told.id });
    return told;
  }
  const { subject, body } = splitSubject(text);
  const { about, attachments } = provenance;
  const incentive = provenance.incentive === true || offersIncentive(text);
  const record: SentRecord = {
    version: 2,
    what: "sent",
    outcome: "handedOver",
    id: deps.newId(),
    clientId: provenance.clientId,
    ...(provenance.projectId !== undefined && { projectId: provenance.projectId }),
    draftId: provenance.id,
    kind: provenance.kind,
    language: provenance.language,
    channel: client.channel,
    at: deps.clock.now(),
    text: body,
    ...(subject !== undefined && { subject }),
    told: toldBy(provenance, text),
    readUpTo: provenance.readUpTo,
    noteIds: provenance.noteIds,
    ...(about && { about }),
    ...(attachments && { attachments }),
    ...(incentive && { incentive }),
    ...(overrides.length > 0 && { overrides }),
  };
  await deps.history.add(record);
  await bringAbout(provenance, deps);
  await deps.drafts.update({ ...provenance, sentAs: record.id });
  return record;
}

async function bringAbout({ effects = [], ...about }: Provenance, { book, clock, newId }: SendDraftDeps): Promise<void> {
  const changes = effectChanges(effects, about, book.current(), { now: clock.now(), newId });
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
  if (draft?.provenance.sentAs === recordId) {
    const { sentAs, ...open } = draft.provenance;
    await deps.drafts.update(open);
  }
  return draft?.provenance.effects ?? [];
}
