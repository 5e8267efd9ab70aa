import type { Book } from "../book/book";
import type { Due, Id } from "../book/fields";
import type { Invoice } from "../book/invoice";
import type { Meeting } from "../book/meeting";
import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { byDue } from "../book/queries";
import { standing, type HistoryEntry, type SentRecord } from "../book/sentRecord";
import type { Provenance } from "../drafting/draft";
import type { Level, Owed } from "../owed/owed";
import type { Text, TimeValue, Value } from "../say";
import { workingCalendar, type WorkingCalendar } from "../time/calendar";
import type { Instant, PlainDate, PlainTime, Zone } from "../time/types";
import { daysBetween, instantOf } from "../time/zoned";
import type { TreeNode } from "./treeNode";

export type KnownDraft = Pick<Provenance, "id" | "clientId" | "projectId" | "kind" | "createdAt" | "sentAs">;

export interface TreeInput {
  readonly book: Book;
  readonly history: readonly HistoryEntry[];
  /** Most urgent first. */
  readonly owed: readonly Owed[];
  readonly drafts?: readonly KnownDraft[];
  readonly now: Instant;
  /** The machine's. */
  readonly zone: Zone;
}

/** Rows made before, by their record. Whoever keeps one from tree to tree gets the same object for a row that has not changed. */
export type TreeMemory = WeakMap<object, { readonly seen: string; readonly node: TreeNode }>;

/** The input laid out for quick looking up, and time as a tree needs it: by the day, so that rows hold still within one. */
export interface TreeView {
  readonly book: Book;
  readonly today: PlainDate;
  readonly now: Instant;
  /** Mine. */
  readonly zone: Zone;
  readonly mine: WorkingCalendar;
  /** Changes whenever `mine` may have. */
  readonly mineSeen: string;
  project(id: Id): Project | undefined;
  milestone(id: Id): Milestone | undefined;
  projects(clientId: Id): readonly Project[];
  milestones(projectId: Id): readonly Milestone[];
  notes(clientId: Id): readonly Note[];
  meetings(clientId: Id): readonly Meeting[];
  /** Oldest first. */
  invoices(projectId: Id): readonly Invoice[];
  /** Newest first. */
  sent(clientId: Id): readonly SentRecord[];
  drafts(clientId: Id): readonly KnownDraft[];
  owed(clientId: Id): readonly Owed[];
  day(on: PlainDate): TimeValue;
  dayOf(at: Instant): TimeValue;
  moment(at: Instant): TimeValue;
  /** Since then, in whole days: "2 days"; "today". */
  age(at: Instant): Text;
  levelOf(due: Due): Level;
  /** The row of this record as it was made before, when `depends` and the day are the same; else made now. */
  remembered(record: object, depends: string, make: () => TreeNode): TreeNode;
  /** The text with its moments seen from the beginning of today. */
  steady(text: Text): Text;
}

export function viewOf(input: TreeInput, memory: TreeMemory): TreeView {
  const { book, now } = input;
  const mine = workingCalendar({ me: book.me, absences: book.absence, machineZone: input.zone });
  const { zone } = mine;
  const today = mine.dateAt(now);
  const soon = mine.nextWorkingDay(today);
  const morning = instantOf(today, "00:00" as PlainTime, zone);
  const shown = <T extends { readonly archivedAt?: unknown }>(records: readonly T[]) =>
    records.filter((record) => record.archivedAt === undefined);

  const day = (on: PlainDate) => ({ time: "day", on, today }) as const;
  const moment = (at: Instant) => ({ time: "moment", at, zone, now: morning }) as const;
  const steadyValue = (value: Value): Value => {
    if (typeof value !== "object") return value;
    if ("money" in value) return value;
    if ("time" in value) return value.time === "moment" ? { ...value, now: morning } : value;
    return steady(value);
  };
  const steady = (text: Text): Text =>
    text.values === undefined
      ? text
      : { id: text.id, values: Object.fromEntries(Object.entries(text.values).map(([name, value]) => [name, steadyValue(value)])) };

  const milestones = new Map(book.milestone.map((milestone) => [milestone.id, milestone]));

  const projects = new Map(book.project.map((project) => [project.id, project]));
  const { workingTimes, holidays } = book.me;

  return {
    book,
    today,
    now,
    zone,
    mine,
    mineSeen: JSON.stringify([workingTimes, holidays, book.absence.map(({ id, rev }) => [id, rev])]),
    project: (id) => projects.get(id),
    milestone: (id) => milestones.get(id),
    projects: grouped(shown(book.project), (project) => project.clientId, byAge),
    milestones: grouped(shown(book.milestone), (milestone) => milestone.projectId, byDue),
    notes: grouped(shown(book.note), (note) => note.clientId, byAge),
    meetings: grouped(shown(book.meeting), (meeting) => meeting.clientId, byAge),
    invoices: grouped(shown(book.invoice), (invoice) => invoice.projectId, byAge),
    sent: grouped(standing(input.history).toReversed(), (record) => record.clientId),
    drafts: grouped(input.drafts ?? [], (draft) => draft.clientId),
    owed: grouped(input.owed, (item) => item.clientId),
    day,
    dayOf: (at) => day(mine.dateAt(at)),
    moment,
    age: (at) => {
      const days = daysBetween(mine.dateAt(at), today);
      return days <= 0 ? { id: "tree.today" } : { id: "tree.when", values: { when: { time: "length", minutes: days * 1440 } } };
    },
    levelOf: (due) => {
      if (due.by === "instant" && now >= due.at) return "overdue";
      const on = due.by === "date" ? due.on : mine.dateAt(due.at);
      if (on < today) return "overdue";
      return on === today ? "due" : on <= soon ? "soon" : "fine";
    },
    remembered: (record, depends, make) => {
      const seen = `${today} ${zone} ${depends}`;
      const known = memory.get(record);
      if (known?.seen === seen) return known.node;
      const node = make();
      memory.set(record, { seen, node });
      return node;
    },
    steady,
  };
}

const byAge = (a: { createdAt: string; id: Id }, b: { createdAt: string; id: Id }): number =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1;

const none: readonly never[] = [];

function grouped<T>(records: readonly T[], key: (record: T) => Id, order?: (a: T, b: T) => number): (id: Id) => readonly T[] {
  const groups = new Map<Id, T[]>();
  for (const record of records) {
    const id = key(record);
    const group = groups.get(id);
    if (group) group.push(record);
    else groups.set(id, [record]);
  }
  if (order) for (const group of groups.values()) group.sort(order);
  return (id) => groups.get(id) ?? none;
}

/** "5 of 7 · Thu 3 Dec · overdue": what there is of them, in a row. */
function inARow(parts: readonly Value[]): string | Text | undefined {
  const [a, b, ...rest] = parts;
  if (a === undefined) return undefined;
  if (b !== undefined) {
    const values = { a, b: rest.length > 0 ? (inARow([b, ...rest]) ?? b) : b };
    return { id: "tree.row", values };
  }
  if (typeof a === "string") return a;
  return typeof a === "object" && "id" in a ? a : { id: "tree.when", values: { when: a } };
}
/** The same as a node's field, which is left out where there is nothing to say. */
export function described(parts: readonly Value[]): { readonly description?: string | Text } {
  const description = inARow(parts);
  return description === undefined ? {} : { description };
}

/** A text's first line. */
export const firstLine = (text: string): string => /^[^\r\n]*/.exec(text.trimStart())?.[0].trimEnd() ?? "";
