import type { Milestone } from "../book/milestone";
import type { Project } from "../book/project";
import { progressOf } from "../book/queries";
import type { Instant } from "../time/types";
import { dateIn } from "../time/zoned";
import { viewDue, type Clocks } from "./due";
import type { MilestoneView, ProgressView } from "./progressView";

type MilestoneViews = Pick<ProgressView, "delivered" | "next" | "alongside" | "after" | "projectDue">;

/**
 * What the milestones say: what was delivered in this period, what is in hand, what comes after.
 * @param since the beginning of the period; absent: all that was delivered is told
 */
export function viewMilestones(
  milestones: readonly Milestone[],
  project: Project,
  since: Instant | undefined,
  clocks: Clocks,
): MilestoneViews {
  const view = (milestone: Milestone) => viewMilestone(milestone, clocks);
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

export function viewMilestone(milestone: Milestone, clocks: Clocks): MilestoneView {
  const { done, all: total } = progressOf(milestone);
  return {
    title: milestone.title,
    ...(milestone.due ? { due: viewDue(milestone.due, clocks) } : {}),
    // "None of 4 parts" would say less than silence, and of a single part the title says it all.
    ...(done > 0 && total > 1 ? { parts: { done, total, all: done === total } } : {}),
    ...(milestone.deliveredAt ? { deliveredOn: dateIn(milestone.deliveredAt, clocks.theirs) } : {}),
  };
}
