import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainTime } from "../time/types";
import { addDays, instantOf, minutesBetween } from "../time/zoned";

const usual = "09:00" as PlainTime;
/** What is as good as now is no choice. Minutes. */
const soon = 10;
const searchDays = 14;

/** The next 09:00 on a working day of the client's; where their day begins later, its beginning. */
export function theirMorning(theirs: WorkingCalendar, now: Instant): Instant | undefined {
  const today = theirs.dateAt(now);
  for (let n = 0; n < searchDays; n++) {
    const day = addDays(today, n);
    const hours = theirs.hours(day);
    if (!hours) continue;
    const at = instantOf(day, hours.start > usual && hours.start < "12:00" ? hours.start : usual, theirs.zone);
    if (minutesBetween(now, at) >= soon) return at;
  }
  return undefined;
}
