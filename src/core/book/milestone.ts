import * as v from "valibot";
import { due, id, instant, linked, money, recordBase, words } from "./fields";

export const milestoneStates = ["planned", "active", "delivered", "accepted"] as const;

const deliverableSchema = v.object({ id, text: words, doneAt: v.exactOptional(instant) });
export type Deliverable = Readonly<v.InferOutput<typeof deliverableSchema>>;

export const milestoneSchema = v.object({
  ...recordBase,
  projectId: id,
  title: words,
  due: v.exactOptional(due),
  deliverables: v.pipe(v.array(deliverableSchema), v.readonly()),
  state: v.picklist(milestoneStates),
  deliveredAt: v.exactOptional(instant),
  acceptedAt: v.exactOptional(instant),
  /** When work on it began. Absent: when it was set active is not known. */
  startedAt: v.exactOptional(instant),
  price: v.exactOptional(money),
  /** How the client can see it. */
  viewUrl: v.exactOptional(words),
  linked: v.exactOptional(linked),
  /** What commits belong to it: branches, paths or words in the subject. */
  commits: v.exactOptional(
    v.object({
      branches: v.exactOptional(v.pipe(v.array(words), v.readonly())),
      paths: v.exactOptional(v.pipe(v.array(words), v.readonly())),
      words: v.exactOptional(v.pipe(v.array(words), v.readonly())),
    }),
  ),
});
export type Milestone = Readonly<v.InferOutput<typeof milestoneSchema>>;
