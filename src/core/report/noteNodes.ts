import { awaitsAnswer } from "../book/changeRequest";
import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import { isOpen } from "../book/queries";
import type { Level } from "../owed/owed";
import type { Text, Value } from "../say";
import type { TreeNode, TreeNodeKind } from "./treeNode";
import { described, firstLine, type TreeView } from "./treeView";

/** Open ones of these have a row of their own, in this order, since somebody waits for each. */
const waiting = ["blocker", "question", "request", "feedback"] as const;
type Waiting = (typeof waiting)[number];
const isWaiting = (note: Note): note is Note & { readonly kind: Waiting } =>
  isOpen(note) && (waiting as readonly string[]).includes(note.kind) && (note.kind !== "feedback" || isCritical(note));
/** Praise is kept with the other notes; what the client did not like waits to be put right. */
const isCritical = ({ feedback }: Note): boolean => feedback === "bad" || feedback === "mixed";

const timeOf = (note: Note) => note.at ?? note.createdAt;

/** What is open between the two, oldest first, then all other notes in a group. */
export function noteNodes(ownerId: string, notes: readonly Note[], view: TreeView): readonly TreeNode[] {
  const open = waiting.flatMap((kind) => notes.filter((note) => isWaiting(note) && note.kind === kind));
  const others = notes.filter((note) => !isWaiting(note));
  return [...open.map((note) => noteNode(note, note.kind as Waiting, view)), ...(others.length > 0 ? [group(ownerId, others, view)] : [])];
}

/** Newest first. */
function group(ownerId: string, notes: readonly Note[], view: TreeView): TreeNode {
  const newest = notes.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : a.id < b.id ? -1 : 1));
  return {
    id: `notes:${ownerId}`,
    kind: "notes",
    recordId: ownerId,
    label: { id: "tree.notes" },
    description: { id: "tree.count", values: { count: notes.length } },
    icon: { name: "notes", level: "fine" },
    tooltip: [{ id: "tree.notes" }],
    contextValue: "notes",
    children: newest.map((note) => noteNode(note, "note", view)),
  };
}

function noteNode(note: Note, kind: TreeNodeKind, view: TreeView): TreeNode {
  const level: Level = isOpen(note) && note.due ? view.levelOf(note.due) : "fine";
  const milestone = note.milestoneId === undefined ? undefined : view.milestone(note.milestoneId);
  return view.remembered(note, `${level} ${milestone?.title ?? ""}`, () => newNoteNode(note, kind, level, milestone, view));
}

function newNoteNode(note: Note, kind: TreeNodeKind, level: Level, milestone: Milestone | undefined, view: TreeView): TreeNode {
  return {
    id: `note:${note.id}`,
    kind,
    recordId: note.id,
    label: firstLine(note.text),
    ...described(kind === "note" ? otherParts(note, view) : [view.age(timeOf(note)), ...byWhen(note, view)]),
    icon: { name: note.kind, level },
    tooltip: tooltip(note, milestone, view),
    contextValue: contextValue(note),
    children: [],
  };
}

/** What can be written to the client depends on the kind. */
function contextValue(note: Note): string {
  if (!isOpen(note)) {
    if (note.outline) return "note.settled.mistake";
    return note.kind === "blocker" ? "note.settled.blocker" : "note.settled";
  }
  if (note.outline) return "note.mistake";
  switch (note.kind) {
    case "question":
      return "note.question";
    case "blocker":
      return "note.blocker";
    case "request":
      return awaitsAnswer(note) ? "note.request.change" : "note.request";
    default:
      return "note";
  }
}

function byWhen({ due }: Note, view: TreeView): readonly Value[] {
  return due ? [{ id: "tree.by", values: { when: due.by === "date" ? view.day(due.on) : view.moment(due.at) } }] : [];
}

function otherParts(note: Note, view: TreeView): readonly Value[] {
  if (!isOpen(note)) return [{ id: "tree.settled" }, view.dayOf(timeOf(note))];
  return [view.dayOf(timeOf(note)), ...byWhen(note, view)];
}

function tooltip(note: Note, milestone: Milestone | undefined, view: TreeView): readonly (string | Text)[] {
  return [
    { id: "tree.row", values: { a: { id: `note.${note.kind}` }, b: view.dayOf(timeOf(note)) } },
    note.text,
    ...(milestone ? [{ id: "tree.about", values: { what: milestone.title } } as const] : []),
    ...(note.feedback ? [{ id: `feedback.${note.feedback}` } as const] : []),
    ...(note.settledAt ? [{ id: "tree.settledOn", values: { when: view.dayOf(note.settledAt) } } as const] : []),
    ...(note.forUpdate && isOpen(note) ? [{ id: "tree.forUpdate" } as const] : []),
  ];
}
