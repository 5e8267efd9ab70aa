import { formatWith, newMark, readRecords, type LoggedCommit } from "./commitRecords";
import type { Git } from "./run";
import type { Graph } from "./standing";

// The two ways through history: whole commits (`git log`), and the bare graph of them (`git rev-list`). Where a reading
// begins and ends goes in by --stdin, as hashes: there is no length limit, and nothing is taken for an option.

export interface Walk {
  readonly tips: readonly string[];
  readonly without: readonly string[];
  /** Milliseconds since 1970. Commits from before are dropped, by their commit date. */
  readonly notBefore?: number | undefined;
}

/**
 * git hands out commits newest first, by commit date; a machine with a wrong clock puts some out of place. So a walk goes on
 * past the first commit that is too old, and ends when this many in a row are.
 */
const oldInARow = 200;

/** In this order: what is read from stdin goes by what was said before it. Hashes that have vanished are passed over. */
const fromStdin = ["--ignore-missing", "--stdin"];
const revisions = ({ tips, without }: Walk) => [...tips, ...without.map((hash) => `^${hash}`)].join("\n") + "\n";

/** Tells of each date whether to keep the commit, and when to stop. */
function period(notBefore: number | undefined): { readonly isOld: (time: number) => boolean; readonly isOver: () => boolean } {
  let inARow = 0;
  return {
    isOld(time) {
      const old = notBefore !== undefined && time < notBefore;
      inARow = old ? inARow + 1 : 0;
      return old;
    },
    isOver: () => inARow >= oldInARow,
  };
}

export interface LogWalk extends Walk {
  readonly pathspecs: readonly string[];
  /** Absent in a clone without trees, where git cannot tell. */
  readonly withFiles: boolean;
}
export interface Walked {
  readonly commits: readonly LoggedCommit[];
  /** Of everything that was walked, the too old ones included. */
  readonly graph: Graph;
}

export async function walkCommits(git: Git, path: string, walk: LogWalk, signal?: AbortSignal): Promise<Walked> {
  const mark = newMark();
  const commits: LoggedCommit[] = [];
  const graph = new Map<string, readonly string[]>();
  const { isOld, isOver } = period(walk.notBefore);
  const records = readRecords(mark, (commit) => {
    graph.set(commit.hash, commit.parents);
    if (!isOld(Date.parse(commit.commitDate))) commits.push(commit);
    return !isOver();
  });
  const files = walk.withFiles ? ["--name-only", "--no-renames", "--no-relative", "-O/dev/null"] : [];
  const scope = walk.pathspecs.length === 0 ? [] : ["--show-pulls", "--", ...walk.pathspecs];
  const args = ["log", ...fromStdin, "-z", `--format=${formatWith(mark)}`, ...files, ...neverRun, "--encoding=UTF-8", ...scope];
  await git(path, args, { input: revisions(walk), signal, take: (chunk) => records.push(chunk) });
  if (!isOver()) records.end();
  return { commits, graph };
}

/** What a repository's configuration or attributes could make a log or a diff run. */
export const neverRun = ["--no-ext-diff", "--no-textconv"];

export interface WalkedGraph {
  readonly graph: Graph;
  /** Where the walk was broken off: everything from here back is too old. */
  readonly frontier: readonly string[];
}

export async function walkGraph(git: Git, path: string, walk: Walk, signal?: AbortSignal): Promise<WalkedGraph> {
  const graph = new Map<string, readonly string[]>();
  const { isOld, isOver } = period(walk.notBefore);
  let rest = "";
  const take = (chunk: Buffer): boolean => {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [seconds, hash = "", ...parents] = line.split(" ");
      graph.set(hash, parents);
      isOld(Number(seconds) * 1000);
      if (isOver()) return false;
    }
    return true;
  };
  await git(path, ["rev-list", ...fromStdin, "--parents", "--timestamp"], { input: revisions(walk), signal, take });
  const frontier = isOver() ? [...new Set([...graph.values()].flat())].filter((hash) => !graph.has(hash)) : [];
  return { graph, frontier };
}
