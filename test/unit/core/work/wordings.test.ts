import assert from "node:assert/strict";
import type { Instant } from "../../../../src/core/time/types";
import type { Commit } from "../../../../src/core/work/commit";
import { summarise, type Period } from "../../../../src/core/work/summarise";
import { wordedCommit, wordingKey, wordingsOf, type Wording } from "../../../../src/core/work/wordings";
import { commitRef } from "../../../../src/core/work/commit";
import { commit } from "./commits";

const at = "2026-11-20T10:00:00.000Z" as Instant;
const base = { projectId: "shop", at } as const;
const of = (each: Commit) => wordedCommit(commitRef(each));
const told = (wordings: readonly Wording[], commits: readonly Commit[], more: Partial<Period> = {}) => {
  const { items, leftOut } = summarise({ commits, wordings: wordingsOf(wordings, "shop"), ...more });
  return { texts: items.map(({ text }) => text), reasons: leftOut.map(({ reason }) => reason.id.replace("work.leftOut.", "")) };
};

describe("what the user decided about earlier drafts", () => {
  const coupons = commit("feat(checkout): add coupons");
  const total = commit("Fix the total of the cart");

  it("is said again after a rebase", () => {
    const rebased = { ...total, hash: "f".repeat(40), commitDate: "2026-11-21T00:00:00+00:00" };
    assert.deepEqual(told([{ ...base, how: "say", commit: of(total), text: "the cart adds up" }], [rebased]).texts, ["The cart adds up."]);
  });

  it("hides a commit, a scope, and nothing of another project", () => {
    assert.deepEqual(told([{ ...base, how: "hide", commit: of(total) }], [coupons, total]), { texts: ["Added coupons."], reasons: ["hidden"] });
    assert.deepEqual(told([{ ...base, how: "hideScope", scope: "Checkout" }], [coupons, total]), { texts: ["Fixed the total of the cart."], reasons: ["hiddenScope"] });
    assert.equal(told([{ ...base, projectId: "other", how: "hide", commit: of(total) }], [total]).texts.length, 1);
  });

  it("tells what the rules would leave out, when it was given words", () => {
    const chore = commit("chore: things");
    assert.deepEqual(told([{ ...base, how: "say", commit: of(chore), text: "The shop is quicker" }], [chore]).texts, ["The shop is quicker."]);
  });

  it("joins two commits, unless one is further along", () => {
    const join: Wording = { ...base, how: "join", commit: of(total), to: of(coupons) };
    assert.deepEqual(told([join], [coupons, total]).texts, ["Added coupons."]);
    assert.equal(told([join], [{ ...coupons, standing: "inProgress" }, total]).texts.length, 2);
  });

  it("is about one line of several that a squash gives", () => {
    const squash = commit("updates", { body: "* Add coupons\n* Fix the total" });
    assert.deepEqual(told([{ ...base, how: "say", commit: of(squash), part: 1, text: "The total is right" }], [squash]).texts, ["Added coupons.", "The total is right."]);
    assert.deepEqual(told([{ ...base, how: "hide", commit: of(squash), part: 0 }], [squash]).texts, ["Fixed the total."]);
  });

  it("replaces an earlier decision about the same line", () => {
    assert.equal(wordingKey({ ...base, how: "hide", commit: of(total) }), wordingKey({ ...base, how: "say", commit: of(total), text: "x" }));
    assert.notEqual(wordingKey({ ...base, how: "hide", commit: of(total) }), wordingKey({ ...base, how: "hide", commit: of(coupons) }));
  });
});

describe("the client's own words", () => {
  const glossary = [{ term: "CartService", words: "bKash basket" }, { term: "checkout", words: "payment page" }];

  it("stand for names from the code, to the letter", () => {
    assert.deepEqual(told([], [commit("Add gifts to CartService")], { glossary }).texts, ["Added gifts to bKash basket."]);
    assert.deepEqual(told([], [commit("feat: show the cartservice total")], { glossary }).texts, ["Now shows the bKash basket total."]);
    assert.deepEqual(told([], [commit("CartServices stay")], { glossary }).texts, ["Cart Services stay."]);
  });

  it("name the part that a scope means", () => {
    assert.deepEqual(told([], [commit("feat(checkout): add coupons")], { glossary }).texts, ["Payment page: added coupons."]);
    assert.deepEqual(told([], [commit("feat(checkout): add coupons to checkout")], { glossary }).texts, ["Added coupons to payment page."]);
  });
});

describe("milestones", () => {
  const milestones = [
    { id: "m1", title: "Checkout" },
    { id: "m2", title: "Anything", commits: { words: ["gift card"], branches: ["gifts"], paths: ["src/gifts"] } },
  ];
  const idOf = (each: Commit) => summarise({ commits: [each], milestones }).items[0]?.milestoneId;

  it("have the commits that they name, else those that name them", () => {
    assert.equal(idOf(commit("Add coupons at checkout")), "m1");
    assert.equal(idOf(commit("Add gift cards")), "m2");
    assert.equal(idOf(commit("Add wrapping", { files: ["src/gifts/paper.ts"] })), "m2");
    assert.equal(idOf(commit("Add wrapping", { branch: "gifts", standing: "inProgress" })), "m2");
    assert.equal(idOf(commit("Add search")), undefined);
  });

  it("come in their order, and what belongs to none last", () => {
    const { items } = summarise({ commits: [commit("Add search"), commit("Add gift cards"), commit("Fix the checkout button")], milestones });
    assert.deepEqual(items.map(({ text }) => text), ["Fixed the checkout button.", "Added gift cards.", "Added search."]);
  });
});
