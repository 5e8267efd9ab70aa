import { recordKinds, type Book, type RecordKind } from "../../core/book/book";
import { cameOf, markOf, noAncestry, unitedAncestry, withAncestors, type Ancestry } from "./ancestry";
import { emptyContent, isNobody, isSame, keyOf, withGone, withWaiting, type AnyRecord, type Content, type Waiting } from "./content";
import { outOf, withRemovedApart } from "./removedApart";

/** What a copy of a file's records is as a content. @param was what is known of records, these and others */
export const contentOf = (part: Book, was: Ancestry = noAncestry): Content => ({ ...emptyContent, part, was: ancestryIn(part, was) });

/** What is known of the records of this part alone. */
export function ancestryIn(part: Book, was: Ancestry): Ancestry {
  if (was.size === 0) return noAncestry;
  const keys = new Set(recordKinds.flatMap((kind) => (part[kind] as readonly AnyRecord[]).map(({ id }) => keyOf(kind, id))));
  return new Map([...was].filter(([key]) => keys.has(key)));
}

/**
 * Two contents of one file, of which neither is known to hold all: of each record the later revision, `first` where they
 * are equal; what was taken out stays out unless it was changed later. Missing from one is no reason to be missing.
 * The result is `first` itself where `second` adds nothing.
 */
export function united(first: Content, second: Content): Content {
  if (second === emptyContent || second === first) return first;
  const gone = withGone(first.gone, second.gone.values());
  const lists = recordKinds.map((kind) => [kind, unitedList(kind, first.part[kind], second.part[kind], gone)] as const);
  const me = isNobody(first.part.me) ? second.part.me : first.part.me;
  const aside = [...first.aside, ...second.aside.filter((entry) => !first.aside.some((known) => isSame(known.raw, entry.raw)))];
  const waiting = withWaiting(first.waiting, second.waiting);
  const took = [...new Set([...second.took, ...first.took])];
  const meWas = isNobody(first.part.me) && first.meWas.length === 0 ? second.meWas : first.meWas;
  const was = unitedAncestry(first.was, second.was);
  const isFirst =
    meWas === first.meWas &&
    was === first.was &&
    lists.every(([kind, list]) => list === first.part[kind]) &&
    me === first.part.me &&
    gone === first.gone &&
    aside.length === first.aside.length &&
    waiting.length === first.waiting.length &&
    took.length === first.took.length;
  return isFirst ? first : { part: { ...first.part, ...Object.fromEntries(lists), me }, gone, waiting, aside, took, meWas, was };
}

/**
 * United with a copy that may have been changed apart from the file: of a record that both have changed, and not alike, the
 * version of the later revision stands, that in the file where they are equal, and the other waits beside it. What one of
 * them has taken out and the other has changed stays, and whether it goes is asked.
 */
export function unitedWithCopy(file: Content, copy: Content): Content {
  const content = withRemovedApart(file, copy);
  const gone = outOf({ part: content.part, gone: copy.gone });
  let both = united(content, gone === copy.gone ? copy : { ...copy, gone });
  const forked = recordKinds.flatMap((kind): readonly Waiting[] => {
    const copied: readonly AnyRecord[] = copy.part[kind];
    if (copied.length === 0) return [];
    const here = new Map((content.part[kind] as readonly AnyRecord[]).map((record) => [record.id, record]));
    return copied.flatMap((record) => {
      const known = here.get(record.id);
      const key = keyOf(kind, record.id);
      if (known === undefined || !isForked([known, content.was.get(key)], [record, copy.was.get(key)])) return [];
      const waits = record.rev > known.rev ? known : record;
      // What stands comes after both: the other one is asked about once, wherever it is met again.
      const was = withAncestors(both.was, key, [markOf(waits)]);
      if (was !== both.was) both = { ...both, was };
      return [{ kind, record: waits }];
    });
  });
  const waiting = withWaiting(both.waiting, forked);
  return waiting.length === both.waiting.length ? both : { ...both, waiting };
}

type Known = readonly [record: AnyRecord, was: readonly string[] | undefined];

/**
 * Neither came of the other: in one revision and not alike, or the higher one was never what the lower one is. Where that is
 * not known, the one in the lower revision was changed later.
 */
function isForked(a: Known, b: Known): boolean {
  if (a[0].rev === b[0].rev) return !isSame(a[0], b[0]);
  const [[lower], [higher, was]] = a[0].rev < b[0].rev ? [a, b] : [b, a];
  if (isSame({ ...lower, rev: higher.rev, changedAt: higher.changedAt }, higher)) return false;
  return !(cameOf(was, lower) ?? lower.changedAt <= higher.changedAt);
}

function unitedList(
  kind: RecordKind,
  first: readonly AnyRecord[],
  second: readonly AnyRecord[],
  gone: Content["gone"],
): readonly AnyRecord[] {
  const isIn = (record: AnyRecord) => record.rev > (gone.get(keyOf(kind, record.id))?.rev ?? 0);
  const newer = new Map<string, AnyRecord>();
  if (second.length > 0) {
    const known = new Map(first.map((record) => [record.id, record]));
    for (const record of second) if (isIn(record) && record.rev > (known.get(record.id)?.rev ?? 0)) newer.set(record.id, record);
  }
  if (newer.size === 0 && (gone.size === 0 || first.every(isIn))) return first;
  const kept = first.filter(isIn).map((record) => {
    const later = newer.get(record.id);
    newer.delete(record.id);
    return later ?? record;
  });
  return [...kept, ...newer.values()];
}
