import { absenceSchema, type Absence } from "./absence";
import { clientSchema, type Client } from "./client";
import type { Id } from "./fields";
import { invoiceSchema, type Invoice } from "./invoice";
import { nobodyYet, type Me } from "./me";
import { meetingSchema, type Meeting } from "./meeting";
import { milestoneSchema, type Milestone } from "./milestone";
import { noteSchema, type Note } from "./note";
import { projectSchema, type Project } from "./project";

/** The kinds of record in the book, with their types. */
export interface RecordTypes {
  client: Client;
  project: Project;
  milestone: Milestone;
  note: Note;
  meeting: Meeting;
  absence: Absence;
  invoice: Invoice;
}
export type RecordKind = keyof RecordTypes;

export const recordSchemas = {
  client: clientSchema,
  project: projectSchema,
  milestone: milestoneSchema,
  note: noteSchema,
  meeting: meetingSchema,
  absence: absenceSchema,
  invoice: invoiceSchema,
} as const;
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** Me, and the clients with all that belongs to them. Flat: records point at each other by id. */
export type Book = { readonly me: Me } & { readonly [K in RecordKind]: readonly RecordTypes[K][] };

export const emptyBook: Book = {
  me: nobodyYet,
  client: [],
  project: [],
  milestone: [],
  note: [],
  meeting: [],
  absence: [],
  invoice: [],
};

export type PutChange = { [K in RecordKind]: { readonly op: "put"; readonly kind: K; readonly record: RecordTypes[K] } }[RecordKind];
type RemoveChange = { readonly op: "remove"; readonly kind: RecordKind; readonly id: Id };
/** `was`: the Me that it was made from, where somebody may have changed that meanwhile; absent: the one that stands. */
type MeChange = { readonly op: "me"; readonly me: Me; readonly was?: Me };
/** The smallest step the book can take. What a command does is a list of these, so that it can be stored, merged and undone. */
export type BookChange = PutChange | RemoveChange | MeChange;

export function applyChanges(book: Book, changes: readonly BookChange[]): Book {
  return changes.reduce(applyChange, book);
}

function applyChange(book: Book, change: BookChange): Book {
  if (change.op === "me") return { ...book, me: change.me };
  const records: readonly { readonly id: Id }[] = book[change.kind];
  if (change.op === "remove") return { ...book, [change.kind]: records.filter((record) => record.id !== change.id) };
  const at = records.findIndex((record) => record.id === change.record.id);
  return { ...book, [change.kind]: at < 0 ? [...records, change.record] : records.with(at, change.record) };
}
