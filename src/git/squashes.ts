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
const mostSuspects = 50;

/**
 * Which commits hold a whole unmerged branch: squash -> the branch's commits, tip first. Proved by the combined patch-id,
 * which is asked for only where a commit touches just the paths that the branch touches.
 */
export async function findSquashes(git: Git, path: string, branches: Branches, signal?: AbortSignal): Promise<ReadonlyMap<string, readonly string[]>> {
  const suspects = suspectsIn(branches);
  if (suspects.length === 0) return new Map();
  // "tip base": what the branch changed as a whole, under the tip's name.
  const lines = suspects.flatMap(({ squash, branch: { own, base } }) => [squash, `${own[0]} ${base}`]);
  const ids = await readPatchIdsOf(git, path, [...new Set(lines)], signal);
  const isProved = ({ squash, branch: { own } }: Suspect) => ids.has(squash) && ids.get(squash) === ids.get(own[0]);
  return new Map(suspects.filter(isProved).map(({ squash, branch }) => [squash, branch.own]));
}

interface Branch {
  /** Its commits, tip first. */
  readonly own: readonly [string, ...string[]];
  /** Where it left the main line, or where that was last merged into it. */
  readonly base: string;
}
interface Suspect {
  readonly squash: string;
  readonly branch: Branch;
}

function suspectsIn({ commits, graph, tips, isUnfinished }: Branches): readonly Suspect[] {
  const unfinished = [...new Set(tips)].filter(isUnfinished);
  if (unfinished.length === 0) return [];
  const files = new Map(commits.map((commit) => [commit.hash, commit.files]));
  const place = new Map([...graph.keys()].map((hash, at) => [hash, at]));
  const byPaths = new Map<string, Branch>();
  for (const tip of unfinished) {
    const branch = branchOf(tip, graph, place, isUnfinished);
    const touched = branch && [...new Set(branch.own.flatMap((hash) => files.get(hash) ?? []))];
    if (touched && touched.length > 0) byPaths.set(keyOf(touched), branch);
  }
  if (byPaths.size === 0) return [];
  const suspects = commits.flatMap(({ hash, parents, files: touched }): readonly Suspect[] => {
    const branch = parents.length === 1 && touched.length > 0 && !isUnfinished(hash) ? byPaths.get(keyOf(touched)) : undefined;
    return branch ? [{ squash: hash, branch }] : [];
  });
  return suspects.slice(0, mostSuspects);
}

const keyOf = (files: readonly string[]) => [...files].sort().join("\0");

function branchOf(
  tip: string,
  graph: Graph,
  place: ReadonlyMap<string, number>,
  isUnfinished: (hash: string) => boolean,
): Branch | undefined {
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
