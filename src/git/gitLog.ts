import type { GitLog, GitPerson } from "../core/ports/git";
import type { Instant } from "../core/time/types";
import type { GitOptions } from "./environment";
import { readMyEmails, readMyName } from "./myEmails";
import { readPatchIds } from "./patchIds";
import { asProblem } from "./problems";
import { readLog } from "./readLog";
import { createGit, type Git } from "./run";

/** Reads repositories with the git of this machine. Every failure of git's comes out as a GitProblem. */
export function createGitLog(options: GitOptions = {}): GitLog & GitPerson {
  const git = createGit(options);
  const orProblem = async <T>(path: string, signal: AbortSignal | undefined, work: Promise<T>): Promise<T> =>
    work.catch(async (error: unknown) => {
      if (signal?.aborted === true) throw signal.reason;
      throw await asProblem(error, git, { path });
    });
  return {
    read: (request, signal, companion) => readLog(git, request, signal, companion),
    patchIds: (path, hashes, signal) => orProblem(path, signal, readPatchIds(git, path, hashes, signal)),
    myEmails: (path) => orProblem(path, undefined, readMyEmails(git, path)),
    myName: (path) => orProblem(path, undefined, readMyName(git, path)),
    newestAt: (path) => orProblem(path, undefined, readNewestAt(git, path)),
    tags: (path, limit) => orProblem(path, undefined, readTags(git, path, limit)),
  };
}

async function readNewestAt(git: Git, path: string): Promise<Instant | undefined> {
  const out = await git(path, ["rev-list", "--ignore-missing", "--stdin", "--max-count=1", "--timestamp"], { input: "HEAD\n" });
  const seconds = out.toString().split(" ")[0];
  return seconds === undefined || seconds === "" ? undefined : instantOf(seconds);
}

async function readTags(git: Git, path: string, limit: number) {
  if (limit < 1) return [];
  const format = "--format=%(refname)%00%(creatordate:unix)";
  const out = await git(path, ["for-each-ref", "--sort=-creatordate", `--count=${Math.floor(limit)}`, format, "refs/tags"]);
  const lines = out.toString().split("\n").filter(Boolean);
  return lines.map((line) => {
    const [ref = "", seconds = ""] = line.split("\0");
    return { name: ref.slice("refs/tags/".length), at: instantOf(seconds) };
  });
}

/** A tag of something that has no date begins in 1970. */
const instantOf = (seconds: string) => new Date(Math.min(Number(seconds) || 0, 253402300799) * 1000).toISOString() as Instant;
