import assert from "node:assert/strict";
import type { Commit } from "../../../../src/core/work/commit";
import { summarise } from "../../../../src/core/work/summarise";
import type { WorkSummary } from "../../../../src/core/work/summary";
import type { Instant } from "../../../../src/core/time/types";
import { commit } from "./commits";

const texts = (summary: WorkSummary) => summary.items.map(({ text }) => text);
const reasons = (summary: WorkSummary) => summary.leftOut.map(({ commit: { subject }, reason }) => `${subject}: ${reason.id.replace("work.leftOut.", "")}`);
const of = (...commits: Commit[]) => summarise({ commits });

describe("summarise", () => {
  it("has nothing to say of nothing", () => {
    assert.deepEqual(of(), { items: [], leftOut: [] });
  });

  it("gives an item its commits, newest first, and the oldest one's name", () => {
    const target = commit("Add coupons");
    const fixup = commit("fixup! Add coupons");
    const { items } = of(fixup, target);
    assert.equal(items.length, 1);
    assert.equal(items[0]!.id, target.hash);
    assert.deepEqual(items[0]!.commits.map(({ hash }) => hash), [fixup.hash, target.hash]);
    assert.deepEqual(items[0]!.commits[1], {
      scopeId: "shop", hash: target.hash, subject: "Add coupons", authorEmail: "rafi@example.com", authorDate: target.authorDate,
    });
  });

  it("says how a commit would read, were it put back", () => {
    const { leftOut } = of(commit("chore: update the price list"), commit(""));
    assert.equal(leftOut[0]!.text, "Updated the price list.");
    assert.equal(leftOut[1]!.text, "…");
  });

  describe("reverts", () => {
    const coupons = () => commit("Add coupons");
    const revertOf = (target: Commit, rest: Partial<Commit> = {}) =>
      commit(`Revert "${target.subject}"`, { body: `This reverts commit ${target.hash}.`, ...rest });

    it("cancel with what they take back", () => {
      const target = coupons();
      const summary = of(revertOf(target), target, commit("Fix the total"));
      assert.deepEqual(texts(summary), ["Fixed the total."]);
      assert.deepEqual(reasons(summary), ['Revert "Add coupons": revert', "Add coupons: reverted"]);
    });

    it("find a target that a rebase has given another hash", () => {
      const target = coupons();
      assert.deepEqual(texts(of(commit('Revert "Add coupons"', { body: "This reverts commit 1234567890." }), target)), []);
    });

    it("of reverts bring the work back", () => {
      const target = coupons();
      const revert = revertOf(target);
      const reapply = commit('Reapply "Add coupons"', { body: `This reverts commit ${revert.hash}.` });
      assert.deepEqual(texts(of(reapply, revert, target)), ["Added coupons."]);
      assert.deepEqual(texts(of(revertOf(reapply), reapply, revert, target)), []);
    });

    it("of something outside the period are told", () => {
      assert.deepEqual(texts(of(revertOf(coupons()))), ["Took back an earlier change: added coupons."]);
    });

    it("of something perhaps told are told too, and the thing itself is not", () => {
      const target = coupons();
      const summary = summarise({ commits: [revertOf(target), target], perhaps: new Map([[target.hash, "2026-11-12T10:00:00.000Z" as Instant]]) });
      assert.deepEqual(texts(summary), ["Took back an earlier change: added coupons."]);
    });

    it("that are not out yet do not cancel what is live", () => {
      const target = commit("Add coupons", { standing: "live" });
      const { items } = of(revertOf(target), target);
      assert.deepEqual(items.map(({ text, standing }) => [text, standing]), [
        ["Added coupons.", "live"],
        ["Took back an earlier change: added coupons.", "ready"],
      ]);
    });

    it("of a merge take all of its branch with them", () => {
      const base = commit("Fix the total");
      const one = commit("Add the code field", { parents: [base.hash] });
      const two = commit("Add the discount", { parents: [one.hash] });
      const merge = commit("Merge pull request #7 from rafi/coupons", { body: "Coupon codes", parents: [base.hash, two.hash], files: [] });
      const revert = revertOf(merge, { parents: [merge.hash] });
      assert.deepEqual(texts(of(revert, merge, two, one, base)), ["Fixed the total."]);
    });
  });

  describe("merges", () => {
    it("with a title speak for their branch", () => {
      const base = commit("Fix the total");
      const one = commit("code field", { parents: [base.hash] });
      const main = commit("Fix the login", { parents: [base.hash] });
      const back = commit("Merge branch 'main' into coupons", { parents: [one.hash, main.hash], files: [] });
      const two = commit("wip", { parents: [back.hash] });
      const merge = commit("Merge pull request #7 from rafi/coupons", { body: "Add coupon codes at checkout", parents: [main.hash, two.hash], files: [] });
      const { items, leftOut } = of(merge, two, back, main, one, base);
      assert.deepEqual(items.map(({ text }) => text), ["Added coupon codes at checkout.", "Fixed the login.", "Fixed the total."]);
      assert.deepEqual(items[0]!.commits.map(({ hash }) => hash), [merge, two, back, one].map(({ hash }) => hash));
      assert.deepEqual(leftOut, []);
    });

    it("without words are left out, and their branch told by itself", () => {
      const base = commit("Fix the total");
      const one = commit("Add coupons", { parents: [base.hash] });
      const merge = commit("Merge branch 'coupons'", { parents: [base.hash, one.hash], files: [] });
      const summary = of(merge, one, base);
      assert.deepEqual(texts(summary), ["Added coupons.", "Fixed the total."]);
      assert.deepEqual(reasons(summary), ["Merge branch 'coupons': merge"]);
    });

    it("of a release leave the word to the merges inside", () => {
      const base = commit("Fix the total");
      const one = commit("a", { parents: [base.hash] });
      const first = commit("Merge pull request #1 from rafi/a", { body: "Add coupons", parents: [base.hash, one.hash], files: [] });
      const two = commit("b", { parents: [first.hash] });
      const second = commit("Merge pull request #2 from rafi/b", { body: "Add wish lists", parents: [first.hash, two.hash], files: [] });
      const release = commit("Merge pull request #3 from rafi/develop", { body: "Everything of November", parents: [base.hash, second.hash], files: [] });
      assert.deepEqual(texts(of(release, second, two, first, one, base)), ["Added wish lists.", "Added coupons.", "Fixed the total."]);
    });

    it("of housekeeping are housekeeping", () => {
      const one = commit("Run more", { files: ["test/cart.test.ts"] });
      const merge = commit("Merge pull request #7 from rafi/tests", { body: "More confidence", parents: ["gone", one.hash], files: [] });
      assert.deepEqual(reasons(of(merge, one)), [`${merge.subject}: tests`, "Run more: tests"]);
    });
  });

  describe("corrections", () => {
    it("of the same period are part of the thing", () => {
      const target = commit("Add coupons");
      const byHash = commit("Round the discount", { body: `Fixes: ${target.hash.slice(0, 9)}` });
      const review = commit("Address review comments");
      assert.deepEqual(texts(of(review, byHash, target)), ["Added coupons."]);
      assert.equal(of(review, byHash, target).items[0]!.commits.length, 3);
    });

    it("of something older are left out", () => {
      assert.deepEqual(reasons(of(commit("fixup! Add coupons"))), ["fixup! Add coupons: followUp"]);
    });

    it("that are not out yet leave what is out alone", () => {
      const summary = of(commit("fixup! Add coupons", { standing: "inProgress" }), commit("Add coupons", { standing: "live" }));
      assert.deepEqual(summary.items.map(({ standing }) => standing), ["live"]);
      assert.equal(summary.leftOut.length, 1);
    });
  });

  describe("twins", () => {
    it("count once, as far as the furthest of them", () => {
      const main = commit("Add coupons", { standing: "live" });
      const branch = { ...main, hash: "b".repeat(40), standing: "inProgress" as const, branch: "coupons" };
      const { items } = of(branch, main);
      assert.deepEqual(items.map(({ text, standing, commits }) => [text, standing, commits.length]), [["Added coupons.", "live", 2]]);
    });

    it("are not two commits that a script made in one second", () => {
      const one = commit("Update prices", { files: ["src/a.html"] });
      const two = { ...one, hash: "c".repeat(40), files: ["src/b.html"] };
      // The same words are still said once.
      assert.deepEqual(texts(of(two, one)), ["Updated prices."]);
      assert.equal(of(two, one).items[0]!.commits.length, 2);
    });

    it("are also the commits that a squash lists", () => {
      const one = commit("Add the code field", { standing: "inProgress" });
      const two = commit("Add the discount", { standing: "inProgress" });
      const squash = commit("Coupon codes (#7)", { body: "* Add the code field\n\n* Add the discount" });
      const { items } = of(squash, two, one);
      assert.deepEqual(items.map(({ text, standing, commits }) => [text, standing, commits.length]), [["Coupon codes.", "ready", 3]]);
    });
  });

  it("gives a squash without words of its own a line for each thing in it", () => {
    const squash = commit("Updates", { body: "* Add coupons\n* fix lint\n* Fix the total" });
    const { items } = of(squash);
    assert.deepEqual(items.map(({ id, text }) => [id, text]), [[squash.hash, "Added coupons."], [`${squash.hash}-2`, "Fixed the total."]]);
  });

  it("looks for words in the body where the subject has none", () => {
    assert.deepEqual(texts(of(commit("fixes", { body: "Prices are rounded to whole taka" }))), ["Prices are rounded to whole taka."]);
  });

  it("makes one item of commits that name one ticket, in the words of the first", () => {
    const summary = of(commit("SHOP-7: show the discount"), commit("Fix the total"), commit("SHOP-7: add coupons"));
    assert.deepEqual(texts(summary), ["Added coupons.", "Fixed the total."]);
  });

  it("uses the user's own wording for the whole group", () => {
    const target = commit("Add coupons");
    const fixup = commit("fixup! Add coupons", { body: "Client-Note: Your customers can use coupons" });
    assert.deepEqual(texts(of(fixup, target)), ["Your customers can use coupons."]);
    assert.deepEqual(texts(of(commit("x", { body: "Client-Note: Your customers can use coupons" }))), ["Your customers can use coupons."]);
  });

  it("marks what was perhaps told", () => {
    const one = commit("Add coupons");
    const at = "2026-11-12T10:00:00.000Z" as Instant;
    const { items } = summarise({ commits: [one, commit("Fix the total")], perhaps: new Map([[one.hash, at]]) });
    assert.deepEqual(items.map(({ perhapsToldAt }) => perhapsToldAt), [at, undefined]);
  });

  it("never calls an item further than its least advanced part", () => {
    const base = commit("Fix the total", { standing: "live" });
    const one = commit("Add the field", { parents: [base.hash], standing: "live" });
    const merge = commit("Merge pull request #7 from rafi/coupons", { body: "Add coupons", parents: [base.hash, one.hash], files: [], standing: "ready" });
    assert.equal(of(merge, one, base).items.find(({ text }) => text === "Added coupons.")!.standing, "ready");
  });

  it("tells words in every language", () => {
    const { items } = of(commit("কুপন কোড যোগ করা হলো"), commit("修复登录"), commit("Corrige o total"), commit("إصلاح السلة"));
    assert.deepEqual(items.map(({ text }) => text).sort(), ["Corrige o total.", "إصلاح السلة.", "কুপন কোড যোগ করা হলো।", "修复登录。"].sort());
  });
});
