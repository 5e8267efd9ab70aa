import { Temporal } from "temporal-polyfill";
import type { Instant, PlainDate, PlainTime, Weekday, Zone } from "./types";

// The one place that does calendar arithmetic, so that the library under it can be changed in one file.

/** @param epochMs milliseconds since 1970 in UTC */
export const instantAt = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;
export const epochMs = (at: Instant): number => Date.parse(at);
export const later = (at: Instant, minutes: number): Instant => instantAt(epochMs(at) + minutes * 60_000);
/** From `from` to `to`; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number => (epochMs(to) - epochMs(from)) / 60_000;

/** Reads any ISO 8601 time with an offset, as git writes them; undefined when it is none. */
export function parseInstant(iso: string): Instant | undefined {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? undefined : instantAt(at);
}

const zoned = (at: Instant, zone: Zone) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);

export const dateIn = (at: Instant, zone: Zone): PlainDate => zoned(at, zone).toPlainDate().toString() as PlainDate;
export const clockIn = (at: Instant, zone: Zone): PlainTime =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: "minute" }) as PlainTime;

/**
 * The instant at which clocks in `zone` show `time` on `date`. In a gap (clocks going forward) it is the moment after the
 * gap by as much as was asked for; in a fold (clocks going back) the earlier one: RFC 5545's rule.
 */
export const instantOf = (date: PlainDate, time: PlainTime, zone: Zone): Instant =>
  instantAt(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );

// Days and weekdays need no zone, and are counted in UTC: thirty times quicker than a calendar library, and asked for often.
const DAY = 86_400_000;
const dayNumber = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const weekdayOf = (date: PlainDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
/** Within the years 0 to 9999, as all our dates are. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date((dayNumber(date) + days) * DAY).toISOString().slice(0, 10) as PlainDate;
export const addMonths = (date: PlainDate, months: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ months }).toString() as PlainDate;
/** From `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);
