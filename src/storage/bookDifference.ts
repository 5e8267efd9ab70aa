import { isDeepStrictEqual } from "node:util";
import { recordKinds, type Book, type BookChange, type PutChange, type RecordKind } from "../core/book/book";

/** The changes that lead from one book to the other. */
export function bookDifference(before: Book, after: Book): readonly BookChange[] {
  const me: readonly BookChange[] = same(before.me, after.me) ? [] : [{ op: "me", me: after.me }];
  return [...me, ...recordKinds.flatMap((kind) => kindDifference(kind, before[kind], after[kind]))];
}

type AnyRecord = Book[RecordKind][number];

function kindDifference(kind: RecordKind, before: readonly AnyRecord[], after: readonly AnyRecord[]): readonly BookChange[] {
  if (before === after) return [];
  const known = new Map(before.map((record) => [record.id, record]));
  const left = new Set(after.map((record) => record.id));
  return [
    ...before.filter((record) => !left.has(record.id)).map(({ id }): BookChange => ({ op: "remove", kind, id })),
    ...after.filter((record) => !same(known.get(record.id), record)).map((record) => ({ op: "put", kind, record }) as PutChange),
  ];
}

const same = (a: unknown, b: unknown): boolean => a === b || isDeepStrictEqual(a, b);
