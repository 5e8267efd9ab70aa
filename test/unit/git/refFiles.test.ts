import assert from "node:assert/strict";
import { appendFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gitFolderAbove } from "../../../src/git/gitFolder";
import { guessRefs } from "../../../src/git/refFiles";
import { readRefs } from "../../../src/git/refs";
import { createGit } from "../../../src/git/run";
import { createRepo, isolated, temporaryFolder } from "../../support/gitRepo";
import { subjects } from "./request";

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
