import { readTypedTime, type TimeOfDay } from "./typedTime";
import { dayWords, fillers, monthWords, stepWords, weekdayWords } from "./typedWords";
import type { Instant, PlainDate, Zone } from "./types";
import { addDays, addMonths, clockIn, dateIn, instantOf, later, weekdayOf } from "./zoned";
import type { Due } from "../book/fields";
import type { Text, TimeValue } from "../say";

export interface TypedAt {
  readonly now: Instant;
  /** Where the writer is: a time of day without a zone is theirs. */
  readonly zone: Zone;
}
/** What was understood, or why nothing was. */
export type TypedDate = { readonly due: Due; readonly problem?: never } | { readonly problem: Text; readonly due?: never };

/**
 * Reads a date as people type it, in English or Bangla: `fri`, `12 dec`, `dec 12 6pm`, `12/12` (the day first), `2026-12-12
 * 18:00`, `+2w`, `tomorrow`, `শুক্রবার`, `১২ ডিসেম্বর বিকাল ৫টা`. Without a time it is a day, with one an exact moment.
 * A day without a year is the next such day, today included while its time is still ahead.
 * Undefined where nothing was typed.
 */
export function readTypedDate(text: string, at: TypedAt): TypedDate | undefined {
  const typed = plain(text);
  if (typed === "") return undefined;
  const span = readSpan(typed, at);
  if (span) return span;
  const timed = readTypedTime(typed);
  if (timed === "none such") return { problem: { id: "typedDate.noSuchTime", values: { text: text.trim() } } };
  const words = timed.rest
    .split(" ")
    .filter((word) => word !== "" && !fillers.has(word))
    // শুক্রবারে, শুক্রবারের মধ্যে
    .map((word) => word.replace(/(?<=বার)ের?$/, ""));
  const day = words.length === 0 && timed.time ? next(() => true, timed.time, at) : readDay(words.join(" "), timed.time, at);
  if (day === undefined) return { problem: { id: "typedDate.unknown", values: { text: text.trim() } } };
  if (typeof day === "object") return { problem: { ...day, values: { text: text.trim() } } };
  return { due: timed.time ? { by: "instant", at: momentOn(day, timed.time, at.zone) } : { by: "date", on: day } };
}

/** What was understood, to be shown while typing: "Fri 12 Dec". */
export const understood = (due: Due, { now, zone }: TypedAt): TimeValue =>
  due.by === "date" ? { time: "day", on: due.on, today: dateIn(now, zone) } : { time: "moment", at: due.at, zone, now };

/** A due date as it can be typed again, to the minute: "2026-12-12", "2026-12-12 18:00". */
export const asTyped = (due: Due, zone: Zone): string =>
  due.by === "date" ? due.on : `${dateIn(due.at, zone)} ${clockIn(due.at, zone)}`;

const BANGLA_ZERO = 0x09e6;

function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BANGLA_ZERO))
    .toLowerCase()
    .replace(/[,।]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const momentOn = (day: PlainDate, time: TimeOfDay, zone: Zone): Instant =>
  instantOf(addDays(day, time.daysOn), time.at, zone);

/** `+2w`, `+3 days`, `in 3 days`, `৩ দিন পর`; a time of day may follow days and longer. */
function readSpan(typed: string, { now, zone }: TypedAt): TypedDate | undefined {
  const found = /^(\+|in )? ?(\d{1,4}) ?([a-z\u0980-\u09ff]+)(?: (পর|পরে|later|from now))?(?: (?:at )?(.+))?$/.exec(typed);
  const [, before, digits, unit, after, rest] = found ?? [];
  const step = stepWords.get(unit ?? "");
  if (step === undefined || (before ?? after) === undefined) return undefined;
  const count = Number(digits);
  if (step === "hour") return rest === undefined ? { due: { by: "instant", at: later(now, count * 60) } } : undefined;
  const today = dateIn(now, zone);
  const day = step === "month" ? addMonths(today, count) : addDays(today, step === "week" ? count * 7 : count);
  if (rest === undefined) return { due: { by: "date", on: day } };
  const timed = readTypedTime(rest);
  if (timed === "none such" || timed.rest !== "" || !timed.time) return undefined;
  return { due: { by: "instant", at: momentOn(day, timed.time, zone) } };
}

type NotADay = Pick<Text, "id">;
const noSuchDay: NotADay = { id: "typedDate.noSuchDay" };
const dayFirst: NotADay = { id: "typedDate.dayFirst" };

function readDay(typed: string, time: TimeOfDay | undefined, at: TypedAt): PlainDate | NotADay | undefined {
  const today = dateIn(at.now, at.zone);
  const fromToday = dayWords.get(typed);
  if (fromToday !== undefined) return addDays(today, fromToday);
  const weekday = weekdayWords.get(typed);
  if (weekday !== undefined) return next((day) => weekdayOf(day) === weekday, time, at);

  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})t?$/.exec(typed);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? noSuchDay;

  const numbers = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d\d))?$/.exec(typed);
  if (numbers) {
    const [day, month] = [Number(numbers[1]), Number(numbers[3])];
    const read = onDayOf(day, month, numbers[4], time, at);
    return read === noSuchDay && month > 12 && day <= 12 ? dayFirst : read;
  }

  // A weekday beside a date ("Fri 12 Dec") is there for the reader; the date is what counts.
  const words = typed.split(" ").filter((word) => !weekdayWords.has(word));
  const monthAt = words.findIndex((word) => monthWords.has(word));
  const month = monthWords.get(words[monthAt] ?? "");
  if (month === undefined) return undefined;
  const [first, second, ...more] = words.toSpliced(monthAt, 1);
  const day = /^(\d{1,2})(?:st|nd|rd|th|লা|রা|ঠা|ই|শে)?$/.exec(first ?? "")?.[1];
  if (day === undefined || monthAt > 1 || more.length > 0 || (second !== undefined && !/^(\d{4}|\d\d)$/.test(second)))
    return undefined;
  return onDayOf(Number(day), month, second, time, at);
}

/** Leap days come within eight years. */
const YEARS = 8;

function onDayOf(day: number, month: number, year: string | undefined, time: TimeOfDay | undefined, at: TypedAt): PlainDate | NotADay {
  if (year !== undefined) return realDay(Number(year) + (year.length === 2 ? 2000 : 0), month, day) ?? noSuchDay;
  const today = dateIn(at.now, at.zone);
  const thisYear = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= YEARS; ahead++) {
    const found = realDay(thisYear + ahead, month, day);
    if (found && isAhead(found, time, at, today)) return found;
  }
  return noSuchDay;
}

function next(fits: (day: PlainDate) => boolean, time: TimeOfDay | undefined, at: TypedAt): PlainDate {
  const today = dateIn(at.now, at.zone);
  let day = today;
  while (!fits(day) || !isAhead(day, time, at, today)) day = addDays(day, 1);
  return day;
}

const isAhead = (day: PlainDate, time: TimeOfDay | undefined, { now, zone }: TypedAt, today: PlainDate): boolean =>
  day > today || (day === today && (!time || momentOn(day, time, zone) > now));

function realDay(year: number, month: number, day: number): PlainDate | undefined {
  const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? (text as PlainDate) : undefined;
}

const two = (number: number): string => String(number).padStart(2, "0");

