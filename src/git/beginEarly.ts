import type { LogRequest } from "../core/ports/git";
import type { GitFolder } from "./gitFolder";
import { guessRefs } from "./refFiles";
import type { RepositoryState } from "./repositoryState";
import { planReading, type Plan } from "./tips";

export interface Located {
  readonly folder: GitFolder | undefined;
  readonly state: RepositoryState;
}

interface Early<T> {
  /** What the walk found, where this is the plan that it went by; else undefined, and the walk is ended. */
  takeFor(plan: Plan): Promise<T | undefined>;
  /** Nobody waits for it any more. */
  drop(): void;
}

/**
 * Begins to walk by what git's files say, while git itself is asked for its refs: a process less to wait for. The files are
 * never trusted: what was found is taken only where git says the same.
 */
export function beginEarly<T>(
  request: LogRequest,
  located: Promise<Located>,
  walk: (plan: Plan, state: RepositoryState, stop: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Early<T> {
  const stop = new AbortController();
  const begun = located.then(
    async ({ folder, state }) => {
      const refs = folder && (await guessRefs(folder));
      const plan = refs && planReading(request, refs, state);
      if (plan === undefined || plan.tips.length === 0 || stop.signal.aborted) return undefined;
      const walked = walk(plan, state, signal ? AbortSignal.any([signal, stop.signal]) : stop.signal);
      // Whoever does not take the answer does not hear of its failure either.
      walked.catch(() => undefined);
      return { plan: JSON.stringify(plan), walked };
    },
    () => undefined,
  );
  return {
    async takeFor(plan) {
      const early = await begun;
      if (early?.plan === JSON.stringify(plan)) return early.walked;
      stop.abort();
      return undefined;
    },
    drop: () => stop.abort(),
  };
}
