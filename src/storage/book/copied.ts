import { emptyBook, type Book, type RecordKind } from "../../core/book/book";
import type { Id } from "../../core/book/fields";
import type { Ancestry } from "./ancestry";
import { emptyContent, isNobody, withGone, type Gone, type Step } from "./content";
import type { Kept } from "./kept";
import { byOwner, mine, stepsByOwner, type Owner } from "./owners";
import { contentOf } from "./united";

/** What the mementos hold of the book. */
export interface Copied {
  readonly book: Book;
  /** The clients of this workspace. */
  readonly belongs: readonly Id[];
  /** Steps that their file has not taken in yet. */
  readonly late: readonly Step[];
  readonly meWas: readonly string[];
  readonly was: Ancestry;
  readonly gone: ReadonlyMap<Owner, readonly Gone[]>;
  /** Written by a newer version. */
  readonly readOnly: (kind: RecordKind | "me") => boolean;
}

/**
 * Lays what the copies hold beside the files that it belongs to. Returns the records that no client file takes.
 * @param kept the files that are known so far
 * @param keptOf the file of an owner, which is known from then on
 */
export function layBeside(copied: Copied, kept: ReadonlyMap<Owner, Kept>, keptOf: (owner: Owner) => Kept): Book {
  const { book, belongs, late, meWas, was, readOnly } = copied;
  let strays = emptyBook;
  keptOf(mine);
  for (const id of belongs) keptOf(id);
  for (const [owner, part] of byOwner(book)) {
    if (owner === undefined) strays = part;
    else keptOf(owner).copy = contentOf(part, was);
  }
  if (!isNobody(book.me)) keptOf(mine).copy = { ...contentOf({ ...keptOf(mine).copy.part, me: book.me }, was), meWas };
  for (const [owner, gone] of copied.gone) {
    const one = kept.get(owner);
    if (one !== undefined) one.copy = { ...one.copy, gone: withGone(emptyContent.gone, gone) };
  }
  const parts = new Map<Owner | undefined, Book>([...kept].map(([owner, { copy }]) => [owner, copy.part]));
  for (const [owner, steps] of stepsByOwner(parts, late)) if (owner !== undefined) keptOf(owner).late = steps;
  for (const [owner, one] of kept) {
    if (!readOnly(owner === mine ? "me" : "client")) continue;
    one.frozen = true;
    one.shown = one.copy;
  }
  return strays;
}
