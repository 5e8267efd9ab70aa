import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import type { RepositoryIdentity, RepositoryScope } from "../../../src/core/book/project";
import { createFinder, type FinderOptions } from "../../../src/git/finder";
import { createRepo, isolated, temporaryFolder } from "../../support/gitRepo";

function finder(folders: readonly string[], more: Partial<FinderOptions> = {}) {
  const kept: Record<string, string> = {};
  const localPaths = { current: () => kept, set: (id: string, at: string) => Promise.resolve(void (kept[id] = at)) };
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return { kept, ...createFinder({ folders: () => folders, localPaths, isTrusted: () => true, log: quiet, env: isolated(), ...more }) };
}
const scope = (identity: Partial<RepositoryIdentity>): RepositoryScope => ({ id: "s1", name: "shop", identity: { remotes: [], rootCommits: [], ...identity } });
const pathsOf = async (folders: readonly string[], more: Partial<FinderOptions> = {}) => (await finder(folders, more).find()).found.map((found) => found.path).sort();

describe("finding repositories", () => {
  it("looks in each folder, above it and below it, once each", async () => {
    const root = temporaryFolder("root");
    const outer = createRepo(path.join(root, "outer"));
    outer.commit("One", { files: { "src/deep/a.txt": "1" } });
    const nested = createRepo(path.join(outer.path, "clients", "acme", "shop"));
    createRepo(path.join(outer.path, "node_modules", "package"));
    createRepo(path.join(outer.path, ".cache", "tool"));
    createRepo(path.join(outer.path, "a", "b", "c", "d", "too-deep"));
    symlinkSync(outer.path, path.join(root, "link"));
    assert.deepEqual(await pathsOf([path.join(outer.path, "src", "deep")]), [outer.path], "the folder lies inside a repository");
    assert.deepEqual(await pathsOf([outer.path]), [outer.path, nested.path].sort());
    assert.deepEqual(await pathsOf([root, outer.path, path.join(root, "link"), path.join(root, "nowhere")]), [outer.path, nested.path].sort());
    assert.deepEqual(await pathsOf([]), []);
  });

  it("tells where a file lies in its repository, also where the editor has it by a link", async () => {
    const root = temporaryFolder("root");
    const repo = createRepo(path.join(root, "a-rather-long-name", "shop"));
    repo.commit("One", { files: { "apps/site/menu.css": "1" } });
    symlinkSync(path.join(root, "a-rather-long-name"), path.join(root, "w"));
    const it = finder([]);
    for (const top of [repo.path, path.join(root, "w", "shop")]) {
      for (const [file, within] of [["apps/site/menu.css", "apps/site/menu.css"], ["apps/site", "apps/site"], ["apps/not saved yet.css", "apps/not saved yet.css"], ["", ""]] as const) {
        const found = await it.at(path.join(top, file));
        assert.deepEqual([found?.path, found?.within], [repo.path, within], path.join(top, file));
      }
    }
  });

  it("adds those that somebody else knows of", async () => {
    const [here, there] = [createRepo(), createRepo()];
    assert.deepEqual(await pathsOf([here.path], { known: () => [here.path, there.path, "/nowhere"] }), [here.path, there.path].sort());
  });

  it("takes submodules for repositories of their own, and work trees of one repository for one", async () => {
    const library = createRepo();
    library.commit("Library");
    const repo = createRepo();
    repo.commit("One");
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.path, "libs/library");
    const linked = path.join(temporaryFolder("trees"), "hotfix");
    repo.git("worktree", "add", "-q", linked);
    assert.deepEqual(await pathsOf([repo.path]), [repo.path, path.join(repo.path, "libs", "library")].sort());
    assert.deepEqual(await pathsOf([linked]), [linked]);
    assert.deepEqual(await pathsOf([linked, repo.path]), [repo.path, path.join(repo.path, "libs", "library")].sort());
    assert.equal((await finder([]).at(path.join(linked, "some", "file.txt")))?.path, linked);
  });

  it("knows a repository by its remotes, and by its roots only without one", async () => {
    const repo = createRepo();
    repo.commit("Root");
    const rootCommits = [repo.hash()];
    repo.commit("Two");
    const it = finder([repo.path]);
    assert.deepEqual((await it.find()).found, [{ path: repo.path, name: path.basename(repo.path), identity: { remotes: [], rootCommits } }]);
    repo.git("remote", "add", "origin", "git@github.com:Rafi/Acme.git");
    repo.git("remote", "add", "deploy", "https://rafi:secret@Example.com/acme.git");
    repo.git("config", "url.https://evil.example/.insteadOf", "git@github.com:");
    assert.deepEqual((await it.find()).found[0]!.identity, { remotes: ["example.com/acme", "github.com/Rafi/Acme"], rootCommits: [] });
    repo.git("remote", "remove", "origin");
    assert.deepEqual((await it.at(path.join(repo.path, "file-1.txt")))?.identity.remotes, ["example.com/acme"], "a change is seen");
  });

  it("claims no roots in a shallow clone or before the first commit", async () => {
    const source = createRepo();
    source.commit("One");
    source.commit("Two");
    const shallow = source.clone("--depth=1");
    assert.deepEqual((await finder([shallow.path]).find()).found[0]!.identity, { remotes: [], rootCommits: [] });
    assert.deepEqual((await finder([createRepo().path]).find()).found[0]!.identity, { remotes: [], rootCommits: [] });
  });

  it("finds nothing before trust, and tells of a missing git once", async () => {
    const [a, b] = [createRepo(), createRepo()];
    const untrusted = finder([a.path], { isTrusted: () => false, env: { PATH: "" } });
    assert.deepEqual(await untrusted.find(), { found: [], problems: [] });
    assert.equal(await untrusted.at(a.path), undefined);
    assert.equal(await untrusted.locate(scope({})), undefined);
    const { found, problems } = await finder([a.path, b.path], { env: { PATH: temporaryFolder() } }).find();
    assert.deepEqual([found, problems.map(({ problem }) => problem.id)], [[], ["git.noGit"]]);
  });

  it("tells what is the matter with one repository, and finds the others", async () => {
    const [good, bad] = [createRepo(), createRepo()];
    bad.git("config", "core.repositoryFormatVersion", "99");
    const { found, problems } = await finder([good.path, bad.path]).find();
    assert.deepEqual(found.map((one) => one.path), [good.path]);
    assert.deepEqual(problems.map(({ path: at, problem }) => [at, problem.id]), [[bad.path, "git.badConfig"]]);
  });

  it("stops with the signal's reason", async () => {
    const reason = new Error("enough");
    await assert.rejects(finder([createRepo().path]).find(AbortSignal.abort(reason)), reason);
  });
});

describe("locating a scope", () => {
  it("takes the path it knows, while that is still the repository", async () => {
    const [repo, other] = [createRepo(), createRepo()];
    repo.commit("Root");
    other.commit("Another root");
    const it = finder([other.path]);
    it.kept["s1"] = repo.path;
    assert.equal(await it.locate(scope({ rootCommits: [repo.hash()] })), repo.path);
    it.kept["s1"] = other.path;
    assert.equal(await it.locate(scope({ rootCommits: [repo.hash()] })), undefined);
    it.kept["s1"] = createRepo().path;
    assert.equal(await it.locate(scope({})), it.kept["s1"], "with nothing to be known by, the path has to do");
  });

  it("finds it again after a move, and keeps the new place", async () => {
    const root = temporaryFolder("root");
    const repo = createRepo(path.join(root, "before"));
    repo.git("remote", "add", "origin", "https://github.com/rafi/acme");
    const it = finder([root]);
    it.kept["s1"] = repo.path;
    const acme = scope({ remotes: ["github.com/Rafi/Acme"] });
    assert.equal(await it.locate(acme), repo.path);
    renameSync(repo.path, path.join(root, "after"));
    assert.equal(await it.locate(acme), path.join(root, "after"));
    assert.equal(it.kept["s1"], path.join(root, "after"));
    rmSync(path.join(root, "after"), { recursive: true });
    assert.equal(await it.locate(acme), undefined);
  });

  it("knows one by its roots that has got a remote since, and does not guess between two", async () => {
    const repo = createRepo();
    repo.commit("Root");
    const known = scope({ rootCommits: [repo.hash()] });
    const clone = repo.clone();
    repo.git("remote", "add", "origin", "https://github.com/rafi/acme");
    assert.equal(await finder([repo.path]).locate(known), repo.path);
    assert.equal(await finder([repo.path, clone.path]).locate(known), undefined);
    mkdirSync(path.join(clone.path, "x"));
    assert.equal(await finder([clone.path]).locate(scope({ remotes: ["github.com/rafi/acme"] })), undefined);
  });
});
