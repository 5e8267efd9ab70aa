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

const clientOf = ({ clientId }: SentRecord): Id => clientId;
type SentTo = (clientId: Id) => readonly SentRecord[];

/**
 * The standing records of each client, oldest first. Mostly a history is the last one with an entry more, which is sorted in
 * where it belongs; whatever else it is, everything is sorted anew.
 */
export function createSentByClient(): (history: readonly HistoryEntry[]) => SentTo {
  let known: readonly HistoryEntry[] = [];
  let withdrawn: ReadonlySet<Id> = new Set();
  let groups: ReadonlyMap<Id | undefined, readonly SentRecord[]> = new Map();
  return (history) => {
    const added = history.slice(known.length);
    if (!known.every((entry, n) => history[n] === entry) || added.some(({ what }) => what === "withdrawn")) {
      groups = groupsOf(standing(history), clientOf);
      withdrawn = new Set(history.flatMap((entry) => (entry.what === "withdrawn" ? [entry.recordId] : [])));
    } else {
      const fresh = groupsOf(standing(added).filter(({ id }) => !withdrawn.has(id)), clientOf);
      groups = new Map([...groups, ...[...fresh].map(([id, records]) => [id, standing([...(groups.get(id) ?? none), ...records])] as const)]);
    }
    known = history;
    const sent = groups;
    return (clientId) => sent.get(clientId) ?? none;
  };
}

/** The same records, by identity, in the same order. */
export const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a === b || (a.length === b.length && a.every((one, n) => one === b[n]));

const isShown = (record: { readonly archivedAt?: unknown }): boolean => record.archivedAt === undefined;
const none: readonly never[] = [];

export function grouped<T extends object>(records: readonly T[], key: (record: T) => Id | undefined): (id: Id) => readonly T[] {
  const groups = groupsOf(records, key);
  return (id) => groups.get(id) ?? none;
}

function groupsOf<T extends object>(records: readonly T[], key: (record: T) => Id | undefined): ReadonlyMap<Id | undefined, readonly T[]> {
  const groups = new Map<Id | undefined, T[]>();
  for (const record of records) {
    if (!isShown(record)) continue;
    const id = key(record);
    const group = groups.get(id);
    if (group) group.push(record);
    else groups.set(id, [record]);
  }
  return groups;
}
