import { subjectKey } from "../parse/plainText";
import { keyOf, momentOf, rank, tripleOf, type Entry } from "./entry";
import type { Sets } from "./sets";

/**
 * The same commit on two branches, after a rebase or a cherry-pick, counts once. The one that came furthest speaks, so that
 * work is not called unfinished because its old branch is still about.
 * @returns the places that are an echo of another one
 */
export function joinTwins(entries: readonly Entry[], sets: Sets): ReadonlySet<number> {
  const first = new Map<string, Entry>();
  // A repository that a project has twice gives each commit twice, whatever else was made in the same second.
  const same = new Map<string, Entry>();
  const echoes = new Set<number>();
  // Furthest first, then newest. What shares its second with nothing has no twin.
  const alike = ofOneMoment(entries);
  const order = [2, 1, 0].flatMap((level) => alike.filter(({ commit }) => rank(commit.standing) === level));
  for (const entry of order) {
    const copy = same.get(entry.commit.hash);
    if (copy !== undefined) {
      if (sets.join(entry.at, copy.at)) echoes.add(entry.at);
      continue;
    }
    same.set(entry.commit.hash, entry);
    const key = tripleOf(entry.ref, subjectKey(entry.message.subject));
    const twin = first.get(key);
    if (twin === undefined) first.set(key, entry);
    else if (areTwins(entry, twin) && sets.join(entry.at, twin.at)) echoes.add(entry.at);
  }
  return echoes;
}

function ofOneMoment(entries: readonly Entry[]): readonly Entry[] {
  const moments = entries.map(({ ref }) => momentOf(ref.authorDate));
  const once = new Set<number | string>();
  const again = new Set<number | string>();
  for (const moment of moments) (once.has(moment) ? again : once).add(moment);
  return again.size === 0 ? [] : entries.filter((_, at) => again.has(moments[at] as number | string));
}

/**
 * A script can make two commits in one second with the same words: within one repository, the paths must agree. A merge
 * and a commit that share author, second and subject are two things.
 */
function areTwins(a: Entry, b: Entry): boolean {
  if (a.commit.parents.length > 1 !== b.commit.parents.length > 1) return false;
  if (a.commit.scopeId !== b.commit.scopeId) return true;
  return a.commit.files.length === b.commit.files.length && a.commit.files.every((file, index) => file === b.commit.files[index]);
}

/**
 * The commits that a squash lists, or that git found in it, are told with it: their branch may live on, and would be called
 * work in progress for ever; on two lines that are done they would be told twice.
 */
export function joinSquashed(entries: readonly Entry[], sets: Sets, echoes: Set<number>): void {
  const bySubject = new Map<string, Entry>();
  const byHash = new Map<string, Entry>();
  for (const entry of entries) if (entry.commit.standing === "inProgress") bySubject.set(keyOf(entry.commit.scopeId, subjectKey(entry.message.subject)), entry);
  const isProved = entries.some(({ commit }) => commit.squashOf !== undefined);
  if (isProved) for (const entry of entries) byHash.set(keyOf(entry.commit.scopeId, entry.commit.hash), entry);
  if (bySubject.size === 0 && !isProved) return;
  for (const squash of entries) {
    const { commit, message } = squash;
    if (commit.standing === "inProgress" || commit.parents.length > 1) continue;
    const proved = (commit.squashOf ?? []).map((hash) => byHash.get(keyOf(commit.scopeId, hash)));
    const listed = message.listed
      .map((subject) => bySubject.get(keyOf(commit.scopeId, subjectKey(subject))))
      // One word ("fix", "wip") proves nothing.
      .filter((entry) => entry && /\s/.test(entry.message.subject) && entry.commit.author.email.toLowerCase() === commit.author.email.toLowerCase());
    for (const held of [...proved, ...listed]) {
      if (held && !echoes.has(held.at) && sets.join(held.at, squash.at)) echoes.add(held.at);
    }
  }
}
