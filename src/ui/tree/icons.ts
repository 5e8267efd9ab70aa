import type { Level } from "../../core/owed/owed";
import type { TreeNode } from "../../core/report/treeNode";
import { noteIcon } from "../commands/book/noteKinds";

type Icon = TreeNode["icon"];

/** VS Code's name for each picture. Deliverables have a checkbox in its place. */
const names: Readonly<Record<Icon["name"], string | undefined>> = {
  ...noteIcon,
  client: "account",
  project: "briefcase",
  planned: "circle-large-outline",
  active: "color-mode",
  delivered: "pass",
  accepted: "pass-filled",
  ticked: undefined,
  open: undefined,
  notes: "note",
  meeting: "calendar",
  invoice: "credit-card",
  sent: "mail",
  draft: "edit",
  archive: "archive",
  clock: "watch",
  late: "history",
  leave: "calendar",
  snoozed: "bell-slash",
  unsent: "error",
};

/** Theme colours, so that they are readable in light, dark and high contrast. What does not press has none. */
const byLevel: Readonly<Partial<Record<Level, string>>> = { overdue: "list.errorForeground", due: "list.warningForeground" };
const byName: Readonly<Partial<Record<Icon["name"], string>>> = {
  blocker: "list.warningForeground",
  delivered: "charts.green",
  accepted: "charts.green",
};

export function iconOf({ name, level }: Icon): { readonly name: string; readonly color: string | undefined } | undefined {
  const icon = names[name];
  return icon === undefined ? undefined : { name: icon, color: byLevel[level] ?? byName[name] };
}
