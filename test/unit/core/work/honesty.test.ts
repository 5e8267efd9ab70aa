import assert from "node:assert/strict";
import type { SentRecord, ToldCommit } from "../../../../src/core/book/sentRecord";
import type { Instant } from "../../../../src/core/time/types";
import { commitRef, type Commit } from "../../../../src/core/work/commit";
import { heardOf } from "../../../../src/core/work/heard";
import { sortTold } from "../../../../src/core/work/sortTold";
import { summarise } from "../../../../src/core/work/summarise";
import { draftOf, lineWith } from "../drafting/draftOf";
import { commit } from "./commits";

const record = (how: ToldCommit["how"], ...commits: Commit[]): SentRecord => ({
  version: 2, what: "sent", outcome: "handedOver", id: "r", clientId: "acme", kind: "progress", language: "en", channel: "copy", at: "2026-11-12T10:00:00.000Z" as Instant, text: "",
  told: commits.map((each) => ({ ...commitRef(each), how })), readUpTo: {}, noteIds: [],
});
/** As the flow does it: what was told is sorted out, the rest summed up. */
const after = (history: readonly SentRecord[], ...commits: Commit[]) => {
  const { open } = sortTold(commits, history, new Map());
  return summarise({ commits: open, heard: heardOf(open, history) }).items.map(({ text, standing }) => `${standing}: ${text}`);
};
const revertOf = (target: Commit, rest: Partial<Commit> = {}) => commit(`Revert "${target.subject}"`, { body: `This reverts commit ${target.hash}.`, ...rest });

describe("honesty", () => {
  it("calls work on an unmerged branch in progress, and does not word it as done", () => {
    const coupons = commit("Add coupons", { standing: "inProgress", branch: "coupons" });
    const login = commit("Fixed the login page", { standing: "inProgress" });
    const total = commit("fix: wrong total", { standing: "inProgress" });
    assert.deepEqual(after([], total, login, coupons), ["inProgress: Adding coupons.", "inProgress: Fixing wrong total.", "inProgress: Fixing the login page."]);
  });

  it("does not word it as done in other languages either", () => {
    const results = commit("পরীক্ষার ফল দেখানো হলো", { standing: "inProgress" });
    const menu = commit("Añadido el menú para móvil", { standing: "inProgress" });
    assert.deepEqual(after([], menu, results), ["inProgress: পরীক্ষার ফল দেখানো হচ্ছে।", "inProgress: En curso: añadido el menú para móvil."].map((text) => text.normalize("NFC")).sort());
    assert.deepEqual(after([], commit("পরীক্ষার ফল দেখানো হলো")), ["ready: পরীক্ষার ফল দেখানো হলো।"]);
  });

  it("calls nothing finished because a commit says so", () => {
    const done = commit("Checkout is done and live", { standing: "inProgress" });
    const { items } = summarise({ commits: [done] });
    const { rendered } = draftOf({ items });
    assert.ok(lineWith(rendered, "Checkout is done") > lineWith(rendered, "**In progress**"));
    assert.equal(/Live now|Ready for you/.test(rendered), false);
  });

  it("calls what is merged ready, not live, unless it is", () => {
    const { items } = summarise({ commits: [commit("Add coupons"), commit("Add search", { standing: "live" })] });
    const { rendered } = draftOf({ items });
    const at = (words: string) => lineWith(rendered, words);
    assert.ok(at("Live now") < at("Added search") && at("Added search") < at("Ready for you") && at("Ready for you") < at("Added coupons"));
  });

  it("calls a change no further along than its least advanced part", () => {
    const part = commit("Add coupons (SHOP-12)", { standing: "live" });
    const rest = commit("Show coupons in the cart (SHOP-12)", { standing: "inProgress" });
    assert.deepEqual(after([], rest, part), ["live: Added coupons.", "inProgress: Showing coupons in the cart."]);
  });

  it("does not tell again what was told as done", () => {
    const coupons = commit("Add coupons");
    assert.deepEqual(after([record("done", coupons)], coupons), []);
    assert.deepEqual(after([record("done", coupons)], { ...coupons, hash: "a".repeat(40) }), []);
  });

  it("tells again what was told as in progress, once it is done", () => {
    const coupons = commit("Add coupons");
    assert.deepEqual(after([record("inProgress", coupons)], coupons), ["ready: Added coupons."]);
  });

  it("tells that something told was taken back", () => {
    const coupons = commit("Add coupons");
    assert.deepEqual(after([record("done", coupons)], revertOf(coupons), coupons), ["ready: Took back an earlier change: added coupons."]);
  });

  it("tells that something was taken back which was told as in progress, after a rebase as well", () => {
    const coupons = commit("Add coupons");
    assert.deepEqual(after([], revertOf(coupons), coupons), []);
    assert.deepEqual(after([record("inProgress", coupons)], revertOf(coupons), coupons), ["ready: Took back an earlier change: added coupons."]);
    const rebased = { ...coupons, hash: "b".repeat(40) };
    assert.deepEqual(after([record("inProgress", coupons)], revertOf(rebased), rebased), ["ready: Took back an earlier change: added coupons."]);
  });

  it("does not call work gone from the client's site whose revert is not out", () => {
    const coupons = commit("Add coupons", { standing: "live" });
    const texts = after([], revertOf(coupons, { standing: "inProgress" }), coupons);
    assert.ok(texts.includes("live: Added coupons."), texts.join(" "));
  });

  it("does not say that I did what the product does", () => {
    assert.deepEqual(after([], commit("Send a reminder one day before")), ["ready: Now sends a reminder one day before."]);
  });

  it("counts in short only what the lists say", () => {
    const kinds = ["feat: add coupons", "feat: add search", "fix: wrong total", "perf: load photos quickly"].map((subject) => commit(subject));
    const { items } = summarise({ commits: [commit("Add gifts", { standing: "inProgress" }), ...kinds] });
    assert.match(draftOf({ items }).rendered, /\nIn short: 2 new things, 1 improvement, 1 fix and 1 thing in progress\.\n/);
    assert.doesNotMatch(draftOf({ items: items.slice(0, 3) }).rendered, /In short/);
  });
});
