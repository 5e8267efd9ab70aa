import type { Book } from "../../../core/book/book";
import type { Client } from "../../../core/book/client";
import { workingCalendar } from "../../../core/time/calendar";
import type { Instant, Zone } from "../../../core/time/types";
import { addDays, clockIn, instantOf, later } from "../../../core/time/zoned";

const daysAhead = 14;

interface Between {
  readonly book: Book;
  readonly client: Client;
  readonly machineZone: Zone;
}

/**
 * A time on the first day after that of `after` on which both of us work: the same time of day for the client where `sameTime`
 * and it fits, else the first full hour that does; where there is none, the client's morning.
 */
export function timeForBoth(after: Instant, { book, client, machineZone }: Between, { sameTime = false } = {}): Instant {
  const mine = workingCalendar({ me: book.me, absences: book.absence, machineZone });
  const theirs = workingCalendar({ me: book.me, client, absences: [], machineZone });
  const tomorrow = addDays(theirs.dateAt(after), 1);
  const time = clockIn(after, theirs.zone);
  for (let day = tomorrow; day < addDays(tomorrow, daysAhead); day = addDays(day, 1)) {
    const same = instantOf(day, time, theirs.zone);
    if (sameTime && theirs.isWorkingAt(same) && mine.isWorkingAt(same)) return same;
    const span = theirs.span(day);
    for (let at = span?.start; span && at !== undefined && at < span.end; at = later(at, 60)) if (mine.isWorkingAt(at)) return at;
  }
  return theirs.span(theirs.workingDayFrom(tomorrow))?.start ?? later(after, 1440);
}
