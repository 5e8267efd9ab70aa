import { isDeepStrictEqual } from "node:util";
import { applyChanges, emptyBook, recordKinds, type Book, type BookChange, type PutChange, type RecordKind } from "../../core/book/book";
import type { Id } from "../../core/book/fields";
import type { Me } from "../../core/book/me";
import { nobodyYet } from "../../core/book/me";
import type { Conflict, SetAside } from "../../core/ports/book";
import { markOf, marksOfRemoved, noAncestry, removalOf, withAncestors, type Ancestry } from "./ancestry";
import { withMark } from "./lineage";

export type AnyRecord = Book[RecordKind][number];

/** A record that was taken out, and its revision then: a copy elsewhere that is no newer must not bring it back. */
export interface Gone {
  readonly kind: RecordKind;
  readonly id: Id;
  readonly rev: number;
  /** Its marks, oldest first, with that of its being taken out: they tell a copy from before then from one that was changed apart. */
  readonly was?: readonly string[] | undefined;
}

/** What waits beside a record in the book: another version of it or, `removed`, that it was taken out elsewhere. Or another Me. */
export type Waiting =
  | { readonly kind: RecordKind; readonly record: AnyRecord; readonly removed?: true | undefined }
  | { readonly kind: "me"; readonly record: Me; readonly removed?: undefined };

/** What one file of the book holds. */
export interface Content {
  /** A book with the records of this file, empty elsewhere. */
  readonly part: Book;
  readonly gone: ReadonlyMap<string, Gone>;
  readonly waiting: readonly Waiting[];
  /** Entries that could not be read, as they were found. */
  readonly aside: readonly SetAside[];
  /** Ids of late steps that this file has taken in, so that none is taken twice. */
  readonly took: readonly Id[];
  /** The marks of what Me was before, the last one newest. */
  readonly meWas: readonly string[];
  /** The marks of what the records were before. */
  readonly was: Ancestry;
}

export const emptyContent: Content = { part: emptyBook, gone: new Map(), waiting: [], aside: [], took: [], meWas: [], was: noAncestry };

/** A change with what it was based on. */
export interface Step {
  readonly change: BookChange;
  /** The record, or Me, as the one who made the change knew it. */
  readonly was?: AnyRecord | Me | undefined;
  /** Of a step that could not be kept at once, or that is part of a change over several files. All that bear one id are taken together. */
  readonly lateId?: Id | undefined;
}

/** What a change was based on, in the book as its maker knew it. */
export function baseOf(change: BookChange, known: Book): Step["was"] {
  if (change.op === "me") return change.was ?? known.me;
  const id = change.op === "put" ? change.record.id : change.id;
  const there = known[change.kind].find((record) => record.id === id);
  // Made from an earlier revision than the one that stands: what it was made from is not known any more.
  return change.op === "put" && there !== undefined && change.record.rev <= there.rev ? undefined : there;
}

export const keyOf = (kind: RecordKind, id: Id): string => `${kind} ${id}`;
export const isSame = (a: unknown, b: unknown): boolean => a === b || isDeepStrictEqual(a, b);
export const isNobody = (me: Me): boolean => me === nobodyYet || isDeepStrictEqual(me, nobodyYet);

/** More than this are not remembered: the oldest go first. */
const mostGone = 5000;
const mostTook = 200;

/**
 * The content after these steps. Where a record has changed here since the step's maker knew it, neither version is lost:
 * the later one stands, the other waits beside it.
 */
export function taken(content: Content, steps: readonly Step[]): Content {
  const fresh = steps.filter(({ lateId }) => lateId === undefined || !content.took.includes(lateId));
  const after = fresh.length > 50 && addsOnly(content, fresh) ? withAll(content, fresh) : fresh.reduce(takenOne, content);
  const took = new Set(fresh.flatMap(({ lateId }) => lateId ?? []));
  return took.size === 0 ? after : { ...after, took: [...content.took, ...took].slice(-mostTook) };
}

type Put = Extract<BookChange, { op: "put" }>;

/** A first saving, or an import: thousands of records that nobody had. */
function addsOnly(content: Content, steps: readonly Step[]): boolean {
  const known = new Set([...content.gone.keys(), ...recordKinds.flatMap((kind) => (content.part[kind] as readonly AnyRecord[]).map(({ id }) => keyOf(kind, id)))]);
  return steps.every(({ change }) => change.op === "put" && known.size < known.add(keyOf(change.kind, change.record.id)).size);
}
function withAll(content: Content, steps: readonly Step[]): Content {
  const lists = recordKinds.map((kind) => {
    const more = steps.flatMap(({ change }) => ((change as Put).kind === kind ? [(change as Put).record] : []));
    return [kind, more.length === 0 ? content.part[kind] : [...content.part[kind], ...more]] as const;
  });
  return { ...content, part: { ...content.part, ...Object.fromEntries(lists) } };
}

function takenOne(content: Content, { change, was }: Step): Content {
  if (change.op === "me") {
    if (was === undefined) return withMe(content, change.me);
    const { me, other } = mergedMe(content.part.me, was as Me, change.me);
    return other === undefined ? withMe(content, me) : { ...withMe(content, me), waiting: withWaiting(content.waiting, [{ kind: "me", record: other }]) };
  }
  const base = was as AnyRecord | undefined;
  if (change.op === "remove") {
    const here = find(content.part, change.kind, change.id);
    if (here === undefined) {
      // A copy of it that turns up later is not to bring it back.
      return base === undefined ? content : { ...content, gone: withGone(content.gone, [goneOf(content, change.kind, base)]) };
    }
    // Changed elsewhere since: what somebody still works on is not taken away unasked.
    if (!isExpected(here, base)) return base === undefined ? content : { ...content, waiting: withWaiting(content.waiting, [{ kind: change.kind, record: base, removed: true }]) };
    return removed(content, change.kind, here);
  }
  const { kind, record } = change;
  const here = find(content.part, kind, record.id);
  // Taken in before, perhaps under a higher revision.
  if (here !== undefined && here.rev >= record.rev && isSame({ ...here, rev: record.rev }, record)) return content;
  if (here === undefined) {
    const gone = content.gone.get(keyOf(kind, record.id));
    // Where it was taken out in a later revision, a copy of the file from then would take it out once more.
    const after = placed(content, kind, gone === undefined || gone.rev < record.rev ? record : { ...record, rev: gone.rev + 1 });
    return base === undefined || gone === undefined || gone.rev < base.rev ? after : { ...after, waiting: withWaiting(after.waiting, [{ kind, record: base, removed: true }]) };
  }
  if (isExpected(here, base)) return placed(content, kind, record);
  const [stands, waits] = record.changedAt >= here.changedAt ? [record, here] : [here, record];
  const rev = Math.max(stands.rev, waits.rev);
  const after = placed(content, kind, stands.rev === rev ? stands : { ...stands, rev });
  return { ...after, waiting: withWaiting(after.waiting, [{ kind, record: waits }]), was: withAncestors(after.was, keyOf(kind, record.id), [markOf(record)]) };
}

/** A record below the revision that was known comes from an old copy of the file, and is no change of anybody's. */
const isExpected = (here: AnyRecord, was: AnyRecord | undefined): boolean => isSame(here, was) || (was !== undefined && here.rev < was.rev);

function withMe(content: Content, me: Me): Content {
  const { part, meWas } = content;
  if (isSame(me, part.me)) return content;
  return { ...content, part: { ...part, me }, meWas: isNobody(part.me) ? meWas : withMark(meWas, part.me) };
}

/**
 * Me has no revision: field by field, what the maker changed counts. `other`: the same with the fields as they are here which
 * both have changed, and not alike; absent where there are none.
 */
export function mergedMe(here: Me, was: Me, me: Me): { readonly me: Me; readonly other?: Me } {
  const names = [...new Set([...Object.keys(here), ...Object.keys(me)])] as (keyof Me)[];
  const isBoth = (name: keyof Me) => !isSame(me[name], was[name]) && !isSame(here[name], was[name]) && !isSame(me[name], here[name]);
  const made = (of: (name: keyof Me) => Me[keyof Me]): Me => ({ ...nobodyYet, ...Object.fromEntries(names.flatMap((name) => (of(name) === undefined ? [] : [[name, of(name)]]))) });
  const merged = (name: keyof Me) => (isSame(me[name], was[name]) ? here[name] : me[name]);
  return { me: made(merged), ...(names.some(isBoth) && { other: made((name) => (isBoth(name) ? here[name] : merged(name))) }) };
}

/** With this version of the record in the book; what was known of one that it takes the place of, or that was taken out, is known of it. */
export function placed(content: Content, kind: RecordKind, record: AnyRecord): Content {
  const key = keyOf(kind, record.id);
  const gone = content.gone.has(key) ? new Map([...content.gone].filter(([one]) => one !== key)) : content.gone;
  const before = find(content.part, kind, record.id);
  const out = content.gone.get(key);
  const was = withAncestors(content.was, key, [...(before === undefined ? [] : [markOf(before)]), ...(out === undefined ? [] : [...(out.was ?? []), removalOf(out)])]);
  return { ...content, gone, was, part: applyChanges(content.part, [{ op: "put", kind, record } as PutChange]) };
}

function removed(content: Content, kind: RecordKind, record: AnyRecord): Content {
  return {
    ...content,
    part: applyChanges(content.part, [{ op: "remove", kind, id: record.id }]),
    gone: withGone(content.gone, [goneOf(content, kind, record)]),
    waiting: content.waiting.filter((one) => one.kind === "me" || one.kind !== kind || one.record.id !== record.id),
  };
}

const goneOf = ({ was }: Content, kind: RecordKind, record: AnyRecord): Gone => ({ kind, id: record.id, rev: record.rev, was: marksOfRemoved(was.get(keyOf(kind, record.id)), record) });

/** The very same where nothing is added. */
export function withGone(gone: ReadonlyMap<string, Gone>, more: Iterable<Gone>): ReadonlyMap<string, Gone> {
  const all = new Map(gone);
  let isSameAsBefore = true;
  for (const one of more) {
    const key = keyOf(one.kind, one.id);
    if ((all.get(key)?.rev ?? 0) >= one.rev) continue;
    all.set(key, one);
    isSameAsBefore = false;
  }
  if (isSameAsBefore) return gone;
  return all.size <= mostGone ? all : new Map([...all].slice(-mostGone));
}

export const withWaiting = (waiting: readonly Waiting[], more: readonly Waiting[]): readonly Waiting[] => [
  ...waiting,
  ...more.filter((one) => !waiting.some((known) => isSameWaiting(known, one))),
];
const isSameWaiting = (a: Waiting, b: Waiting): boolean => a.kind === b.kind && a.removed === b.removed && isSame(a.record, b.record);

export const find = (part: Book, kind: RecordKind, id: Id): AnyRecord | undefined =>
  (part[kind] as readonly AnyRecord[]).find((record) => record.id === id);

/** What waits, beside what stands. Where the record is gone there is nothing to choose. */
export function conflictsIn({ part, waiting }: Content): readonly Conflict[] {
  return waiting.flatMap((one): readonly Conflict[] => {
    if (one.kind === "me") return [{ kind: "me", id: "me", kept: part.me, other: one.record }];
    const { kind, record: other, removed } = one;
    const kept = find(part, kind, other.id);
    return kept === undefined ? [] : [{ kind, id: other.id, kept, other, ...(removed && { removed }) } as Conflict];
  });
}

const waitingOf = ({ kind, other, removed }: Conflict): Waiting => ({ kind, record: other, ...(removed && { removed }) }) as Waiting;

/** With these beside what stands; the very same where they wait already. */
export function withConflicts(content: Content, conflicts: readonly Conflict[]): Content {
  const waiting = withWaiting(content.waiting, conflicts.map(waitingOf));
  return waiting.length === content.waiting.length ? content : { ...content, waiting };
}

export const settled = (content: Content, conflict: Conflict): Content => ({
  ...content,
  waiting: content.waiting.filter((one) => !isSameWaiting(one, waitingOf(conflict))),
});
