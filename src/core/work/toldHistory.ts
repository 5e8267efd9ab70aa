import type { Id } from "../book/fields";
import type { HistoryEntry, SentRecord } from "../book/sentRecord";

/**
 * Per repository scope: hashes whose whole history has been read and decided, so that git need not walk it again.
 *
 * A withdrawn message opens its commits again, and messages drafted after it were read on top of it. So only what stood
 * before the first withdrawn message counts; later ones still close their commits one by one.
 */
export function toldHistory(history: readonly HistoryEntry[], projectId: Id): ReadonlyMap<Id, readonly string[]> {
  const withdrawn = new Set(history.flatMap((entry) => (entry.what === "withdrawn" ? [entry.recordId] : [])));
  const records = history
    .filter((entry): entry is SentRecord => entry.what === "sent" && entry.projectId === projectId)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const firstWithdrawn = records.findIndex((record) => withdrawn.has(record.id));
  const solid = firstWithdrawn < 0 ? records : records.slice(0, firstWithdrawn);

  const upTo = new Map<Id, readonly string[]>();
  for (const record of solid) {
    for (const [scopeId, hashes] of Object.entries(record.readUpTo)) {
      // A later reading covers an earlier one, except where history was rewritten: a few tips back are enough for that.
      upTo.set(scopeId, [...new Set([...hashes, ...(upTo.get(scopeId) ?? [])])].slice(0, MAX_TIPS));
    }
  }
  return upTo;
}

const MAX_TIPS = 8;
