import type { Book, BookChange, RecordKind, RecordTypes } from "./book";
import { equal } from "./equal";
import type { Id } from "./fields";
import type { Instant } from "../time/types";

/** What a change needs from outside: the time, and ids that no other machine makes. */
export interface Stamp {
  readonly now: Instant;
  readonly newId: () => Id;
}

type Base = "id" | "rev" | "createdAt" | "changedAt" | "archivedAt";
type Own<K extends RecordKind> = Omit<RecordTypes[K], Base>;
type OptionalKeys<T> = { [F in keyof T]-?: object extends Pick<T, F> ? F : never }[keyof T];
/** The fields of a new record; an optional one may be given as undefined, which leaves it out. */
export type Fields<K extends RecordKind> = Omit<Own<K>, OptionalKeys<Own<K>>> & {
  readonly [F in OptionalKeys<Own<K>>]?: Own<K>[F] | undefined;
};
/** Changed fields of a record; undefined removes an optional one. */
export type Revision<K extends RecordKind> = {
  readonly [F in Exclude<keyof RecordTypes[K], "id" | "rev" | "createdAt" | "changedAt">]?:
    | RecordTypes[K][F]
    | (F extends OptionalKeys<RecordTypes[K]> ? undefined : never);
};
/** A put of one kind of record, so that its `record` is known to be of that kind. */
export interface Put<K extends RecordKind> {
  readonly op: "put";
  readonly kind: K;
  readonly record: RecordTypes[K];
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A new record, at revision 1. */
export function created<K extends RecordKind>(kind: K, fields: Fields<K>, stamp: Stamp): Put<K> & BookChange {
  const base = { id: stamp.newId(), rev: 1, createdAt: stamp.now, changedAt: stamp.now };
  return { op: "put", kind, record: { ...base, ...withoutUndefined(fields) } } as Put<K> & BookChange;
}

/** The record with these fields changed, one revision on. A field set to undefined is removed. */
export function revised<K extends RecordKind>(
  kind: K,
  record: RecordTypes[K],
  fields: Revision<K>,
  stamp: Pick<Stamp, "now">,
): Put<K> & BookChange {
  const next = withoutUndefined({ ...record, ...fields, rev: record.rev + 1, changedAt: stamp.now });
  return { op: "put", kind, record: next } as Put<K> & BookChange;
}

/** Puts a record out of sight, with all that hangs on it; nothing else is touched, so that restoring brings all of it back. */
export const archive = <K extends RecordKind>(kind: K, record: RecordTypes[K], stamp: Pick<Stamp, "now">): readonly BookChange[] => [
  revised(kind, record, { archivedAt: stamp.now } as Revision<K>, stamp),
];

export const restore = <K extends RecordKind>(kind: K, record: RecordTypes[K], stamp: Pick<Stamp, "now">): readonly BookChange[] => [
  revised(kind, record, { archivedAt: undefined }, stamp),
];

type Touched = Exclude<BookChange, { op: "me" }>;
const touchedId = (change: Touched): Id => (change.op === "put" ? change.record.id : change.id);
const recordOf = (book: Book, kind: RecordKind, id: Id): RecordTypes[RecordKind] | undefined =>
  book[kind].find((record) => record.id === id);

/**
 * The changes that take `changes` back, last first; `book` is the book before they were made. Records come back as they
 * were, but with a revision above that of the change, so that wherever revisions are compared the undoing wins.
 */
export function inverse(book: Book, changes: readonly BookChange[]): readonly BookChange[] {
  const undo: BookChange[] = [];
  const seen = new Set<string>();
  for (const change of changes.toReversed()) {
    const key = change.op === "me" ? "me" : `${change.kind} ${touchedId(change)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (change.op === "me") {
      undo.push({ op: "me", me: changes.find((one) => one.op === "me")?.was ?? book.me });
      continue;
    }
    const id = touchedId(change);
    const before = recordOf(book, change.kind, id);
    if (!before) undo.push({ op: "remove", kind: change.kind, id });
    else {
      const rev = change.op === "put" ? change.record.rev : before.rev;
      const changedAt = change.op === "put" ? change.record.changedAt : before.changedAt;
      undo.push({ op: "put", kind: change.kind, record: { ...before, rev: rev + 1, changedAt } } as BookChange);
    }
  }
  return undo;
}

/**
 * Whether the book still stands as `changes` left it, so that their inverse takes back nothing of anybody else's. What was
 * changed since and taken back again stands as it did, at a later revision.
 */
export function standsAsLeft(book: Book, changes: readonly BookChange[]): boolean {
  const last = new Map<string, Touched>();
  for (const change of changes) if (change.op !== "me") last.set(`${change.kind} ${touchedId(change)}`, change);
  return [...last.values()].every((change) => {
    const now = recordOf(book, change.kind, touchedId(change));
    return change.op === "remove" ? now === undefined : now !== undefined && sameWords(now, change.record);
  });
}

/** Equal but for the marks of when and how often they were changed. */
export function sameWords(a: object, b: object): boolean {
  const bare = (record: object) => ({ ...record, rev: 0, changedAt: "" });
  return equal(bare(a), bare(b));
}

/** `changes` with revisions and times no earlier than those that stand, so that every copy of the book takes them for the later. */
export function afterAll(book: Book, changes: readonly BookChange[]): readonly BookChange[] {
  return changes.map((change) => {
    const now = change.op === "put" ? recordOf(book, change.kind, change.record.id) : undefined;
    if (change.op !== "put" || now === undefined) return change;
    const { rev, changedAt } = change.record;
    return { ...change, record: { ...change.record, rev: Math.max(rev, now.rev + 1), changedAt: changedAt > now.changedAt ? changedAt : now.changedAt } } as BookChange;
  });
}
