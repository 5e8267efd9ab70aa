import { itemSections, type LeftOut, type WorkItem } from "../work/summary";
import type { CountView, HousekeepingView, Placed } from "./progressView";

/** Fewer lines are seen at a glance. */
const leastLines = 4;

/** What the message tells, counted: finished work by kind, then what is in progress. */
export function inShort(items: readonly Pick<WorkItem, "standing" | "section">[]): readonly CountView[] {
  if (items.length < leastLines) return [];
  const done = items.filter(({ standing }) => standing !== "inProgress");
  const counts = [
    ...itemSections.map((of) => ({ of, count: done.filter(({ section }) => section === of).length })),
    { of: "inProgress" as const, count: items.length - done.length },
  ].filter(({ count }) => count > 0);
  return counts.map(({ of, count }, at) => ({
    of,
    count: String(count),
    isNew: of === "new",
    isImproved: of === "improved",
    isFixed: of === "fixed",
    isInProgress: of === "inProgress",
    ...placed(at, counts.length),
  }));
}

const placed = (at: number, count: number): Placed => ({ first: at === 0, last: at === count - 1 });

type Kind = Exclude<keyof HousekeepingView, keyof Placed>;
const kinds: Readonly<Record<Kind, readonly string[]>> = {
  libraries: ["dependencies"],
  tests: ["tests", "ci"],
  code: ["refactor", "format", "chore", "build", "generated"],
  docs: ["docs"],
};

type Left = Pick<LeftOut, "standing"> & { readonly reason: { readonly id: string } };
const reasonOf = ({ reason }: Left): string => reason.id.replace("work.leftOut.", "");
const told = new Set(Object.values(kinds).flat());

/** The closing sentence tells of it: work that is not finished is not told as done. */
export const isHousekeeping = (left: Left): boolean => left.standing !== "inProgress" && told.has(reasonOf(left));

/** The kinds of housekeeping among what was left out. */
export function housekeepingOf(leftOut: readonly LeftOut[]): readonly HousekeepingView[] {
  const reasons = new Set(leftOut.filter(isHousekeeping).map(reasonOf));
  const found = (Object.keys(kinds) as Kind[]).filter((kind) => kinds[kind].some((reason) => reasons.has(reason)));
  return found.map((kind, at) => ({
    libraries: kind === "libraries",
    tests: kind === "tests",
    code: kind === "code",
    docs: kind === "docs",
    ...placed(at, found.length),
  }));
}
