import type { Instant, PlainDate, Weekday, ZonedTime } from "./types";
import { addDays, addMonths, daysBetween, instantOfZoned, parseInstant, weekdayOf } from "./zoned";

/** The part of RFC 5545's recurrence rules that meetings with people have: every N days, weeks, months or years, on some days. */
interface Rule {
  readonly every: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  readonly count?: number;
  /** A day, or a moment; included. */
  readonly until?: PlainDate | Instant;
  readonly days: readonly { readonly day: Weekday; /** The first is 1, the last is -1. */ readonly nth?: number }[];
  readonly monthDays: readonly number[];
  /** The day with which its weeks begin. */
  readonly weekFrom: Weekday;
}

/** A rule that never ends is only asked about a while; whoever needs more than this many has made a mistake. */
const MOST = 20_000;
const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const known = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST"]);

/**
 * The beginnings of what recurs, on days from `from` to `to` on the clocks of its own zone, oldest first. A rule that has
 * parts beyond these is taken as if it did not recur: the first time is certain, the others would be guessed.
 * @param rrule "FREQ=WEEKLY;BYDAY=MO,TH"; undefined: it happens once
 */
export function occurrences(rrule: string | undefined, first: ZonedTime, from: PlainDate, to: PlainDate): readonly Instant[] {
  const rule = rrule === undefined ? undefined : parse(rrule);
  if (!rule) return from <= first.date && first.date <= to ? [instantOfZoned(first)] : [];
  const found: Instant[] = [];
  let n = 0;
  let beyond = 0;
  for (let period = 0; period < MOST && beyond < 1; period++) {
    const dates = datesOf(rule, first.date, period);
    for (const date of dates) {
      if (date < first.date) continue;
      if (date > to || (rule.count !== undefined && n >= rule.count)) beyond++;
      else {
        n++;
        const at = date >= from || rule.until !== undefined ? instantOfZoned({ ...first, date }) : undefined;
        if (isAfter(rule.until, date, at)) beyond++;
        else if (date >= from && at !== undefined) found.push(at);
      }
    }
    // A period may have no day at all: 31 February, the fifth Monday.
    if (dates.length === 0 && beginningOf(rule, first.date, period) > to) beyond++;
  }
  return found;
}

function isAfter(until: Rule["until"], date: PlainDate, at: Instant | undefined): boolean {
  if (until === undefined) return false;
  return until.length === 10 ? date > until : at !== undefined && at > until;
}

/** Days of one day, week, month or year of the rule, in order. */
function datesOf(rule: Rule, first: PlainDate, period: number): readonly PlainDate[] {
  const begins = beginningOf(rule, first, period);
  const { days, monthDays } = rule;
  switch (rule.every) {
    case "DAILY":
      return days.length === 0 || days.some(({ day }) => day === weekdayOf(begins)) ? [begins] : [];
    case "WEEKLY": {
      const wanted = days.length > 0 ? days.map(({ day }) => day) : [weekdayOf(first)];
      const offsets = wanted.map((day) => (day - rule.weekFrom + 7) % 7);
      return [...new Set(offsets)].sort((a, b) => a - b).map((offset) => addDays(begins, offset));
    }
    case "MONTHLY": {
      const all = monthOf(begins);
      const wanted = days.length > 0 ? all.filter((date) => days.some((day) => isNth(date, day, all))) : all;
      const numbers = monthDays.length > 0 ? monthDays : days.length > 0 ? [] : [Number(first.slice(8))];
      if (numbers.length === 0) return wanted;
      return wanted.filter((date) => numbers.includes(Number(date.slice(8))) || numbers.includes(Number(date.slice(8)) - all.length - 1));
    }
    case "YEARLY":
      return begins.slice(5) === first.slice(5) ? [begins] : [];
  }
}

function beginningOf({ every, interval, weekFrom }: Rule, first: PlainDate, period: number): PlainDate {
  const n = period * interval;
  switch (every) {
    case "DAILY":
      return addDays(first, n);
    case "WEEKLY":
      return addDays(first, 7 * n - ((weekdayOf(first) - weekFrom + 7) % 7));
    case "MONTHLY":
      return addMonths(`${first.slice(0, 8)}01` as PlainDate, n);
    case "YEARLY":
      return addMonths(first, 12 * n);
  }
}

function monthOf(first: PlainDate): readonly PlainDate[] {
  return Array.from({ length: daysBetween(first, addMonths(first, 1)) }, (_, n) => addDays(first, n));
}

function isNth(date: PlainDate, { day, nth }: Rule["days"][number], month: readonly PlainDate[]): boolean {
  if (weekdayOf(date) !== day) return false;
  const number = Number(date.slice(8));
  return nth === undefined || (nth > 0 ? Math.ceil(number / 7) === nth : Math.ceil((month.length - number + 1) / 7) === -nth);
}

function parse(rrule: string): Rule | undefined {
  const parts = new Map(rrule.replace(/^RRULE:/i, "").split(";").map((part) => part.toUpperCase().split("=") as [string, string | undefined]));
  const every = parts.get("FREQ");
  if (every !== "DAILY" && every !== "WEEKLY" && every !== "MONTHLY" && every !== "YEARLY") return undefined;
  if ([...parts.keys()].some((name) => !known.has(name))) return undefined;
  const days = list(parts.get("BYDAY")).map(dayOf);
  const monthDays = list(parts.get("BYMONTHDAY")).map(Number);
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const count = parts.has("COUNT") ? Number(parts.get("COUNT")) : undefined;
  const until = untilOf(parts.get("UNTIL"));
  const numbers = [interval, ...(count === undefined ? [] : [count]), ...monthDays];
  if (numbers.some((number) => !Number.isInteger(number)) || interval < 1 || until === null || days.includes(undefined)) return undefined;
  if (every === "YEARLY" && (days.length > 0 || monthDays.length > 0)) return undefined;
  if ((every === "DAILY" || every === "WEEKLY") && (monthDays.length > 0 || days.some((day) => day?.nth !== undefined))) return undefined;
  return {
    every,
    interval,
    days: days.filter((day) => day !== undefined),
    monthDays,
    weekFrom: dayOf(parts.get("WKST") ?? "MO")?.day ?? 1,
    ...(count !== undefined && { count }),
    ...(until !== undefined && { until }),
  };
}

const list = (part: string | undefined): readonly string[] => (part === undefined || part === "" ? [] : part.split(","));

function dayOf(text: string): Rule["days"][number] | undefined {
  const [, nth, name = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
  const day = names.indexOf(name) + 1;
  return day === 0 ? undefined : { day: day as Weekday, ...(nth !== undefined && { nth: Number(nth) }) };
}

/** Undefined: for ever; null: cannot be read. */
function untilOf(text: string | undefined): Rule["until"] | null {
  if (text === undefined) return undefined;
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)/, "$1-$2-$3").replace(/T(\d\d)(\d\d)(\d\d)/, "T$1:$2:$3");
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) return iso as PlainDate;
  return parseInstant(iso) ?? null;
}
