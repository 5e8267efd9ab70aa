import type { Book, BookChange, RecordKind } from "./book";
import { sameWords, type Stamp } from "./changes";
import { clientKinds, type ClientPart } from "./clientPart";
import { equal } from "./equal";
import type { Id } from "./fields";
import { userKinds, type UserPart } from "./userPart";

/**
 * The changes that make a client what an earlier version says: records that differ are put as they were, one revision above
 * what is now, and those that came later are removed.
 */
export function goBack(now: ClientPart, then: ClientPart, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  return [...backTo("client", [now.client], [then.client], stamp), ...clientKinds.flatMap((kind) => backTo(kind, now[kind], then[kind], stamp))];
}

/** The same for what is the user's own. */
export function goBackMine(now: UserPart, then: UserPart, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  const me: readonly BookChange[] = equal(now.me, then.me) ? [] : [{ op: "me", me: then.me, was: now.me }];
  return [...me, ...userKinds.flatMap((kind) => backTo(kind, now[kind], then[kind], stamp))];
}

type AnyRecord = Book[RecordKind][number];

function backTo(kind: RecordKind, now: readonly AnyRecord[], then: readonly AnyRecord[], stamp: Pick<Stamp, "now">): readonly BookChange[] {
  const current = new Map<Id, AnyRecord>(now.map((record) => [record.id, record]));
  const kept = new Set(then.map(({ id }) => id));
  const put = then.flatMap((record): readonly BookChange[] => {
    const standing = current.get(record.id);
    if (standing && sameWords(standing, record)) return [];
    const rev = Math.max(record.rev, standing?.rev ?? 0) + 1;
    return [{ op: "put", kind, record: { ...record, rev, changedAt: stamp.now } } as BookChange];
  });
  return [...put, ...now.filter(({ id }) => !kept.has(id)).map(({ id }): BookChange => ({ op: "remove", kind, id }))];
}
