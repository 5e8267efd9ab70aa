import assert from "node:assert/strict";
import type { Commit } from "../../../../../src/core/work/commit";
import { summarise } from "../../../../../src/core/work/summarise";
import { commit } from "../commits";

const texts = (...commits: Commit[]) => summarise({ commits }).items.map(({ text }) => text);
const cart = { files: ["src/cart.tsx"] };

describe("group/alike", () => {
  it("takes two commits that say the same of the same files for one change", () => {
    assert.deepEqual(texts(commit("Tweak the sizing of the address fields some more", cart), commit("Tweak the sizing of the address fields", cart)), [
      "Tweaked the sizing of the address fields.",
    ]);
  });

  it("keeps apart what says the same of other files, or other things of the same", () => {
    assert.equal(texts(commit("Tweak the sizing of the address fields", cart), commit("Tweak the sizing of the address fields", { files: ["src/about.tsx"], authorDate: "x" })).length, 1);
    assert.equal(texts(commit("Add a label to the price field", cart), commit("Add a label to the name field", { files: ["src/name.tsx"] })).length, 2);
    assert.equal(texts(commit("Add a label to the price field", cart), commit("Add a hint about delivery time", cart)).length, 2);
  });

  it("never tells that something was repaired which is new in the same period", () => {
    const feature = commit("Add coupon codes at checkout", { files: ["src/coupons.ts", "src/checkout.tsx"] });
    const fix = commit("Fix rounding of coupon codes", { files: ["src/coupons.ts"] });
    const [item, ...others] = summarise({ commits: [fix, feature] }).items;
    assert.deepEqual([item?.text, item?.commits.length, others.length], ["Added coupon codes at checkout.", 2, 0]);
  });

  it("tells a repair of something else, of another's work, and one that is further along", () => {
    const feature = commit("Add coupon codes at checkout", { files: ["src/coupons.ts", "src/checkout.tsx"] });
    assert.equal(texts(commit("Fix the empty cart at checkout", { files: ["src/cart.ts"] }), feature).length, 2);
    assert.equal(texts(commit("Fix rounding of coupon codes", { files: ["src/coupons.ts"], author: { name: "Omar", email: "omar@example.com" } }), feature).length, 2);
    assert.equal(texts(commit("Fix rounding of coupon codes", { files: ["src/coupons.ts"], standing: "live" }), feature).length, 2);
  });
});
