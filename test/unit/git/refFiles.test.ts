import assert from "node:assert/strict";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gitFolderAbove } from "../../../src/git/gitFolder";
import { guessRange, guessRefs } from "../../../src/git/refFiles";
import { readRefs } from "../../../src/git/refs";
import { gitConfirms, resolveRange } from "../../../src/git/revisions";
import { createGit } from "../../../src/git/run";
import { createRepo, isolated, rafi, sara, temporaryFolder } from "../../support/gitRepo";
import { gitLog, request, subjects } from "./request";

const asGuessed = async (at: string) => {
  const folder = await gitFolderAbove(at);
  return folder && guessRefs(folder);
};
const asGitSays = (at: string) => readRefs(createGit({ env: isolated() }), at, {});

/** Branches loose and packed, with a remote, what they follow, and names that sort by their bytes. */
function shop() {
  const origin = createRepo();
  origin.commit("Root");
  origin.branch("feature/coupons");
  origin.commit("Coupons");
  origin.checkout("main");
  const repo = origin.clone();
  repo.git("checkout", "--quiet", "feature/coupons");
  repo.branch("ﬁxes");
  repo.branch("a-b");
  repo.branch("a/b");
  repo.branch("follows-main");
  repo.git("branch", "--quiet", "--set-upstream-to=main");
  return repo;
}

describe("branches by git's files", () => {
  it("are those that git says, loose, packed, both, and in a second work tree", async () => {
    const repo = shop();
    assert.deepEqual(await asGuessed(repo.path), await asGitSays(repo.path));
    repo.git("pack-refs", "--all");
    assert.deepEqual(await asGuessed(repo.path), await asGitSays(repo.path));
    repo.commit("Newer than what is packed");
    repo.git("branch", "--quiet", "-D", "a-b");
    assert.deepEqual(await asGuessed(repo.path), await asGitSays(repo.path));
    const second = path.join(temporaryFolder("worktrees"), "second");
    repo.git("worktree", "add", "--quiet", second, "a/b");
    assert.deepEqual(await asGuessed(second), await asGitSays(second));
    assert.equal((await asGuessed(second))?.branches.length, 7);
  });

  it("are not guessed where the configuration says more than is understood", async () => {
    const repo = shop();
    appendFileSync(path.join(repo.path, ".git", "config"), "[include]\n\tpath = other\n");
    assert.equal(await asGuessed(repo.path), undefined);
  });

  it("are not believed where git says something else", async () => {
    const repo = createRepo();
    repo.commit("Root");
    const hidden = repo.hash();
    repo.commit("Cart");
    repo.commit("Coupons");
    // To git a name with two dots is no branch; by its file it is one.
    writeFileSync(path.join(repo.path, ".git", "refs", "heads", "old..new"), `${hidden}\n`);
    assert.notDeepEqual(await asGuessed(repo.path), await asGitSays(repo.path).catch(() => undefined));
    assert.deepEqual(await subjects(repo.path), ["Coupons", "Cart", "Root"]);
  });

  it("can be wrong about everything without a commit being lost or told twice", async () => {
    const repo = createRepo();
    repo.commit("Root");
    repo.branch("side");
    repo.commit("Side");
    repo.checkout("main");
    // A remote that keeps its branches under another name than its own: what the side follows is guessed wrong.
    repo.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/elsewhere/*");
    repo.git("config", "branch.side.remote", "origin");
    repo.git("config", "branch.side.merge", "refs/heads/side");
    repo.git("update-ref", "refs/remotes/elsewhere/side", repo.hash("side"));
    repo.git("commit", "--quiet", "--allow-empty", "-m", "Main");
    assert.notDeepEqual(await asGuessed(repo.path), await asGitSays(repo.path));
    assert.deepEqual((await subjects(repo.path)).sort(), ["Main", "Root", "Side"]);
  });
});

describe("a range by git's files", () => {
  /** Two lines of three commits, with tags of every kind. */
  function tagged() {
    const repo = createRepo();
    for (const subject of ["One", "Two", "Three"]) repo.commit(subject);
    repo.tag("v1", { at: "HEAD~2" });
    repo.tag("release/v2", { at: "HEAD~1", annotated: true });
    repo.branch("feature/coupons", "HEAD~1");
    repo.commit("Coupons");
    repo.checkout("main");
    return repo;
  }
  const guessed = async (at: string, range: { from?: string; to?: string }) => {
    const folder = await gitFolderAbove(at);
    return folder && guessRange(folder, range);
  };
  const known = (repo: ReturnType<typeof tagged>) => [{ from: "v1" }, { from: "v1", to: "feature/coupons" }, { to: "HEAD" }, { from: repo.hash("HEAD~1"), to: "main" }, { from: "v1", to: "v1" }];

  it("is what git makes of it: tags, branches, hashes and HEAD, loose, packed, and detached", async () => {
    const repo = tagged();
    const check = async (ranges: readonly { from?: string; to?: string }[]) => {
      for (const range of ranges) assert.deepEqual(await guessed(repo.path, range), await resolveRange(createGit({ env: isolated() }), request(repo.path), range), JSON.stringify(range));
    };
    await check(known(repo));
    repo.git("pack-refs", "--all");
    await check([...known(repo), { from: "release/v2" }]);
    repo.git("checkout", "--quiet", "--detach", "HEAD~1");
    await check([{ from: "v1" }, { from: "v1", to: "main" }]);
  });

  it("is not guessed of other words", async () => {
    const repo = tagged();
    for (const from of ["HEAD~1", "v1^", "--all", "../heads/main", "/etc/passwd", "v9", repo.hash().slice(0, 8), ""]) assert.equal(await guessed(repo.path, { from }), undefined, from);
  });

  it("is not believed where git says something else", async () => {
    const repo = tagged();
    // The file of an annotated tag names the tag, and a branch of the same name comes after it.
    repo.git("branch", "--quiet", "release/v2", "v1");
    assert.notDeepEqual(await guessed(repo.path, { from: "release/v2" }), { from: repo.hash("HEAD~1"), to: repo.hash() });
    assert.deepEqual(await subjects(repo.path, { range: { from: "refs/tags/release/v2" } }), ["Three"]);
    assert.deepEqual(await subjects(repo.path, { range: { from: "release/v2" } }), ["Three"]);
  });
});

describe("a range and the branches, asked of git in one process", () => {
  async function confirmed(at: string, range: { from?: string; to?: string }) {
    const folder = await gitFolderAbove(at);
    const [refs, hashes] = folder ? await Promise.all([guessRefs(folder), guessRange(folder, range)]) : [];
    return refs && hashes && gitConfirms(createGit({ env: isolated() }), at, range, { refs, range: hashes });
  }

  it("are so in an ordinary repository: loose, packed, with a remote, detached, in a second work tree", async () => {
    const repo = shop();
    repo.tag("v1", { at: "main" });
    const second = path.join(temporaryFolder("worktrees"), "second");
    repo.git("worktree", "add", "--quiet", second, "a/b");
    for (const at of [repo.path, second]) for (const range of [{ from: "v1" }, { from: "v1", to: "feature/coupons" }, { to: "main" }]) assert.equal(await confirmed(at, range), true);
    repo.git("pack-refs", "--all");
    repo.git("checkout", "--quiet", "--detach");
    assert.equal(await confirmed(repo.path, { from: "v1" }), true);
  });

  it("are not where git says something else of any of them", async () => {
    const repo = shop();
    repo.tag("v1", { at: "main" });
    const file = (name: string) => path.join(repo.path, ".git", "refs", "heads", name);
    for (const [name, hash] of [["broken", "1".repeat(40)], ["old..new", repo.hash("main")], ["main^0", repo.hash("main")], ["a blob", repo.git("hash-object", "-w", path.join(repo.path, ".git", "HEAD"))]] as const) {
      writeFileSync(file(name), `${hash}\n`);
      assert.equal(await confirmed(repo.path, { from: "v1" }), false, name);
      assert.deepEqual(await subjects(repo.path, { range: { from: "v1", to: "feature/coupons" } }), ["Coupons"], name);
      rmSync(file(name));
    }
    repo.git("branch", "--quiet", "v1", "feature/coupons");
    repo.git("update-ref", "refs/v1", repo.hash("feature/coupons"));
    assert.equal(await confirmed(repo.path, { from: "v1" }), false);
  });
});

describe("who goes along with a reading", () => {
  it("hears that git has begun, and of each commit before the reading is there; of others' commits nothing where mine are asked for", async () => {
    const repo = createRepo();
    repo.commit("Mine", { author: rafi });
    repo.commit("Hers", { author: sara });
    repo.commit("Ours\n\nCo-authored-by: R <Rafi@example.com>", { author: sara });
    for (const [authors, expected] of [[undefined, ["Ours", "Hers", "Mine"]], [[rafi.email], ["Ours", "Mine"]]] as const) {
      const heard: string[] = [];
      const reading = await gitLog().read(request(repo.path, authors && { authors }), undefined, { begun: () => heard.push("begun"), met: ({ subject }) => heard.push(subject) });
      assert.deepEqual(heard, ["begun", ...expected]);
      assert.deepEqual(reading.commits.map(({ subject }) => subject), expected);
    }
  });
});
