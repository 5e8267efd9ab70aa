import { isDeepStrictEqual } from "node:util";
import { recordKinds, type Book, type BookChange, type PutChange, type RecordKind } from "../core/book/book";

/** The changes that lead from one book to the other. */
export function bookDifference(before: Book, after: Book): readonly BookChange[] {
  const me: readonly BookChange[] = same(before.me, after.me) ? [] : [{ op: "me", me: after.me }];
  return [...me, ...recordKinds.flatMap((kind) => kindDifference(kind, before[kind], after[kind]))];
}

type AnyRecord = Book[RecordKind][number];

function kindDifference(kind: RecordKind, allBefore: readonly AnyRecord[], allAfter: readonly AnyRecord[]): readonly BookChange[] {
  if (allBefore === allAfter) return [];
  // Most records are the very same, at the same place from the beginning or from the end.
  let from = 0;
  while (from < allBefore.length && allBefore[from] === allAfter[from]) from++;
  let tail = 0;
  while (tail < Math.min(allBefore.length, allAfter.length) - from && allBefore.at(-1 - tail) === allAfter.at(-1 - tail)) tail++;
  const before = allBefore.slice(from, allBefore.length - tail);
  const after = allAfter.slice(from, allAfter.length - tail);
  const known = new Map(before.map((record) => [record.id, record]));
  const left = new Set(after.map((record) => record.id));
  return [
    ...before.filter((record) => !left.has(record.id)).map(({ id }): BookChange => ({ op: "remove", kind, id })),
    ...after.filter((record) => !same(known.get(record.id), record)).map((record) => ({ op: "put", kind, record }) as PutChange),
  ];
}

const same = (a: unknown, b: unknown): boolean => a === b || isDeepStrictEqual(a, b);
