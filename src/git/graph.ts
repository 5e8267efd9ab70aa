import type { Git } from "./run";

// Where a walk through history begins and ends goes in by --stdin, as hashes: there is no length limit, and nothing is
// taken for an option.

/** Commit -> its parents, for every commit between the tips and where the walk ends. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Every commit of the graph that the tips lead to, themselves among them. */
export function reachedFrom(tips: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [...tips];
  for (let hash = next.pop(); hash !== undefined; hash = next.pop()) {
    const parents = reached.has(hash) ? undefined : graph.get(hash);
    if (parents === undefined) continue;
    reached.add(hash);
    next.push(...parents);
  }
  return reached;
}

export interface Walk {
  readonly tips: readonly string[];
  /** What these reach is not walked. */
  readonly without: readonly string[];
  /** Milliseconds since 1970. Commits from before are dropped, by their commit date. */
  readonly notBefore?: number | undefined;
}

/** In this order: what is read from stdin goes by what was said before it. Hashes that have vanished are passed over. */
export const fromStdin = ["--ignore-missing", "--stdin"];
export const revisions = ({ tips, without }: Walk) => [...tips, ...without.map((hash) => `^${hash}`)].join("\n") + "\n";

/**
 * git hands out commits newest first, by commit date; a machine with a wrong clock puts some out of place. So a walk goes on
 * past the first commit that is too old, and ends when this many in a row are. What lies behind them counts as too old.
 */
const oldInARow = 200;

/** The bare graph, without a word of the commits: cheap even where they are many. `recent` are those not too old. */
export async function walkGraph(git: Git, path: string, walk: Walk, signal?: AbortSignal): Promise<{ readonly graph: Graph; readonly recent: readonly string[] }> {
  const { notBefore = -Infinity } = walk;
  const graph = new Map<string, readonly string[]>();
  const recent: string[] = [];
  let inARow = 0;
  let rest = "";
  const take = (chunk: Buffer): boolean => {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [seconds, hash = "", ...parents] = line.split(" ");
      graph.set(hash, parents);
      inARow = Number(seconds) * 1000 < notBefore ? inARow + 1 : 0;
      if (inARow === 0) recent.push(hash);
      else if (inARow >= oldInARow) return false;
    }
    return true;
  };
  await git(path, ["rev-list", ...fromStdin, "--parents", "--timestamp"], { input: revisions(walk), signal, take });
  return { graph, recent };
}

/**
 * The shortest walk that meets every recent commit: from tips that lead to one, to where nothing recent lies behind. An old
 * commit stays in when it lies between. Without this a log would go through all of history for a path that is rarely touched.
 */
export function narrowed(walk: Walk, graph: Graph, recent: readonly string[]): Walk {
  const children = new Map<string, string[]>();
  for (const [hash, parents] of graph)
    for (const parent of parents) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [hash]);
      else known.push(hash);
    }
  const needed = new Set(recent);
  const next = [...recent];
  for (let hash = next.pop(); hash !== undefined; hash = next.pop())
    for (const child of children.get(hash) ?? []) {
      if (needed.has(child)) continue;
      needed.add(child);
      next.push(child);
    }
  const ends = [...needed].flatMap((hash) => graph.get(hash) ?? []).filter((parent) => !needed.has(parent));
  return { ...walk, tips: walk.tips.filter((hash) => needed.has(hash)), without: [...new Set([...walk.without, ...ends])] };
}
