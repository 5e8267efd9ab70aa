import { reasonToLeaveOut, saysNothing } from "../decide/judge";
import { isAboutTheWork, type Reason } from "../decide/reasons";
import type { Entry } from "./entry";
import type { Sets } from "./sets";

/**
 * A merge with a pull request's title speaks for the commits of its branch. It does not where the title says nothing,
 * where the branch itself consists of titled merges (a release), where the branch's commits are not in the period, and
 * where title and commits do not agree on whether there is something to tell.
 * @param reasons why a single commit would be left out, by place; those of absorbed branches are replaced
 */
export function joinMerges(
  entries: readonly Entry[],
  owner: readonly number[],
  sets: Sets,
  isSettled: (at: number) => boolean,
  reasons: Map<number, Reason>,
): void {
  const branches = new Map<number, Entry[]>();
  const inner = new Map<number, number>();
  const titled = entries.filter(({ message }) => message.merge?.title !== undefined && !/^(?:revert|reapply)\b/i.test(message.title) && !saysNothing(message.title));
  const isTitled = new Set(titled.map(({ at }) => at));
  // The merge that would speak for a place: the nearest titled one above it. Owners are looked up once and remembered.
  const speaker = speakers(entries, owner, isTitled);
  for (const entry of entries) {
    const by = speaker[entry.at] ?? -1;
    if (by < 0) continue;
    if (isTitled.has(entry.at)) inner.set(by, (inner.get(by) ?? 0) + 1);
    const branch = branches.get(by);
    if (branch) branch.push(entry);
    else branches.set(by, [entry]);
  }
  for (const merge of titled) {
    const branch = (branches.get(merge.at) ?? []).filter(({ at, message }) => !isSettled(at) && message.clientNote === undefined);
    const inside = new Set(branch.map(({ at }) => at));
    // A correction that belongs to something outside stays with that.
    const ours = branch.filter(({ at }) => inside.has(sets.leader(at)));
    const work = ours.filter(({ commit }) => commit.parents.length < 2);
    if (isSettled(merge.at) || work.length === 0 || (inner.get(merge.at) ?? 0) > 1) continue;
    const own = merge.message.clientNote !== undefined;
    const files = work.flatMap(({ commit }) => commit.files);
    const said = reasonToLeaveOut({ message: merge.message, files, author: merge.commit.author });
    const telling = work.filter(({ at }) => !reasons.has(at));
    if (said !== undefined && telling.length > 0) continue;
    const why = said ?? (own || telling.length > 0 ? undefined : sharedReason(work, reasons));
    for (const { at } of ours) {
      sets.join(at, merge.at);
      reasons.delete(at);
    }
    if (why === undefined) reasons.delete(merge.at);
    else reasons.set(merge.at, why);
  }
}

/** All of a branch is housekeeping, and not only worded like it. */
const sharedReason = (work: readonly Entry[], reasons: ReadonlyMap<number, Reason>): Reason | undefined => {
  const all = work.map(({ at }) => reasons.get(at));
  return all.every((reason) => reason !== undefined && isAboutTheWork(reason)) ? all.at(-1) : undefined;
};

function speakers(entries: readonly Entry[], owner: readonly number[], isTitled: ReadonlySet<number>): readonly number[] {
  const speaker: number[] = [];
  for (const { at } of entries) {
    const direct = owner[at] ?? -1;
    if (speaker[at] === undefined && (direct < 0 || isTitled.has(direct))) {
      speaker[at] = direct;
      continue;
    }
    const climbed: number[] = [];
    let place = at;
    let by = -1;
    for (;;) {
      const known = speaker[place];
      if (known !== undefined) {
        by = known;
        break;
      }
      climbed.push(place);
      const above = owner[place] ?? -1;
      if (above < 0) break;
      if (isTitled.has(above)) {
        by = above;
        break;
      }
      place = above;
    }
    for (const each of climbed) speaker[each] = by;
  }
  return speaker;
}
