import type { Owed } from "../owed/owed";
import type { Text } from "../say";
import { isSnoozed, moment, theirClock, type OwedView } from "./status";

const owedGroups = ["overdue", "due", "soon", "later"] as const;
export type OwedGroup = (typeof owedGroups)[number];

/** One row of the list of everything owed. */
export interface OwedRow {
  readonly owed: Owed;
  readonly text: Text;
  /** Until when it was put off, or the time at the client's place where clocks differ. */
  readonly beside: Text | undefined;
}

/** Everything owed in the groups of the list, most urgent first; groups without a row are left out. */
export function owedRows(view: OwedView): readonly { readonly group: OwedGroup; readonly rows: readonly OwedRow[] }[] {
  return owedGroups
    .map((group) => ({ group, rows: view.owed.filter((owed) => groupOf(owed) === group).map((owed) => row(owed, view)) }))
    .filter(({ rows }) => rows.length > 0);
}

const groupOf = (owed: Owed): OwedGroup => (isSnoozed(owed) || owed.level === "fine" ? "later" : owed.level);

const row = (owed: Owed, view: OwedView): OwedRow => ({ owed, text: owed.reason, beside: beside(owed, view) });

function beside(owed: Owed, view: OwedView): Text | undefined {
  if (owed.snoozedUntil !== undefined) return { id: "owed.snoozedUntil", values: { when: moment(owed.snoozedUntil, view) } };
  const clock = theirClock(owed, view);
  return clock && { id: "owed.theirClock", values: { clock } };
}
