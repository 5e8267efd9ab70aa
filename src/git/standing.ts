import type { Standing } from "../core/work/commit";
import type { GoesLive } from "../core/book/project";
import { reachedFrom, type Graph } from "./graph";
import type { Plan } from "./tips";

interface Found {
  readonly standing: Standing;
  /** The branch whose tip is the fewest steps away, for what is in progress. */
  readonly branch?: string;
}
export type StandingOf = (hash: string, commitDate: string) => Found;

/**
 * Where the tips alone decide, the graph is not needed: all of history hangs on tips that are live, or, with nothing live,
 * on tips that are ready.
 */
export const isDecidedByTips = ({ tips, ready, live }: Plan): boolean => {
  const every = (of: readonly string[]) => tips.every(({ hash }) => of.includes(hash));
  return every(live) || (live.length === 0 && every(ready));
};

/** What is not reached by anything ready or live is in progress: it is told as such, and comes back. */
export function standingsIn(graph: Graph | undefined, plan: Plan, goesLive: GoesLive): StandingOf {
  const { tips, ready, live } = plan;
  const byHand = (commitDate: string): Found =>
    goesLive.by === "hand" && goesLive.liveUpTo !== undefined && Date.parse(commitDate) <= Date.parse(goesLive.liveUpTo) ? { standing: "live" } : { standing: "ready" };
  if (graph === undefined) return live.length > 0 ? () => ({ standing: "live" }) : (_hash, date) => byHand(date);

  const isLive = reachedFrom(live, graph);
  const isReady = reachedFrom(ready, graph);
  let nearest: ReadonlyMap<string, string> | undefined;
  return (hash, commitDate) => {
    if (isLive.has(hash)) return { standing: "live" };
    if (isReady.has(hash)) return byHand(commitDate);
    nearest ??= nearestBranches(tips, graph, (commit) => isLive.has(commit) || isReady.has(commit));
    const branch = nearest.get(hash);
    return { standing: "inProgress", ...(branch === undefined ? {} : { branch }) };
  };
}

/** One step back from all tips at once, then the next: who arrives first is nearest. */
function nearestBranches(tips: Plan["tips"], graph: Graph, isDone: (hash: string) => boolean): ReadonlyMap<string, string> {
  const nearest = new Map<string, string>();
  const seen = new Set<string>();
  let step = tips.map(({ hash, branch }) => ({ hash, branch }));
  while (step.length > 0) {
    const next: typeof step = [];
    for (const { hash, branch } of step) {
      if (seen.has(hash) || isDone(hash)) continue;
      seen.add(hash);
      if (branch !== undefined) nearest.set(hash, branch);
      for (const parent of graph.get(hash) ?? []) next.push({ hash: parent, branch });
    }
    step = next;
  }
  return nearest;
}

/**
 * The tips up to which everything is decided once this reading has been told: those of the default branch and of what is
 * live. What is only in progress must be read again. Tags join only where no branch covers them: there may be hundreds.
 */
export function coveredTips(plan: Plan, graph: Graph | undefined, standing: StandingOf, isLimited: boolean, readUpTo: readonly string[]): readonly string[] {
  if (isLimited) {
    const told = new Set(readUpTo);
    const isDone = (hash: string) => told.has(hash) || graph === undefined || (graph.has(hash) && standing(hash, "").standing !== "inProgress");
    return plan.tips.map(({ hash }) => hash).filter(isDone);
  }
  const tags = new Set(plan.liveTags);
  const branches = [...new Set([...plan.ready, ...plan.live.filter((hash) => !tags.has(hash))])];
  if (graph === undefined) return branches;
  const covered = reachedFrom(branches, graph);
  const left = plan.liveTags.filter((hash) => graph.has(hash) && !covered.has(hash));
  // Of releases on one line the newest covers the others.
  const older = reachedFrom(left.flatMap((hash) => graph.get(hash) ?? []), graph);
  return [...branches, ...left.filter((hash) => !older.has(hash))];
}
