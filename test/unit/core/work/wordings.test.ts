import assert from "node:assert/strict";
import type { Instant } from "../../../../src/core/time/types";
import type { Commit } from "../../../../src/core/work/commit";
import { summarise, type Period } from "../../../../src/core/work/summarise";
import { decisionsOf } from "../../../../src/core/work/decisions";
import { hidingOf, wordedCommit, wordingKey, wordingsOf, type Wording } from "../../../../src/core/work/wordings";
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
    assert.deepEqual(told([join], [coupons, total]).texts, ["Added coupons. Fixed the total of the cart."]);
    assert.equal(told([join], [{ ...coupons, standing: "inProgress" }, total]).texts.length, 2);
  });

  it("is about one line of several that a squash gives", () => {
    const squash = commit("updates", { body: "* Add coupons\n* Fix the total" });
    assert.deepEqual(told([{ ...base, how: "say", commit: of(squash), part: 1, text: "The total is right" }], [squash]).texts, ["Added coupons.", "The total is right."]);
    assert.deepEqual(told([{ ...base, how: "hide", commit: of(squash), part: 0 }], [squash]).texts, ["Fixed the total."]);
  });

  describe("hides what was hidden, and no more", () => {
    const first = commit("feat: gift cards (SHOP-12)");
    const second = commit("feat: gift card emails (SHOP-12)");
    const hide = (...commits: Commit[]): Wording[] => commits.map((each) => ({ ...base, how: "hide", commit: of(each) }));

    it("of a group some commits, or all", () => {
      assert.deepEqual(told([], [second, first]).texts, ["Added gift cards."]);
      assert.deepEqual(told(hide(first), [second, first]), { texts: ["Added gift card emails."], reasons: ["hidden"] });
      assert.deepEqual(told(hide(second), [second, first]), { texts: ["Added gift cards."], reasons: ["hidden"] });
      assert.deepEqual(told(hide(first, second), [second, first]), { texts: [], reasons: ["hidden", "hidden"] });
    });

    it("with a correction that comes later, which is nothing of its own", () => {
      const fixup = commit("fixup! feat: gift cards (SHOP-12)");
      assert.deepEqual(told(hide(first), [fixup, first]), { texts: [], reasons: ["hidden", "hidden"] });
    });

    it("with the merge that brings it in, but not what else that brings", () => {
      const merge = (parents: Commit[]) => commit("Merge pull request #1 from x/gifts", { body: "Gift cards for everyone", parents: ["0".repeat(40), ...parents.map(({ hash }) => hash)] });
      const work = commit("Add gift cards", { parents: ["0".repeat(40)] });
      assert.deepEqual(told(hide(work), [merge([work]), work]), { texts: [], reasons: ["hidden", "hidden"] });
      const more = commit("Add gift wrapping", { parents: [work.hash] });
      assert.deepEqual(told(hide(work), [merge([more]), more, work]), { texts: ["Gift cards for everyone."], reasons: ["hidden"] });
    });

    it("with the squash that holds all of it", () => {
      const work = commit("Add gift cards", { standing: "inProgress", branch: "gifts" });
      const squash = commit("Gift cards for everyone (#3)", { squashOf: [work.hash] });
      assert.deepEqual(told(hide(work), [squash, work]), { texts: [], reasons: ["hidden", "hidden"] });
    });

    it("and can be put back together: what was left out names its item", () => {
      const { leftOut } = summarise({ commits: [second, first, total], wordings: wordingsOf(hide(first, second), "shop") });
      assert.deepEqual(leftOut.map(({ itemId, text }) => [itemId, text]), [[first.hash, "Added gift cards."], [first.hash, "Added gift cards."]]);
      assert.deepEqual(hidingOf(hide(first, second, total), "shop", [of(first), of(second)]), hide(first, second));
    });

    it("of a squash one line, which can be put back alone", () => {
      const squash = commit("updates", { body: "* Add coupons\n* Fix the total\n* Add search" });
      const lines: Wording[] = [1, 2].map((part) => ({ ...base, how: "hide", commit: of(squash), part }));
      const { items, leftOut } = summarise({ commits: [squash], wordings: wordingsOf(lines, "shop") });
      assert.deepEqual(items.map(({ text }) => text), ["Added coupons."]);
      assert.deepEqual(leftOut.map(({ itemId, text }) => [itemId, text]), [[`${squash.hash}-2`, "Fixed the total."], [`${squash.hash}-3`, "Added search."]]);
      assert.deepEqual(hidingOf(lines, "shop", [of(squash)], 2), [lines[1]]);
    });
  });

  it("says what was said last, whichever commit of the group it was said of", () => {
    const first = commit("feat: gift cards (SHOP-12)");
    const second = commit("feat: gift card emails (SHOP-12)");
    const say = (each: Commit, text: string, day: string): Wording => ({ ...base, at: `2026-11-${day}T10:00:00.000Z` as Instant, how: "say", commit: of(each), text });
    assert.deepEqual(told([say(first, "Later words", "21"), say(second, "Early words", "19")], [second, first]).texts, ["Later words."]);
    assert.deepEqual(told([say(first, "Early words", "19"), say(second, "Later words", "21")], [second, first]).texts, ["Later words."]);
  });

  it("joins two lines of one squash, and of a squash and another commit", () => {
    const squash = commit("updates", { body: "* Add coupons\n* Fix the total\n* Add search" });
    const within: Wording = { ...base, how: "join", commit: of(squash), part: 2, to: of(squash) };
    assert.deepEqual(told([within], [squash]).texts, ["Added coupons. Added search.", "Fixed the total."]);
    const across: Wording = { ...base, how: "join", commit: of(total), to: of(squash), toPart: 1 };
    const { items } = summarise({ commits: [squash, total], wordings: wordingsOf([across], "shop") });
    assert.deepEqual(items.map(({ text, commits }) => [text, commits.length]), [["Added coupons.", 1], ["Added search.", 1], ["Fixed the total. Fixed the total of the cart.", 2]]);
    assert.notEqual(wordingKey(within), wordingKey({ ...within, part: 1 }));
  });

  describe("holds no longer", () => {
    const done = { ...base, how: "say", commit: of(coupons), text: "Coupons are in", standing: "ready" } as const;

    it("once what was in progress is done, or the other way round", () => {
      const going = { ...done, text: "Adding coupons of all kinds", standing: "inProgress" } as const;
      assert.deepEqual(told([going], [{ ...coupons, standing: "inProgress" }]).texts, ["Adding coupons of all kinds."]);
      assert.deepEqual(told([going], [coupons]).texts, ["Added coupons."]);
      assert.deepEqual(told([done], [{ ...coupons, standing: "inProgress" }]).texts, ["Adding coupons."]);
      assert.deepEqual(told([done], [{ ...coupons, standing: "live" }]).texts, ["Coupons are in."]);
    });

    it("of lines that were merged, when one of them is further than the other, or was told", () => {
      const merged: Wording[] = [{ ...base, how: "join", commit: of(total), to: of(coupons) }, { ...done, text: "The total is right. Coupons are in", joined: [{ commit: of(total) }] }];
      assert.deepEqual(told(merged, [coupons, total]).texts, ["The total is right. Coupons are in."]);
      assert.deepEqual(told(merged, [{ ...coupons, standing: "live" }, { ...total, standing: "live" }]).texts, ["The total is right. Coupons are in."]);
      assert.deepEqual(told(merged, [{ ...coupons, standing: "live" }, total]).texts, ["Added coupons.", "Fixed the total of the cart."]);
      assert.deepEqual(told(merged, [coupons]).texts, ["Added coupons."]);
    });

    it("and each line has its own words again, together or apart", () => {
      const search = commit("Add search");
      const both: Wording[] = [{ ...base, how: "join", commit: of(total), to: of(coupons) }, { ...done, text: "Both are in", joined: [{ commit: of(total) }] }];
      const all: Wording[] = [
        ...[total, coupons].map((each): Wording => ({ ...base, how: "join", commit: of(each), to: of(search) })),
        { ...done, at: "2026-11-21T10:00:00.000Z" as Instant, commit: of(search), text: "All are in", joined: [{ commit: of(total) }, { commit: of(coupons) }] },
      ];
      assert.deepEqual(told([...both, ...all], [search, coupons, total]).texts, ["All are in."]);
      assert.deepEqual(told([...both, ...all], [search, coupons]).texts, ["Added search. Added coupons."]);
      assert.deepEqual(told([...both, ...all], [{ ...search, standing: "live" }, coupons, total]).texts, ["Added search.", "Added coupons.", "Fixed the total of the cart."]);
    });

    it("but a line that the rules would leave out is told once it was merged", () => {
      const chore = commit("chore: things");
      assert.deepEqual(told([{ ...base, how: "join", commit: of(chore), to: of(coupons) }, { ...done, joined: [{ commit: of(chore) }] }], [coupons, chore]), { texts: ["Coupons are in."], reasons: [] });
    });
  });

  it("is listed, decision by decision, the newest first", () => {
    const later = "2026-11-21T10:00:00.000Z" as Instant;
    const wordings: Wording[] = [
      { ...base, how: "hide", commit: of(total) },
      { ...base, how: "hide", commit: of(coupons) },
      { ...base, at: later, how: "join", commit: of(total), to: of(coupons) },
      { ...base, at: later, how: "say", commit: of(coupons), text: "The shop is better" },
      { ...base, projectId: "other", how: "hideScope", scope: "core" },
    ];
    const listed = decisionsOf(wordings);
    assert.deepEqual(listed.map(({ how, words, subjects }) => [how, words, subjects.length]), [["merge", "The shop is better", 2], ["hide", "Fix the total of the cart", 2], ["hideScope", "core", 0]]);
    assert.deepEqual(listed.flatMap((decision) => decision.wordings).length, wordings.length);
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
