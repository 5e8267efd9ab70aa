import assert from "node:assert/strict";
import { parseMessage } from "../../../../../src/core/work/parse/message";

const parse = (subject: string, body = "", parents: string[] = ["a"]) => parseMessage({ subject, body, parents });

describe("parse/message", () => {
  it("takes every common prefix off the words", () => {
    for (const [subject, kind, title] of [
      ["feat(checkout)!: add coupons", "feature", "add coupons"],
      ["fix: blank page (#12)", "fix", "blank page"],
      [":bug: fix blank page", "fix", "fix blank page"],
      ["✨ Add coupons", "feature", "Add coupons"],
      ["♻️ Sort the cart", "refactor", "Sort the cart"],
      ["[FIX] blank page", "fix", "blank page"],
      ["[SHOP-12] feat: add coupons", "feature", "add coupons"],
      ["Fixed - blank page", "fix", "blank page"],
      ["SHOP-12 Add coupons", undefined, "Add coupons"],
      ["#12: add coupons", undefined, "add coupons"],
      ["Fixes #12: blank page", "fix", "blank page"],
      ["src/cart: add coupons", undefined, "add coupons"],
    ] as const) {
      const message = parse(subject);
      assert.equal(message.title, title, subject);
      assert.equal(message.kind, kind, subject);
    }
  });

  it("keeps a component that a client can read, and no sentence for one", () => {
    assert.equal(parse("Checkout: add coupons").component, "Checkout");
    assert.equal(parse("utils: add coupons").component, undefined);
    assert.equal(parse("Improve the search: show more").title, "Improve the search: show more");
    assert.equal(parse("লগইন: ফাঁকা পেজ ঠিক করা").component, "লগইন");
  });

  it("does not take UTF-8 for a ticket", () => {
    assert.equal(parse("UTF-8 names in the cart").title, "UTF-8 names in the cart");
    assert.deepEqual(parse("Fix the cart (#12) SHOP-7").tickets, ["#12", "SHOP-7"]);
    assert.deepEqual(parse("Fix the cart (#12)").tickets, ["#12"]);
  });

  it("finds the user's own wording anywhere in the body, over several lines", () => {
    assert.equal(parse("x", "words\n\nClient-Note: Coupons work\n  at checkout\n\nmore words").clientNote, "Coupons work at checkout");
    assert.equal(parse("x", "client-note: skip").clientNote, "skip");
    assert.equal(parse("x", "The Client-Note: of old").clientNote, undefined);
  });

  it("knows fixups, and what a commit says that it completes", () => {
    assert.equal(parse("fixup! squash! Add coupons").fixes, "Add coupons");
    assert.deepEqual(parse("Show the total", "Fixes: 3f2a91c (\"Add cart\")").follows, ["3f2a91c"]);
    assert.deepEqual(parse("Follow-up to 3f2a91c").follows, ["3f2a91c"]);
  });

  it("marks a breaking change by its footer too", () => {
    assert.equal(parse("feat: x", "BREAKING CHANGE: y").breaking, true);
    assert.equal(parse("feat: x").breaking, false);
  });
});
