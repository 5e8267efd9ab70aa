import * as v from "valibot";
import { due, id, instant, language, money, plainDate, words, zone, type Id } from "../book/fields";
import { messageKinds } from "../book/messageKind";
import { milestoneStates } from "../book/milestone";
import { projectStatuses } from "../book/project";
import { aboutSchema, attachmentSchema } from "../book/sentRecord";
import { asBefore, type OwnShape } from "../book/upgrades";
import { standings } from "../work/commit";
import { itemSections } from "../work/summary";
import { joinedSchema } from "../work/wordings";

// A draft's provenance is stored beside its text, so everything here has a schema.

const standing = v.picklist(standings);
const commitRef = v.object({
  scopeId: id,
  hash: v.string(),
  subject: v.string(),
  authorEmail: v.string(),
  authorDate: v.string(),
});
const timeValue = v.variant("time", [
  v.object({ time: v.literal("moment"), at: instant, zone, now: instant }),
  v.object({ time: v.literal("clock"), at: instant, zone }),
  v.object({ time: v.literal("day"), on: plainDate, today: plainDate }),
  v.object({ time: v.literal("length"), minutes: v.number() }),
]);
/** A Text, as stored: no text inside a text. */
export const storedTextSchema = v.object({
  id: v.string(),
  values: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), timeValue]))),
});
export type StoredText = Readonly<v.InferOutput<typeof storedTextSchema>>;

const draftItem = v.object({
  id: v.string(),
  /** How the line reads, without the list mark. */
  text: v.string(),
  /** The line of `rendered` that tells it, from 0; several items share one where lines were folded. Absent: none does. */
  line: v.exactOptional(v.number()),
  /** Told by a line that sums up several ("And 5 more changes"). */
  folded: v.exactOptional(v.literal(true)),
  section: v.picklist(itemSections),
  standing,
  milestoneId: v.exactOptional(id),
  commits: v.pipe(v.array(commitRef), v.readonly()),
  /** Lines that the user joined to it. */
  joined: v.exactOptional(joinedSchema),
  perhapsToldAt: v.exactOptional(instant),
});
export type DraftItem = Readonly<v.InferOutput<typeof draftItem>>;

const draftLeftOut = v.object({
  commit: commitRef,
  /** The item that was hidden or deleted: its commits come back together. */
  itemId: v.exactOptional(v.string()),
  milestoneId: v.exactOptional(id),
  reason: storedTextSchema,
  text: v.string(),
  section: v.picklist(itemSections),
  standing,
});
export type DraftLeftOut = Readonly<v.InferOutput<typeof draftLeftOut>>;

/** What becomes of the book when the message has gone out. */
const effectSchema = v.variant("do", [
  v.object({ do: v.literal("moveMilestone"), milestoneId: id, due }),
  /** A project without milestones has only a day by which it is due. */
  v.object({ do: v.literal("moveProject"), on: plainDate }),
  v.object({ do: v.literal("milestoneState"), milestoneId: id, state: v.picklist(milestoneStates) }),
  v.object({ do: v.literal("projectStatus"), status: v.picklist(projectStatuses) }),
  v.object({ do: v.literal("addPromise"), text: words, due: v.exactOptional(due), fromNoteId: v.exactOptional(id) }),
  v.object({ do: v.literal("settleNote"), noteId: id }),
  /** The client knows by now where the meeting was moved to. */
  v.object({ do: v.literal("meetingTold"), meetingId: id }),
  v.object({ do: v.literal("issueInvoice"), invoiceId: id, on: plainDate, dueOn: v.exactOptional(plainDate) }),
]);
export type Effect = Readonly<v.InferOutput<typeof effectSchema>>;

const answerSchema = v.union([
  v.string(),
  v.number(),
  v.pipe(v.array(v.string()), v.readonly()),
  due,
  money,
]);

export const provenanceSchema = v.object({
  version: v.literal(2),
  id,
  clientId: id,
  projectId: v.exactOptional(id),
  kind: v.picklist(messageKinds),
  language,
  template: v.string(),
  createdAt: instant,
  /** The beginning of the period, where one was asked for. */
  since: v.exactOptional(instant),
  /** Per repository scope: the tips that were read. Becomes `readUpTo` of the sent record. */
  readUpTo: v.record(id, v.pipe(v.array(v.string()), v.readonly())),
  /** Per repository scope: whose commits and which files that reading was of, as readingMark writes it. */
  readOf: v.exactOptional(v.record(id, v.string())),
  items: v.pipe(v.array(draftItem), v.readonly()),
  leftOut: v.pipe(v.array(draftLeftOut), v.readonly()),
  noteIds: v.pipe(v.array(id), v.readonly()),
  /** The closing sentence on housekeeping, where it tells of what is left out otherwise. */
  housekeeping: v.exactOptional(v.string()),
  about: v.exactOptional(aboutSchema),
  effects: v.exactOptional(v.pipe(v.array(effectSchema), v.readonly())),
  attachments: v.exactOptional(v.pipe(v.array(attachmentSchema), v.readonly())),
  /** What was asked for this message alone, so that it can be written again without asking. */
  answers: v.exactOptional(v.record(v.string(), answerSchema)),
  /** It was written to offer a discount, a gift, a refund or free work. */
  incentive: v.exactOptional(v.boolean()),
  /** Of a progress update: the headings of the lists of work, as this draft's template writes them: where a commit that is put back goes. */
  headings: v.exactOptional(v.object({ live: v.string(), ready: v.string(), inProgress: v.string(), besides: v.exactOptional(v.string()) })),
  /** The document as it was rendered: what edits are measured against. */
  rendered: v.string(),
  /** Set once it was marked as sent. */
  sentAs: v.exactOptional(id),
});
export type Provenance = Readonly<v.InferOutput<typeof provenanceSchema>>;

/** Lines of work come from a project's commits, so that a draft which has some has a project. */
export const projectOf = ({ projectId, clientId }: Provenance): Id => projectId ?? clientId;

/** The same, not marked as sent. */
export function stillOpen({ sentAs, ...open }: Provenance): Provenance {
  return open;
}

/** As it is stored, beside the draft's text. */
export const provenanceShape: OwnShape<Provenance> = {
  schema: provenanceSchema,
  upgrades: [
    // To 2: version 1 had no messages without a project, and nothing but commits and notes to rest on.
    asBefore,
  ],
};
