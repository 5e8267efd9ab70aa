import type { Absence } from "../book/absence";
import type { Client } from "../book/client";
import type { Holiday, WorkingTime } from "../book/fields";
import type { Me } from "../book/me";
import type { Instant, PlainDate, PlainTime, Zone } from "./types";
import { usualWeek } from "./weekends";
import { addDays, instantOf, weekdayOf } from "./zoned";

/** Working hours of one day as points on the time line. */
interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** When one person works. */
export interface WorkingCalendar {
  readonly zone: Zone;
  isWorkingDay(date: PlainDate): boolean;
  /** The hours on the wall of that day; undefined on a day off. */
  hours(date: PlainDate): { readonly start: PlainTime; readonly end: PlainTime } | undefined;
  /** The same as instants. */
  span(date: PlainDate): Span | undefined;
  /** The day in this calendar's zone. */
  dateAt(at: Instant): PlainDate;
  isWorkingAt(at: Instant): boolean;
  /** The hours in which `at` lies, else the last ones before it. Undefined where a calendar has none. */
  lastSpanAt(at: Instant): Span | undefined;
  /** When work begins next, after `at`. Undefined where it never does. */
  nextStart(at: Instant): Instant | undefined;
  /** The first working day after `date`. */
  nextWorkingDay(date: PlainDate): PlainDate;
  /** The last working day before `date`. */
  previousWorkingDay(date: PlainDate): PlainDate;
  /** `date` itself when it is a working day, else the next one. */
  workingDayFrom(date: PlainDate): PlainDate;
  /** `date` itself when it is a working day, else the one before. */
  workingDayUntil(date: PlainDate): PlainDate;
  /** Working days after `from` up to and with `to`; negative when `to` is earlier. */
  workingDaysBetween(from: PlainDate, to: PlainDate): number;
  /** The working day that many working days on, or back when negative; 0 gives `date` as it is. */
  addWorkingDays(date: PlainDate, days: number): PlainDate;
}

/** A calendar without a working day in this time has none to find: the day asked for is then as good as any. */
const SEARCH_DAYS = 800;
const MIDNIGHT = "00:00" as PlainTime;
const LAST_MINUTE = "23:59" as PlainTime;

/**
 * My calendar, or with `client` the client's: their zone (else mine), their week (else the usual one of that zone) and their
 * public holidays. Absences are mine alone; tentative ones do not count, since work goes on until they are certain.
 */
export function workingCalendar(of: {
  readonly me: Me;
  readonly client?: Client;
  readonly absences: readonly Absence[];
  readonly machineZone: Zone;
}): WorkingCalendar {
  const myZone = of.me.zone ?? of.machineZone;
  const zone = of.client?.zone ?? myZone;
  const mine = of.client ? [] : (of.me.workingTimes ?? []);
  const times = of.client?.workingTime ? [of.client.workingTime] : mine;
  const away = of.client ? [] : of.absences.filter((absence) => !absence.tentative && !absence.archivedAt);
  const off = [...away, ...((of.client ?? of.me).holidays ?? [])];
  return calendar(zone, [...times, usualWeek(zone)], off);
}

/** @param off days without work, whatever the week says */
function calendar(zone: Zone, times: readonly WorkingTime[], off: readonly Pick<Holiday, "from" | "to">[]): WorkingCalendar {
  const spans = new Map<PlainDate, Span | undefined>();
  const known = new Map<PlainDate, ReturnType<WorkingCalendar["hours"]>>();

  const findHours = (date: PlainDate): ReturnType<WorkingCalendar["hours"]> => {
    const time = times.find(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date <= to));
    if (!time?.days.includes(weekdayOf(date))) return undefined;
    if (off.some(({ from, to = from }) => from <= date && date <= to)) return undefined;
    // Hours end on the day they begin; those that would run past midnight are cut off there.
    return { start: time.start, end: time.end > time.start ? time.end : LAST_MINUTE };
  };
  const hours = (date: PlainDate) => {
    if (!known.has(date)) known.set(date, findHours(date));
    return known.get(date);
  };
  const isWorkingDay = (date: PlainDate) => hours(date) !== undefined;
  const span = (date: PlainDate) => {
    if (spans.has(date)) return spans.get(date);
    const day = hours(date);
    const found = day && { start: instantOf(date, day.start, zone), end: instantOf(date, day.end, zone) };
    spans.set(date, found);
    return found;
  };
  const search = (date: PlainDate, step: 1 | -1): PlainDate => {
    for (let n = 1; n <= SEARCH_DAYS; n++) {
      const day = addDays(date, n * step);
      if (isWorkingDay(day)) return day;
    }
    return addDays(date, step);
  };
  const workingDaysBetween = (from: PlainDate, to: PlainDate): number => {
    if (to < from) return -workingDaysBetween(to, from);
    let count = 0;
    for (let day = from; day < to; ) {
      day = addDays(day, 1);
      if (isWorkingDay(day)) count++;
    }
    return count;
  };
  // Asking a time zone is slow and days are asked for by the hundred, so each day's beginning is asked for once.
  const begins = new Map<PlainDate, Instant>();
  const beginningOf = (date: PlainDate): Instant => {
    const known = begins.get(date) ?? instantOf(date, MIDNIGHT, zone);
    begins.set(date, known);
    return known;
  };
  const neighbours = new Map<PlainDate, readonly PlainDate[]>();
  const dateAt = (at: Instant): PlainDate => {
    // No zone is more than a day from UTC, so it is that day or one of its neighbours.
    const utc = at.slice(0, 10) as PlainDate;
    const around = neighbours.get(utc) ?? [addDays(utc, 1), utc, addDays(utc, -1)];
    neighbours.set(utc, around);
    return around.find((date) => beginningOf(date) <= at) ?? utc;
  };

  return {
    zone,
    isWorkingDay,
    hours,
    span,
    dateAt,
    isWorkingAt: (at) => {
      const today = span(dateAt(at));
      return today !== undefined && today.start <= at && at < today.end;
    },
    lastSpanAt: (at) => {
      const today = dateAt(at);
      const now = span(today);
      return now && now.start <= at ? now : span(search(today, -1));
    },
    nextStart: (at) => {
      const today = dateAt(at);
      const now = span(today);
      return now && now.start > at ? now.start : span(search(today, 1))?.start;
    },
    nextWorkingDay: (date) => search(date, 1),
    previousWorkingDay: (date) => search(date, -1),
    workingDayFrom: (date) => (isWorkingDay(date) ? date : search(date, 1)),
    workingDayUntil: (date) => (isWorkingDay(date) ? date : search(date, -1)),
    workingDaysBetween,
    addWorkingDays: (date, days) => {
      let day = date;
      for (let n = Math.abs(days); n > 0; n--) day = search(day, days < 0 ? -1 : 1);
      return day;
    },
  };
}
