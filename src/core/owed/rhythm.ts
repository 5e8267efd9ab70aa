import type { Project, ProjectSize, Rhythm } from "../book/project";

/** A rhythm, with what fills a silence where there is nothing to tell. */
export type Pace = Exclude<Rhythm, { every: "workingDay" }> | { readonly every: "workingDay"; readonly idleDays: number };

/** Where nobody has said anything: of small projects, working days; of large ones, days. */
export const usualNumber: Readonly<Record<ProjectSize, number>> = { small: 2, large: 7 };

/**
 * The rhythm that a project is told in now. A lead and a closed project owe no updates. One that is delivered or in its
 * support window has no work to tell of by default, so only a rhythm that was set for it counts.
 * @param n by size: of small projects the working days after which word comes also without work, of large ones the longest
 * silence in days
 */
export function rhythmOf({ status, rhythm, size }: Project, n: number = usualNumber[size]): Pace {
  if (status === "lead" || status === "closed") return { every: "never" };
  if (rhythm) return rhythm.every === "workingDay" ? { every: "workingDay", idleDays: whole(size === "small" ? n : usualNumber.small) } : rhythm;
  if (status === "delivered" || status === "support") return { every: "never" };
  return size === "small" ? { every: "workingDay", idleDays: whole(n) } : { every: "milestone", ceilingDays: whole(n) };
}

const whole = (n: number): number => Math.max(1, Math.round(n));
