import assert from "node:assert/strict";
import { createRepo } from "../../support/gitRepo";
import { leavesOut, openDesk, problems, tells } from "./desk";

const coupons = "Add coupons to the checkout";
const bkash = "Let customers pay with bKash";
const safari = "Fix the blank login page on Safari";
const search = "Add a search to the shop";

describe("since last time, by how far the work is", () => {
  it("told in progress on a branch, it comes back once it is merged, and then no more", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.branch("checkout");
    repo.commit(coupons);
    assert.deepEqual(await desk.tell(), [`${search}: ready`, `${coupons}: inProgress`]);
    assert.deepEqual(await desk.tell(), [`${coupons}: inProgress`]);
    repo.commit(bkash);
    repo.checkout("main");
    repo.merge("checkout");
    const done = await desk.tell();
    assert.ok(done.includes(`${coupons}: ready`) && done.includes(`${bkash}: ready`), done.join("\n"));
    assert.deepEqual(await desk.tell(), []);
  });

  it("a branch that was deleted unmerged is told no more", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.branch("idea");
    repo.commit(coupons);
    await desk.tell();
    repo.checkout("main");
    repo.git("branch", "--quiet", "-D", "idea");
    assert.deepEqual(await desk.tell(), []);
  });

  it("a merge is told in the words of its pull request, with the commits behind it", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    await desk.tell();
    repo.branch("checkout");
    repo.commit("wip", { files: { "cart.js": "1\n" } });
    repo.commit("more", { files: { "cart.js": "2\n" } });
    repo.checkout("main");
    repo.merge("checkout", { message: `Merge pull request #12 from rafi/checkout\n\n${coupons}` });
    const drafted = await desk.draft();
    assert.deepEqual(drafted.provenance.items.length, 1);
    assert.match(drafted.provenance.rendered, /coupons to the checkout/i);
    assert.deepEqual(tells(drafted), ["Merge pull request #12 from rafi/checkout: ready", "more: ready", "wip: ready"]);
    await desk.send(drafted);
    assert.deepEqual(await desk.tell(), []);
  });

  it("a merge without words of its own is no work", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.branch("checkout");
    repo.commit(coupons);
    repo.checkout("main");
    repo.commit(safari);
    repo.checkout("checkout");
    repo.merge("main");
    const drafted = await desk.draft();
    assert.deepEqual(leavesOut(drafted), ["Merge branch 'main'"]);
    assert.deepEqual(tells(drafted), [`${search}: ready`, `${coupons}: inProgress`, `${safari}: ready`].sort());
  });

  describe("live", () => {
    it("by a branch; done is told once, on its way there or when it has arrived", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "branch", branch: "production" } } });
      repo.commit(search);
      repo.branch("production");
      repo.checkout("main");
      repo.commit(coupons);
      assert.deepEqual(await desk.tell(), [`${search}: live`, `${coupons}: ready`]);
      repo.commit(bkash);
      repo.git("branch", "--force", "production", "main");
      repo.commit(safari);
      assert.deepEqual(await desk.tell(), [`${bkash}: live`, `${safari}: ready`].sort());
    });

    it("by a branch that is not there: nothing is called live, and the writer is told", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "branch", branch: "production" } } });
      repo.commit(search);
      const drafted = await desk.draft();
      assert.deepEqual(tells(drafted), [`${search}: ready`]);
      assert.deepEqual(problems(drafted), ["git.liveBranchMissing"]);
    });

    it("a hotfix on the live branch alone is told once, also when it comes to the main line", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "branch", branch: "production" } } });
      repo.commit(search);
      repo.branch("production");
      repo.commit(safari);
      assert.deepEqual(await desk.tell(), [`${search}: live`, `${safari}: live`].sort());
      repo.checkout("main");
      repo.commit(coupons);
      repo.merge("production");
      assert.deepEqual(await desk.tell(), [`${coupons}: ready`]);
    });

    it("by a tag", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "tag", pattern: "v*" } } });
      repo.commit(search);
      repo.tag("v1", { annotated: true });
      repo.commit(coupons);
      repo.tag("beta-2");
      assert.deepEqual(await desk.tell(), [`${search}: live`, `${coupons}: ready`]);
      repo.commit(bkash);
      repo.tag("v2");
      assert.deepEqual(await desk.tell(), [`${bkash}: live`]);
    });

    it("by hand, up to when the user says so", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo] });
      repo.commit(search, { date: "2026-11-18T10:00:00Z" });
      repo.commit(coupons, { date: "2026-11-19T10:00:00Z" });
      assert.deepEqual(await desk.wouldTell(), [`${search}: ready`, `${coupons}: ready`]);
      await desk.change({ goesLive: { by: "hand", liveUpTo: desk.deps.clock.now() } });
      repo.commit(bkash, { date: "2026-11-20T06:30:00Z" });
      assert.deepEqual(await desk.wouldTell(), [`${search}: live`, `${coupons}: live`, `${bkash}: ready`]);
    });
  });
});
