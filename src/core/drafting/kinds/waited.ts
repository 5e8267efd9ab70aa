import type { Milestone } from "../../book/milestone";
import type { PlainDate } from "../../time/types";
import { myCalendar } from "./baseView";
import type { KindInput } from "./kind";

export interface WaitedView {
  /** Working days of mine. */
  readonly days: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** It still waits. */
  readonly still: boolean;
}

/** How long the work on a milestone stood still because the client was waited for; undefined where it did not. */
export function waitedFor(input: KindInput, milestone: Milestone | undefined): WaitedView | undefined {
  const { project, now } = input;
  const mine = myCalendar(input);
  const begun = milestone?.startedAt ?? milestone?.createdAt ?? project?.createdAt ?? now;
  const spans = (project?.waited ?? [])
    .filter(({ to = now }) => to > begun)
    .map(({ from, to }) => ({ from: mine.dateAt(from > begun ? from : begun), to: mine.dateAt(to ?? now), still: to === undefined }));
  const [first] = spans;
  const last = spans.at(-1);
  const days = spans.reduce((sum, { from, to }) => sum + mine.workingDaysBetween(from, to), 0);
  return first && last && days > 0 ? { days, from: first.from, to: last.to, still: last.still } : undefined;
}
