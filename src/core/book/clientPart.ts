import { emptyBook, type Book, type RecordKind, type RecordTypes } from "./book";
import type { Client } from "./client";
import type { Id } from "./fields";

/** What belongs to one client. The rest of the book, Me and the absences, is the user's. */
export const clientKinds = ["project", "milestone", "note", "meeting", "invoice"] as const satisfies readonly RecordKind[];
type ClientKind = (typeof clientKinds)[number];

/** One client with all that is theirs, archived or not. */
export type ClientPart = { readonly client: Client } & { readonly [K in ClientKind]: readonly RecordTypes[K][] };

/** The parts of a book, in its order. What belongs to no client of the book is in none of them. */
export function clientParts(book: Book): readonly ClientPart[] {
  const ownerOfProject = new Map(book.project.map(({ id, clientId }) => [id, clientId]));
  const byClient = <K extends ClientKind>(kind: K, ownerOf: (record: RecordTypes[K]) => Id | undefined) => {
    // Book[K] and RecordTypes[K][] are the same for each kind, which the compiler cannot see for all at once.
    const records = book[kind] as unknown as readonly RecordTypes[K][];
    const groups = new Map<Id | undefined, RecordTypes[K][]>();
    for (const record of records) {
      const owner = ownerOf(record);
      const group = groups.get(owner);
      if (group) group.push(record);
      else groups.set(owner, [record]);
    }
    return groups;
  };
  const project = byClient("project", ({ clientId }) => clientId);
  const milestone = byClient("milestone", ({ projectId }) => ownerOfProject.get(projectId));
  const note = byClient("note", ({ clientId }) => clientId);
  const meeting = byClient("meeting", ({ clientId }) => clientId);
  const invoice = byClient("invoice", ({ clientId }) => clientId);
  return book.client.map((client) => ({
    client,
    project: project.get(client.id) ?? [],
    milestone: milestone.get(client.id) ?? [],
    note: note.get(client.id) ?? [],
    meeting: meeting.get(client.id) ?? [],
    invoice: invoice.get(client.id) ?? [],
  }));
}

/** A book of these clients alone. Of a client that is there twice, the first counts. */
export function bookOfParts(parts: readonly ClientPart[]): Book {
  const once = [...new Map(parts.toReversed().map((part) => [part.client.id, part])).values()].toReversed();
  const lists = clientKinds.map((kind) => [kind, once.flatMap((part): readonly unknown[] => part[kind])] as const);
  return { ...emptyBook, ...Object.fromEntries(lists), client: once.map(({ client }) => client) };
}
