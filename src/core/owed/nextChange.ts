import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainTime } from "../time/types";
import { addDays, instantOf, later } from "../time/zoned";
import type { AnswerTo } from "./answers";
import type { FoundAt } from "./findAll";
import { hardNudgeFrom } from "./nudge";

/** A computer sleeps, a clock is set, a network drive syncs: an hour is the longest that nobody looks. */
const LONGEST_MINUTES = 60;

/** A stretch of time in which nothing changes: from `since` until just before `next`. Absent: for as long as anybody looks. */
export interface Still {
  readonly since?: Instant;
  readonly next?: Instant;
}

/**
 * The stretch around `now` in which no level, snooze or right to nudge of what one client is owed changes.
 * @param found also what is not shown yet, or not any more
 */
export function stillAt(now: Instant, found: readonly FoundAt[], answer: AnswerTo): Still {
  let since: Instant | undefined;
  let next: Instant | undefined;
  const consider = (at: Instant | undefined) => {
    if (at === undefined) return;
    if (at > now) next = next === undefined || at < next ? at : next;
    else if (since === undefined || at > since) since = at;
  };
  for (const { found: one, soonFrom } of found) {
    consider(one.from);
    consider(one.until);
    consider(soonFrom);
    consider(one.readyFrom);
    consider(one.sendBy);
    consider(hardNudgeFrom(one));
    const said = answer(one.id)?.said;
    if (said?.what === "snoozed") consider(said.until);
  }
  return { ...(since && { since }), ...(next && { next }) };
}

/** The next moment at which anything changes, also the words for a day: always after `now`, and at most an hour ahead. */
export function nextChange(now: Instant, mine: WorkingCalendar, clients: readonly Still[]): Instant {
  let first = later(now, LONGEST_MINUTES);
  for (const at of [...clients.map(({ next }) => next), ...myDay(mine, now)]) if (at !== undefined && at > now && at < first) first = at;
  return first;
}

/** When my day begins and ends on the clock, and when "today" becomes another day. */
function myDay(mine: WorkingCalendar, now: Instant): readonly (Instant | undefined)[] {
  const today = mine.dateAt(now);
  const tomorrow = addDays(today, 1);
  const spans = [mine.span(today), mine.span(tomorrow)];
  return [...spans.flatMap((span) => [span?.start, span?.end]), instantOf(tomorrow, "00:00" as PlainTime, mine.zone)];
}
