import { basename } from "node:path";
import { GitProblem, type RepositoryProblem } from "../core/ports/git";
import type { Text } from "../core/say";
import { GitFailure, type Git } from "./run";

/**
 * The oldest git that knows all that is asked of it: --no-relative came with 2.28, --show-pulls with 2.27,
 * --ignore-missing and --stdin long before.
 */
const floor = "2.28";

/** What git says in English (LC_ALL=C), and what it means to a person. The first that fits counts. */
const meanings: readonly (readonly [RegExp, Text["id"]])[] = [
  [/dubious ownership|unsafe repository/, "git.dubiousOwnership"],
  [/not a git repository|must be run in a work tree/, "git.notARepository"],
  [/promisor|lazy fetch|could not fetch|transport '.*' not allowed/, "git.missingObjects"],
  [/bad config|unknown repository extension|Expected git repo version/, "git.badConfig"],
  [/corrupt|bad object|missing (?:blob|tree|commit|object)|unable to (?:read|find|parse)|could not (?:read|parse)|(?:is|file) empty|object file|packfile|not a valid object|broken|Failed to traverse/i, "git.broken"],
];
const doesNotKnow = /^usage: git|unknown (?:option|switch)|unrecognized argument|invalid option|is not a git command|unrecognized %\(/m;

export interface Where {
  readonly path: string;
  readonly scopeId?: string;
}

/** Whatever made a call of git fail, as a problem to show. Anything that is not git's doing is thrown on as it is. */
export async function asProblem(error: unknown, git: Git, where: Where): Promise<GitProblem> {
  if (error instanceof GitProblem) return error;
  if (!(error instanceof GitFailure)) throw error;
  return problemAt(where, await meaning(error, git, where.path), error.message);
}

export function problemAt({ path, scopeId }: Where, problem: Text, detail?: string): GitProblem {
  const values = { name: basename(path), path, ...problem.values };
  const full: RepositoryProblem = {
    ...(scopeId === undefined ? {} : { scopeId }),
    path,
    problem: { id: problem.id, values },
    ...(detail === undefined ? {} : { detail }),
  };
  return new GitProblem(full);
}

async function meaning(failure: GitFailure, git: Git, path: string): Promise<Text> {
  if (failure.kind === "noGit") return { id: "git.noGit" };
  if (failure.kind === "gone") return { id: "git.gone" };
  if (doesNotKnow.test(failure.stderr)) {
    const version = await versionOf(git, path);
    if (version !== undefined && isOlder(version, floor)) return { id: "git.tooOld", values: { version, floor } };
  }
  const known = meanings.find(([words]) => words.test(failure.stderr));
  return { id: known?.[1] ?? "git.failed" };
}

async function versionOf(git: Git, path: string): Promise<string | undefined> {
  const out = await git(path, ["--version"]).catch(() => "");
  return /(\d+\.\d+(?:\.\d+)?)/.exec(out.toString())?.[1];
}

function isOlder(version: string, than: string): boolean {
  const [a = 0, b = 0] = version.split(".").map(Number);
  const [c = 0, d = 0] = than.split(".").map(Number);
  return a < c || (a === c && b < d);
}
