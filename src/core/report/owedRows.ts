import type { Owed } from "../owed/owed";
import type { Text } from "../say";
import { isSnoozed, moment, shortened, theirClock, type OwedView } from "./status";

const owedGroups = ["overdue", "due", "soon", "later"] as const;
export type OwedGroup = (typeof owedGroups)[number];

/** One row of the list of everything owed. */
export interface OwedRow {
  readonly owed: Owed;
  /** "Acme · update" */
  readonly text: Text;
  /** When: on both clocks where they differ; until when it was put off. */
  readonly beside: Text;
  /** The client is not of this workspace. */
  readonly elsewhere: boolean;
}

/** Everything owed in the groups of the list, most urgent first; groups without a row are left out. */
export function owedRows(view: OwedView): readonly { readonly group: OwedGroup; readonly rows: readonly OwedRow[] }[] {
  return owedGroups
    .map((group) => ({ group, rows: view.owed.filter((owed) => groupOf(owed) === group).map((owed) => owedRow(owed, view)) }))
    .filter(({ rows }) => rows.length > 0);
}

const groupOf = (owed: Owed): OwedGroup => (isSnoozed(owed) || owed.level === "fine" ? "later" : owed.level);

export const owedRow = (owed: Owed, view: OwedView): OwedRow => ({
  owed,
  text: shortened({ id: "tree.row", values: { a: owed.name, b: owed.what } }),
  beside: when(owed, view),
  elsewhere: view.elsewhere?.has(owed.clientId) === true,
});

function when(owed: Owed, view: OwedView): Text {
  if (owed.snoozedUntil !== undefined) return { id: "owedList.snoozedUntil", values: { when: moment(owed.snoozedUntil, view) } };
  const at = moment(owed.sendBy, view);
  if (owed.level === "overdue") return { id: "tree.wasDue", values: { when: at } };
  if (owed.outsideTheirHours) return { id: "owedList.whenOutside", values: { when: at } };
  const clock = theirClock(owed, view);
  return clock ? { id: "owedList.whenTheirs", values: { when: at, clock } } : { id: "owedList.until", values: { when: at } };
}

/** What presses now: due or overdue, and not put off. What only happens (a meeting that begins) is not to be written. */
export const pressing = (view: Pick<OwedView, "owed">): readonly Owed[] =>
  view.owed.filter((owed) => (owed.level === "due" || owed.level === "overdue") && !isSnoozed(owed));

/** Of what presses, what a draft can be written for here. */
export const toWrite = (view: OwedView): readonly Owed[] =>
  pressing(view).filter(({ rule, clientId }) => rule !== "meetingBegins" && view.elsewhere?.has(clientId) !== true);
