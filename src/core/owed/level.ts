import type { WorkingCalendar } from "../time/calendar";
import type { Instant } from "../time/types";
import type { Level, Owed } from "./owed";

interface Times extends Pick<Owed, "readyFrom" | "sendBy"> {
  readonly soonFrom: Instant;
}

/** From the beginning of the working day of mine before it is due. */
export function soonBefore(readyFrom: Instant, mine: WorkingCalendar): Instant {
  return mine.span(mine.previousWorkingDay(mine.dateAt(readyFrom)))?.start ?? readyFrom;
}

/** By dates alone, so that it never falls while nothing is done about it. */
export function levelAt({ soonFrom, readyFrom, sendBy }: Times, now: Instant): Level {
  if (now >= sendBy) return "overdue";
  if (now >= readyFrom) return "due";
  return now >= soonFrom ? "soon" : "fine";
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
