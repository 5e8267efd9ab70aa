import type { Answer } from "../book/answer";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant } from "../time/types";
import { latestTrue } from "../time/ahead";
import { later } from "../time/zoned";
import type { Owed } from "./owed";

export interface Nudging {
  /** When each item was last nudged about, by its id. */
  readonly nudged: ReadonlyMap<string, Instant>;
  readonly answers: readonly Answer[];
  /** My calendar: outside my hours nobody is nudged but for meetings and hard clocks. */
  readonly mine: WorkingCalendar;
  readonly now: Instant;
}

/** A hard clock that runs out outside my hours nudges then only in its last two hours, and a meeting when it is due. */
const HARD_MINUTES = 120;

/** From when something may nudge outside my hours; undefined: never. */
export function hardNudgeFrom({ hard, readyFrom, sendBy }: Pick<Owed, "hard" | "readyFrom" | "sendBy">): Instant | undefined {
  if (!hard) return undefined;
  const last = later(sendBy, -HARD_MINUTES);
  return last > readyFrom ? last : readyFrom;
}

/**
 * What to notify about now, all in one notification: due or overdue, not snoozed, in my hours, and not yet today. A snooze
 * that has run out since the last nudge asks for another one itself.
 */
export function toNudge(list: readonly Owed[], { nudged, answers, mine, now }: Nudging): readonly Owed[] {
  const working = mine.isWorkingAt(now);
  const today = mine.dateAt(now);
  const wokenAt = new Map(answers.map(({ owedId, said }) => [owedId, said.what === "snoozed" ? said.until : undefined]));
  return list.filter((item) => {
    if ((item.level !== "due" && item.level !== "overdue") || item.snoozedUntil !== undefined) return false;
    const hardFrom = hardNudgeFrom(item);
    // What ran out while nobody was there waits for my hours like all else.
    if (!working && (hardFrom === undefined || now < hardFrom || now >= item.sendBy)) return false;
    const known = nudged.get(item.id);
    const last = known !== undefined && known > latestTrue(now) ? undefined : known;
    if (last === undefined || mine.dateAt(last) < today) return true;
    const woken = wokenAt.get(item.id);
    return woken !== undefined && woken > last && woken <= now;
  });
}
