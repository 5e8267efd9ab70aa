import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { Invoice } from "../book/invoice";
import type { Meeting } from "../book/meeting";
import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { standing, type HistoryEntry, type SentRecord } from "../book/sentRecord";

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

/** The records of each client who is not archived, in the order of the book. */
export function recordsByClient(book: Book): readonly ClientRecords[] {
  const projects = grouped(book.project, ({ clientId }) => clientId);
  const ownerOf = new Map(book.project.map(({ id, clientId }) => [id, clientId]));
  const milestones = grouped(book.milestone, ({ projectId }) => ownerOf.get(projectId));
  const notes = grouped(book.note, ({ clientId }) => clientId);
  const meetings = grouped(book.meeting, ({ clientId }) => clientId);
  const invoices = grouped(book.invoice, ({ clientId }) => clientId);
  return book.client
    .filter(isShown)
    .map((client) => ({
      client,
      projects: projects(client.id),
      milestones: milestones(client.id),
      notes: notes(client.id),
      meetings: meetings(client.id),
      invoices: invoices(client.id),
    }));
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
