import type { LoggedCommit } from "./commitRecords";
import { reachedFrom, type Graph } from "./graph";
import type { Git } from "./run";
import { keyOf, mostSuspects, proved, type Suspect } from "./squashes";
import { walkCommits } from "./walk";

export interface Lines {
  /** Newest first. */
  readonly commits: readonly LoggedCommit[];
  readonly graph: Graph;
  readonly ready: readonly string[];
  /** The live branch; no tags. */
  readonly live: readonly string[];
  readonly pathspecs: readonly string[];
}

/** So many commits of the other line are looked at, the newest first. */
const mostOfOther = 400;

/**
 * Which commits of one line hold commits of the other as a whole: a release that was squashed onto the live branch, or work that
 * went live first and was squashed onto the main line. squash -> those commits, newest first; proved by the combined patch-id.
 */
export async function findSquashesAcross(git: Git, path: string, lines: Lines, signal?: AbortSignal): Promise<ReadonlyMap<string, readonly string[]>> {
  const { commits, graph, ready, live } = lines;
  const [onReady, onLive] = [reachedFrom(ready, graph), reachedFrom(live, graph)];
  const only = (here: ReadonlySet<string>, there: ReadonlySet<string>) =>
    commits.filter(({ hash, parents, files }) => parents.length === 1 && files.length > 0 && here.has(hash) && !there.has(hash));
  const suspects: Suspect[] = [];
  for (const [squashes, tips, without] of [[only(onReady, onLive), live, ready], [only(onLive, onReady), ready, live]] as const) {
    if (squashes.length > 0) suspects.push(...suspectsAmong(squashes, await otherLine(git, path, tips, without, lines.pathspecs, signal)));
  }
  return proved(git, path, suspects.slice(0, mostSuspects), signal);
}

async function otherLine(git: Git, path: string, tips: readonly string[], without: readonly string[], pathspecs: readonly string[], signal?: AbortSignal) {
  const { commits } = await walkCommits(git, path, { tips, without, pathspecs, withFiles: true, most: mostOfOther }, signal);
  return commits;
}

/** Stretches of the other line, without merges, that touch just the paths that a commit of this one touches. */
function suspectsAmong(squashes: readonly LoggedCommit[], other: readonly LoggedCommit[]): readonly Suspect[] {
  const byPaths = new Map<string, string[]>();
  for (const { hash, files } of squashes) {
    const known = byPaths.get(keyOf(files));
    if (known) known.push(hash);
    else byPaths.set(keyOf(files), [hash]);
  }
  const largest = Math.max(...squashes.map(({ files }) => files.length));
  const byHash = new Map(other.map((commit) => [commit.hash, commit]));
  const suspects: Suspect[] = [];
  for (const newest of other) {
    const touched = new Set<string>();
    const own: string[] = [];
    for (let commit: LoggedCommit | undefined = newest; commit?.parents.length === 1; commit = byHash.get(commit.parents[0] ?? "")) {
      own.push(commit.hash);
      for (const file of commit.files) touched.add(file);
      if (touched.size > largest) break;
      const [tip = "", ...rest] = own;
      // One commit alone that was taken over is a cherry-pick, which is known by its author and date.
      if (rest.length > 0) for (const squash of byPaths.get(keyOf([...touched])) ?? []) suspects.push({ squash, part: { own: [tip, ...rest], base: commit.parents[0] ?? "" } });
    }
  }
  return suspects;
}
