import type { Owed } from "../owed/owed";
import type { Text } from "../say";
import { clientName, moment, theirClock, type OwedView } from "./status";
import { byUrgency, isSnoozed } from "./urgency";

export const owedGroups = ["overdue", "due", "soon", "later"] as const;
export type OwedGroup = (typeof owedGroups)[number];

/** One row of the list of everything owed. */
export interface OwedRow {
  readonly owed: Owed;
  readonly client: string;
  /** "update, today 17:00 (their 12:00)" */
  readonly what: Text;
  readonly reason: Text;
}

/** Everything owed in the groups of the list, most pressing first; groups without a row are left out. */
export function owedRows(view: OwedView): readonly { readonly group: OwedGroup; readonly rows: readonly OwedRow[] }[] {
  const sorted = byUrgency(view.owed, view.now);
  return owedGroups
    .map((group) => ({ group, rows: sorted.filter((owed) => groupOf(owed, view) === group).map((owed) => row(owed, view)) }))
    .filter(({ rows }) => rows.length > 0);
}

const groupOf = (owed: Owed, { now }: OwedView): OwedGroup => (isSnoozed(owed, now) || owed.level === "fine" ? "later" : owed.level);

function row(owed: Owed, view: OwedView): OwedRow {
  return { owed, client: clientName(owed, view.book), what: what(owed, view), reason: owed.reason };
}

function what(owed: Owed, view: OwedView): Text {
  const kind: Text = { id: `kind.${owed.kind}` };
  if (isSnoozed(owed, view.now) && owed.snoozedUntil !== undefined)
    return { id: "owed.rowSnoozed", values: { what: kind, when: moment(owed.snoozedUntil, view) } };
  const clock = theirClock(owed, view);
  const values = { what: kind, when: moment(owed.sendBy, view) };
  return clock ? { id: "owed.rowTheirs", values: { ...values, clock } } : { id: "owed.row", values };
}
