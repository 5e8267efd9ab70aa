import type { Answer } from "../book/answer";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant } from "../time/types";
import type { Owed } from "./owed";

export interface Nudging {
  /** When each item was last nudged about, by its id. */
  readonly nudged: ReadonlyMap<string, Instant>;
  readonly answers: readonly Answer[];
  /** My calendar: nobody is nudged outside their hours. */
  readonly mine: WorkingCalendar;
  readonly now: Instant;
}

/**
 * What to notify about now, all in one notification: due or overdue, not snoozed, in my hours, and not yet today. A snooze
 * that has run out since the last nudge asks for another one itself.
 */
export function toNudge(list: readonly Owed[], { nudged, answers, mine, now }: Nudging): readonly Owed[] {
  if (!mine.isWorkingAt(now)) return [];
  const today = mine.dateAt(now);
  const wokenAt = new Map(answers.map(({ owedId, said }) => [owedId, said.what === "snoozed" ? said.until : undefined]));
  return list.filter((item) => {
    if ((item.level !== "due" && item.level !== "overdue") || item.snoozedUntil !== undefined) return false;
    const last = nudged.get(item.id);
    if (last === undefined || mine.dateAt(last) < today) return true;
    const woken = wokenAt.get(item.id);
    return woken !== undefined && woken > last && woken <= now;
  });
}
