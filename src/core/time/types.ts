// Kinds of time that must not be mixed up. The plain ones are strings, so that they can be stored as they are.

declare const unit: unique symbol;

/** A point on the time line: ISO 8601 in UTC with milliseconds, "2026-11-20T11:00:00.000Z". */
export type Instant = string & { readonly [unit]: "instant" };
/** A day on a calendar, without a place: "2026-11-20". */
export type PlainDate = string & { readonly [unit]: "date" };
/** A time on a wall clock, without a day: "17:00". */
export type PlainTime = string & { readonly [unit]: "time" };
/** An IANA time zone: "Asia/Dhaka". */
export type Zone = string & { readonly [unit]: "zone" };

/** ISO 8601 numbering: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
