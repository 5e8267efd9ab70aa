import type { Id } from "../book/fields";
import type { HistoryEntry, SentRecord } from "../book/sentRecord";

/**
 * Per repository scope: hashes whose whole history has been read and decided, so that git need not walk it again.
 *
 * A withdrawn message opens its commits again, and messages drafted after it were read on top of it. So only what stood
 * before the first withdrawn message counts; later ones still close their commits one by one.
 */
export function toldHistory(history: readonly HistoryEntry[], projectId: Id): ReadonlyMap<Id, readonly ReadUpTo[]> {
  const withdrawn = new Set(history.flatMap((entry) => (entry.what === "withdrawn" ? [entry.recordId] : [])));
  const records = history
    .filter((entry): entry is SentRecord => entry.what === "sent" && entry.projectId === projectId)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const firstWithdrawn = records.findIndex((record) => withdrawn.has(record.id));
  const solid = firstWithdrawn < 0 ? records : records.slice(0, firstWithdrawn);

  const upTo = new Map<Id, readonly ReadUpTo[]>();
  for (const record of solid) {
    for (const [scopeId, hashes] of Object.entries(record.readUpTo)) {
      // A later reading covers an earlier one, except where history was rewritten: a few tips back are enough for that.
      const of = record.readOf?.[scopeId];
      const read = hashes.map((hash): ReadUpTo => (of === undefined ? { hash } : { hash, of }));
      const all = [...read, ...(upTo.get(scopeId) ?? [])];
      upTo.set(scopeId, all.filter((one, at) => all.findIndex((other) => other.hash === one.hash && other.of === one.of) === at));
    }
  }
  return upTo;
}

/** The hashes that a reading like this one need not walk behind, newest first. */
export const coveredBy = (read: readonly ReadUpTo[], mark: string): readonly string[] =>
  [...new Set(read.filter(({ of }) => of === undefined || of === mark).map(({ hash }) => hash))].slice(0, MAX_TIPS);

/**
 * Whose commits of which files a reading is of: what was read for other authors or files has not decided about these.
 * @param authors emails; undefined: everyone's
 */
export function readingMark(authors: readonly string[] | undefined, { include = [], exclude = [] }: { readonly include?: readonly string[] | undefined; readonly exclude?: readonly string[] | undefined }): string {
  const sorted = (some: readonly string[]) => [...new Set(some)].sort();
  return JSON.stringify([authors === undefined ? "everyone" : sorted(authors.map((email) => email.toLowerCase())), sorted(include), sorted(exclude)]);
}

export interface ReadUpTo {
  readonly hash: string;
  /** As readingMark writes it; absent: of a message from before that was kept. */
  readonly of?: string;
}

const MAX_TIPS = 8;
