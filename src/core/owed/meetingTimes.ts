import type { Meeting } from "../book/meeting";
import { occurrencesOf } from "../book/meetingTimes";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainDate, PlainTime } from "../time/types";
import { addDays, instantOf } from "../time/zoned";

/** How far a meeting is looked for: what was decided longer ago than this nobody writes down any more. */
export const MEETINGS_BACK_DAYS = 14;
const AHEAD_DAYS = 30;

/** When it begins, from two weeks ago on; a recurring one once for each time. */
export type TimesOf = (meeting: Meeting) => readonly Instant[];

/** For one day. Working out what recurs is slow, and several rules ask: each meeting is worked out once. */
export function meetingTimesOn(mine: WorkingCalendar, today: PlainDate): TimesOf {
  const midnight = (days: number) => instantOf(addDays(today, days), "00:00" as PlainTime, mine.zone);
  const [from, to] = [midnight(-MEETINGS_BACK_DAYS), midnight(AHEAD_DAYS)];
  const known = new WeakMap<Meeting, readonly Instant[]>();
  return (meeting) => {
    const times = known.get(meeting) ?? occurrencesOf(meeting, from, to).map(({ startsAt }) => startsAt);
    known.set(meeting, times);
    return times;
  };
}
