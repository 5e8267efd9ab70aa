import { formatWith, newMark, readRecords, type LoggedCommit } from "./commitRecords";
import type { Git } from "./run";
import { fromStdin, revisions, type Graph, type Walk } from "./graph";

/** What a repository's configuration or attributes could make a log or a diff run. */
export const neverRun = ["--no-ext-diff", "--no-textconv"];

export interface LogWalk extends Walk {
  readonly pathspecs: readonly string[];
  /** False for a clone without trees, where git cannot tell. */
  readonly withFiles: boolean;
  /** Hears of each commit as soon as it is there. */
  readonly met?: (commit: LoggedCommit) => void;
  /** So many commits at most; the graph then ends with them. */
  readonly most?: number;
}
export interface Walked {
  readonly commits: readonly LoggedCommit[];
  /** Of everything that was walked, what is too old included. */
  readonly graph: Graph;
}

export async function walkCommits(git: Git, path: string, walk: LogWalk, signal?: AbortSignal): Promise<Walked> {
  const mark = newMark();
  const commits: LoggedCommit[] = [];
  const graph = new Map<string, readonly string[]>();
  const records = readRecords(mark, (commit) => {
    graph.set(commit.hash, commit.parents);
    if (walk.notBefore !== undefined && Date.parse(commit.commitDate) < walk.notBefore) return;
    commits.push(commit);
    walk.met?.(commit);
  });
  const files = walk.withFiles ? ["--name-only", "--no-renames", "--no-relative", "-O/dev/null"] : [];
  const scope = walk.pathspecs.length === 0 ? [] : ["--show-pulls", "--", ...walk.pathspecs];
  const args = ["log", ...fromStdin, "-z", `--format=${formatWith(mark)}`, ...files, ...neverRun, "--encoding=UTF-8", ...(walk.most === undefined ? [] : [`--max-count=${walk.most}`]), ...scope];
  const take = (chunk: Buffer) => {
    records.push(chunk);
    return true;
  };
  await git(path, args, { input: revisions(walk), signal, take });
  records.end();
  return { commits, graph };
}

