import type { LoggedCommit } from "./commitRecords";
import type { Graph } from "./graph";
import { readPatchIdsOf } from "./patchIds";
import type { Git } from "./run";

export interface Branches {
  /** Newest first. */
  readonly commits: readonly LoggedCommit[];
  readonly graph: Graph;
  readonly tips: readonly string[];
  /** Whether a commit is on none of the lines that count as done. */
  readonly isUnfinished: (hash: string) => boolean;
}

/** A longer branch is not compared: nobody squashes so much, and the patch would be large. */
const longestBranch = 200;
/** How many commits are compared at most, the newest first. */
export const mostSuspects = 50;

/**
 * Which commits hold an unmerged branch, or the part of one that was there when it was squashed: squash -> the branch's
 * commits, tip first. Proved by the combined patch-id, which is asked for only where a commit touches just the paths that the
 * branch touches.
 */
export async function findSquashes(git: Git, path: string, branches: Branches, signal?: AbortSignal): Promise<ReadonlyMap<string, readonly string[]>> {
  const suspects = suspectsIn(branches);
  return proved(git, path, suspects, signal);
}

/** Those suspects whose combined patch-id is that of the commit. */
export async function proved(git: Git, path: string, suspects: readonly Suspect[], signal?: AbortSignal): Promise<ReadonlyMap<string, readonly string[]>> {
  // "tip base": what lies between the two as a whole, under the tip's name. A tip that has several bases is asked for in turn.
  const found = new Map<string, readonly string[]>();
  for (let rest = suspects; rest.length > 0; ) {
    const asked = [...new Map(rest.map((suspect) => [suspect.part.own[0], suspect.part.base])).entries()];
    const now = rest.filter(({ part: { own, base } }) => asked.some(([tip, from]) => tip === own[0] && from === base));
    const squashes = now.map(({ squash }) => squash);
    const ids = await readPatchIdsOf(git, path, [...new Set([...squashes, ...asked.map(([tip, base]) => `${tip} ${base}`)])], signal);
    for (const { squash, part } of now) if (!found.has(squash) && ids.has(squash) && ids.get(squash) === ids.get(part.own[0])) found.set(squash, part.own);
    rest = rest.filter((suspect) => !now.includes(suspect) && !found.has(suspect.squash));
  }
  return found;
}

/** Commits that follow each other on a branch. */
interface Part {
  /** Tip first. */
  readonly own: readonly [string, ...string[]];
  /** Where it left the main line, or where that was last merged into it; or the last commit of an earlier part. */
  readonly base: string;
}
export interface Suspect {
  readonly squash: string;
  readonly part: Part;
}

function suspectsIn({ commits, graph, tips, isUnfinished }: Branches): readonly Suspect[] {
  const unfinished = [...new Set(tips)].filter(isUnfinished);
  if (unfinished.length === 0) return [];
  const byPaths = new Map<string, string[]>();
  const sizes = new Set<number>();
  for (const { hash, parents, files } of commits) {
    if (parents.length !== 1 || files.length === 0 || isUnfinished(hash)) continue;
    const key = keyOf(files);
    const alike = byPaths.get(key);
    if (alike) alike.push(hash);
    else byPaths.set(key, [hash]);
    sizes.add(files.length);
  }
  if (byPaths.size === 0) return [];
  const largest = Math.max(...sizes);
  const files = new Map(commits.map((commit) => [commit.hash, commit.files]));
  const place = new Map([...graph.keys()].map((hash, at) => [hash, at]));
  const suspects = unfinished.flatMap((tip) => {
    const branch = branchOf(tip, graph, place, isUnfinished);
    if (!branch) return [];
    const squashesOf = (touched: ReadonlySet<string>) => (sizes.has(touched.size) ? (byPaths.get(keyOf([...touched])) ?? []) : []);
    const whole = squashesOf(new Set(branch.own.flatMap((hash) => files.get(hash) ?? []))).map((squash) => ({ squash, part: branch }));
    return [...whole, ...partsIn(branch, graph, files, largest, squashesOf)];
  });
  const order = new Map(commits.map(({ hash }, at) => [hash, at]));
  return suspects.sort((a, b) => (order.get(a.squash) ?? 0) - (order.get(b.squash) ?? 0)).slice(0, mostSuspects);
}

/**
 * The beginning of a branch that went on after it was squashed, and what was squashed after that: the first squash may have
 * been told long ago, so that a part may begin anywhere. Only of a straight line: behind a merge it is not the branch alone
 * that changed. @param largest so many paths does no possible squash exceed
 */
function partsIn({ own, base }: Part, graph: Graph, files: ReadonlyMap<string, readonly string[]>, largest: number, squashesOf: (touched: ReadonlySet<string>) => readonly string[]): readonly Suspect[] {
  const line = own.toReversed();
  const isStraight = line.every((hash, at) => graph.get(hash)?.length === 1 && graph.get(hash)?.[0] === (at === 0 ? base : line[at - 1]));
  if (!isStraight || line.length < 2) return [];
  const suspects: Suspect[] = [];
  for (let start = 0; start < line.length; start++) {
    const touched = new Set<string>();
    for (let end = start; end < line.length && touched.size <= largest; end++) {
      for (const file of files.get(line[end] ?? "") ?? []) touched.add(file);
      if (start === 0 && end === line.length - 1) continue;
      const [tip = "", ...rest] = line.slice(start, end + 1).reverse();
      for (const squash of squashesOf(touched)) suspects.push({ squash, part: { own: [tip, ...rest], base: start === 0 ? base : (line[start - 1] ?? base) } });
    }
  }
  return suspects;
}

export const keyOf = (files: readonly string[]) => [...files].sort().join("\0");

function branchOf(
  tip: string,
  graph: Graph,
  place: ReadonlyMap<string, number>,
  isUnfinished: (hash: string) => boolean,
): Part | undefined {
  const own = new Set([tip]);
  const outside = new Set<string>();
  // A set grows while it is walked.
  for (const hash of own) {
    for (const parent of graph.get(hash) ?? []) (graph.has(parent) && isUnfinished(parent) ? own : outside).add(parent);
    if (own.size > longestBranch) return undefined;
  }
  // The newest of several: git hands out newest first, and what lies beyond the reading is older.
  const newness = (hash: string) => place.get(hash) ?? Infinity;
  const base = [...outside].sort((a, b) => newness(a) - newness(b))[0];
  return base === undefined ? undefined : { own: [tip, ...[...own].slice(1)], base };
}
