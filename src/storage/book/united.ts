import { recordKinds, type Book, type RecordKind } from "../../core/book/book";
import { emptyContent, isNobody, isSame, keyOf, withGone, withWaiting, type AnyRecord, type Content, type Waiting } from "./content";

/** What a copy of a file's records is as a content. */
export const contentOf = (part: Book): Content => ({ ...emptyContent, part });

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
  const isFirst =
    meWas === first.meWas &&
    lists.every(([kind, list]) => list === first.part[kind]) &&
    me === first.part.me &&
    gone.size === first.gone.size &&
    aside.length === first.aside.length &&
    waiting.length === first.waiting.length &&
    took.length === first.took.length;
  return isFirst ? first : { part: { ...first.part, ...Object.fromEntries(lists), me }, gone, waiting, aside, took, meWas };
}

/**
 * United with a copy that may have been changed apart from the file: of a record that both have changed, and not alike, the
 * version of the later revision stands, that in the file where they are equal, and the other waits beside it.
 */
export function unitedWithCopy(content: Content, copy: Content): Content {
  const both = united(content, copy);
  const forked = recordKinds.flatMap((kind): readonly Waiting[] => {
    const copied: readonly AnyRecord[] = copy.part[kind];
    if (copied.length === 0) return [];
    const here = new Map((content.part[kind] as readonly AnyRecord[]).map((record) => [record.id, record]));
    return copied.flatMap((record) => {
      const known = here.get(record.id);
      return known !== undefined && isForked(known, record) ? [{ kind, record: record.rev > known.rev ? known : record }] : [];
    });
  });
  const waiting = withWaiting(both.waiting, forked);
  return waiting.length === both.waiting.length ? both : { ...both, waiting };
}

/** Neither came of the other: in one revision and not alike, or in the lower revision and changed later. */
function isForked(a: AnyRecord, b: AnyRecord): boolean {
  if (a.rev === b.rev) return !isSame(a, b);
  const [lower, higher] = a.rev < b.rev ? [a, b] : [b, a];
  return lower.changedAt > higher.changedAt && !isSame({ ...lower, rev: higher.rev, changedAt: higher.changedAt }, higher);
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
