import * as v from "valibot";
import { due, id, instant, recordBase, words } from "./fields";

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
});
export type Note = Readonly<v.InferOutput<typeof noteSchema>>;
