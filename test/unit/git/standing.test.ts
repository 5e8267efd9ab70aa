import assert from "node:assert/strict";
import type { Instant } from "../../../src/core/time/types";
import { createRepo } from "../../support/gitRepo";
import { gitLog, noticeIds, request, standings } from "./request";

/** main with a merged feature, an unmerged one stacked on another, and a production branch behind main. */
function shop() {
  const repo = createRepo();
  repo.commit("Root");
  repo.branch("production");
  repo.checkout("main");
  repo.branch("merged");
  repo.commit("Coupons");
  repo.checkout("main");
  repo.merge("merged");
  repo.branch("loyalty");
  repo.commit("Loyalty, first screen");
  repo.branch("loyalty-emails");
  repo.commit("Loyalty emails");
  repo.checkout("main");
  return repo;
}

describe("how far a commit is", () => {
  it("by branch: live where that branch has it, ready where the default branch has it, else in progress", async () => {
    const repo = shop();
    assert.deepEqual(await standings(repo.path, { goesLive: { by: "branch", branch: "production" } }), [
      "Loyalty emails: inProgress on loyalty-emails",
      "Loyalty, first screen: inProgress on loyalty",
      "Merge branch 'merged': ready",
      "Coupons: ready",
      "Root: live",
    ]);
    assert.deepEqual(await standings(repo.path, { goesLive: { by: "branch", branch: "main" } }), [
      "Loyalty emails: inProgress on loyalty-emails",
      "Loyalty, first screen: inProgress on loyalty",
      "Merge branch 'merged': live",
      "Coupons: live",
      "Root: live",
    ]);
  });

  it("by branch: a live branch that only a remote has counts, by either name; one that nobody has is noticed", async () => {
    const source = shop();
    const clone = source.clone();
    for (const branch of ["production", "origin/production"]) {
      const found = await standings(clone.path, { goesLive: { by: "branch", branch } });
      assert.equal(found.at(-1), "Root: live");
      assert.equal(found[0], "Merge branch 'merged': ready");
    }
    assert.deepEqual(await noticeIds(clone.path, { goesLive: { by: "branch", branch: "release" } }), ["git.liveBranchMissing"]);
  });

  it("by branch: a hotfix that is only on the live branch is live", async () => {
    const repo = shop();
    repo.checkout("production");
    repo.commit("Hotfix");
    repo.checkout("main");
    const found = await standings(repo.path, { goesLive: { by: "branch", branch: "production" } });
    assert.ok(found.includes("Hotfix: live"), found.join());
  });

  it("by tag: live where any tag that fits has it, also one on a branch that is gone", async () => {
    const repo = shop();
    repo.tag("v1.0", { at: "main~1" });
    repo.git("checkout", "-q", "--detach", "main~1");
    repo.commit("Fix for 1.0");
    repo.tag("v1.0.1", { annotated: true });
    repo.checkout("main");
    repo.tag("internal", { at: "loyalty" });
    assert.deepEqual(await standings(repo.path, { goesLive: { by: "tag", pattern: "v*" } }), [
      "Fix for 1.0: live",
      "Loyalty emails: inProgress on loyalty-emails",
      "Loyalty, first screen: inProgress on loyalty",
      "Merge branch 'merged': ready",
      "Coupons: ready",
      "Root: live",
    ]);
    assert.equal((await standings(repo.path, { goesLive: { by: "tag", pattern: "none-*" } })).at(-1), "Root: ready");
  });

  it("by hand: what is merged and was committed by then is live, what is not merged never is", async () => {
    const repo = createRepo();
    repo.commit("Early", { date: "2026-11-01T00:00:00Z" });
    repo.commit("Late", { date: "2026-11-03T00:00:00Z" });
    repo.branch("feature");
    repo.commit("Open", { date: "2026-11-02T00:00:00Z" });
    const goesLive = { by: "hand", liveUpTo: "2026-11-02T12:00:00.000Z" as Instant } as const;
    assert.deepEqual((await standings(repo.path, { goesLive })).sort(), ["Early: live", "Late: ready", "Open: inProgress on feature"]);
  });

  it("is the same with a scope, where the log does not show what joins the commits", async () => {
    const repo = createRepo();
    repo.commit("Root", { files: { "other.txt": "0" } });
    repo.branch("production");
    repo.checkout("main");
    repo.commit("Shop", { files: { "shop/a.txt": "1" } });
    repo.commit("Elsewhere", { files: { "other.txt": "1" } });
    repo.branch("feature");
    repo.commit("Elsewhere on the branch", { files: { "other.txt": "2" } });
    repo.commit("Shop on the branch", { files: { "shop/a.txt": "2" } });
    const include = ["shop"];
    assert.deepEqual(await standings(repo.path, { include, goesLive: { by: "branch", branch: "production" } }), ["Shop on the branch: inProgress on feature", "Shop: ready"]);
    repo.checkout("production");
    repo.merge("main");
    assert.deepEqual(await standings(repo.path, { include, goesLive: { by: "branch", branch: "production" } }), ["Merge branch 'main': live", "Shop on the branch: inProgress on feature", "Shop: live"]);
    assert.deepEqual(await standings(repo.path, { include, goesLive: { by: "branch", branch: "production" }, branches: ["feature"] }), ["Shop on the branch: inProgress on feature", "Shop: live"]);
    assert.deepEqual(await standings(repo.path, { range: { from: "main", to: "feature" } }), ["Shop on the branch: inProgress on feature", "Elsewhere on the branch: inProgress on feature"]);
  });

  it("returns only tips whose history is decided", async () => {
    const repo = shop();
    const tips = async (more: Parameters<typeof request>[1]) => [...(await gitLog().read(request(repo.path, more))).tips].sort();
    const [main, production] = [repo.hash("main"), repo.hash("production")];
    assert.deepEqual(await tips({}), [main]);
    assert.deepEqual(await tips({ goesLive: { by: "branch", branch: "production" } }), [main, production].sort());
    assert.deepEqual(await tips({ branches: ["loyalty"] }), []);
    assert.deepEqual(await tips({ branches: ["merged"] }), [repo.hash("merged")]);
    assert.deepEqual(await tips({ branches: ["merged"], readUpTo: [repo.hash("merged")] }), [repo.hash("merged")]);
    repo.tag("v1", { at: "main~1" });
    repo.tag("v2", { at: "main" });
    repo.tag("v3-rc1", { at: "loyalty" });
    repo.tag("v3", { at: "loyalty-emails" });
    assert.deepEqual(await tips({ goesLive: { by: "tag", pattern: "v*" } }), [main, repo.hash("v3")].sort(), "the newest tag of a line stands for those behind it");
    // The next reading begins where this one was told to.
    assert.deepEqual(await standings(repo.path, { readUpTo: [main] }), ["Loyalty emails: inProgress on loyalty-emails", "Loyalty, first screen: inProgress on loyalty"]);
    assert.deepEqual(await tips({ readUpTo: [main] }), [main]);
  });
});

describe("the default branch", () => {
  it("is what origin says, here and there", async () => {
    const source = createRepo();
    source.commit("Root");
    source.branch("stable");
    source.commit("Stable");
    const clone = source.clone();
    clone.commit("Local, not pushed");
    clone.branch("main", "origin/main");
    clone.commit("On main, which is not the default");
    assert.deepEqual(await standings(clone.path), ["On main, which is not the default: inProgress on main", "Local, not pushed: ready", "Stable: ready", "Root: ready"]);
  });

  it("else is main, master, trunk or develop, in this order", async () => {
    const repo = createRepo();
    repo.commit("Root");
    repo.branch("develop");
    repo.commit("Develop");
    repo.branch("zebra");
    repo.commit("Zebra");
    assert.deepEqual(await standings(repo.path), ["Zebra: inProgress on zebra", "Develop: inProgress on develop", "Root: ready"]);
    repo.git("branch", "-D", "main");
    assert.deepEqual(await standings(repo.path), ["Zebra: inProgress on zebra", "Develop: ready", "Root: ready"]);
  });

  it("else is the only branch, and else HEAD has to do", async () => {
    const repo = createRepo();
    repo.commit("Root");
    repo.git("branch", "-m", "shop");
    assert.deepEqual(await standings(repo.path), ["Root: ready"]);
    repo.branch("other");
    repo.commit("Other");
    repo.checkout("shop");
    assert.deepEqual(await standings(repo.path), ["Other: inProgress on other", "Root: ready"]);
    assert.deepEqual((await gitLog().read(request(repo.path))).tips, [repo.hash("shop")]);
  });
});
