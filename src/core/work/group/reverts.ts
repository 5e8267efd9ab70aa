import { rank, type Entry } from "./entry";
import type { Lookup } from "./lookup";

export interface Reverts {
  /** Places of commits that a later one of the period took back. */
  readonly reverted: ReadonlySet<number>;
  /** Places of commits that did the taking back, and cancel out with it. */
  readonly reverting: ReadonlySet<number>;
  /** Places of reverts of something that the client may know: these are told. */
  readonly tookBack: ReadonlySet<number>;
}

/**
 * Reverts cancel in pairs, newest first: a revert that was itself taken back has no effect. A revert cancels only what is
 * no further than itself: work that is live stays live until its revert is. What may have been told before does not
 * cancel silently either.
 */
export function findReverts(
  entries: readonly Entry[],
  lookup: Lookup,
  owner: readonly number[],
  perhapsTold: (entry: Entry) => boolean,
): Reverts {
  const reverted = new Set<number>();
  const reverting = new Set<number>();
  const tookBack = new Set<number>();
  for (const entry of entries) {
    const { message, commit, at } = entry;
    if (!message.revert || reverted.has(at) || commit.parents.length > 1) continue;
    const named = message.revert.hashes.map((hash) => lookup.byHash(commit.scopeId, hash));
    const targets = named.filter((target): target is Entry => target !== undefined && target.at > at);
    if (targets.length === 0 && message.revert.subject !== undefined) {
      const target = lookup.bySubject(commit.scopeId, message.revert.subject, at);
      if (target) targets.push(target);
    }
    const cancelled = targets.filter((target) => rank(target.commit.standing) <= rank(commit.standing));
    for (const target of cancelled) reverted.add(target.at);
    const silent = cancelled.length > 0 && cancelled.length >= message.revert.hashes.length && !cancelled.some(perhapsTold);
    (silent ? reverting : tookBack).add(at);
  }
  spread(entries, owner, reverted);
  return { reverted, reverting, tookBack };
}

/** With a merge, all that it brought in is taken back. */
function spread(entries: readonly Entry[], owner: readonly number[], reverted: Set<number>): void {
  if (reverted.size === 0) return;
  const known = new Map<number, boolean>([[-1, false]]);
  for (const { at } of entries) {
    const climbed: number[] = [];
    let place = at;
    while (!known.has(place)) {
      climbed.push(place);
      known.set(place, reverted.has(place));
      if (reverted.has(place)) break;
      place = owner[place] ?? -1;
    }
    const answer = known.get(place) ?? false;
    for (const each of climbed) {
      known.set(each, answer);
      if (answer) reverted.add(each);
    }
  }
}
