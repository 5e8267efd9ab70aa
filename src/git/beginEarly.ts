import type { LogRequest } from "../core/ports/git";
import type { GitFolder } from "./gitFolder";
import { guessRange, guessRefs } from "./refFiles";
import type { RepositoryState } from "./repositoryState";
import type { Guess } from "./revisions";
import { planReading, type Plan } from "./tips";

interface Early<T> {
  /** Resolves once the walk has begun, or is not going to: whatever else is asked of git can come after it. */
  readonly begun: Promise<unknown>;
  /** What a walk of a range goes by. */
  readonly guess: Promise<Guess | undefined>;
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
  folder: Promise<GitFolder | undefined>,
  located: Promise<RepositoryState>,
  walk: (plan: Plan, state: RepositoryState, stop: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Early<T> {
  const stop = new AbortController();
  const begun = folder.then(
    async (found) => {
      if (found === undefined) return undefined;
      const { range: words } = request;
      const [refs, state, range] = await Promise.all([guessRefs(found), located, words && guessRange(found, words)]);
      const plan = refs && (words === undefined || range !== undefined) ? planReading(request, refs, state, range) : undefined;
      if (plan === undefined || plan.tips.length === 0 || stop.signal.aborted) return undefined;
      const walked = walk(plan, state, signal ? AbortSignal.any([signal, stop.signal]) : stop.signal);
      // Whoever does not take the answer does not hear of its failure either.
      walked.catch(() => undefined);
      return { plan: JSON.stringify(plan), walked, guess: refs && range && { refs, range } };
    },
  ).catch(() => undefined);
  return {
    begun,
    guess: begun.then((early) => early?.guess),
    async takeFor(plan) {
      const early = await begun;
      if (early?.plan === JSON.stringify(plan)) return early.walked;
      stop.abort();
      return undefined;
    },
    drop: () => stop.abort(),
  };
}
