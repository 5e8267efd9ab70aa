import * as v from "valibot";
import { id, instant, recordBase, words, zone } from "./fields";

export const meetingSchema = v.object({
  ...recordBase,
  clientId: id,
  projectId: v.exactOptional(id),
  title: words,
  startsAt: instant,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The zone it lives in: a weekly call stays at 10:00 there when the clocks change. */
  zone,
  /** An RFC 5545 recurrence rule. */
  recurs: v.exactOptional(words),
  link: v.exactOptional(words),
  agenda: v.exactOptional(v.pipe(v.array(words), v.readonly())),
  cancelledAt: v.exactOptional(instant),
});
export type Meeting = Readonly<v.InferOutput<typeof meetingSchema>>;
