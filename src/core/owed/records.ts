import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { Invoice } from "../book/invoice";
import type { Meeting } from "../book/meeting";
import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { standing, type HistoryEntry, type SentRecord } from "../book/sentRecord";
import { lastOnly } from "./memory";

/** What rules know of one client. Nothing in it is archived. */
export interface ClientRecords {
  readonly client: Client;
  readonly projects: readonly Project[];
  readonly milestones: readonly Milestone[];
  /** These also of archived projects. */
  readonly notes: readonly Note[];
  readonly meetings: readonly Meeting[];
  readonly invoices: readonly Invoice[];
}

/** Groups each kind of record, and only those kinds anew that have changed since the last time. */
export function createGrouping(): (book: Book) => readonly ClientRecords[] {
  const projects = lastOnly((records: Book["project"]) => grouped(records, ({ clientId }) => clientId));
  const milestones = lastOnly((records: Book["milestone"]) => grouped(records, ({ projectId }) => projectId));
  const notes = lastOnly((records: Book["note"]) => grouped(records, ({ clientId }) => clientId));
  const meetings = lastOnly((records: Book["meeting"]) => grouped(records, ({ clientId }) => clientId));
  const invoices = lastOnly((records: Book["invoice"]) => grouped(records, ({ clientId }) => clientId));
  return (book) => {
    const [projectsOf, milestonesOf] = [projects(book.project), milestones(book.milestone)];
    const [notesOf, meetingsOf, invoicesOf] = [notes(book.note), meetings(book.meeting), invoices(book.invoice)];
    return book.client.filter(isShown).map((client) => {
      const own = projectsOf(client.id);
      const [only, second] = own;
      return {
        client,
        projects: own,
        milestones: only && !second ? milestonesOf(only.id) : own.flatMap(({ id }) => milestonesOf(id)),
        notes: notesOf(client.id),
        meetings: meetingsOf(client.id),
        invoices: invoicesOf(client.id),
      };
    });
  };
}

/** The standing records of each client, oldest first. */
export const sentByClient = (history: readonly HistoryEntry[]): ((clientId: Id) => readonly SentRecord[]) => grouped(standing(history), ({ clientId }) => clientId);

/** The same records, by identity, in the same order. */
export const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a === b || (a.length === b.length && a.every((one, n) => one === b[n]));

const isShown = (record: { readonly archivedAt?: unknown }): boolean => record.archivedAt === undefined;
const none: readonly never[] = [];

export function grouped<T extends object>(records: readonly T[], key: (record: T) => Id | undefined): (id: Id) => readonly T[] {
  const groups = new Map<Id | undefined, T[]>();
  for (const record of records) {
    if (!isShown(record)) continue;
    const id = key(record);
    const group = groups.get(id);
    if (group) group.push(record);
    else groups.set(id, [record]);
  }
  return (id) => groups.get(id) ?? none;
}
