import type { Due } from "../../../core/book/fields";
import type { Milestone } from "../../../core/book/milestone";
import type { Pair } from "../../../core/book/toolPlan";
import type { RemoteMilestone } from "../../../core/ports/services";
import type { Say } from "../../../core/say";
import { understood, type TypedAt } from "../../../core/time/typedDate";

/** How a milestone looks on one side, by what the two sides are compared by. */
interface Side {
  readonly title: string;
  readonly due?: Due | undefined;
  readonly done: boolean;
  readonly parts: readonly { readonly text: string; readonly done: boolean }[];
}
export const sideThere = ({ title, due, done, deliverables }: RemoteMilestone): Side => ({ title, due, done, parts: deliverables });
export const sideHere = ({ title, due, state, deliverables }: Milestone): Side => ({
  title,
  due,
  done: state === "delivered" || state === "accepted",
  parts: deliverables.map(({ text, doneAt }) => ({ text, done: doneAt !== undefined })),
});

/** "Thu 3 Dec · 1 of 2", as far as there is something to say. */
export function described({ due, done, parts }: Side, say: Say, at: TypedAt): string {
  return [due ? dayOf(due, say, at) : say("tool.noDate"), ...(parts.length > 0 ? [partsOf(parts, say)] : []), ...(done ? [say("milestone.delivered")] : [])].join(" · ");
}

/** The same in full, for two sides beside each other: with the parts by name. */
export const inFull = (side: Side, say: Say, at: TypedAt): string =>
  [side.title, described(side, say, at), side.parts.map(({ text, done }) => `${done ? "☑" : "☐"} ${text}`).join("  ")].filter((line) => line !== "").join(" — ");

/** What would change here, in a line. */
export function changed({ milestone, remote }: Pair, say: Say, at: TypedAt): string {
  const from = sideHere(milestone);
  const to = sideThere(remote);
  const noDate = say("tool.noDate");
  const [before, after] = [from, to].map(({ due }) => (due ? dayOf(due, say, at) : noDate));
  const sameParts = JSON.stringify(from.parts) === JSON.stringify(to.parts);
  return [
    ...(from.title === to.title ? [] : [say("tool.change.title", { before: from.title })]),
    ...(before === after ? [] : [say("tool.change.date", { before: before ?? "", after: after ?? "" })]),
    ...(sameParts ? [] : [say("tool.change.parts", { before: partsOf(from.parts, say), after: partsOf(to.parts, say) })]),
    ...(from.done === to.done ? [] : [say(to.done ? "tool.change.done" : "tool.change.open")]),
  ].join(" · ");
}

const dayOf = (due: Due, say: Say, at: TypedAt): string => say("prompt.day", { on: understood(due, at) });
const partsOf = (parts: Side["parts"], say: Say): string => say("tool.parts", { done: parts.filter(({ done }) => done).length, all: parts.length });
