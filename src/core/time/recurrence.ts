import type { PlainDate, Weekday } from "./types";
import { addDays, addMonths, daysBetween, weekdayOf } from "./zoned";

// Recurrence rules of RFC 5545, section 3.3.10, as far as meetings and holidays use them: days, and no parts of a day.

export interface RecurrenceRule {
  readonly every: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  /** How often it takes place in all. */
  readonly count?: number;
  /** As it was written: the last day "20261231", or the last moment "20261231T170000Z". */
  readonly until?: string;
  /** `nth`: the first (1), the last (-1) such day of the month or year. */
  readonly days: readonly { readonly day: Weekday; readonly nth?: number }[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  readonly weekStart: Weekday;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
export const weekdayCode = (day: Weekday): string => weekdays[day - 1] ?? "";
const weekdayOfCode = (code: string | undefined): Weekday | undefined => {
  const at = weekdays.indexOf(code ?? "");
  return at < 0 ? undefined : ((at + 1) as Weekday);
};

/** Undefined where it is none, or one that this does not understand (hours, days of the year, weeks by number). */
export function readRule(text: string): RecurrenceRule | undefined {
  const named = text.trim().toUpperCase().replace(/^RRULE:/, "").split(";").filter((part) => part !== "");
  const parts = new Map(named.map((part) => [part.replace(/=.*$/s, ""), part.replace(/^[^=]*=?/, "")]));
  const every = parts.get("FREQ");
  if (every !== "DAILY" && every !== "WEEKLY" && every !== "MONTHLY" && every !== "YEARLY") return undefined;
  if (![...parts.keys()].every((name) => known.has(name))) return undefined;
  const interval = numbers(parts.get("INTERVAL") ?? "1", 1, 1000)?.[0];
  const count = parts.has("COUNT") ? numbers(parts.get("COUNT"), 1, 100_000) : [];
  const until = parts.get("UNTIL");
  const days = readDays(parts.get("BYDAY"));
  const monthDays = numbers(parts.get("BYMONTHDAY"), 1, 31, true);
  const months = numbers(parts.get("BYMONTH"), 1, 12);
  const positions = numbers(parts.get("BYSETPOS"), 1, 366, true);
  const weekStart = weekdayOfCode(parts.get("WKST") ?? "MO");
  if (interval === undefined || !count || !days || !monthDays || !months || !positions || !weekStart) return undefined;
  if (until !== undefined && !/^\d{8}(T\d{6}Z?)?$/.test(until)) return undefined;
  const [most] = count;
  return { every, interval, ...(most !== undefined && { count: most }), ...(until !== undefined && { until }), days, monthDays, months, positions, weekStart };
}

const known = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"]);

function numbers(list: string | undefined, low: number, high: number, fromTheEnd = false): readonly number[] | undefined {
  if (list === undefined) return [];
  const read = list.split(",").map((part) => (/^[+-]?\d{1,6}$/.test(part) ? Number(part) : Number.NaN));
  const fits = (number: number) => (number >= low && number <= high) || (fromTheEnd && number <= -low && number >= -high);
  return read.every(fits) ? read : undefined;
}

function readDays(list: string | undefined): RecurrenceRule["days"] | undefined {
  const read = (list ?? "").split(",").filter((part) => part !== "").map((part) => {
    const [, nth, code] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(part) ?? [];
    const day = weekdayOfCode(code);
    if (day === undefined || Number(nth) === 0) return undefined;
    return nth === undefined ? { day } : { day, nth: Number(nth) };
  });
  return read.every((day) => day !== undefined) ? read : undefined;
}

/** A rule that names a day that never comes (30 February) is given up after this many empty periods. */
const mostEmpty = 3000;
const lastYear = "9900";

/**
 * The days of a rule that begins on `start`, in order. May go on for ever: take no more than are needed.
 * @param from days before it are of no interest; they are passed over, but counted
 */
export function* recurringDates(rule: RecurrenceRule, start: PlainDate, from: PlainDate = start): Generator<PlainDate> {
  const period = periods(rule, start);
  let taken = 0;
  let empty = 0;
  // What is counted has to be counted from the beginning.
  for (let n = rule.count === undefined ? Math.max(0, period.before(from)) : 0; ; n++) {
    const base = period.at(n);
    if (base > lastYear || empty > mostEmpty) return;
    const dates = inPeriod(rule, base, start);
    empty = dates.length === 0 ? empty + 1 : 0;
    for (const date of dates) {
      if (date < start) continue;
      if (rule.count !== undefined && ++taken > rule.count) return;
      if (rule.until !== undefined && date > dayOfUntil(rule.until)) return;
      if (date >= from) yield date;
    }
  }
}

/** A moment may be the next day somewhere: whoever knows the zone looks closer. */
function dayOfUntil(until: string): PlainDate {
  const day = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` as PlainDate;
  return until.length > 8 ? addDays(day, 1) : day;
}

const monthOf = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01` as PlainDate;
const yearOf = (date: PlainDate): PlainDate => `${date.slice(0, 4)}-01-01` as PlainDate;
const number = (date: PlainDate, from: number, to: number): number => Number(date.slice(from, to));
const monthNumber = (date: PlainDate): number => number(date, 0, 4) * 12 + number(date, 5, 7);

/** The first day of the nth period, and a number of periods that surely lie before a day. */
function periods({ every, interval, weekStart }: RecurrenceRule, start: PlainDate) {
  switch (every) {
    case "DAILY":
      return { at: (n: number) => addDays(start, n * interval), before: (day: PlainDate) => Math.floor(daysBetween(start, day) / interval) - 1 };
    case "WEEKLY": {
      const week = addDays(start, -((weekdayOf(start) - weekStart + 7) % 7));
      return { at: (n: number) => addDays(week, n * 7 * interval), before: (day: PlainDate) => Math.floor(daysBetween(week, day) / (7 * interval)) - 1 };
    }
    case "MONTHLY":
      return { at: (n: number) => addMonths(monthOf(start), n * interval), before: (day: PlainDate) => Math.floor((monthNumber(day) - monthNumber(start)) / interval) - 1 };
    case "YEARLY":
      return {
        at: (n: number) => addMonths(yearOf(start), n * interval * 12),
        before: (day: PlainDate) => Math.floor((number(day, 0, 4) - number(start, 0, 4)) / interval) - 1,
      };
  }
}

function inPeriod(rule: RecurrenceRule, base: PlainDate, start: PlainDate): readonly PlainDate[] {
  const inMonths = (date: PlainDate) => rule.months.length === 0 || rule.months.includes(number(date, 5, 7));
  const dates = [...new Set(all(rule, base, start).filter(inMonths))].sort();
  if (rule.positions.length === 0) return dates;
  return [...new Set(rule.positions.flatMap((position) => dates.at(position > 0 ? position - 1 : position) ?? []))].sort();
}

function all(rule: RecurrenceRule, base: PlainDate, start: PlainDate): readonly PlainDate[] {
  const { days, monthDays, months } = rule;
  const onWeekday = (date: PlainDate) => days.length === 0 || days.some(({ day }) => day === weekdayOf(date));
  switch (rule.every) {
    case "DAILY":
      return [base].filter((date) => onWeekday(date) && (monthDays.length === 0 || ofMonth(date, monthDays).includes(date)));
    case "WEEKLY": {
      const wanted = days.length > 0 ? days.map(({ day }) => day) : [weekdayOf(start)];
      return Array.from({ length: 7 }, (_, n) => addDays(base, n)).filter((date) => wanted.includes(weekdayOf(date)));
    }
    case "MONTHLY":
      return inMonth(rule, base, start);
    case "YEARLY": {
      const ofYear = (wanted: readonly number[]) => wanted.map((month) => addMonths(base, month - 1));
      if (months.length > 0) return ofYear(months).flatMap((month) => inMonth(rule, month, start));
      if (monthDays.length > 0) return everyMonth.flatMap((month) => ofMonth(addMonths(base, month - 1), monthDays)).filter(onWeekday);
      if (days.length > 0) return onDays(days, base, addMonths(base, 12));
      return ofYear([number(start, 5, 7)]).flatMap((month) => ofMonth(month, [number(start, 8, 10)]));
    }
  }
}
const everyMonth = Array.from({ length: 12 }, (_, n) => n + 1);

function inMonth({ days, monthDays }: RecurrenceRule, month: PlainDate, start: PlainDate): readonly PlainDate[] {
  const first = monthOf(month);
  const onThese = days.length > 0 ? onDays(days, first, addMonths(first, 1)) : undefined;
  if (monthDays.length > 0) return ofMonth(first, monthDays).filter((date) => !onThese || onThese.includes(date));
  return onThese ?? ofMonth(first, [number(start, 8, 10)]);
}

/** These days of the date's month, counted from its end where they are negative. Days that it lacks are left out. */
function ofMonth(date: PlainDate, monthDays: readonly number[]): readonly PlainDate[] {
  const first = monthOf(date);
  const length = daysBetween(first, addMonths(first, 1));
  return monthDays.map((day) => (day > 0 ? day : length + 1 + day)).filter((day) => day >= 1 && day <= length).map((day) => addDays(first, day - 1));
}

/** The weekdays between `first` and `end` (left out): all of them, or the nth. */
function onDays(days: RecurrenceRule["days"], first: PlainDate, end: PlainDate): readonly PlainDate[] {
  const length = daysBetween(first, end);
  return days.flatMap(({ day, nth }) => {
    const lead = (day - weekdayOf(first) + 7) % 7;
    const such = Array.from({ length: Math.ceil((length - lead) / 7) }, (_, n) => addDays(first, lead + n * 7));
    return nth === undefined ? such : such.slice(nth > 0 ? nth - 1 : nth).slice(0, Math.abs(nth) > such.length ? 0 : 1);
  });
}
