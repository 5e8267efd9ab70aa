import * as v from "valibot";
import { due, id, instant, lines, money, recordBase, words } from "./fields";

const noteKinds = [
  "note",
  "question",
  "blocker",
  "decision",
  "feedback",
  "promise",
  "done",
  "request",
  "contact",
] as const;
export type NoteKind = (typeof noteKinds)[number];

export const noteSchema = v.object({
  ...recordBase,
  kind: v.picklist(noteKinds),
  text: words,
  clientId: id,
  projectId: v.exactOptional(id),
  milestoneId: v.exactOptional(id),
  /** Private unless it is meant for the next update. */
  forUpdate: v.boolean(),
  settledAt: v.exactOptional(instant),
  /** When it happened: a request, a contact, work outside git. */
  at: v.exactOptional(instant),
  /** When a promise falls due, or an answer to a question is needed. */
  due: v.exactOptional(due),
  feedback: v.exactOptional(v.picklist(["good", "mixed", "bad"])),
  /** Of a question: what it is about, what can be chosen, and what happens when nobody answers. */
  context: v.exactOptional(words),
  options: lines,
  fallback: v.exactOptional(words),
  /** Of a blocker: what the client feels of it. Absent: nothing. */
  effect: v.exactOptional(words),
  /** Of a blocker: what is being done about it. */
  doing: v.exactOptional(words),
  /** Of a request for more than was agreed: what it would change, and what became of it. */
  change: v.exactOptional(
    v.object({
      price: v.exactOptional(money),
      /** Working days of mine. */
      days: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      revision: v.exactOptional(v.boolean()),
      said: v.exactOptional(v.picklist(["accepted", "declined"])),
    }),
  ),
  /** The private outline of a mistake. Only parts of it ever reach a message. */
  outline: v.exactOptional(
    v.object({
      events: v.pipe(v.array(v.object({ at: v.exactOptional(instant), text: words })), v.readonly()),
      why: v.exactOptional(words),
      explanation: v.exactOptional(words),
      fix: v.exactOptional(words),
      prevention: v.exactOptional(words),
      offer: v.exactOptional(words),
    }),
  ),
  meetingId: v.exactOptional(id),
  /** The note that this one came of: the promise of a blocker's next word, of a mistake's prevention. */
  fromNoteId: v.exactOptional(id),
  /** Of a promise: the draft that is to be sent then. */
  draftId: v.exactOptional(id),
  /** Of a contact that was logged by hand: how it took place. */
  way: v.exactOptional(v.picklist(["call", "chat", "meeting", "mail"])),
  /** Of a contact: the one owed thing that it was logged to settle. */
  settles: v.exactOptional(words),
  /** Of a contact: the notes, milestones and meetings that were talked over. Nothing else that is open counts as told. */
  tells: v.exactOptional(v.pipe(v.array(id), v.readonly())),
});
export type Note = Readonly<v.InferOutput<typeof noteSchema>>;
