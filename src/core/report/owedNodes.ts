import type { Owed } from "../owed/owed";
import type { Text } from "../say";
import { leaveNodes } from "./leaveNodes";
import { owedRow } from "./owedRows";
import { isSnoozed, moment, type OwedView } from "./status";
import type { TreeIcon, TreeNode } from "./treeNode";

/** The rows of the view "Owed": what is overdue, due or soon, most urgent first, what was put off after it, and my leave. */
export function owedNodes(view: OwedView): readonly TreeNode[] {
  return [...view.owed.filter((owed) => owed.level !== "fine").map((owed) => owedNode(owed, view)), ...leaveNodes(view)];
}

function owedNode(owed: Owed, view: OwedView): TreeNode {
  const { text, beside, elsewhere } = owedRow(owed, view);
  return {
    id: `owed:${owed.id}`,
    kind: "owed",
    recordId: owed.id,
    label: text,
    description: elsewhere ? { id: "tree.row", values: { a: beside, b: { id: "owedList.elsewhere" } } } : beside,
    icon: { name: iconOf(owed), level: isSnoozed(owed) ? "fine" : owed.level },
    tooltip: tooltip(owed, view, elsewhere),
    contextValue: elsewhere ? "owed.elsewhere" : owed.rule === "meetingBegins" ? "owed.begins" : "owed",
    children: [],
  };
}

function tooltip(owed: Owed, view: OwedView, elsewhere: boolean): readonly Text[] {
  return [
    owed.reason,
    ...(owed.level === "soon" ? [{ id: "owedList.tip.from", values: { when: moment(owed.readyFrom, view) } } as const] : []),
    { id: "owedList.tip.kind", values: { kind: { id: `messageKind.${owed.kind}` } } },
    ...(elsewhere ? [{ id: "owedList.tip.elsewhere" } as const] : []),
  ];
}

/** By what is to be done; a clock for what cannot wait. */
function iconOf({ hard, kind, snoozedUntil }: Owed): TreeIcon {
  if (snoozedUntil !== undefined) return "snoozed";
  switch (kind) {
    case "meeting":
      return "meeting";
    case "question":
      return "question";
    case "problem":
      return "blocker";
    case "delay":
      return "late";
    case "invoice":
    case "payment":
      return "invoice";
    case "leave":
      return "leave";
    default:
      return hard ? "clock" : "sent";
  }
}
