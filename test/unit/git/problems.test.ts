import assert from "node:assert/strict";
import { chmodSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { GitProblem } from "../../../src/core/ports/git";
import { createGitLog } from "../../../src/git/gitLog";
import { createRepo, isolated, temporaryFolder } from "../../support/gitRepo";
import { gitLog, noticeIds, problemOf, request, subjects } from "./request";

/** A program that answers like a git of some other kind. */
function fakeGit(script: string): string {
  const file = path.join(temporaryFolder("fake git"), "git");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("what can be the matter with a repository", () => {
  it("no git on this machine", async () => {
    const repo = createRepo();
    repo.commit("One");
    const log = createGitLog({ env: { ...isolated(), PATH: temporaryFolder("nothing") } });
    assert.equal(await problemOf(log.read(request(repo.path))), "git.noGit");
    assert.equal(await problemOf(log.tags(repo.path, 1)), "git.noGit");
    assert.equal(await problemOf(createGitLog({ binary: path.join(temporaryFolder(), "git"), env: { PATH: "" } }).myEmails(repo.path)), "git.noGit");
  });

  it("a git that is too old, with its number", async () => {
    const repo = createRepo();
    const old = (version: string) => fakeGit(`case "$*" in *--version*) echo "git version ${version} (Apple Git-66)";; *) echo 'error: unknown option \`show-pulls\`' >&2; exit 129;; esac`);
    const error: unknown = await createGitLog({ binary: old("2.17.1") }).read(request(repo.path)).catch((reason: unknown) => reason);
    assert.ok(error instanceof GitProblem);
    assert.deepEqual(error.problem.problem, { id: "git.tooOld", values: { name: path.basename(repo.path), path: repo.path, version: "2.17.1", floor: "2.28" } });
    assert.equal(await problemOf(createGitLog({ binary: old("2.39.5") }).read(request(repo.path))), "git.failed");
  });

  it("a git that ends half-way gives no half of an answer", async () => {
    const repo = createRepo();
    repo.commit("One");
    for (const ending of ["kill -9 $$", "exit 3"])
      assert.equal(await problemOf(createGitLog({ binary: fakeGit(`case "$*" in *for-each-ref*) exec /usr/bin/env -i PATH="$OLD" git "$@";; esac; ${ending}`), env: { OLD: process.env["PATH"] } }).read(request(repo.path))), "git.failed");
  });

  it("a folder that is no repository, or gone", async () => {
    const folder = temporaryFolder();
    assert.equal(await problemOf(gitLog().read(request(folder))), "git.notARepository");
    rmSync(folder, { recursive: true });
    assert.equal(await problemOf(gitLog().read(request(folder))), "git.gone");
    const file = path.join(temporaryFolder(), "file");
    writeFileSync(file, "");
    await assert.rejects(gitLog().read(request(file)));
  });

  it("another user's folder", async () => {
    const repo = createRepo();
    repo.commit("One");
    const log = createGitLog({ env: { ...isolated(), GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" } });
    assert.equal(await problemOf(log.read(request(repo.path))), "git.dubiousOwnership");
  });

  it("no commits yet reads as empty, with a word about it; so does a range of it", async () => {
    const repo = createRepo();
    for (const more of [{}, { range: {} }, { include: ["src"] }]) {
      const reading = await gitLog().read(request(repo.path, more));
      assert.deepEqual([reading.commits, reading.tips, reading.notices.map(({ problem }) => problem.id)], [[], [], ["git.noCommits"]]);
    }
    assert.equal(await problemOf(gitLog().read(request(repo.path, { range: { from: "v1" } }))), "git.badRevision");
  });

  it("an unborn branch beside others does not hide them", async () => {
    const repo = createRepo();
    repo.commit("One");
    repo.git("checkout", "-q", "--orphan", "fresh");
    assert.deepEqual(await subjects(repo.path), ["One"]);
    assert.deepEqual(await noticeIds(repo.path), []);
  });

  it("a damaged repository, and a configuration that git does not understand", async () => {
    const repo = createRepo();
    repo.commit("One");
    repo.commit("Two");
    const objects = path.join(repo.path, ".git", "objects");
    const old = repo.hash("HEAD~1");
    chmodSync(path.join(objects, old.slice(0, 2), old.slice(2)), 0o644);
    writeFileSync(path.join(objects, old.slice(0, 2), old.slice(2)), "");
    assert.equal(await problemOf(gitLog().read(request(repo.path))), "git.broken");
    assert.ok(readdirSync(objects).length > 0);
    writeFileSync(path.join(repo.path, ".git", "config"), "[core\n");
    assert.equal(await problemOf(gitLog().read(request(repo.path))), "git.badConfig");
  });

  it("a branch that leads nowhere does not hide the others", async () => {
    const repo = createRepo();
    repo.commit("One");
    writeFileSync(path.join(repo.path, ".git", "refs", "heads", "lost"), `${"1".repeat(40)}\n`);
    assert.deepEqual(await subjects(repo.path), ["One"]);
  });

  it("a shallow clone and a partial clone are read as far as they go", async () => {
    const source = createRepo();
    source.git("config", "uploadpack.allowFilter", "true");
    source.commit("One");
    source.commit("Two");
    const shallow = source.clone("--depth=1");
    assert.deepEqual(await subjects(shallow.path), ["Two"]);
    assert.deepEqual(await noticeIds(shallow.path), ["git.shallow"]);
    const partial = source.clone("--filter=blob:none", "--no-checkout");
    assert.deepEqual(await subjects(partial.path), ["Two", "One"]);
    assert.deepEqual(await noticeIds(partial.path), ["git.partial"]);
    const treeless = source.clone("--filter=tree:0", "--no-checkout");
    assert.equal(await problemOf(gitLog().read(request(treeless.path, { include: ["src"] }))), "git.missingObjects");
  });
});

describe("something unfinished in a repository", () => {
  function conflict() {
    const repo = createRepo();
    repo.commit("Root", { files: { "a.txt": "0" } });
    repo.branch("feature");
    repo.commit("Clean", { files: { "b.txt": "1" } });
    repo.commit("Work", { files: { "a.txt": "1" } });
    repo.checkout("main");
    repo.commit("Other", { files: { "a.txt": "2" } });
    return repo;
  }

  it("a rebase: the branch is read as it was, without the copies made so far", async () => {
    const repo = conflict();
    repo.checkout("feature");
    assert.throws(() => repo.rebase("main"));
    assert.deepEqual(new Set(await subjects(repo.path)), new Set(["Other", "Work", "Clean", "Root"]));
    assert.equal((await subjects(repo.path)).length, 4);
    assert.deepEqual(await noticeIds(repo.path), ["git.rebasing"]);
  });

  it("a merge, a cherry-pick, a revert, a bisect", async () => {
    const repo = conflict();
    assert.throws(() => repo.merge("feature"));
    assert.deepEqual(await noticeIds(repo.path), ["git.merging"]);
    repo.git("merge", "--abort");
    assert.throws(() => repo.cherryPick("feature"));
    assert.deepEqual(await noticeIds(repo.path), ["git.cherryPicking"]);
    repo.git("cherry-pick", "--abort");
    repo.commit("Later", { files: { "a.txt": "3" } });
    assert.throws(() => repo.git("revert", "--no-edit", "HEAD~1"));
    assert.deepEqual(await noticeIds(repo.path), ["git.reverting"]);
    repo.git("revert", "--abort");
    repo.git("bisect", "start", "HEAD", "HEAD~2");
    assert.deepEqual(await noticeIds(repo.path), ["git.bisecting"]);
  });
});
