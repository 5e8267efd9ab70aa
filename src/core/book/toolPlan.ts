import type { BookChange } from "./book";
import { created, revised, type Stamp } from "./changes";
import type { Id } from "./fields";
import type { Milestone } from "./milestone";
import type { RemoteMilestone, ToolAccount } from "../ports/services";

/** What bringing in milestones would do, before it is done. */
export interface ToolPlan {
  readonly add: readonly RemoteMilestone[];
  readonly update: readonly Pair[];
  /** Changed on both sides since they were last the same: the user says which counts. */
  readonly both: readonly Pair[];
  readonly same: number;
  /** Known here, and no longer there. Left as they are. */
  readonly gone: readonly Milestone[];
}
export interface Pair {
  readonly milestone: Milestone;
  readonly remote: RemoteMilestone;
}

/** What the two sides are compared by. */
const looksOf = ({ title, due, done, deliverables }: Pick<RemoteMilestone, "title" | "due" | "done" | "deliverables">): string =>
  JSON.stringify([title, due?.by === "date" ? due.on : (due?.at ?? ""), done, deliverables.map((part) => [part.text, part.done])]);
const looksHere = ({ title, due, state, deliverables }: Milestone): string =>
  looksOf({ title, ...(due && { due }), done: isDoneHere(state), deliverables: deliverables.map(({ text, doneAt }) => ({ text, done: doneAt !== undefined })) });
const isDoneHere = (state: Milestone["state"]): boolean => state === "delivered" || state === "accepted";

/** @param milestones of the project, archived ones included: what was put away here is not brought in again */
export function toolPlan(remote: readonly RemoteMilestone[], milestones: readonly Milestone[], { service, account }: ToolAccount): ToolPlan {
  // An id is one of its service: whichever of my accounts reads it, and whatever that is called by now.
  const known = new Map(milestones.flatMap((milestone) => (milestone.linked?.service === service ? [[milestone.linked.id, milestone] as const] : [])));
  const add: RemoteMilestone[] = [];
  const update: Pair[] = [];
  const both: Pair[] = [];
  let same = 0;
  // Without a title there is nothing to call it by.
  for (const one of remote.filter(({ id, title }) => id !== "" && title !== "")) {
    const milestone = known.get(one.id);
    if (!milestone) {
      add.push(one);
      continue;
    }
    const there = looksOf(one);
    const here = looksHere(milestone);
    if (milestone.archivedAt !== undefined || there === here || there === milestone.linked?.seen) same++;
    else (here === milestone.linked?.seen ? update : both).push({ milestone, remote: one });
  }
  const there = new Set(remote.map(({ id }) => id));
  return { add, update, both, same, gone: [...known.values()].filter(({ linked, archivedAt }) => archivedAt === undefined && linked?.account === account && !there.has(linked.id)) };
}

/** The changes that bring in what is new and what changed there; of `taken`, the pairs of `both` in which the other side counts. */
export function bringIn(plan: ToolPlan, projectId: Id, tool: ToolAccount, taken: readonly Pair[], stamp: Stamp): readonly BookChange[] {
  const fieldsOf = (remote: RemoteMilestone, milestone?: Milestone) => ({
    title: remote.title,
    due: remote.due,
    deliverables: remote.deliverables.filter(({ text }) => text !== "").map(({ text, done }) => {
      const before = milestone?.deliverables.find((part) => part.text === text);
      const doneAt = done ? (before?.doneAt ?? stamp.now) : undefined;
      return { id: before?.id ?? stamp.newId(), text, ...(doneAt !== undefined && { doneAt }) };
    }),
    ...stateAfter(remote.done, milestone, stamp),
    linked: { service: tool.service, account: tool.account, id: remote.id, ...(remote.url !== undefined && { url: remote.url }), seen: looksOf(remote) },
  });
  return [
    ...plan.add.map((remote) => created("milestone", { projectId, ...fieldsOf(remote) }, stamp)),
    ...[...plan.update, ...taken].map(({ milestone, remote }) => revised("milestone", milestone, fieldsOf(remote, milestone), stamp)),
    // Where ours counts, theirs is known by now and is not asked about again.
    ...plan.both.filter((pair) => !taken.includes(pair)).flatMap(({ milestone, remote }) => (milestone.linked ? [revised("milestone", milestone, { linked: { ...milestone.linked, seen: looksOf(remote) } }, stamp)] : [])),
  ];
}

function stateAfter(done: boolean, milestone: Milestone | undefined, { now }: Pick<Stamp, "now">): Pick<Milestone, "state"> & { readonly deliveredAt?: Milestone["deliveredAt"] | undefined } {
  const state = milestone?.state ?? "planned";
  if (done) return isDoneHere(state) ? { state } : { state: "delivered", deliveredAt: now };
  return isDoneHere(state) ? { state: "active", deliveredAt: undefined } : { state };
}
