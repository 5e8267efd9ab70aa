import assert from "node:assert/strict";
import { revertMessage } from "../../../../../src/core/work/parse/revert";

describe("parse/revert", () => {
  it("reads what git writes", () => {
    assert.deepEqual(revertMessage('Revert "Add coupons"', "This reverts commit 3f2a91c0."), { hashes: ["3f2a91c0"], subject: "Add coupons" });
    assert.deepEqual(revertMessage('Revert "Add coupons" (#12)', ""), { hashes: [], subject: "Add coupons" });
    assert.deepEqual(revertMessage('Reapply "Add coupons"', "This reverts commit 3f2a91c0."), { hashes: ["3f2a91c0"], subject: 'Revert "Add coupons"' });
    assert.deepEqual(revertMessage("revert: feat: add coupons", ""), { hashes: [], subject: "feat: add coupons" });
  });

  it("does not take every mention for a revert", () => {
    assert.equal(revertMessage("Revert buttons to blue", ""), undefined);
    assert.equal(revertMessage("Add coupons", "This reverts commit 3f2a91c0."), undefined);
  });
});
