import assert from "node:assert/strict";
import path from "node:path";
import { openWork } from "../../../src/composition/work";
import { GitProblem } from "../../../src/core/ports/git";
import { createRepo, temporaryFolder } from "../../support/gitRepo";
import { listening } from "../storage/logs";

/** What reads work, with the git that the editor uses. */
function work(folder: string, git: string | undefined) {
  const silent = () => undefined;
  return openWork(
    { log: listening().log, say: ({ id }: { readonly id: string }) => id, messages: { inform: silent, warn: silent, fail: silent }, trust: { isTrusted: () => true }, at: (...parts: string[]) => path.join(folder, ...parts) } as unknown as Parameters<typeof openWork>[0],
    { folders: () => [folder], onDidChangeFolders: () => ({ dispose: silent }), known: () => [], git: () => git, localPaths: { current: () => ({}), set: () => Promise.resolve() } },
  );
}

describe("the work of a workspace", () => {
  it("is read with the git that the editor uses, and with the system's where that is not known", async () => {
    const repo = createRepo();
    repo.commit("One");
    const own = work(repo.path, path.join(temporaryFolder(), "another-git"));
    await assert.rejects(own.gitLog.tags(repo.path, 1), (error) => error instanceof GitProblem && error.problem.problem.id === "git.noGit");
    assert.deepEqual((await own.finder.find()).problems.map(({ problem }) => problem.id), ["git.noGit"]);
    const usual = work(repo.path, undefined);
    assert.deepEqual(await usual.gitLog.tags(repo.path, 1), []);
    assert.deepEqual((await usual.finder.find()).found.map((found) => found.path), [repo.path]);
  });
});
