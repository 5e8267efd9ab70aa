import * as v from "valibot";
import type { Instant, PlainDate, PlainTime, Weekday, Zone } from "../time/types";

// The small parts that the records of the book are made of.

export type Id = string;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
export const words = v.pipe(v.string(), v.trim(), v.minLength(1));
export const language = v.picklist(["en", "bn"]);
export type Language = v.InferOutput<typeof language>;

const matching = <T extends string>(pattern: RegExp, name: string, isReal: (text: string) => boolean = () => true) =>
  v.custom<T>((value) => typeof value === "string" && pattern.test(value) && isReal(value), `expected ${name}`);

export const instant = matching<Instant>(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  "an instant in UTC",
  (text) => !Number.isNaN(Date.parse(text)),
);
export const plainDate = matching<PlainDate>(
  /^\d{4}-\d\d-\d\d$/,
  "a date",
  // Date.parse rolls 30 February over to March in some engines, so the round trip is what tells.
  (text) => {
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  },
);
const plainTime = matching<PlainTime>(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day");
/** Asking costs a tenth of a millisecond, every client has a zone, and there are few. */
const knownZones = new Set<string>();
export const zone = matching<Zone>(/^[A-Za-z0-9_+\-/]+$/, "a time zone", (text) => {
  if (knownZones.has(text)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    knownZones.add(text);
    return true;
  } catch {
    return false;
  }
});
export const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[]);

/** A due date is a day on the calendar, or the exact moment of a hard clock. */
export const due = v.variant("by", [
  v.object({ by: v.literal("date"), on: plainDate }),
  v.object({ by: v.literal("instant"), at: instant }),
]);
export type Due = Readonly<v.InferOutput<typeof due>>;

/** Minor units (poisha, cents) as an integer, so that money never rounds by itself. */
export const money = v.object({
  minor: v.pipe(v.number(), v.safeInteger()),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
});

/** Working days and hours, for ever or between two dates (both included). Hours end on the day they begin. */
export const workingTime = v.object({
  from: v.exactOptional(plainDate),
  to: v.exactOptional(plainDate),
  days: v.pipe(v.array(weekday), v.readonly()),
  start: plainTime,
  end: plainTime,
});
export type WorkingTime = Readonly<v.InferOutput<typeof workingTime>>;

/** Days on which nobody works, whatever the weekday: one, or several in a row (both ends included). */
const holiday = v.object({ from: plainDate, to: v.exactOptional(plainDate), name: v.exactOptional(words) });
export type Holiday = Readonly<v.InferOutput<typeof holiday>>;
export const holidays = v.exactOptional(v.pipe(v.array(holiday), v.readonly()));

/** Lines of text, each of them something. */
export const lines = v.exactOptional(v.pipe(v.array(words), v.readonly()));

/** A decimal number as it was typed, with a point: exact, where a floating one is not. */
export const decimal = v.pipe(v.string(), v.regex(/^\d{1,9}(?:\.\d{1,4})?$/));

/**
 * How one rule of what is owed differs from the user's settings: off (or on, where it is off by default), and its number of
 * days or hours, whichever the rule counts. By the rule's name.
 */
export const owedRules = v.exactOptional(
  v.record(words, v.object({ off: v.exactOptional(v.boolean()), number: v.exactOptional(v.pipe(v.number(), v.minValue(0))) })),
);

/** The same thing in a tool of the client's. */
export const linked = v.object({
  /** "trello", "asana", "basecamp", "zoom" */
  service: words,
  /** Which of my accounts there. */
  account: words,
  id: words,
  url: v.exactOptional(words),
  /** What it looked like there when both sides were last the same: tells which side changed since. */
  seen: v.exactOptional(v.string()),
});

/** What every record of the book carries. `rev` grows by one with each change. */
export const recordBase = {
  id,
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: instant,
  changedAt: instant,
  archivedAt: v.exactOptional(instant),
};
