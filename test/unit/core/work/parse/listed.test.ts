import assert from "node:assert/strict";
import { firstWords, listedSubjects } from "../../../../../src/core/work/parse/listed";

describe("parse/listed", () => {
  it("reads the lists of hosts and of git merge --squash", () => {
    assert.deepEqual(listedSubjects("* Add coupons\n\nwords\n\n* fix: typo\r\n- Co-authored-by: Sara <s@example.com>"), ["Add coupons", "fix: typo"]);
    assert.deepEqual(
      listedSubjects("Squashed commit of the following:\n\ncommit 3f2a91c0aa\nAuthor: R <r@e>\nDate:   Mon\n\n    Add coupons\n\n    * detail\n\ncommit 8b01d77aaa\nAuthor: R <r@e>\n\n    Fix the total\n"),
      ["Add coupons", "Fix the total"],
    );
    assert.deepEqual(listedSubjects("no list"), []);
  });

  it("finds the first prose of a body", () => {
    assert.equal(firstWords("\n# Heading\nSigned-off-by: R\nCoupons at checkout\nmore"), "Coupons at checkout");
    assert.equal(firstWords("Closes #12"), undefined);
    assert.equal(firstWords(""), undefined);
  });
});
