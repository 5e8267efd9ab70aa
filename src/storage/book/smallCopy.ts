import { recordKinds, type Book, type RecordKind } from "../../core/book/book";
import type { Instant } from "../../core/time/types";
import type { Ancestry } from "./ancestry";
import { keyOf, type AnyRecord } from "./content";
import { bytesOfRecord } from "./lines";

const recentDays = 30;
/** VS Code holds the state of a workspace in memory and writes it whole: well below the 256 KB that we allow it. */
const mostCopyBytes = 192 * 1024;

/**
 * What the state of a workspace keeps of the book: what is open, then what changed in the last thirty days, up to a size.
 * Settled and old records are in the client files alone.
 */
export function smallCopy(book: Book, now: Instant, most: number = mostCopyBytes): Book {
  const since = new Date(Date.parse(now) - recentDays * 86_400_000).toISOString();
  const picked = new Set<AnyRecord>();
  let room = most;
  const pick = (kind: RecordKind, wanted: (record: AnyRecord) => boolean): void => {
    // New records are added at the end, so that the newest come first this way.
    for (const record of (book[kind] as readonly AnyRecord[]).toReversed()) {
      if (room <= 0) return;
      if (!wanted(record) || picked.has(record)) continue;
      room -= bytesOfRecord(kind, record);
      if (room > 0) picked.add(record);
    }
  };
  for (const kind of recordKinds) pick(kind, (record) => isOpen(kind, record));
  for (const kind of recordKinds) pick(kind, (record) => record.changedAt >= since);
  const lists = recordKinds.map((kind) => [kind, (book[kind] as readonly AnyRecord[]).filter((record) => picked.has(record))]);
  return { ...book, ...(Object.fromEntries(lists) as Partial<Book>) };
}

/** Some records are changed again and again: of those that were changed last, so much as there is room for. */
const mostAncestryBytes = 32 * 1024;

/** What the copy keeps of what its records were before. */
export function smallAncestry(copy: Book, was: Ancestry, most: number = mostAncestryBytes): Ancestry {
  const changed = recordKinds.flatMap((kind) => (copy[kind] as readonly AnyRecord[]).map(({ id, changedAt }) => ({ key: keyOf(kind, id), changedAt })));
  const kept = new Map<string, readonly string[]>();
  let room = most;
  for (const { key } of changed.sort((a, b) => (a.changedAt > b.changedAt ? -1 : 1))) {
    const marks = was.get(key);
    if (marks === undefined) continue;
    room -= key.length + marks.join().length + 2 * marks.length + 8;
    if (room <= 0) break;
    kept.set(key, marks);
  }
  return kept;
}

function isOpen(kind: RecordKind, record: AnyRecord): boolean {
  if (kind === "client" || kind === "project") return true;
  if (record.archivedAt !== undefined) return false;
  if (kind === "milestone") return (record as Book["milestone"][number]).state !== "accepted";
  if (kind === "note") return (record as Book["note"][number]).settledAt === undefined;
  if (kind === "invoice") return (record as Book["invoice"][number]).paidOn === undefined;
  return kind !== "meeting";
}
