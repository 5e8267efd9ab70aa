import type { Instant, PlainDate, Weekday, Zone } from "../time/types";
import { addDays, dateIn, daysBetween, weekdayOf } from "../time/zoned";
import type { Period } from "./progressView";

/**
 * How a message names the time it tells of, seen from where the client is. "This week" only when all of it lies in the
 * client's week.
 * @param days the client's working days; absent: Monday to Friday
 */
export function periodSince(since: Instant, now: Instant, zone: Zone, days?: readonly Weekday[]): Period {
  const from = dateIn(since, zone);
  const today = dateIn(now, zone);
  if (from >= today) return { today: true };
  if (daysBetween(from, today) === 1) return { yesterday: true };
  return from >= startOfWeek(today, days) ? { thisWeek: true } : { since: from };
}

/** The latest day up to today with which a week of work begins: a working day after a day off. */
function startOfWeek(today: PlainDate, days: readonly Weekday[] = [1, 2, 3, 4, 5]): PlainDate {
  const works = (date: PlainDate) => days.includes(weekdayOf(date));
  for (let back = 0; back < 7; back++) {
    const date = addDays(today, -back);
    if (works(date) && !works(addDays(date, -1))) return date;
  }
  return addDays(today, 1 - weekdayOf(today));
}
