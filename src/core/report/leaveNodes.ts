import { absencesFrom } from "../book/absenceChanges";
import type { Absence } from "../book/absence";
import type { Text } from "../say";
import type { PlainDate } from "../time/types";
import { dateIn } from "../time/zoned";
import type { OwedView } from "./status";
import type { TreeNode } from "./treeNode";

/** More of them are behind "Show My Leave". */
const mostRows = 3;

/** My leave, under way and to come, below what is owed: it decides when a client hears from me. */
export function leaveNodes({ book, now, zone }: Pick<OwedView, "book" | "now" | "zone">): readonly TreeNode[] {
  const today = dateIn(now, zone);
  return absencesFrom(book, today).slice(0, mostRows).map((absence) => leaveNode(absence, today));
}

function leaveNode({ id, from, to, reason, tentative }: Absence, today: PlainDate): TreeNode {
  const day = (on: PlainDate) => ({ time: "day", on, today }) as const;
  const label: Text = from === to ? { id: "leave.row.day", values: { on: day(from) } } : { id: "leave.row.days", values: { from: day(from), to: day(to) } };
  const unsure: Text | undefined = tentative === true ? { id: "leave.tentative" } : undefined;
  const description: string | Text | undefined = reason !== undefined && unsure ? { id: "tree.row", values: { a: reason, b: unsure } } : (reason ?? unsure);
  return {
    id: `leave:${id}`,
    kind: "leave",
    recordId: id,
    label,
    ...(description !== undefined && { description }),
    icon: { name: "leave", level: "fine" },
    tooltip: [label, ...(description === undefined ? [] : [description])],
    contextValue: "leave",
    children: [],
  };
}
