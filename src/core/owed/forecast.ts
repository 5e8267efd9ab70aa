import type { Milestone } from "../book/milestone";
import type { Project } from "../book/project";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainDate } from "../time/types";
import { addDays } from "../time/zoned";

/** When a milestone will be done, as far as its deliverables and the working days between them tell. */
export type Forecast =
  | { readonly says: "tooLittle" }
  | {
      readonly says: "range";
      /** The earliest and the latest that its pace so far makes likely, and the middle of it. Working days of mine. */
      readonly from: PlainDate;
      readonly likely: PlainDate;
      readonly to: PlainDate;
      readonly done: number;
      readonly all: number;
      /** Absent where there is no due date. Working days between it and `likely`; negative: to spare. */
      readonly daysLate?: number;
    };

/** What a pace can be read from: nobody knows how fast the first one goes. */
const LEAST_DONE = 2;
const LEAST_DAYS = 2;
/** A forecast further ahead says nothing that a person would plan by. */
const FURTHEST_DAYS = 260;

export interface Work {
  readonly milestone: Milestone;
  readonly project: Project;
  /** The project's milestones: one that was delivered meanwhile tells when work on this one began. */
  readonly milestones: readonly Milestone[];
  readonly mine: WorkingCalendar;
}

export function forecast(work: Work, now: Instant): Forecast {
  const { milestone, mine } = work;
  const { done, all } = countOf(milestone);
  const today = mine.dateAt(now);
  const elapsed = workedDays(work, beginningOf(work), today);
  const left = all - done;
  if (left <= 0 || done < LEAST_DONE || elapsed < LEAST_DAYS) return { says: "tooLittle" };
  const rest = (left * elapsed) / done;
  // Counted things scatter by about the root of their number.
  const spread = 1 + 1 / Math.sqrt(done);
  if (rest > FURTHEST_DAYS) return { says: "tooLittle" };
  const after = (days: number): PlainDate => mine.addWorkingDays(today, Math.max(1, Math.ceil(days)));
  const likely = after(rest);
  const due = dueDayOf(milestone, mine);
  return {
    says: "range",
    from: after(rest / spread),
    likely,
    to: after(Math.min(rest * spread, FURTHEST_DAYS)),
    done,
    all,
    ...(due !== undefined && { daysLate: mine.workingDaysBetween(due, likely) }),
  };
}

/**
 * The first of my working days on which its date is at risk, if nothing more is done: even if the part in hand were done on
 * that day, the pace so far would end `daysLate` working days or more after the date. Undefined where it stays on track, or
 * where there is too little to tell before the date itself.
 */
export function atRiskFrom(work: Work, daysLate: number): PlainDate | undefined {
  const { milestone, mine } = work;
  const due = dueDayOf(milestone, mine);
  const { done, all } = countOf(milestone);
  if (due === undefined || all < 2 || done >= all || !hasBegun(milestone)) return undefined;
  const from = beginningOf(work);
  const given = workedDays(work, from, due);
  // Early on one slow part says little: a third of the time must have gone by, a quarter once two parts are done.
  const soonest = Math.ceil(given / (done < LEAST_DONE ? 3 : 4));
  const elapsed = Math.max(soonest, LEAST_DAYS, Math.floor(((given + daysLate) * (done + 1)) / all) + 1);
  if (elapsed >= given) return undefined;
  return dayAfter(work, from, elapsed);
}

const countOf = ({ deliverables }: Milestone) => ({ done: deliverables.filter(({ doneAt }) => doneAt !== undefined).length, all: deliverables.length });

export const dueDayOf = ({ due }: Milestone, mine: WorkingCalendar): PlainDate | undefined =>
  due === undefined ? undefined : due.by === "date" ? due.on : mine.dateAt(due.at);

const ticksOf = ({ deliverables }: Milestone): readonly Instant[] =>
  deliverables.flatMap(({ doneAt }) => (doneAt === undefined ? [] : [doneAt])).sort();
const hasBegun = (milestone: Milestone): boolean => milestone.state !== "planned" || milestone.startedAt !== undefined || ticksOf(milestone).length > 0;

/**
 * Where nobody wrote down when work on it began: when the milestone was written down, the project began, or the one before
 * it was delivered, whichever was last; at the latest when its first part was done.
 */
function beginningOf({ milestone, milestones, project, mine }: Work): PlainDate {
  if (milestone.startedAt !== undefined) return mine.dateAt(milestone.startedAt);
  const [firstTick] = ticksOf(milestone);
  const delivered = milestones.flatMap(({ id, deliveredAt }) => (id === milestone.id || deliveredAt === undefined ? [] : [mine.dateAt(deliveredAt)]));
  const days = [mine.dateAt(milestone.createdAt), ...(project.startsOn === undefined ? [] : [project.startsOn]), ...delivered];
  const limit = firstTick && mine.dateAt(firstTick);
  return days.filter((day) => limit === undefined || day <= limit).sort().at(-1) ?? limit ?? mine.dateAt(milestone.createdAt);
}

/** Days that were lost waiting for the client are no working days of this work. */
function isLost({ project, mine }: Work, day: PlainDate): boolean {
  return (project.waited ?? []).some(({ from, to }) => mine.dateAt(from) < day && (to === undefined || day < mine.dateAt(to)));
}

/** Working days after `from` up to and with `to`, without those that were lost. */
function workedDays(work: Work, from: PlainDate, to: PlainDate): number {
  let days = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (work.mine.isWorkingDay(day) && !isLost(work, day)) days++;
  }
  return days;
}

function dayAfter(work: Work, from: PlainDate, days: number): PlainDate {
  let day = from;
  for (let left = days; left > 0; ) {
    day = work.mine.nextWorkingDay(day);
    if (!isLost(work, day)) left--;
  }
  return day;
}
