import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainDate } from "../time/types";
import { addDays, later, minutesBetween } from "../time/zoned";

/** When, on one of my working days, something should go out. */
export interface SendWindow {
  /** The beginning of my day. */
  readonly readyFrom: Instant;
  readonly sendBy: Instant;
  /** The client works on that day, so that it is a good one to write to them. */
  readonly theyWork: boolean;
  /** `sendBy` lies in both our hours. False: they never overlap on that day, and it is the end of mine. */
  readonly overlaps: boolean;
}

/** My calendar and one client's, laid over each other. */
export interface SharedDays {
  /** Undefined on a day that I do not work. Days are mine, in my zone. */
  window(day: PlainDate): SendWindow | undefined;
  /** The first day from `day` on that is good for both; mine alone where there is none soon. */
  first(day: PlainDate): PlainDate;
  /**
   * The last good day from `from` to `limit`, so that a silence ends before it gets too long. Where there is none, one
   * within the next few days; else the last one that I work, or the first after it.
   */
  last(from: PlainDate, limit: PlainDate): PlainDate;
}

/** A day's window that can still be reached by somebody who learns of it at `at`. */
const REACHABLE_MINUTES = 60;

/** On `day`, or the first good one after it. */
export const onOrAfter = (days: SharedDays, day: PlainDate): SendWindow | undefined => days.window(days.first(day));
/**
 * So many working days of mine after something happened, on a day that is good for both; 0 is the same day while there is
 * an hour left of it, else the next one.
 */
export function within(days: SharedDays, mine: WorkingCalendar, at: Instant, workingDays: number): SendWindow | undefined {
  const day = mine.dateAt(at);
  const n = Math.round(workingDays);
  if (n > 0) return onOrAfter(days, mine.addWorkingDays(day, n));
  const today = onOrAfter(days, day);
  return today && today.sendBy > later(at, REACHABLE_MINUTES) ? today : onOrAfter(days, addDays(day, 1));
}

/** Nobody is away for longer than this without the date being moved. */
const BACK_DAYS = 45;

/** On `day`, or the last good one before it; where `since` is later than that, as soon as can be. */
export function onOrBefore(days: SharedDays, mine: WorkingCalendar, day: PlainDate, since: Instant): SendWindow | undefined {
  const last = days.window(days.last(addDays(day, -BACK_DAYS), day));
  return last && last.sendBy > since ? last : within(days, mine, since, 0);
}

/** What arrives in the client's last hour is read the day after, so the hour before the end is kept free. */
const MARGIN = 60;
/** Looking for a day that both work: over any two weekends, but not far into a leave of mine. */
const SEARCH_DAYS = 10;
/** How far a date may slip to reach the client at work: a weekend of either of us, or both in a row. */
const SLIP_DAYS = 4;

export function sharedDays(mine: WorkingCalendar, theirs: WorkingCalendar): SharedDays {
  const known = new Map<PlainDate, SendWindow | undefined>();

  const window = (day: PlainDate): SendWindow | undefined => {
    if (!known.has(day)) known.set(day, findWindow(mine, theirs, day));
    return known.get(day);
  };
  const isGood = (day: PlainDate): boolean => window(day)?.theyWork === true;
  const searchOn = (day: PlainDate, days: number): PlainDate | undefined => {
    for (let n = 0; n < days; n++) {
      const candidate = addDays(day, n);
      if (isGood(candidate)) return candidate;
    }
    return undefined;
  };
  const searchBack = (from: PlainDate, limit: PlainDate, fits: (day: PlainDate) => boolean): PlainDate | undefined => {
    for (let day = limit; day >= from; day = addDays(day, -1)) if (fits(day)) return day;
    return undefined;
  };

  const first = (day: PlainDate): PlainDate => {
    const myFirst = mine.workingDayFrom(day);
    return searchOn(day, SEARCH_DAYS) ?? searchOn(myFirst, SEARCH_DAYS) ?? myFirst;
  };

  return {
    window,
    first,
    last: (from, limit) =>
      searchBack(from, limit, isGood) ??
      searchOn(addDays(limit, 1), SLIP_DAYS) ??
      searchBack(from, limit, (day) => mine.isWorkingDay(day)) ??
      first(addDays(limit, 1)),
  };
}

function findWindow(mine: WorkingCalendar, theirs: WorkingCalendar, day: PlainDate): SendWindow | undefined {
  const my = mine.span(day);
  if (!my) return undefined;
  // My day may touch two of theirs.
  const days = [theirs.dateAt(my.end), theirs.dateAt(my.start)];
  for (const their of days.map((date) => theirs.span(date))) {
    if (!their) continue;
    const start = their.start > my.start ? their.start : my.start;
    const end = their.end < my.end ? their.end : my.end;
    if (start >= end) continue;
    const sendBy = minutesBetween(start, end) > MARGIN ? later(end, -MARGIN) : end;
    return { readyFrom: my.start, sendBy, theyWork: true, overlaps: true };
  }
  return { readyFrom: my.start, sendBy: my.end, theyWork: days.some((date) => theirs.isWorkingDay(date)), overlaps: false };
}
