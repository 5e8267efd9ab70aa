import * as v from "valibot";
import { channels } from "./client";
import { id, instant, language } from "./fields";
import { messageKinds } from "./messageKind";

/**
 * A commit as a sent message told it. Author, author date and subject are kept because they survive a rebase, which the
 * hash does not.
 */
const toldCommitSchema = v.object({
  /** The repository scope's id. */
  scopeId: id,
  hash: v.string(),
  authorEmail: v.string(),
  /** As git gives it, with the author's offset: "2026-11-20T17:00:00+06:00". */
  authorDate: v.string(),
  subject: v.string(),
  how: v.picklist(["done", "inProgress", "leftOut"]),
});
export type ToldCommit = Readonly<v.InferOutput<typeof toldCommitSchema>>;

/** An immutable record of a message that went out. */
const sentRecordSchema = v.object({
  version: v.literal(1),
  what: v.literal("sent"),
  id,
  clientId: id,
  projectId: v.exactOptional(id),
  draftId: v.exactOptional(id),
  kind: v.picklist(messageKinds),
  language,
  channel: v.picklist(channels),
  at: instant,
  text: v.string(),
  told: v.pipe(v.array(toldCommitSchema), v.readonly()),
  /** Per repository scope: the hashes up to which all work had been read and decided. */
  readUpTo: v.record(id, v.pipe(v.array(v.string()), v.readonly())),
  /** Notes that this message told. */
  noteIds: v.pipe(v.array(id), v.readonly()),
});
export type SentRecord = Readonly<v.InferOutput<typeof sentRecordSchema>>;

/** "I did not send this": a later record, because sent records are never edited. */
const withdrawalSchema = v.object({
  version: v.literal(1),
  what: v.literal("withdrawn"),
  id,
  recordId: id,
  at: instant,
});
export type Withdrawal = Readonly<v.InferOutput<typeof withdrawalSchema>>;

export const historyEntrySchema = v.variant("what", [sentRecordSchema, withdrawalSchema]);
export type HistoryEntry = SentRecord | Withdrawal;

/** The sent records that still stand, oldest first. */
export function standing(history: readonly HistoryEntry[]): readonly SentRecord[] {
  const withdrawn = new Set(history.flatMap((entry) => (entry.what === "withdrawn" ? [entry.recordId] : [])));
  return history
    .filter((entry): entry is SentRecord => entry.what === "sent" && !withdrawn.has(entry.id))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
