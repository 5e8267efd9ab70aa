import type { BookChange } from "./book";
import { created, revised, type Stamp } from "./changes";
import type { Due, Id } from "./fields";
import type { Milestone } from "./milestone";

export interface NewMilestone {
  readonly projectId: Id;
  readonly title: string;
  readonly due?: Due | undefined;
  /** One line each. */
  readonly deliverables?: readonly string[];
  readonly commits?: Milestone["commits"] | undefined;
}

export function addMilestone(
  input: NewMilestone,
  stamp: Stamp,
): { readonly changes: readonly BookChange[]; readonly milestone: Milestone } {
  const put = created(
    "milestone",
    {
      projectId: input.projectId,
      title: input.title,
      due: input.due,
      deliverables: (input.deliverables ?? []).map((text) => ({ id: stamp.newId(), text })),
      state: "planned",
      commits: input.commits,
    },
    stamp,
  );
  return { changes: [put], milestone: put.record };
}

/**
 * Ticks a deliverable, or unticks it. The first tick starts a planned milestone. None makes it delivered: only the person
 * who delivers knows that. Nothing changes when it stands so already.
 */
export function tickDeliverable(
  milestone: Milestone,
  deliverableId: Id,
  done: boolean,
  stamp: Pick<Stamp, "now">,
): readonly BookChange[] {
  const at = milestone.deliverables.findIndex((deliverable) => deliverable.id === deliverableId);
  const found = milestone.deliverables[at];
  if (!found || (found.doneAt !== undefined) === done) return [];
  const { id, text } = found;
  const deliverables = milestone.deliverables.with(at, done ? { id, text, doneAt: stamp.now } : { id, text });
  const starts = done && milestone.state === "planned";
  return [revised("milestone", milestone, { deliverables, ...(starts ? { state: "active" } : {}) }, stamp)];
}

/** Work on it begins now. */
export const beginMilestone = (milestone: Milestone, stamp: Pick<Stamp, "now">): readonly BookChange[] => [
  revised("milestone", milestone, { state: "active", startedAt: milestone.startedAt ?? stamp.now }, stamp),
];

/** Delivered now, whatever is ticked. */
export function deliverMilestone(milestone: Milestone, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  if (milestone.state === "delivered" || milestone.state === "accepted") return [];
  return [revised("milestone", milestone, { state: "delivered", deliveredAt: stamp.now }, stamp)];
}

/** It was not delivered after all, or more has to be done. */
export function reopenMilestone(milestone: Milestone, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  return [revised("milestone", milestone, { state: "active", deliveredAt: undefined }, stamp)];
}

/** The client has accepted it; accepting one that was not marked as delivered delivers it too. */
export function acceptMilestone(milestone: Milestone, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  return [revised("milestone", milestone, { state: "accepted", deliveredAt: milestone.deliveredAt ?? stamp.now }, stamp)];
}
