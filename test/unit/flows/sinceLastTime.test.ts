import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { created } from "../../../src/core/book/changes";
import { putBack } from "../../../src/core/drafting/putBack";
import { createRepo } from "../../support/gitRepo";
import { leavesOut, openDesk, tells, withoutLine } from "./desk";

const coupons = "Add coupons to the checkout";
const bkash = "Let customers pay with bKash";
const safari = "Fix the blank login page on Safari";
const orders = "Show the delivery date of an order";

describe("since last time", () => {
  it("tells each commit once", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    repo.commit(bkash);
    assert.deepEqual(await desk.tell(), [`${coupons}: ready`, `${bkash}: ready`]);
    repo.commit(safari);
    assert.deepEqual(await desk.tell(), [`${safari}: ready`]);
    assert.deepEqual(await desk.tell(), []);
  });

  it("a draft that was not sent tells nothing", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    await desk.draft();
    repo.commit(bkash);
    assert.deepEqual(await desk.wouldTell(), [`${coupons}: ready`, `${bkash}: ready`]);
  });

  it("what was done between drafting and sending comes next", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    const drafted = await desk.draft();
    repo.commit(bkash);
    await desk.send(drafted);
    assert.deepEqual(await desk.wouldTell(), [`${bkash}: ready`]);
  });

  it("marking a draft as sent a second time, as another window might, is the same record", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    const drafted = await desk.draft();
    const first = await desk.send(drafted);
    assert.equal((await desk.send(drafted)).id, first.id);
    assert.equal((await desk.history.all()).length, 1);
    await desk.withdraw(first);
    assert.deepEqual(await desk.wouldTell(), [`${coupons}: ready`]);
    assert.notEqual((await desk.send(drafted)).id, first.id);
  });

  it("keeps the draft and the record as they went out", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    const hash = repo.commit(coupons);
    const drafted = await desk.draft();
    assert.equal(readFileSync(drafted.path, "utf8"), drafted.provenance.rendered);
    const record = await desk.send(drafted, `${drafted.provenance.rendered}\nPS: see you on Monday.\n`);
    assert.deepEqual(record.told.map((told) => [told.hash, told.how]), [[hash, "done"]]);
    assert.match(record.text, /PS: see you on Monday/);
    assert.deepEqual(await desk.history.all(), [record]);
    assert.equal((await desk.drafts.read(drafted.provenance.id))?.provenance.sentAs, record.id);
    assert.equal((await desk.draft()).provenance.since, record.at);
  });

  it("a line deleted by hand never comes back", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    repo.commit(bkash);
    const drafted = await desk.draft();
    const record = await desk.send(drafted, withoutLine(drafted, coupons));
    assert.deepEqual(record.told.map(({ subject, how }) => `${subject}: ${how}`).sort(), [`${coupons}: leftOut`, `${bkash}: done`]);
    repo.commit(safari);
    assert.deepEqual(await desk.tell(), [`${safari}: ready`]);
  });

  it("a line deleted while its work was in progress does not come back when it is done", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    repo.branch("bkash");
    repo.commit(bkash);
    const drafted = await desk.draft();
    assert.deepEqual(tells(drafted), [`${coupons}: ready`, `${bkash}: inProgress`]);
    await desk.send(drafted, withoutLine(drafted, bkash));
    repo.checkout("main");
    repo.git("merge", "--quiet", "--ff-only", "bkash");
    assert.deepEqual(await desk.tell(), []);
  });

  it("noise that was left out stays out, and what was put back is told once", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    const typo = repo.commit("chore: fix typo in README", { files: { "README.md": "words\n" } });
    const drafted = await desk.draft();
    assert.deepEqual(leavesOut(drafted), ["chore: fix typo in README"]);
    const put = putBack(drafted.provenance, drafted.provenance.rendered, drafted.provenance.leftOut.find(({ commit }) => commit.hash === typo)!);
    assert.ok(put.line !== undefined);
    const record = await desk.send(put, put.text);
    assert.deepEqual(record.told.map(({ how }) => how), ["done", "done"]);

    repo.commit("chore: fix typo in README again", { files: { "README.md": "more words\n" } });
    const next = await desk.draft();
    assert.deepEqual([tells(next), leavesOut(next)], [[], ["chore: fix typo in README again"]]);
    await desk.send(next);
    assert.deepEqual(leavesOut(await desk.draft()), []);
  });

  it("a draft written anew keeps its id, and holds the work that came", async () => {
    const repo = createRepo();
    const desk = await openDesk({ repos: [repo] });
    repo.commit(coupons);
    const drafted = await desk.draft();
    repo.commit(bkash);
    const anew = await desk.redraft(drafted.provenance.id);
    assert.equal(anew?.provenance.id, drafted.provenance.id);
    assert.deepEqual(tells(anew), [`${coupons}: ready`, `${bkash}: ready`]);
    assert.deepEqual((await desk.drafts.list()).length, 1);
  });

  describe("a message taken back", () => {
    it("opens its commits again, and its draft", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo] });
      repo.commit(coupons);
      await desk.tell();
      repo.commit(bkash);
      const second = await desk.draft();
      const record = await desk.send(second);
      await desk.withdraw(record);
      assert.equal((await desk.drafts.read(second.provenance.id))?.provenance.sentAs, undefined);
      assert.deepEqual(await desk.wouldTell(), [`${bkash}: ready`]);
    });

    it("opens exactly its own when a later one stands", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo] });
      repo.commit(coupons);
      await desk.tell();
      repo.commit(bkash);
      const second = await desk.send(await desk.draft());
      repo.commit(safari);
      await desk.tell();
      await desk.withdraw(second);
      repo.commit(orders);
      assert.deepEqual(await desk.tell(), [`${bkash}: ready`, `${orders}: ready`]);
      assert.deepEqual(await desk.tell(), []);
    });

    it("of several, and the first of all", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo] });
      repo.commit(coupons);
      const first = await desk.send(await desk.draft());
      repo.commit(bkash);
      await desk.tell();
      repo.commit(safari);
      const third = await desk.send(await desk.draft());
      await desk.withdraw(first);
      await desk.withdraw(third);
      assert.deepEqual(await desk.tell(), [`${coupons}: ready`, `${safari}: ready`].sort());
      assert.deepEqual(await desk.tell(), []);
    });

    it("taking back twice writes one withdrawal, and nothing where there is no such message", async () => {
      const repo = createRepo();
      const desk = await openDesk({ repos: [repo] });
      repo.commit(coupons);
      const record = await desk.send(await desk.draft());
      await desk.withdraw(record);
      await desk.withdraw(record);
      await desk.withdraw({ ...record, id: "nobody" });
      assert.deepEqual((await desk.history.all()).map(({ what }) => what).sort(), ["sent", "withdrawn"]);
    });

    it("opens its notes again", async () => {
      const repo = createRepo();
      repo.commit(coupons);
      const desk = await openDesk({ repos: [repo] });
      const stamp = { now: desk.deps.clock.now(), newId: desk.deps.newId };
      await desk.book.change([created("note", { clientId: desk.client().id, kind: "done", text: "Called the printer", forUpdate: true }, stamp)]);
      const drafted = await desk.draft();
      assert.match(drafted.provenance.rendered, /Called the printer/);
      const record = await desk.send(drafted);
      assert.doesNotMatch((await desk.draft()).provenance.rendered, /Called the printer/);
      await desk.withdraw(record);
      assert.match((await desk.draft()).provenance.rendered, /Called the printer/);
    });
  });
});
