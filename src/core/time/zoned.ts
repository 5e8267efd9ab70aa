// The functions, not the classes: of a library that all start-ups load, only what is used comes along.
import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import * as Day from "temporal-polyfill/fns/PlainDate";
import * as Time from "temporal-polyfill/fns/PlainTime";
import * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
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

const zoned = (at: Instant, zone: Zone) => toZonedDateTimeISO(fromEpochMilliseconds(epochMs(at)), zone);
const dayOf = (date: PlainDate) => Day.create(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));

export const dateIn = (at: Instant, zone: Zone): PlainDate => Day.toString(Zoned.toPlainDate(zoned(at, zone))) as PlainDate;
export const clockIn = (at: Instant, zone: Zone): PlainTime => Time.toString(Zoned.toPlainTime(zoned(at, zone))).slice(0, 5) as PlainTime;

/**
 * The instant at which clocks in `zone` show `time` on `date`. In a gap (clocks going forward) it is the moment after the
 * gap by as much as was asked for; in a fold (clocks going back) the earlier one: RFC 5545's rule.
 */
export const instantOf = (date: PlainDate, time: PlainTime, zone: Zone): Instant =>
  instantAt(Day.toZonedDateTime(dayOf(date), { timeZone: zone, plainTime: Time.create(Number(time.slice(0, 2)), Number(time.slice(3))) }).epochMilliseconds);

// Days and weekdays need no zone, and are counted in UTC: thirty times quicker than a calendar library, and asked for often.
const DAY = 86_400_000;
/** The same few hundred days are asked for again and again: what was worked out once is looked up. */
const numbers = new Map<PlainDate, number>();
const dates = new Map<number, PlainDate>();
const MOST_KEPT = 20_000;

function dayNumber(date: PlainDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const number = Date.parse(`${date}T00:00:00Z`) / DAY;
  if (numbers.size >= MOST_KEPT) numbers.clear();
  numbers.set(date, number);
  return number;
}

function dateOfNumber(number: number): PlainDate {
  const known = dates.get(number);
  if (known !== undefined) return known;
  const date = new Date(number * DAY).toISOString().slice(0, 10) as PlainDate;
  if (dates.size >= MOST_KEPT) dates.clear();
  dates.set(number, date);
  return date;
}

export const weekdayOf = (date: PlainDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
/** Within the years 0 to 9999, as all our dates are. */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfNumber(dayNumber(date) + days);
export const addMonths = (date: PlainDate, months: number): PlainDate =>
  Day.toString(Day.addMonths(dayOf(date), months)) as PlainDate;
/** From `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);
