import type { GitLog, GitPerson, LogRequest } from "../../../src/core/ports/git";
import { GitProblem } from "../../../src/core/ports/git";
import { createGitLog } from "../../../src/git/gitLog";
import { isolated } from "../../support/gitRepo";

/** Reads with the real git, and nothing of this machine's configuration. */
export const gitLog = (): GitLog & GitPerson => createGitLog({ env: isolated() });

/** Everything from the beginning; nothing goes live by itself. */
export const request = (path: string, more: Partial<LogRequest> = {}): LogRequest => ({
  scopeId: "scope",
  path,
  goesLive: { by: "hand" },
  tellFrom: { from: "beginning" },
  readUpTo: [],
  ...more,
});

export const subjects = async (path: string, more: Partial<LogRequest> = {}): Promise<string[]> =>
  (await gitLog().read(request(path, more))).commits.map(({ subject }) => subject);

/** "subject: standing", with the branch of what is in progress. */
export const standings = async (path: string, more: Partial<LogRequest> = {}): Promise<string[]> =>
  (await gitLog().read(request(path, more))).commits.map(({ subject, standing, branch }) => `${subject}: ${standing}${branch === undefined ? "" : ` on ${branch}`}`);

export const noticeIds = async (path: string, more: Partial<LogRequest> = {}): Promise<string[]> =>
  (await gitLog().read(request(path, more))).notices.map(({ problem }) => problem.id);

/** The id of the problem that this ends in. */
export async function problemOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error("it went well"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof GitProblem)) throw error;
  return error.problem.problem.id;
}
