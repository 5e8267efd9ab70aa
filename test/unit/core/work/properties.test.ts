import assert from "node:assert/strict";
import fc from "fast-check";
import type { SentRecord } from "../../../../src/core/book/sentRecord";
import type { Instant } from "../../../../src/core/time/types";
import { commitRef, type Commit, type CommitRef } from "../../../../src/core/work/commit";
import { lines, oneLine } from "../../../../src/core/work/parse/plainText";
import { sortTold, suspects } from "../../../../src/core/work/sortTold";
import { summarise } from "../../../../src/core/work/summarise";
import { nextItem, sayLikeThis } from "../../../../src/core/drafting/sayLikeThis";
import { keyOfCommit, wordedCommit, wordingsOf, type Wording } from "../../../../src/core/work/wordings";
import { replacementWords } from "../../../../src/core/work/wording/replacements";
import { frameWords } from "../../../../src/core/work/wording/sentence";
import { verbWords } from "../../../../src/core/work/wording/verbs";
import { draftOf } from "../drafting/draftOf";
import { anyHistory } from "./histories";
import { commit } from "./commits";

/** A repository that a project has twice gives a commit twice: it is one by its hash. */
const key = (ref: Pick<CommitRef, "hash">) => ref.hash;
/** To the store of wordings they are one commit. */
const sameTriple = (each: Commit, ref: CommitRef): boolean => keyOfCommit(commitRef(each)) === keyOfCommit(ref);
const inWords = (text: string): string[] => text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
/** A word, and what it is made of where it is an identifier. */
const withPieces = (word: string): string[] => {
  const pieces = word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  return [word, ...pieces].map((each) => each.toLowerCase());
};
const allowed = new Set([...frameWords, ...replacementWords(), ...verbWords()].flatMap(inWords).map((word) => word.toLowerCase()));

describe("any history", function () {
  this.timeout(20_000);

  it("is told or left out, every commit, once", () => {
    fc.assert(
      fc.property(anyHistory, (commits) => {
        const { items, leftOut } = summarise({ commits });
        const places = new Map<string, number>();
        const count = (ref: CommitRef): void => void places.set(key(ref), (places.get(key(ref)) ?? 0) + 1);
        const parts = items.filter(({ id }) => /-\d+$/.test(id));
        for (const item of items) if (!parts.includes(item)) item.commits.forEach(count);
        for (const { commit: ref } of leftOut) count(ref);
        assert.deepEqual(new Set(places.keys()), new Set(commits.map(key)));
        assert.ok([...places.values()].every((times) => times === 1));
        // A squash that lists its parts is the only commit in more items than one: with the first of them.
        for (const part of parts) assert.ok(part.commits.every((ref) => places.get(key(ref)) === 1));
      }),
      { numRuns: 200 },
    );
  });

  it("gives visible lines, ids of their own, and no standing that its commits do not have", () => {
    fc.assert(
      fc.property(anyHistory, (commits) => {
        const { items, leftOut } = summarise({ commits });
        const standings = new Set(commits.map((each) => `${key(each)} ${each.standing}`));
        for (const { text } of [...items, ...leftOut]) {
          assert.match(text, /\S/);
          assert.doesNotMatch(text, /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        }
        for (const item of items) {
          assert.ok(item.commits.length > 0);
          assert.ok(item.commits.some((ref) => standings.has(`${key(ref)} ${item.standing}`)));
        }
        assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
      }),
      { numRuns: 200 },
    );
  });

  it("adds no word that its authors did not write", () => {
    fc.assert(
      fc.property(anyHistory, (commits) => {
        const { items, leftOut } = summarise({ commits });
        const written = new Map(
          commits.toReversed().map((each) => [key(each), new Set([each.subject, ...lines(each.body)].map(oneLine).flatMap(inWords).flatMap(withPieces))]),
        );
        for (const { text, refs } of [...items.map((item) => ({ text: item.text, refs: item.commits })), ...leftOut.map((out) => ({ text: out.text, refs: [out.commit] }))]) {
          for (const word of inWords(text).map((each) => each.toLowerCase())) {
            assert.ok(allowed.has(word) || refs.some((ref) => written.get(key(ref))?.has(word)), `"${word}" in "${text}"`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("loses no commit and adds no word, whatever the user decided and whatever the client calls things", () => {
    const glossary = [{ term: "checkout", words: "payment page" }, { term: "OrderServiceFactory", words: "order desk" }, { term: "cart", words: "basket" }];
    const own = new Set([...glossary.map(({ words }) => words), "my own words"].flatMap(inWords));
    const decision = fc.record({ how: fc.constantFrom("none", "none", "hide", "say", "join", "hideScope"), part: fc.nat(2), toPart: fc.nat(2), to: fc.nat(30), day: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(anyHistory, fc.array(decision, { maxLength: 25 }), (commits, decisions) => {
        const all = decisions.flatMap(({ how, part, toPart, to, day }, at): Wording[] => {
          const [from, target] = [commits[at], commits[to]];
          const common = { projectId: "shop", at: `2026-11-0${day}T10:00:00.000Z` as Instant };
          if (!from || how === "none") return [];
          const commit = wordedCommit(commitRef(from));
          if (how === "hideScope") return [{ ...common, how, scope: "cart" }];
          if (how === "join") return target ? [{ ...common, how, commit, part, to: wordedCommit(commitRef(target)), toPart }] : [];
          return [how === "hide" ? { ...common, how, commit, part } : { ...common, how: "say", commit, part, text: "my own words" }];
        });
        const { items, leftOut } = summarise({ commits, glossary, wordings: wordingsOf(all, "shop") });
        assert.deepEqual(new Set([...items.flatMap((item) => item.commits), ...leftOut.map((out) => out.commit)].map(key)), new Set(commits.map(key)));
        assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
        const written = new Set(commits.flatMap((each) => [each.subject, ...lines(each.body)]).map(oneLine).flatMap(inWords).flatMap(withPieces));
        const standings = new Set(commits.map((each) => `${key(each)} ${each.standing}`));
        for (const item of items) {
          assert.ok(item.commits.some((ref) => standings.has(`${key(ref)} ${item.standing}`)));
          for (const word of inWords(item.text).map((each) => each.toLowerCase())) assert.ok(allowed.has(word) || own.has(word) || written.has(word), `"${word}" in "${item.text}"`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("says of each line only what its own commits wrote, and nothing unfinished as done, whatever was merged and reworded and however far all is by now", () => {
    const decisions = fc.array(fc.record({ how: fc.constantFrom("merge", "merge", "say"), at: fc.nat(12) }), { minLength: 1, maxLength: 5 });
    let merges = 0;
    fc.assert(
      fc.property(fc.tuple(anyHistory, anyHistory, anyHistory), decisions, fc.array(fc.constantFrom("live", "ready", "inProgress", "told", undefined), { maxLength: 75 }), (histories, decided, later) => {
        // Each hash once, as a draft names its items by them; mostly as far as each other, so that there is something to merge.
        const before = [...new Map(histories.flat().map((each) => [each.hash, { ...each, scopeId: "shop" }] as const)).values()].map((each, at) => (at % 5 === 0 ? each : { ...each, standing: "ready" as const }));
        let draft = draftOf(summarise({ commits: before }));
        const all: Wording[] = [];
        decided.forEach(({ how, at }, day) => {
          const fit = draft.items.filter(({ id }) => how === "say" || nextItem(draft, draft.rendered, id));
          const item = fit[at % Math.max(fit.length, 1)];
          if (!item) return;
          const words = item.standing === "inProgress" ? "unfinishedwords" : "finishedwords";
          const said = sayLikeThis(draft, draft.rendered, item.id, how === "say" ? { how, text: words } : { how: "merge" }, `2026-11-0${day + 1}T10:00:00.000Z` as Instant);
          if (how === "merge" && said.wordings.length > 0) merges++;
          draft = said.provenance;
          all.push(...said.wordings);
        });
        const commits = before.flatMap((each, at): Commit[] => (later[at] === "told" ? [] : [{ ...each, standing: later[at] ?? each.standing }]));
        const { items, leftOut } = summarise({ commits, wordings: wordingsOf(all, "project") });
        assert.deepEqual(new Set([...items.flatMap((item) => item.commits), ...leftOut.map((out) => out.commit)].map(key)), new Set(commits.map(key)));
        for (const item of items) {
          const words = new Set(inWords(item.text).map((each) => each.toLowerCase()));
          assert.ok(!words.has(item.standing === "inProgress" ? "finishedwords" : "unfinishedwords"), item.text);
          const own = new Set(item.commits.flatMap((ref) => commits.filter((each) => key(each) === key(ref) || sameTriple(each, ref))).flatMap((each) => [each.subject, ...lines(each.body)]).map(oneLine).flatMap(inWords).flatMap(withPieces));
          for (const word of words) assert.ok(allowed.has(word) || own.has(word) || word.endsWith("finishedwords"), `"${word}" in "${item.text}"`);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
    assert.ok(merges > 20, `${merges} merges`);
  });

  it("gives the same summary twice", () => {
    fc.assert(fc.property(anyHistory, (commits) => assert.deepEqual(summarise({ commits }), summarise({ commits }))));
  });

  it("sorts every commit into open or closed, and closes what a record told", () => {
    const how = fc.constantFrom("done", "inProgress", "leftOut");
    const tell = (commits: readonly Commit[], hows: readonly ("done" | "inProgress" | "leftOut")[]): SentRecord => ({
      version: 2, what: "sent", outcome: "handedOver", id: "r", clientId: "acme", kind: "progress", language: "en", channel: "copy", at: "2026-11-12T10:00:00.000Z" as Instant, text: "",
      told: commits.map((each, index) => ({ ...commitRef(each), how: hows[index] ?? "inProgress" })), readUpTo: {}, noteIds: [],
    });
    fc.assert(
      fc.property(anyHistory, anyHistory, fc.array(how, { maxLength: 25 }), fc.dictionary(fc.constantFrom("p", "q"), fc.string()), (commits, before, hows, noise) => {
        const record = tell(before, hows);
        const doubts = suspects(commits, [record]);
        const patches = new Map(doubts.map((hash, index) => [hash, Object.keys(noise)[index % 2] ?? "p"]));
        const { open, closed, perhaps } = sortTold(commits, [record], patches);
        assert.equal(open.length + closed.length, commits.length);
        const forGood = new Set(record.told.filter((each) => each.how !== "inProgress").map(({ hash }) => hash));
        assert.ok(open.every(({ hash }) => !forGood.has(hash)));
        assert.ok([...perhaps.keys()].every((hash) => open.some((each) => each.hash === hash)));
        if (forGood.size === 0) assert.equal(closed.length, 0);
      }),
    );
  });
});

describe("a large history", function () {
  this.timeout(20_000);

  it("is as complete as a small one, with a megabyte in a message", () => {
    const commits: Commit[] = [];
    for (let number = 0; number < 10_000; number++) {
      const last = commits.at(-1)?.hash;
      commits.push(commit(`${["Add", "Fix", "Merge branch 'x", "fixup! Add", "Update"][number % 5] ?? ""} thing ${number % 97}`, { parents: last === undefined ? [] : [last, commits.at(-3)?.hash ?? last] }));
    }
    const huge = commit(`Add coupons ${"a".repeat(1_000_000)}`, { body: `${"(#1) ".repeat(200_000)}\n${"* x\n".repeat(50_000)}` });
    const { items, leftOut } = summarise({ commits: [huge, ...commits.toReversed()] });
    const all = new Set([...items.flatMap((item) => item.commits), ...leftOut.map((out) => out.commit)].map(key));
    assert.equal(all.size, commits.length + 1);
    assert.ok(items.every(({ text }) => text.length < 300));
  });
});
