import assert from "node:assert/strict";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createFinder } from "../../../src/git/finder";
import { createRepo, isolated, temporaryFolder, type TestRepo } from "../../support/gitRepo";
import { gitLog, request } from "./request";

/** A program that leaves a file behind when it is run, and what it was run as. */
function trap(): { readonly run: (name: string, exitCode?: number) => string; readonly sprung: () => readonly string[] } {
  const folder = temporaryFolder("trap");
  return {
    run(name, exitCode = 0) {
      const script = path.join(folder, `${name}.sh`);
      writeFileSync(script, `#!/bin/sh\ntouch '${folder}/${name}.sprung'\nexit ${exitCode}\n`);
      chmodSync(script, 0o755);
      return script;
    },
    sprung: () => readdirSync(folder).filter((name) => name.endsWith(".sprung")),
  };
}

function hostileRepo(): { readonly repo: TestRepo; readonly sprung: () => readonly string[] } {
  const repo = createRepo();
  const { run, sprung } = trap();
  repo.commit("Start", { files: { "a.txt": "one\n", ".gitattributes": "*.txt diff=evil filter=evil\n" } });
  const signed = repo.git("cat-file", "commit", "HEAD").replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n");
  const file = path.join(temporaryFolder(), "signed");
  writeFileSync(file, `${signed.replace("Start", "Signed")}\n`);
  repo.git("update-ref", "refs/heads/main", repo.git("hash-object", "-t", "commit", "-w", file));
  repo.commit("Change", { files: { "a.txt": "two\n" } });
  repo.tag("v1");

  const set = (key: string, value: string) => repo.git("config", key, value);
  set("log.showSignature", "true");
  set("gpg.program", run("gpg"));
  set("gpg.openpgp.program", run("openpgp"));
  set("core.fsmonitor", run("fsmonitor"));
  set("core.pager", run("pager"));
  set("pager.log", run("pagerLog"));
  set("core.sshCommand", run("ssh"));
  set("core.askPass", run("askpass"));
  set("core.editor", run("editor"));
  set("core.hooksPath", path.dirname(run("reference-transaction")));
  set("credential.helper", run("credential"));
  set("diff.external", run("external"));
  set("diff.evil.command", run("driver"));
  set("diff.evil.textconv", run("textconv"));
  set("filter.evil.smudge", run("smudge"));
  set("filter.evil.clean", run("clean"));
  set("interactive.diffFilter", run("diffFilter"));
  for (const command of ["log", "rev-list", "for-each-ref", "diff-tree", "cat-file", "patch-id", "config"]) set(`alias.${command}`, `!${run(`alias-${command}`)}`);
  set("remote.origin.url", "ext::sh -c true");
  set("remote.origin.uploadpack", run("uploadpack"));
  return { repo, sprung };
}

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
