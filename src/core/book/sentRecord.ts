import * as v from "valibot";
import { channels } from "./client";
import { id, instant, language, plainDate, words, type Id } from "./fields";
import { messageKinds } from "./messageKind";
import type { OwnShape } from "./upgrades";
import type { Instant } from "../time/types";

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

/** What a message is about besides its client and project, by the ids of the book. */
export const aboutSchema = v.object({
  milestoneId: v.exactOptional(id),
  meetingId: v.exactOptional(id),
  invoiceId: v.exactOptional(id),
  absenceId: v.exactOptional(id),
  noteId: v.exactOptional(id),
  /** Which of the forms that its kind has: "cannotAttend" of a meeting, "solved" of a problem. */
  form: v.exactOptional(words),
  /** Which time of a recurring meeting. */
  at: v.exactOptional(instant),
  /** All the leave that it tells, as it was then: what changes later has to be told again. `confirmBy`: by when a word was promised on whether it is certain. */
  leave: v.exactOptional(v.pipe(v.array(v.object({ absenceId: id, from: plainDate, to: plainDate, tentative: v.exactOptional(v.boolean()), confirmBy: v.exactOptional(plainDate), off: v.exactOptional(v.boolean()) })), v.readonly())),
});
export type MessageAbout = Readonly<v.InferOutput<typeof aboutSchema>>;

/** A file that went with a message. */
export const attachmentSchema = v.object({
  /** As the client sees it. Unique within its draft, and the name of the file in the draft's folder. */
  name: words,
  /** "image/png" */
  type: words,
  /** In bytes. Absent: a link. */
  size: v.exactOptional(v.number()),
  /** A page or file elsewhere, told of in the text instead of being carried. */
  url: v.exactOptional(words),
});
export type Attachment = Readonly<v.InferOutput<typeof attachmentSchema>>;

export const overridesSchema = v.pipe(v.array(v.object({ rule: words, reason: words })), v.readonly());

/** An immutable record of a message that went out. */
const sentRecordSchema = v.object({
  version: v.literal(2),
  what: v.literal("sent"),
  id,
  clientId: id,
  projectId: v.exactOptional(id),
  draftId: v.exactOptional(id),
  kind: v.picklist(messageKinds),
  language,
  /** `webhook`: another program of the user's. */
  channel: v.picklist([...channels, "webhook"]),
  at: instant,
  text: v.string(),
  told: v.pipe(v.array(toldCommitSchema), v.readonly()),
  /** Per repository scope: the hashes up to which all work had been read and decided. */
  readUpTo: v.record(id, v.pipe(v.array(v.string()), v.readonly())),
  /** Per repository scope: whose commits and which files were read, as readingMark writes it. Absent: not known. */
  readOf: v.exactOptional(v.record(id, v.string())),
  /** Notes that this message told. */
  noteIds: v.pipe(v.array(id), v.readonly()),
  /** `handedOver`: to the clipboard, a mail program, a page: whether it went out from there, only the user knows. */
  outcome: v.picklist(["delivered", "handedOver"]),
  about: v.exactOptional(aboutSchema),
  subject: v.exactOptional(words),
  /** Addresses, a channel's name: whoever it went to. */
  to: v.exactOptional(v.pipe(v.array(words), v.readonly())),
  /** The service holds it until then. */
  heldUntil: v.exactOptional(instant),
  /** Which of my accounts there it went by. */
  account: v.exactOptional(words),
  /** What the channel calls it: a mail's Message-ID, a time stamp of Slack. */
  messageId: v.exactOptional(words),
  attachments: v.exactOptional(v.pipe(v.array(attachmentSchema), v.readonly())),
  /** Checks that stood against it and were overridden. */
  overrides: v.exactOptional(overridesSchema),
  /** It offers a discount, a gift, a refund or free work. */
  incentive: v.exactOptional(v.boolean()),
});
export type SentRecord = Readonly<v.InferOutput<typeof sentRecordSchema>>;

/** "I did not send this": a later record, because sent records are never edited. */
const withdrawalSchema = v.object({
  version: v.literal(2),
  what: v.literal("withdrawn"),
  id,
  recordId: id,
  at: instant,
});
export type Withdrawal = Readonly<v.InferOutput<typeof withdrawalSchema>>;

/**
 * A step in putting a sent message as a comment into a tool of the client's. `begun` is written before a byte of it leaves: with
 * nothing after it, nobody knows whether it arrived.
 */
const commentSchema = v.object({
  version: v.literal(2),
  what: v.literal("comment"),
  id,
  recordId: id,
  at: instant,
  /** Counted from 1. */
  attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
  step: v.picklist(["begun", "posted", "failed", "unclear"]),
  service: words,
  account: words,
  /** The card, task or to-do that it stands on, by its id there and its title then. */
  on: words,
  title: v.exactOptional(words),
});
export type CommentStep = Readonly<v.InferOutput<typeof commentSchema>>;

export const historyEntrySchema = v.variant("what", [sentRecordSchema, withdrawalSchema, commentSchema]);
export type HistoryEntry = SentRecord | Withdrawal | CommentStep;

/** A sent record, or what was said of one later, as it is stored. */
export const historyShape: OwnShape<HistoryEntry> = {
  schema: historyEntrySchema,
  upgrades: [
    // To 2: version 1 knew no other way out than the clipboard.
    ({ kind, entry }) => [{ kind, entry: (entry as HistoryEntry).what === "sent" ? { ...(entry as object), outcome: "handedOver" } : entry }],
  ],
};

/** When each note was last told. @param records oldest first */
export const notesTold = (records: readonly SentRecord[]): ReadonlyMap<Id, Instant> => new Map(records.flatMap(({ noteIds, at }) => noteIds.map((noteId) => [noteId, at] as const)));

/** The sent records that still stand, oldest first. */
export function standing(history: readonly HistoryEntry[]): readonly SentRecord[] {
  const withdrawn = new Set(history.flatMap((entry) => (entry.what === "withdrawn" ? [entry.recordId] : [])));
  return history
    .filter((entry): entry is SentRecord => entry.what === "sent" && !withdrawn.has(entry.id))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
