import type { Book, BookChange } from "./book";
import { revised, type Stamp } from "./changes";
import type { Due } from "./fields";
import type { Milestone } from "./milestone";
import type { Note } from "./note";
import type { Project } from "./project";
import { milestonesOf, recordById } from "./queries";
import type { WorkingCalendar } from "../time/calendar";
import type { PlainDate } from "../time/types";
import { clockIn, instantOf } from "../time/zoned";

// A request for more than was agreed: what it would move, and what becomes of the project when the client says yes.

type Money = NonNullable<NonNullable<Note["change"]>["price"]>;

/** The milestone that a request falls into: its own, else the one in hand, else the next. Undefined: the project has none open. */
export function milestoneOfRequest(book: Book, note: Note): Milestone | undefined {
  if (note.projectId === undefined) return undefined;
  const open = milestonesOf(book, note.projectId).filter(({ state }) => state === "active" || state === "planned");
  return open.find(({ id }) => id === note.milestoneId) ?? open.find(({ state }) => state === "active") ?? open[0];
}

/** What it would change was put to the client, who has not said yes or no. */
export const awaitsAnswer = ({ kind, change, settledAt }: Pick<Note, "kind" | "change" | "settledAt">): boolean =>
  kind === "request" && change !== undefined && change.said === undefined && settledAt === undefined;

export interface Calendars {
  /** A request costs working days of mine. */
  readonly mine: WorkingCalendar;
  /** And is due on a working day of the client's. */
  readonly theirs: WorkingCalendar;
}

/** So many working days of mine later, on a working day of the client's. An exact time keeps its time of day, where I am. */
export function dueLater(due: Due, days: number, calendars: Calendars): Due {
  const { mine } = calendars;
  if (due.by === "date") return { by: "date", on: dayLater(due.on, days, calendars) };
  return { by: "instant", at: instantOf(dayLater(mine.dateAt(due.at), days, calendars), clockIn(due.at, mine.zone), mine.zone) };
}

const dayLater = (on: PlainDate, days: number, { mine, theirs }: Calendars): PlainDate => theirs.workingDayFrom(mine.addWorkingDays(on, days));

/** Which round of changes this one is, where rounds were agreed. @param from 1 */
export function roundOf({ revisions }: Pick<Project, "revisions">): { readonly number: number; readonly agreed: number; readonly within: boolean } | undefined {
  if (!revisions || revisions.agreed === 0) return undefined;
  const number = revisions.used + 1;
  return { number, agreed: revisions.agreed, within: number <= revisions.agreed };
}

/**
 * The client said yes: the request becomes part of the project. Its price is added to the budget and its days to the dates,
 * of its milestone and of the whole; it joins what is included, and its milestone's checklist. A round of changes is counted
 * instead. Later milestones stay where they are: whether they move is for their owner to say.
 */
export function acceptChange(book: Book, note: Note, calendars: Calendars, stamp: Stamp): readonly BookChange[] {
  if (note.change?.said === "accepted") return [];
  const project = note.projectId === undefined ? undefined : recordById(book, "project", note.projectId);
  const milestone = project && milestoneOfRequest(book, note);
  return [
    said(note, "accepted", stamp),
    ...(project ? [revised("project", project, projectWith(project, note, calendars), stamp)] : []),
    ...(milestone ? [revised("milestone", milestone, milestoneWith(milestone, note, calendars, stamp), stamp)] : []),
  ];
}

/**
 * A round of changes was had, also where none were agreed. A request that it came of is part of it, and not counted again;
 * it stays open until it is answered.
 */
export function countRound(project: Project, note: Note | undefined, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  if (note?.change?.said === "accepted") return [];
  const { agreed, used } = project.revisions ?? { agreed: 0, used: 0 };
  return [
    revised("project", project, { revisions: { agreed, used: used + 1 } }, stamp),
    ...(note ? [revised("note", note, { change: { ...note.change, revision: true, said: "accepted" } }, stamp)] : []),
  ];
}

/** The client said no: all stays as it was agreed. */
export const declineChange = (note: Note, stamp: Pick<Stamp, "now">): readonly BookChange[] => (note.change?.said === "declined" ? [] : [said(note, "declined", stamp)]);

const said = (note: Note, answer: "accepted" | "declined", stamp: Pick<Stamp, "now">) =>
  revised("note", note, { change: { ...note.change, said: answer }, settledAt: note.settledAt ?? stamp.now }, stamp);

function projectWith({ included, budget, dueOn, revisions }: Project, { text, change }: Note, calendars: Calendars) {
  const days = change?.days ?? 0;
  const more = sum(budget, change?.price);
  const isRound = change?.revision === true;
  return {
    ...(isRound ? {} : { included: [...(included ?? []), text] }),
    ...(isRound && revisions ? { revisions: { ...revisions, used: revisions.used + 1 } } : {}),
    ...(more ? { budget: more } : {}),
    ...(dueOn !== undefined && days > 0 ? { dueOn: dayLater(dueOn, days, calendars) } : {}),
  };
}

function milestoneWith({ deliverables, due, price }: Milestone, { text, change }: Note, calendars: Calendars, stamp: Stamp) {
  const days = change?.days ?? 0;
  const more = sum(price, change?.price);
  return {
    deliverables: [...deliverables, { id: stamp.newId(), text }],
    ...(more ? { price: more } : {}),
    ...(due && days > 0 ? { due: dueLater(due, days, calendars) } : {}),
  };
}

/** Undefined where there is nothing to add to, or another currency: sums of two currencies are nobody's price. */
const sum = (amount: Money | undefined, more: Money | undefined): Money | undefined =>
  amount && more && amount.currency === more.currency ? { minor: amount.minor + more.minor, currency: amount.currency } : undefined;
