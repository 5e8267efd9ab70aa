import type { WorkingCalendar } from "../time/calendar";
import type { Instant } from "../time/types";
import type { Level, Owed } from "./owed";

type Times = Pick<Owed, "readyFrom" | "sendBy">;

/** From the beginning of the working day of mine before it is due. */
function soonFrom({ readyFrom }: Times, mine: WorkingCalendar): Instant {
  return mine.span(mine.previousWorkingDay(mine.dateAt(readyFrom)))?.start ?? readyFrom;
}

/** By dates alone, so that it never falls while nothing is done about it. */
export function levelAt(times: Times, mine: WorkingCalendar, now: Instant): Level {
  if (now >= times.sendBy) return "overdue";
  if (now >= times.readyFrom) return "due";
  return now >= soonFrom(times, mine) ? "soon" : "fine";
}

const ranks: Readonly<Record<Level, number>> = { overdue: 0, due: 1, soon: 2, fine: 4 };
/** What was put off comes after all that is pressing, before what is not. */
const SNOOZED = 3;

const rank = (owed: Owed): number => (owed.snoozedUntil === undefined ? ranks[owed.level] : Math.max(ranks[owed.level], SNOOZED));

/** Most urgent first. Total: no two items of one list are equal. */
export function byUrgency(a: Owed, b: Owed): number {
  return rank(a) - rank(b) || byText(a.sendBy, b.sendBy) || byText(a.readyFrom, b.readyFrom) || byText(a.clientId, b.clientId) || byText(a.id, b.id);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
