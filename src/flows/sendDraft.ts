import type { Client } from "../core/book/client";
import type { Id } from "../core/book/fields";
import { standing, type SentRecord } from "../core/book/sentRecord";
import { toldBy } from "../core/drafting/toldBy";
import type { Provenance } from "../core/drafting/draft";
import type { Clock, DraftStore, HistoryStore, NewId } from "../core/ports";

export interface SendDraftDeps {
  readonly clock: Clock;
  readonly history: HistoryStore;
  readonly drafts: DraftStore;
  readonly newId: NewId;
}

/** Writes the sent record of a draft from the text that really went out, and moves the clock with it. A draft has one at most. */
export async function markAsSent(provenance: Provenance, text: string, client: Client, deps: SendDraftDeps): Promise<SentRecord> {
  const told = standing(await deps.history.all()).find((one) => one.draftId === provenance.id);
  if (told) {
    // Marked before, by another window or in a try that was cut short.
    await deps.drafts.update({ ...provenance, sentAs: told.id });
    return told;
  }
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
    text,
    told: toldBy(provenance, text),
    readUpTo: provenance.readUpTo,
    noteIds: provenance.noteIds,
  };
  await deps.history.add(record);
  await deps.drafts.update({ ...provenance, sentAs: record.id });
  return record;
}

/** "I did not send this": the commits that it told are open again, and so is its draft. */
export async function withdrawSent(recordId: Id, deps: SendDraftDeps): Promise<void> {
  const history = await deps.history.all();
  const record = history.find((entry): entry is SentRecord => entry.what === "sent" && entry.id === recordId);
  if (record === undefined || history.some((entry) => entry.what === "withdrawn" && entry.recordId === recordId)) return;
  await deps.history.add({ version: 2, what: "withdrawn", id: deps.newId(), recordId, at: deps.clock.now() });
  const draft = record.draftId === undefined ? undefined : await deps.drafts.read(record.draftId);
  if (draft?.provenance.sentAs === recordId) {
    const { sentAs, ...open } = draft.provenance;
    await deps.drafts.update(open);
  }
}
