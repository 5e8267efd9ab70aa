import type { Level, Owed } from "../owed/owed";
import type { Instant } from "../time/types";

/** The most pressing level first. */
export const levels: readonly Level[] = ["overdue", "due", "soon", "fine"];

/** The user put it off, and that time has not come yet. */
export const isSnoozed = (owed: Owed, now: Instant): boolean => owed.snoozedUntil !== undefined && owed.snoozedUntil > now;

/** Most pressing first; what was put off comes last. The order is total, so that rows do not jump about. */
export function byUrgency(owed: readonly Owed[], now: Instant): readonly Owed[] {
  const key = (one: Owed) =>
    [isSnoozed(one, now) ? 1 : 0, levels.indexOf(one.level), one.sendBy, one.clientId, one.id] as const;
  return [...owed].sort((a, b) => compare(key(a), key(b)));
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [at, mine] of a.entries()) {
    const theirs = b[at] as typeof mine;
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}
