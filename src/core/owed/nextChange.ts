import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainTime } from "../time/types";
import { addDays, instantOf, later } from "../time/zoned";
import type { Found } from "./found";
import { hardNudgeFrom } from "./nudge";
import type { Owed } from "./owed";

/** A computer sleeps, a clock is set, a network drive syncs: an hour is the longest that nobody looks. */
const LONGEST_MINUTES = 60;

export interface Changing {
  readonly now: Instant;
  readonly mine: WorkingCalendar;
  readonly owed: readonly Owed[];
  /** Also what is not shown yet, or not any more. */
  readonly found: readonly { readonly found: Pick<Found, "from" | "until"> }[];
}

/**
 * The next moment at which a level, a snooze, the words for a day or the right to nudge changes: always after `now`, and
 * at most an hour ahead.
 */
export function nextChange({ now, mine, owed, found }: Changing): Instant {
  let next = later(now, LONGEST_MINUTES);
  const consider = (at: Instant | undefined) => {
    if (at !== undefined && at > now && at < next) next = at;
  };
  for (const item of owed) {
    consider(item.sendBy);
    consider(item.readyFrom);
    consider(item.snoozedUntil);
    consider(hardNudgeFrom(item));
  }
  for (const {
    found: { from, until },
  } of found) {
    consider(from);
    consider(until);
  }
  // Whatever becomes "soon" does so at the beginning of a day of mine.
  for (const at of myDay(mine, now)) consider(at);
  return next;
}

/** When my day begins and ends on the clock, and when "today" becomes another day. */
function myDay(mine: WorkingCalendar, now: Instant): readonly (Instant | undefined)[] {
  const today = mine.dateAt(now);
  const tomorrow = addDays(today, 1);
  const spans = [mine.span(today), mine.span(tomorrow)];
  return [...spans.flatMap((span) => [span?.start, span?.end]), instantOf(tomorrow, "00:00" as PlainTime, mine.zone)];
}
