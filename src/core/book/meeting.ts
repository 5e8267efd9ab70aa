import * as v from "valibot";
import { id, instant, linked, recordBase, words, zone } from "./fields";

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
  /** Where it was before it was moved, until the client has been told. */
  movedFrom: v.exactOptional(instant),
  /** Set by the client as urgent. */
  urgent: v.exactOptional(v.boolean()),
  /** Beginnings of a recurring one that do not take place. */
  except: v.exactOptional(v.pipe(v.array(instant), v.readonly())),
  /** The recurring meeting, and the beginning of it (one of its `except`), that this one takes the place of. */
  ofSeries: v.exactOptional(v.object({ meetingId: id, at: instant })),
  linked: v.exactOptional(linked),
  /** Nobody knows whether it was made there: it is made (again) only once somebody has looked. */
  unclearIn: v.exactOptional(v.picklist(["zoom"])),
});
export type Meeting = Readonly<v.InferOutput<typeof meetingSchema>>;
