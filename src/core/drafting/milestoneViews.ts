import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { isOpen, progressOf } from "../book/queries";
import { dueDayOf, forecast, type Work } from "../owed/forecast";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant } from "../time/types";
import { dateIn } from "../time/zoned";
import { viewDue, type Clocks } from "./due";
import type { MilestoneView, ProgressView } from "./progressView";

type MilestoneViews = Pick<ProgressView, "delivered" | "next" | "alongside" | "after" | "projectDue">;

/**
 * What the milestones say: what was delivered in this period, what is in hand, what comes after.
 * @param since the beginning of the period; absent: all that was delivered is told
 * @param mine my working days, which the pace of the work is read from; absent: nothing is said of the pace
 */
export function viewMilestones(
  milestones: readonly Milestone[],
  project: Project,
  since: Instant | undefined,
  clocks: Clocks,
  mine?: WorkingCalendar,
): MilestoneViews {
  const view = (milestone: Milestone) => viewMilestone(milestone, clocks, mine && isOnTrack({ milestone, project, milestones, mine }, clocks.now));
  const inPeriod = ({ deliveredAt }: Milestone) => deliveredAt !== undefined && (since === undefined || deliveredAt >= since);
  const delivered = milestones.filter((milestone) => isDelivered(milestone) && inPeriod(milestone));
  const active = milestones.filter((milestone) => milestone.state === "active");
  const planned = milestones.filter((milestone) => milestone.state === "planned");
  const [next, ...others] = active.length > 0 ? active : planned.slice(0, 1);
  const after = active.length > 0 ? planned[0] : planned[1];
  return {
    delivered: delivered.map(view),
    alongside: others.map(view),
    ...(next ? { next: view(next) } : {}),
    ...(after ? { after: view(after) } : {}),
    ...(next || !project.dueOn || isOver(project) ? {} : { projectDue: viewDue({ by: "date", on: project.dueOn }, clocks) }),
  };
}

const isDelivered = ({ state }: Milestone) => state === "delivered" || state === "accepted";
const isOver = ({ status }: Project) => status === "delivered" || status === "support" || status === "closed";

/** The pace so far says little while the work cannot go on: nobody reads "on track" and "holding things up" together. */
export const isHeldUp = (project: Project, notes: readonly Note[]): boolean =>
  project.status === "waitingForClient" || notes.some((note) => note.kind === "blocker" && isOpen(note));

/** A client is told so only where the slowest likely end still keeps the date: the sidebar, which is mine, goes by the middle. */
function isOnTrack(work: Work, now: Instant): boolean {
  const due = dueDayOf(work.milestone, work.mine);
  const ends = forecast(work, now);
  return due !== undefined && ends.says === "range" && ends.to <= due;
}

export function viewMilestone(milestone: Milestone, clocks: Clocks, onTrack = false): MilestoneView {
  const { done, all: total } = progressOf(milestone);
  return {
    title: milestone.title,
    ...(milestone.due ? { due: viewDue(milestone.due, clocks) } : {}),
    // "None of 4 parts" would say less than silence, and of a single part the title says it all.
    ...(done > 0 && total > 1 ? { parts: { done, total, all: done === total, onTrack } } : {}),
    ...(milestone.deliveredAt ? { deliveredOn: dateIn(milestone.deliveredAt, clocks.theirs) } : {}),
  };
}
