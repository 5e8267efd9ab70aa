import * as v from "valibot";
import { holidays, lines, words, workingTime, zone } from "./fields";

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
    v.object({
      prefix: v.string(),
      next: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** Digits, filled up with zeros. Absent: 4. */
      width: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
    }),
  ),
  holidays,
  /** As it stands on an invoice: a business name, an address, a tax number. */
  letterhead: lines,
  /** How I am paid, by payment method as clients have it ("bKash", "bank"). */
  paymentDetails: v.exactOptional(v.pipe(v.array(v.object({ method: words, lines: v.pipe(v.array(words), v.readonly()) })), v.readonly())),
  /** Work to show for a proposal: one a line, with a link where there is one. */
  references: lines,
  /** How I work, for the service charter. */
  charter: v.exactOptional(
    v.object({ services: lines, hours: lines, responseTime: lines, updates: lines, quality: lines, revisions: lines, support: lines, payment: lines }),
  ),
});
export type Me = Readonly<v.InferOutput<typeof meSchema>>;

export const nobodyYet: Me = { names: [], emails: [] };
