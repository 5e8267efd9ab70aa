import assert from "node:assert/strict";
import path from "node:path";
import { createFinder } from "../../../src/git/finder";
import { createRepo, isolated } from "../../support/gitRepo";
import { hostileRepo, trap } from "../../support/hostileRepo";
import { gitLog, request } from "./request";

describe("a hostile .git/config", () => {
  it("really is one: a bare git log runs its programs", () => {
    const { repo, sprung } = hostileRepo();
    repo.git("log", "-p", "--ext-diff");
    repo.git("diff-tree", "-p", "HEAD");
    assert.ok(sprung().includes("openpgp.sprung"), "the signature program");
    assert.ok(sprung().includes("driver.sprung"), "the external diff");
    assert.ok(sprung().includes("fsmonitor.sprung"), "the file system monitor");
  });

  it("runs nothing, whatever is read", async () => {
    const { repo, sprung } = hostileRepo();
    const log = gitLog();
    const reading = await log.read(request(repo.path, { include: ["**/*.txt"], goesLive: { by: "tag", pattern: "v*" } }));
    assert.equal(reading.commits.length, 2);
    assert.equal((await log.read(request(repo.path, { range: { from: "HEAD~1" } }))).commits.length, 1);
    assert.equal((await log.patchIds(repo.path, reading.commits.map(({ hash }) => hash))).size, 2);
    await log.myEmails(repo.path);
    await log.tags(repo.path, 5);
    await log.newestAt(repo.path);
    const localPaths = { current: () => ({}), set: () => Promise.resolve() };
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const finder = createFinder({ folders: () => [repo.path], localPaths, isTrusted: () => true, log: quiet, env: isolated() });
    assert.equal((await finder.find()).found.length, 1);
    assert.deepEqual(sprung(), []);
  });

  it("fetches nothing for a partial clone that lacks what is read", async () => {
    const { run, sprung } = trap();
    const source = createRepo();
    source.git("config", "uploadpack.allowFilter", "true");
    source.commit("One", { files: { "a/b.txt": "one\n" } });
    source.commit("Two", { files: { "a/b.txt": "two\n" } });
    const clone = source.clone("--filter=tree:0", "--no-checkout");
    clone.git("config", "remote.origin.uploadpack", run("uploadpack", 1));
    clone.git("config", "remote.origin.url", source.path);
    const reading = await gitLog().read(request(clone.path));
    assert.deepEqual(reading.commits.map(({ subject }) => subject), ["Two", "One"]);
    assert.deepEqual(reading.notices.map(({ problem }) => problem.id), ["git.partial"]);
    assert.deepEqual(await gitLog().patchIds(clone.path, [clone.hash()]), new Map());
    assert.deepEqual(sprung(), []);
    assert.throws(() => clone.git("log", "--name-only"));
    assert.deepEqual(sprung(), ["uploadpack.sprung"], "a bare git log does fetch");
  });

  it("has no say through the environment either", async () => {
    const repo = createRepo();
    repo.commit("Mine");
    const other = createRepo();
    other.commit("Another repository's");
    const { run, sprung } = trap();
    const before = { ...process.env };
    Object.assign(process.env, { GIT_DIR: path.join(other.path, ".git"), GIT_EXTERNAL_DIFF: run("external"), GIT_PAGER: run("pager"), PAGER: run("pager2"), EDITOR: run("editor") });
    try {
      const { commits } = await gitLog().read(request(repo.path));
      assert.deepEqual(commits.map(({ subject }) => subject), ["Mine"]);
      await gitLog().patchIds(repo.path, commits.map(({ hash }) => hash));
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
    assert.deepEqual(sprung(), []);
  });
});
