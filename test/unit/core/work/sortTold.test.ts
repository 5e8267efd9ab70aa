import assert from "node:assert/strict";
import type { SentRecord, ToldCommit } from "../../../../src/core/book/sentRecord";
import type { Instant } from "../../../../src/core/time/types";
import { commitRef, type Commit } from "../../../../src/core/work/commit";
import { sortTold, suspects } from "../../../../src/core/work/sortTold";
import { commit } from "./commits";

const tell = (day: number, ...told: (readonly [Commit, ToldCommit["how"]])[]): SentRecord => ({
  version: 2,
  what: "sent",
  outcome: "handedOver",
  id: `sent-${day}`,
  clientId: "acme",
  kind: "progress",
  language: "en",
  channel: "copy",
  at: `2026-11-${day}T10:00:00.000Z` as Instant,
  text: "",
  told: told.map(([each, how]) => ({ ...commitRef(each), how })),
  readUpTo: {},
  noteIds: [],
});
const rebased = (original: Commit, rest: Partial<Commit> = {}): Commit => ({ ...original, hash: Array.from(original.hash).reverse().join(""), ...rest });
const ids = (...pairs: (readonly [Commit, string])[]) => new Map(pairs.map(([each, id]) => [each.hash, id]));
const none = new Map<string, string>();

describe("sortTold", () => {
  const coupons = commit("Add coupons");

  it("closes what was told as done or left out, by any record", () => {
    const left = commit("Tidy up");
    const fresh = commit("Add wish lists");
    const sorted = sortTold([fresh, left, coupons], [tell(10, [coupons, "done"]), tell(12, [left, "leftOut"])], none);
    assert.deepEqual(sorted.open, [fresh]);
    assert.deepEqual(sorted.closed, [left, coupons]);
    assert.equal(sorted.perhaps.size, 0);
  });

  it("brings back what was told as in progress, rebased or not", () => {
    for (const now of [coupons, rebased(coupons)]) {
      const sorted = sortTold([now], [tell(10, [coupons, "inProgress"])], ids([coupons, "p"], [now, "p"]));
      assert.deepEqual(sorted.open, [now]);
      assert.equal(sorted.perhaps.size, 0);
    }
  });

  it("does not open again what was told as done and then as in progress", () => {
    assert.deepEqual(sortTold([coupons], [tell(10, [coupons, "done"]), tell(12, [coupons, "inProgress"])], none).open, []);
  });

  it("knows a rebased commit whose old self is gone", () => {
    const now = rebased(coupons, { authorDate: coupons.authorDate, commitDate: "2026-11-20T00:00:00Z" });
    assert.deepEqual(sortTold([now], [tell(10, [coupons, "done"])], ids([now, "p"])).open, []);
    assert.deepEqual(sortTold([now], [tell(10, [coupons, "done"])], none).open, []);
  });

  it("knows the author date in another offset, and the author in another case", () => {
    const told = commit("Fix the total", { authorDate: "2026-11-20T17:00:00+06:00" });
    const now = rebased(told, { authorDate: "2026-11-20T11:00:00Z", author: { name: "Rafi", email: "Rafi@Example.com" } });
    assert.deepEqual(sortTold([now], [tell(10, [told, "done"])], none).open, []);
  });

  it("knows a cherry-pick beside the original", () => {
    const now = rebased(coupons);
    assert.deepEqual(sortTold([now, coupons], [tell(10, [coupons, "done"])], ids([now, "p"], [coupons, "p"])).open, []);
  });

  it("tells an amended commit again, marked, because patch-ids differ", () => {
    const now = rebased(coupons);
    const record = tell(10, [coupons, "done"]);
    const sorted = sortTold([now], [record], ids([now, "new"], [coupons, "old"]));
    assert.deepEqual(sorted.open, [now]);
    assert.equal(sorted.perhaps.get(now.hash), record);
  });

  it("knows a commit whose message alone was amended", () => {
    const now = rebased(coupons, { subject: "Add coupon codes" });
    assert.deepEqual(sortTold([now], [tell(10, [coupons, "done"])], ids([now, "p"], [coupons, "p"])).open, []);
  });

  it("marks a reworded commit that cannot be compared", () => {
    const now = rebased(coupons, { subject: "Add coupon codes" });
    const record = tell(10, [coupons, "done"]);
    const sorted = sortTold([now], [record], none);
    assert.deepEqual(sorted.open, [now]);
    assert.equal(sorted.perhaps.get(now.hash), record);
  });

  it("does not mark another commit of the same second", () => {
    const other = rebased(coupons, { subject: "Add wish lists" });
    const sorted = sortTold([other, coupons], [tell(10, [coupons, "done"])], ids([other, "q"], [coupons, "p"]));
    assert.deepEqual(sorted.open, [other]);
    assert.equal(sorted.perhaps.size, 0);
  });

  it("lets a told commit that is gone stand for one commit only", () => {
    const first = rebased(coupons);
    const second = { ...coupons, hash: "d".repeat(40) };
    const record = tell(10, [coupons, "done"]);
    const sorted = sortTold([second, first], [record], ids([first, "p"], [second, "q"]));
    assert.deepEqual(sorted.closed, [first]);
    assert.equal(sorted.perhaps.get(second.hash), record);
    assert.deepEqual(sortTold([second, first], [record], ids([first, "p"], [second, "p"])).open, []);
  });

  describe("a squash", () => {
    const field = commit("Add the code field");
    const discount = commit("Add the discount");
    const squash = commit("Coupon codes (#7)", { body: "* Add the code field\n\n* Add the discount" });

    it("is closed when all that it lists was told", () => {
      assert.deepEqual(sortTold([squash], [tell(10, [field, "done"]), tell(12, [discount, "done"])], none).open, []);
      assert.deepEqual(sortTold([squash], [tell(10, [field, "done"], [discount, "leftOut"])], none).open, []);
    });

    it("is told, marked, when some of it was", () => {
      const record = tell(10, [field, "done"], [discount, "inProgress"]);
      const sorted = sortTold([squash], [record], none);
      assert.deepEqual(sorted.open, [squash]);
      assert.equal(sorted.perhaps.get(squash.hash), record);
    });

    it("is not closed by a word that any commit could have", () => {
      const record = tell(10, [commit("fix"), "done"]);
      assert.equal(sortTold([commit("Updates", { body: "* fix" })], [record], none).open.length, 1);
    });

    it("with a new list is open and unmarked", () => {
      const sorted = sortTold([squash], [tell(10, [coupons, "done"])], none);
      assert.deepEqual([sorted.open.length, sorted.perhaps.size], [1, 0]);
    });
  });
});

describe("suspects", () => {
  it("names both sides of a doubt, and nothing else", () => {
    const coupons = commit("Add coupons");
    const other = commit("Fix the total");
    const now = rebased(coupons);
    const reworded = { ...coupons, hash: "f".repeat(40), subject: "Add coupon codes" };
    const history = [tell(10, [coupons, "done"], [other, "done"]), tell(12, [commit("x"), "inProgress"])];
    assert.deepEqual([...suspects([reworded, now, other, commit("Add wish lists")], history)].sort(), [now.hash, reworded.hash, coupons.hash].sort());
    assert.deepEqual(suspects([coupons, other], history), []);
  });
});
