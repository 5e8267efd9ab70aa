import * as v from "valibot";
import { words, workingTime, zone } from "./fields";

/** The person who writes. One per user, not per workspace. */
export const meSchema = v.object({
  names: v.pipe(v.array(words), v.readonly()),
  emails: v.pipe(v.array(words), v.readonly()),
  signature: v.exactOptional(v.string()),
  /** Absent: the machine's zone. */
  zone: v.exactOptional(zone),
  /** The first entry that covers a day counts; absent: the usual week of the zone's country. */
  workingTimes: v.exactOptional(v.pipe(v.array(workingTime), v.readonly())),
  /** Digits in messages and on screen where the language is Bangla. */
  digits: v.exactOptional(v.picklist(["bangla", "latin"])),
  invoiceSequence: v.exactOptional(
    v.object({ prefix: v.string(), next: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
});
export type Me = Readonly<v.InferOutput<typeof meSchema>>;

export const nobodyYet: Me = { names: [], emails: [] };
