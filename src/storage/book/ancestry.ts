import type { Instant } from "../../core/time/types";

// A revision tells which of two versions of a record is the later one, and not whether it came of the other. That is told by
// the marks of the versions that each record was before.

/** By record (keyOf), the oldest mark first. Of records that were never changed there are none. */
export type Ancestry = ReadonlyMap<string, readonly string[]>;
export const noAncestry: Ancestry = new Map();

interface Version {
  readonly rev: number;
  readonly changedAt: Instant;
}

/** More are not remembered. */
const most = 20;

/** "4.mgk2v0a1": the revision, and when it was made. */
export const markOf = ({ rev, changedAt }: Version): string => `${rev}.${Date.parse(changedAt).toString(36)}`;
/** That the version of this revision was taken out is known. */
export const removalOf = ({ rev }: Pick<Version, "rev">): string => `${rev}.-`;
const revOf = (mark: string): number => Number.parseInt(mark, 10);

/** With these versions among what the record was before. The very same where they are. */
export function withAncestors(ancestry: Ancestry, key: string, more: readonly string[]): Ancestry {
  const known = ancestry.get(key) ?? [];
  const fresh = more.filter((mark) => !known.includes(mark));
  if (fresh.length === 0) return ancestry;
  const marks = [...known, ...fresh].sort((a, b) => revOf(a) - revOf(b)).slice(-most);
  // Older ones than those that are remembered change nothing.
  if (marks.length === known.length && marks.every((mark, at) => mark === known[at])) return ancestry;
  return new Map(ancestry).set(key, marks);
}

/** What is kept of a record that is taken out: the last few of its marks, its own, and that it was taken out. */
export const marksOfRemoved = (was: readonly string[] | undefined, record: Version): readonly string[] =>
  [...(was ?? []).filter((mark) => mark !== markOf(record)), markOf(record), removalOf(record)].slice(-mostOfRemoved);
/** There may be thousands of them. */
const mostOfRemoved = 8;

/** Both ancestries in one. The very same as the first where the second adds nothing. */
export const unitedAncestry = (first: Ancestry, second: Ancestry): Ancestry =>
  second === first ? first : [...second].reduce((united, [key, marks]) => withAncestors(united, key, marks), first);

/** Whether the later version came of the earlier one; undefined where what is remembered does not reach back so far. */
export const cameOf = (marks: readonly string[] | undefined, earlier: Version): boolean | undefined => speakOf(marks, markOf(earlier));

/** Whether it was made by somebody who knew that this revision had been taken out; undefined as above. */
export const knewOfRemoval = (marks: readonly string[] | undefined, removed: Pick<Version, "rev">): boolean | undefined => speakOf(marks, removalOf(removed));

function speakOf(marks: readonly string[] | undefined, mark: string): boolean | undefined {
  if (marks?.includes(mark) === true) return true;
  const [oldest] = marks ?? [];
  return oldest === undefined || revOf(oldest) > revOf(mark) ? undefined : false;
}

/**
 * Whether what was taken out came of this version, or was it. Where the marks do not tell, one that was last changed before
 * it did; and any where there are none.
 */
export function tookOut(marks: readonly string[] | undefined, version: Version): boolean {
  const latest = Math.max(...(marks ?? []).map((mark) => Number.parseInt(mark.slice(mark.indexOf(".") + 1), 36)).filter((at) => !Number.isNaN(at)));
  return cameOf(marks, version) ?? (latest === -Infinity || Date.parse(version.changedAt) <= latest);
}
