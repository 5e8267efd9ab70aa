import type { Deliverable, Milestone } from "../book/milestone";
import { progressOf } from "../book/queries";
import { forecast, type Forecast } from "../owed/forecast";
import type { Level } from "../owed/owed";
import type { Text, TimeValue, Value } from "../say";
import type { TreeIcon, TreeNode } from "./treeNode";
import { described, type TreeView } from "./treeView";

/** A project's milestones: those to be done by date, then what was delivered. */
export function milestoneNodes(projectId: string, view: TreeView): readonly TreeNode[] {
  const milestones = view.milestones(projectId);
  const project = view.project(projectId);
  // A forecast reads the whole project, and my days off.
  const depends = `${String(project?.rev)} ${milestones.map(({ deliveredAt }) => deliveredAt ?? "").join()} ${view.mineSeen}`;
  const open = milestones.filter((milestone) => !isDelivered(milestone));
  return [...open, ...milestones.filter(isDelivered)].map((milestone) => milestoneNode(milestone, depends, view));
}

const isDelivered = ({ state }: Milestone): boolean => state === "delivered" || state === "accepted";

function milestoneNode(milestone: Milestone, depends: string, view: TreeView): TreeNode {
  const level: Level = milestone.due && !isDelivered(milestone) ? view.levelOf(milestone.due) : "fine";
  return view.remembered(milestone, isDelivered(milestone) ? level : `${level} ${depends}`, () => newMilestoneNode(milestone, level, view));
}

function newMilestoneNode(milestone: Milestone, level: Level, view: TreeView): TreeNode {
  const { id, title, state, deliverables } = milestone;
  const delivered = isDelivered(milestone);
  const begun = state === "planned" && deliverables.some(({ doneAt }) => doneAt !== undefined);
  const name: TreeIcon = begun ? "active" : state;
  return {
    id: `milestone:${id}`,
    kind: "milestone",
    recordId: id,
    label: title,
    ...described(delivered ? deliveredParts(milestone, view) : openParts(milestone, level, view)),
    icon: { name, level },
    tooltip: tooltip(milestone, level, view),
    contextValue: delivered ? "milestone.delivered" : "milestone",
    children: deliverables.map((deliverable) => deliverableNode(deliverable, milestone)),
  };
}

const dateOf = (due: NonNullable<Milestone["due"]>, view: TreeView): TimeValue =>
  due.by === "date" ? view.day(due.on) : view.moment(due.at);

/** "5 of 7 · Thu 3 Dec · overdue" */
function openParts(milestone: Milestone, level: Level, view: TreeView): readonly Value[] {
  const { due } = milestone;
  const { done, all } = progressOf(milestone);
  const progress: Text = { id: "tree.progress", values: { done, all } };
  const dueToday: Text = { id: "tree.dueToday" };
  const overdue: Text = { id: "tree.overdue" };
  const date = due && (level === "due" && due.by === "date" ? dueToday : dateOf(due, view));
  return [...(all > 0 ? [progress] : []), ...(date ? [date] : []), ...(level === "overdue" ? [overdue] : [])];
}

function deliveredParts(milestone: Milestone, view: TreeView): readonly Value[] {
  const word: Text = { id: milestone.state === "accepted" ? "milestone.accepted" : "milestone.delivered" };
  return [word, ...(milestone.deliveredAt ? [view.dayOf(milestone.deliveredAt)] : [])];
}

const OPEN_LINES = 5;

function tooltip(milestone: Milestone, level: Level, view: TreeView): readonly (string | Text)[] {
  const { due, deliverables } = milestone;
  const lines: (string | Text)[] = [milestone.title];
  if (isDelivered(milestone)) {
    const [word, day] = deliveredParts(milestone, view);
    if (word !== undefined && day !== undefined) lines.push({ id: "tree.row", values: { a: word, b: day } });
  } else if (due) lines.push({ id: level === "overdue" ? "tree.wasDue" : "tree.isDue", values: { when: dateOf(due, view) } });
  const { done, all } = progressOf(milestone);
  if (all > 0) lines.push({ id: "tree.partsDone", values: { done, all } });
  const ends = forecastLine(milestone, view);
  if (ends) lines.push(ends);
  const open = deliverables.filter(({ doneAt }) => doneAt === undefined);
  lines.push(...open.slice(0, OPEN_LINES).map(({ text }): Text => ({ id: "tree.stillOpen", values: { part: text } })));
  if (open.length > OPEN_LINES) lines.push({ id: "tree.moreOpen", values: { count: open.length - OPEN_LINES } });
  return lines;
}

/** When it will be done, as a range; or that nobody can tell yet. Undefined where there is nothing left to do, or no parts to go by. */
function forecastLine(milestone: Milestone, view: TreeView): Text | undefined {
  const project = view.project(milestone.projectId);
  const { done, all } = progressOf(milestone);
  if (!project || isDelivered(milestone) || done === all) return undefined;
  const ends = forecast({ milestone, project, milestones: view.milestones(project.id), mine: view.mine }, view.now);
  return ends.says === "range" ? rangeLine(ends, view) : { id: "tree.forecast.tooLittle" };
}

function rangeLine({ from, to, daysLate }: Extract<Forecast, { says: "range" }>, view: TreeView): Text {
  const when: Text = from === to ? { id: "tree.when", values: { when: view.day(to) } } : { id: "need.span", values: { from: view.day(from), to: view.day(to) } };
  if (daysLate === undefined) return { id: "tree.forecast", values: { when } };
  return { id: daysLate > 0 ? "tree.forecast.late" : "tree.forecast.onTrack", values: { when } };
}

function deliverableNode({ id, text, doneAt }: Deliverable, milestone: Milestone): TreeNode {
  const checked = doneAt !== undefined;
  return {
    id: `deliverable:${milestone.id}:${id}`,
    kind: "deliverable",
    recordId: id,
    parentId: milestone.id,
    label: text,
    icon: { name: checked ? "ticked" : "open", level: "fine" },
    tooltip: [text],
    contextValue: "deliverable",
    checked,
    children: [],
  };
}
