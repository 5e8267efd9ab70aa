import assert from "node:assert/strict";
import { mergeMessage } from "../../../../../src/core/work/parse/merge";

const read = (subject: string, body = "", parents: string[] = ["a", "b"]) => mergeMessage({ subject, body, parents });

describe("parse/merge", () => {
  it("finds the title of a pull request where each host puts it", () => {
    assert.equal(read("Merge pull request #12 from rafi/coupons", "Coupon codes at checkout\n\nmore")?.title, "Coupon codes at checkout");
    assert.equal(read("Merged in coupons (pull request #12)", "Coupon codes at checkout\n\nApproved-by: Sara")?.title, "Coupon codes at checkout");
    assert.equal(read("Merge branch 'coupons' into 'main'", "Coupon codes at checkout\n\nSee merge request acme/shop!12")?.title, "Coupon codes at checkout");
    assert.equal(read("Merged PR 12: Coupon codes at checkout")?.title, "Coupon codes at checkout");
    assert.equal(read("Merge pull request #12 from rafi/coupons", "Feature/coupon codes")?.title, "coupon codes");
  });

  it("takes the words that a person gave a merge for its title", () => {
    assert.equal(read("Coupon codes at checkout")?.title, "Coupon codes at checkout");
  });

  it("finds no title in what git writes by itself", () => {
    for (const subject of ["Merge branch 'main' into coupons", "Merge remote-tracking branch 'origin/main'", "Merge tag 'v1.2'", "merge", "Merge main"]) {
      assert.deepEqual(read(subject, "Conflicts:\n\tcart.ts"), {}, subject);
    }
    assert.deepEqual(read("Merge pull request #12 from rafi/coupons"), {});
  });

  it("leaves other commits alone", () => {
    assert.equal(read("Merge the two carts of a customer", "", ["a"]), undefined);
    assert.equal(read("Add coupons", "", ["a"]), undefined);
  });
});
