import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createRepo, type TestRepo } from "../../support/gitRepo";
import { leavesOut, openDesk, tells } from "./desk";

const coupons = "Add coupons to the checkout";
const bkash = "Let customers pay with bKash";
const safari = "Fix the blank login page on Safari";
const orders = "Show the delivery date of an order";
const search = "Add a search to the shop";

/** Makes objects that nothing reaches vanish, as a fresh clone after a force-push would lack them. */
function forget(repo: TestRepo): void {
  repo.git("reflog", "expire", "--expire=now", "--all");
  repo.git("gc", "--quiet", "--prune=now");
}

describe("since last time, when history was rewritten", () => {
  it("a rebase of told commits tells them no second time", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    const base = repo.commit(search);
    repo.commit(coupons);
    repo.commit(bkash);
    await desk.tell();
    repo.branch("upstream", base);
    repo.commit(safari);
    repo.checkout("main");
    repo.rebase("upstream");
    assert.deepEqual(await desk.tell(), [`${safari}: ready`]);
    assert.deepEqual(await desk.tell(), []);
  });

  it("a note for the client is said in its words before and after a rebase, and what a note skips stays out", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    const base = repo.commit(search);
    await desk.tell();
    repo.commit(`${coupons}\n\nClient-Note: Your customers can use coupons`);
    repo.commit(`${bkash}\n\nClient-Note: skip`);
    const texts = ({ provenance }: Awaited<ReturnType<typeof desk.draft>>): readonly string[] => provenance.items.map(({ text }) => text);
    assert.deepEqual(texts(await desk.draft()), ["Your customers can use coupons."]);
    repo.branch("upstream", base);
    repo.commit("chore: tidy up");
    repo.checkout("main");
    repo.rebase("upstream");
    forget(repo);
    const rebased = await desk.draft();
    assert.deepEqual(texts(rebased), ["Your customers can use coupons."]);
    assert.ok(leavesOut(rebased).includes(bkash));
    await desk.send(rebased);
    assert.deepEqual(await desk.tell(), []);
  });

  it("a rebase whose originals are gone", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    const base = repo.commit(search);
    const told = repo.commit(coupons);
    await desk.tell();
    repo.branch("upstream", base);
    repo.commit(safari);
    repo.checkout("main");
    repo.rebase("upstream");
    forget(repo);
    assert.throws(() => repo.git("cat-file", "-e", told));
    repo.commit(orders);
    assert.deepEqual(await desk.tell(), [`${safari}: ready`, `${orders}: ready`].sort());
    assert.deepEqual(await desk.tell(), []);
  });

  it("an amended message is no new work", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.commit(coupons);
    await desk.tell();
    repo.amend("Add coupon codes to the checkout page");
    assert.deepEqual(await desk.tell(), []);
  });

  it("an amended message whose original is gone is told, marked", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.commit(coupons);
    await desk.tell();
    const record = (await desk.history.all())[0]!;
    repo.amend("Add coupon codes to the checkout page");
    forget(repo);
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), ["Add coupon codes to the checkout page: ready (perhaps)"]);
    assert.equal(drafted.provenance.items[0]!.perhapsToldAt, record.at);
    await desk.send(drafted);
    assert.deepEqual(await desk.tell(), []);
  });

  it("amended content is told, marked", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.commit(coupons, { files: { "cart.js": "total()\n" } });
    await desk.tell();
    writeFileSync(path.join(repo.path, "cart.js"), "total(coupons)\n");
    repo.git("add", "cart.js");
    repo.amend(coupons);
    assert.deepEqual(await desk.tell(), [`${coupons}: ready (perhaps)`]);
    assert.deepEqual(await desk.tell(), []);
  });

  it("a commit that was cherry-picked to another branch was told", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.branch("release");
    repo.checkout("main");
    repo.commit(bkash);
    const told = repo.commit(coupons);
    await desk.tell();
    repo.checkout("release");
    repo.cherryPick(told);
    repo.commit(safari);
    assert.deepEqual(await desk.tell(), [`${safari}: inProgress`]);
  });

  it("a commit that was told in progress and cherry-picked to the main line is done, once", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.branch("idea");
    const idea = repo.commit(coupons);
    assert.deepEqual(await desk.tell(), [`${search}: ready`, `${coupons}: inProgress`].sort());
    repo.checkout("main");
    repo.commit(safari);
    repo.cherryPick(idea);
    assert.ok((await desk.tell()).includes(`${coupons}: ready`));
    assert.deepEqual(await desk.tell(), []);
  });

  describe("a squash", () => {
    /** main, and a branch with two commits. */
    function shop() {
      const repo = createRepo();
      repo.commit(search);
      repo.branch("checkout");
      repo.commit(coupons);
      repo.commit(bkash);
      return repo;
    }
    const listed = `Checkout (#12)\n\n* ${coupons}\n\n* ${bkash}\n`;

    it("of a branch that was told in progress is done, once, although the branch lives on", async () => {
      const repo = shop();
      const desk = await openDesk({ repos: [repo] });
      assert.deepEqual(await desk.tell(), [`${search}: ready`, `${coupons}: inProgress`, `${bkash}: inProgress`]);
      repo.checkout("main");
      repo.merge("checkout", { squash: true, message: listed });
      const done = await desk.tell();
      assert.ok(done.includes("Checkout (#12): ready"), done.join("\n"));
      assert.ok(!done.some((line) => line.endsWith("inProgress")), done.join("\n"));
      assert.deepEqual(await desk.tell(), []);
    });

    it("that lists nothing is known by what the branch changed as a whole", async () => {
      const repo = shop();
      const desk = await openDesk({ repos: [repo] });
      await desk.tell();
      repo.checkout("main");
      repo.commit(safari);
      repo.merge("checkout", { squash: true, message: "Make the checkout easier" });
      const done = await desk.tell();
      assert.ok(done.includes("Make the checkout easier: ready"), done.join("\n"));
      assert.ok(!done.some((line) => line.endsWith("inProgress")), done.join("\n"));
      assert.deepEqual(await desk.tell(), []);
    });

    it("of commits that were all told as done is no new work", async () => {
      const repo = shop();
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "branch", branch: "checkout" } } });
      assert.deepEqual(await desk.tell(), [`${search}: live`, `${coupons}: live`, `${bkash}: live`]);
      repo.checkout("main");
      repo.merge("checkout", { squash: true, message: listed });
      assert.deepEqual(await desk.tell(), []);
    });

    it("of commits told as done is known on another line, although it lists nothing", async () => {
      const repo = shop();
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "branch", branch: "checkout" } } });
      await desk.tell();
      repo.checkout("main");
      repo.commit(safari);
      repo.merge("checkout", { squash: true, message: "Make the checkout easier" });
      assert.deepEqual(await desk.tell(), [`${safari}: ready`]);
      assert.deepEqual(await desk.tell(), []);
    });

    it("that is a release of what was told as ready", async () => {
      const repo = createRepo();
      repo.commit(search);
      repo.branch("production");
      repo.checkout("main");
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "branch", branch: "production" } } });
      repo.commit(coupons);
      repo.commit(bkash);
      assert.deepEqual(await desk.tell(), [`${search}: live`, `${coupons}: ready`, `${bkash}: ready`]);
      repo.checkout("production");
      repo.merge("main", { squash: true, message: "What we made in November" });
      repo.checkout("main");
      repo.commit(orders);
      repo.commit(safari);
      repo.checkout("production");
      repo.git("cherry-pick", "--no-commit", "main~1", "main");
      repo.git("commit", "--quiet", "-m", "Orders and login, for everyone");
      const told = await desk.tell();
      assert.deepEqual(told, [`${orders}: live`, "Orders and login, for everyone: live", `${safari}: live`].sort());
      assert.deepEqual(await desk.tell(), []);
    });

    it("of a branch that was left out by hand stays out, although it lists nothing", async () => {
      const repo = shop();
      const desk = await openDesk({ repos: [repo] });
      const drafted = await desk.draft();
      await desk.send(drafted, drafted.provenance.rendered.split("\n").filter((line) => !/coupon|bKash/i.test(line)).join("\n"));
      repo.checkout("main");
      repo.merge("checkout", { squash: true, message: "Make the checkout easier" });
      assert.deepEqual(await desk.tell(), []);
    });

    it("of a branch of one commit, as hosts write it", async () => {
      const repo = createRepo();
      repo.commit(search);
      repo.branch("checkout");
      repo.commit(coupons);
      const desk = await openDesk({ repos: [repo] });
      await desk.tell();
      repo.checkout("main");
      repo.commit(safari);
      repo.merge("checkout", { squash: true, message: `${coupons} (#12)` });
      assert.deepEqual(await desk.tell(), [`${coupons} (#12): ready`, `${coupons}: ready`, `${safari}: ready`].sort());
      assert.deepEqual(await desk.tell(), []);
    });

    it("of a branch into which the main line was merged", async () => {
      const repo = shop();
      const desk = await openDesk({ repos: [repo] });
      await desk.tell();
      repo.checkout("main");
      repo.commit(safari);
      repo.checkout("checkout");
      repo.merge("main");
      repo.commit(orders);
      repo.checkout("main");
      repo.merge("checkout", { squash: true, message: "Make the checkout easier" });
      const done = await desk.tell();
      assert.ok(!done.some((line) => line.endsWith("inProgress")), done.join("\n"));
      assert.deepEqual(await desk.tell(), []);
    });

    it("of a branch that went on afterwards, and was squashed once more", async () => {
      const repo = shop();
      const desk = await openDesk({ repos: [repo] });
      await desk.tell();
      repo.checkout("main");
      repo.merge("checkout", { squash: true, message: "Make the checkout easier" });
      repo.checkout("checkout");
      repo.commit(orders);
      repo.commit(safari);
      const first = await desk.tell();
      assert.deepEqual(first.filter((line) => !line.startsWith(coupons) && !line.startsWith(bkash)), [`${safari}: inProgress`, `${orders}: inProgress`, "Make the checkout easier: ready"].sort());
      assert.ok(!first.some((line) => /coupon|bKash/i.test(line) && line.endsWith("inProgress")), first.join("\n"));
      assert.deepEqual(await desk.tell(), [`${safari}: inProgress`, `${orders}: inProgress`].sort());
      repo.checkout("main");
      repo.merge("checkout", { squash: true, message: "Look after orders" });
      const second = await desk.tell();
      assert.ok(second.includes("Look after orders: ready"), second.join("\n"));
      assert.ok(!second.some((line) => line.endsWith("inProgress")), second.join("\n"));
      assert.deepEqual(await desk.tell(), []);
    });

    it("another commit that touches the same paths is no squash", async () => {
      const repo = createRepo();
      repo.commit(search);
      repo.branch("checkout");
      repo.commit(coupons, { files: { "cart.js": "coupons()\n" } });
      const desk = await openDesk({ repos: [repo] });
      await desk.tell();
      repo.checkout("main");
      repo.commit(bkash, { files: { "cart.js": "bkash()\n" } });
      assert.deepEqual(await desk.tell(), [`${coupons}: inProgress`, `${bkash}: ready`]);
      assert.deepEqual(await desk.tell(), [`${coupons}: inProgress`]);
    });

    it("of a branch that was half told is told, marked", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo], project: { goesLive: { by: "branch", branch: "checkout" } } });
      repo.commit(search);
      repo.branch("checkout");
      repo.commit(coupons);
      await desk.tell();
      repo.branch("more");
      repo.commit(bkash);
      repo.checkout("main");
      repo.merge("more", { squash: true, message: listed });
      repo.git("branch", "--quiet", "-D", "more");
      assert.deepEqual(await desk.tell(), ["Checkout (#12): ready (perhaps)"]);
      assert.deepEqual(await desk.tell(), []);
    });
  });

  it("a told tip that was force-pushed away, and its object gone", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.commit(coupons);
    const tip = repo.commit(bkash);
    await desk.tell();
    repo.git("reset", "--quiet", "--hard", "HEAD~2");
    repo.commit(safari);
    forget(repo);
    assert.throws(() => repo.git("cat-file", "-e", tip));
    assert.deepEqual(await desk.tell(), [`${safari}: ready`]);
    assert.deepEqual(await desk.tell(), []);
  });

  it("history that was written anew from its root", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    repo.commit(coupons);
    repo.commit(bkash);
    await desk.tell();
    const before = repo.hash();
    repo.git("rebase", "--quiet", "--root", "--force-rebase");
    assert.notEqual(repo.hash(), before);
    repo.commit(safari);
    assert.deepEqual(await desk.tell(), [`${safari}: ready`]);
  });

  it("what was told and is taken back is told as taken back", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    const told = repo.commit(coupons);
    await desk.tell();
    repo.git("revert", "--no-edit", told);
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`Revert "${coupons}": ready`]);
    assert.match(drafted.provenance.rendered, /coupons to the checkout/i);
    assert.match(drafted.provenance.rendered, /took back|taken back|undid|reverted|removed/i);
    await desk.send(drafted);
    assert.deepEqual(await desk.tell(), []);
  });

  it("what nobody was told of and is taken back is left out with its revert", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(search);
    await desk.tell();
    const bad = repo.commit(coupons);
    repo.git("revert", "--no-edit", bad);
    assert.deepEqual(await desk.tell(), []);
  });
});
