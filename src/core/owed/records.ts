import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { Invoice } from "../book/invoice";
import type { Meeting } from "../book/meeting";
import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { standing, type HistoryEntry, type SentRecord } from "../book/sentRecord";
import { areSame, createGroups } from "./groups";

/** What rules know of one client. Nothing in it is archived. */
export interface ClientRecords {
  readonly client: Client;
  readonly projects: readonly Project[];
  /** Of each project, in the order of the projects. */
  readonly milestones: readonly (readonly Milestone[])[];
  /** These also of archived projects. */
  readonly notes: readonly Note[];
  readonly meetings: readonly Meeting[];
  readonly invoices: readonly Invoice[];
}

const byClient = ({ clientId }: { readonly clientId: Id }): Id => clientId;

/** Lays out each client's records. What it gives for a client is the same object for as long as none of them has changed. */
export function createGrouping(): (book: Book) => readonly ClientRecords[] {
  const projectsIn = createGroups<Project>(byClient);
  const milestonesIn = createGroups<Milestone>(({ projectId }) => projectId);
  const notesIn = createGroups<Note>(byClient);
  const meetingsIn = createGroups<Meeting>(byClient);
  const invoicesIn = createGroups<Invoice>(byClient);
  let kept: ReadonlyMap<Id, ClientRecords> = new Map();
  return (book) => {
    const [projectsOf, milestonesOf] = [projectsIn(book.project), milestonesIn(book.milestone)];
    const [notesOf, meetingsOf, invoicesOf] = [notesIn(book.note), meetingsIn(book.meeting), invoicesIn(book.invoice)];
    const all = book.client.flatMap((client) => {
      if (client.archivedAt !== undefined) return [];
      const projects = projectsOf(client.id);
      const own: ClientRecords = {
        client,
        projects,
        milestones: projects.map(({ id }) => milestonesOf(id)),
        notes: notesOf(client.id),
        meetings: meetingsOf(client.id),
        invoices: invoicesOf(client.id),
      };
      const before = kept.get(client.id);
      return [before && areSameRecords(before, own) ? before : own];
    });
    kept = new Map(all.map((own) => [own.client.id, own]));
    return all;
  };
}

const areSameRecords = (a: ClientRecords, b: ClientRecords): boolean =>
  a.client === b.client && a.projects === b.projects && areSame(a.milestones, b.milestones) && a.notes === b.notes && a.meetings === b.meetings && a.invoices === b.invoices;

type SentTo = (clientId: Id) => readonly SentRecord[];
interface Standing {
  readonly written: readonly HistoryEntry[];
  readonly withdrawals: readonly HistoryEntry[];
  readonly records: readonly SentRecord[];
}

/** The standing records of each client, oldest first: the same list for as long as the same records are in it. */
export function createSentByClient(): (history: readonly HistoryEntry[]) => SentTo {
  const writtenIn = createGroups<HistoryEntry>((entry) => (entry.what === "sent" ? entry.clientId : undefined));
  const withdrawalsIn = createGroups<HistoryEntry>((entry) => (entry.what === "withdrawn" ? entry.what : undefined));
  const kept = new Map<Id, Standing>();
  return (history) => {
    const writtenTo = writtenIn(history);
    const withdrawals = withdrawalsIn(history)("withdrawn");
    return (clientId) => {
      const written = writtenTo(clientId);
      const before = kept.get(clientId);
      if (before?.written === written && before.withdrawals === withdrawals) return before.records;
      const now = standing([...written, ...withdrawals]);
      const records = before && areSame(before.records, now) ? before.records : now;
      kept.set(clientId, { written, withdrawals, records });
      return records;
    };
  };
}
