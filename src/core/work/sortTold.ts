import type { SentRecord } from "../book/sentRecord";
import { commitRef, type Commit } from "./commit";
import { listedSubjects } from "./parse/listed";
import { subjectKey } from "./parse/plainText";
import type { PatchIds, Sorted } from "./told";
import { indexTold, moment, triple, type Told, type ToldIndex } from "./toldIndex";

/**
 * Which commits were told before. A commit is closed once any standing record told it as
 * done or left it out on purpose; "in progress" closes nothing.
 *
 * A commit is the one told when the hash is. When only author, author date and subject are, it is a rebase or a
 * cherry-pick, unless patch-ids exist and differ: then an amend changed what it does, or a rebase met a conflict, which
 * nobody can tell apart; it stays open, marked. The same author and second with another subject is a reworded commit where
 * the patch-ids agree; where they cannot be compared and the told commit is gone, it stays open, marked. A squash is
 * closed when every commit that it holds, or every subject that it lists, was told; with some of them told it stays open,
 * marked.
 *
 * @param commits newest first
 * @param history standing records of this project, oldest first
 */
export function sortTold(commits: readonly Commit[], history: readonly SentRecord[], patchIds: PatchIds): Sorted {
  const told = indexTold(history);
  if (told.byHash.size === 0) return { open: commits, closed: [], perhaps: new Map() };
  const present = new Set(commits.map(({ hash }) => hash));
  const closed = new Set<Commit>();
  const perhaps = new Map<string, SentRecord>();
  const claimed = makeClaims(told, present, patchIds);
  const reworded = makeReworded(told, present, patchIds);
  const closedHashes = new Set<string>();
  const close = (commit: Commit) => {
    closed.add(commit);
    closedHashes.add(commit.hash);
  };
  for (const commit of commits) if (told.byHash.has(commit.hash)) close(commit);
  // Oldest first, so that of several alike the one that was there first claims what was told.
  for (const commit of commits.toReversed()) {
    if (closed.has(commit)) continue;
    // Whoever shares author, date and subject shares author and date.
    const isAlike = told.byMoment.has(moment({ authorEmail: commit.author.email, authorDate: commit.authorDate }));
    const answer = (isAlike ? (claimed(commit) ?? reworded(commit)) : undefined) ?? heldBy(commit, told, closedHashes) ?? squashOf(commit, told);
    if (answer === "told") close(commit);
    else if (answer !== undefined) perhaps.set(commit.hash, answer);
  }
  return { open: commits.filter((commit) => !closed.has(commit)), closed: commits.filter((commit) => closed.has(commit)), perhaps };
}

/** The hashes, of commits and of what was told, whose patch-ids settle a doubt. */
export function suspects(commits: readonly Commit[], history: readonly SentRecord[]): readonly string[] {
  const told = indexTold(history);
  if (told.byHash.size === 0) return [];
  const own: string[] = [];
  const moments = new Set<string>();
  for (const commit of commits) {
    if (told.byHash.has(commit.hash)) continue;
    const key = moment({ authorEmail: commit.author.email, authorDate: commit.authorDate });
    if (!told.byMoment.has(key)) continue;
    own.push(commit.hash);
    moments.add(key);
  }
  // The same triple is among those of the same moment.
  const alike = [...moments].flatMap((key) => told.byMoment.get(key) ?? []).map(({ commit }) => commit.hash);
  return [...new Set([...own, ...alike])];
}

/** "told", the record that perhaps told it, or undefined: not told. */
type Answer = "told" | SentRecord | undefined;

/**
 * Recognises rebased and cherry-picked commits. A told commit whose patch is not known any more stands for one commit
 * only: of two made in the same second with the same words, the other is not taken for told without proof.
 */
function makeClaims(told: ToldIndex, present: ReadonlySet<string>, patchIds: PatchIds): (commit: Commit) => Answer {
  const groups = new Map<string, { readonly patches: Set<string>; unclaimed: number; readonly last: SentRecord }>();
  return (commit) => {
    const key = triple(commitRef(commit));
    const alike = told.byTriple.get(key);
    const last = alike?.at(-1)?.record;
    if (alike === undefined || last === undefined) return undefined;
    let group = groups.get(key);
    if (!group) {
      const patches = new Set(alike.flatMap((each) => patchIds.get(each.commit.hash) ?? []));
      const unclaimed = alike.filter((each) => !present.has(each.commit.hash) && !patchIds.has(each.commit.hash)).length;
      groups.set(key, (group = { patches, unclaimed, last }));
    }
    const patch = patchIds.get(commit.hash);
    if (patch === undefined || group.patches.has(patch)) return "told";
    if (group.unclaimed === 0) return group.last;
    group.unclaimed--;
    group.patches.add(patch);
    return "told";
  };
}

/** The same author in the same second with other words: an amend of the message, or a script that makes many commits. */
function makeReworded(told: ToldIndex, present: ReadonlySet<string>, patchIds: PatchIds): (commit: Commit) => Answer {
  const groups = new Map<string, { readonly patches: ReadonlySet<string>; readonly gone: SentRecord | undefined }>();
  return (commit) => {
    const key = moment(commitRef(commit));
    const alike = told.byMoment.get(key);
    if (alike === undefined) return undefined;
    let group = groups.get(key);
    if (!group) {
      const patches = new Set(alike.flatMap((each) => patchIds.get(each.commit.hash) ?? []));
      // What is still here beside this commit is another commit.
      groups.set(key, (group = { patches, gone: alike.findLast((each) => !present.has(each.commit.hash))?.record }));
    }
    return group.patches.has(patchIds.get(commit.hash) ?? "") ? "told" : group.gone;
  };
}

/** A squash of a branch, as git proved it: told when all of the branch was. */
function heldBy({ squashOf: held = [] }: Commit, told: ToldIndex, closed: ReadonlySet<string>): Answer {
  if (held.length > 0 && held.every((hash) => told.byHash.has(hash) || closed.has(hash))) return "told";
  return latest(held.map((hash) => told.byHash.get(hash)));
}

function squashOf(commit: Commit, told: ToldIndex): Answer {
  if (commit.parents.length > 1) return undefined;
  const listed = listedSubjects(commit.body);
  const found = listed.map((subject) => told.bySubject.get(subjectKey(subject))).filter((each): each is Told => each !== undefined);
  const last = latest(found);
  if (last === undefined) return undefined;
  // One word ("fix", "wip") is in many bodies: it does not decide alone.
  const proof = found.some(({ commit: each }) => each.how === "done" && /\S\s+\S/.test(each.subject));
  return proof && found.length === listed.length ? "told" : last;
}

const latest = (told: readonly (Told | undefined)[]): SentRecord | undefined =>
  told.flatMap((each) => (each ? [each.record] : [])).sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
