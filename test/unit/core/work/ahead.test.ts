import assert from "node:assert/strict";
import fc from "fast-check";
import type { Commit } from "../../../../src/core/work/commit";
import { lookAhead } from "../../../../src/core/work/ahead";
import { summarise } from "../../../../src/core/work/summarise";
import { beginSumming } from "../../../../src/core/work/summing";
import { anyHistory } from "./histories";
import { commit } from "./commits";

const glossary = [{ term: "cart", words: "basket" }];
/** As git gives it: nothing yet of how far it is. */
const met = ({ hash, parents, subject, body, author, files }: Commit) => ({ hash, parents, subject, body, author, files });
const told = (...commits: Commit[]) => summarise({ commits, glossary }).items.map(({ text }) => text);

describe("commits taken apart before all are there", () => {
  it("give the same summary, whatever the history, however much of it was met", () => {
    fc.assert(
      fc.property(anyHistory, fc.boolean(), fc.integer({ min: 0, max: 3 }), (commits, withGlossary, every) => {
        const words = withGlossary ? glossary : [];
        const ahead = lookAhead(words);
        commits.forEach((each, at) => every > 0 && at % every === 0 && ahead.take(each.scopeId, met(each)));
        assert.deepEqual(summarise({ commits, ahead }), summarise({ commits, glossary: words }));
      }),
      { numRuns: 300 },
    );
  });

  it("are told as unfinished where that comes out later", () => {
    const begun = commit("Add the cart", { standing: "inProgress", branch: "cart" });
    const ahead = lookAhead(glossary);
    ahead.take(begun.scopeId, met(begun));
    assert.deepEqual(summarise({ commits: [begun], ahead }).items.map(({ text }) => text), told(begun));
    assert.notDeepEqual(told(begun), told({ ...begun, standing: "ready" }));
  });

  it("are taken apart again where anything of them is different in the end", () => {
    const before = commit("Add the cart", { files: ["src/cart.ts"] });
    const changes: Partial<Commit>[] = [{ subject: "Fix the cart" }, { body: "Client-Note: skip" }, { files: ["test/cart.test.ts"] }, { author: { name: "dependabot[bot]", email: "bot@example.com" } }, { parents: ["a", "b"] }, { scopeId: "site" }];
    for (const change of changes) {
      const ahead = lookAhead(glossary);
      ahead.take(before.scopeId, met(before));
      const now = { ...before, ...change };
      assert.deepEqual(summarise({ commits: [now], ahead }), summarise({ commits: [now], glossary }), JSON.stringify(change));
    }
  });

  it("come to nothing where they are not in the reading", async () => {
    const [one, other] = [commit("Add the cart"), commit("Add coupons")];
    const { take, sumUp } = beginSumming("project", { glossary });
    for (const each of [one, other, one]) take(each.scopeId, met(each));
    const { items, leftOut } = await sumUp([one], [], () => assert.fail("there is no doubt"));
    assert.deepEqual([items.map(({ text }) => text), leftOut], [told(one), []]);
  });
});
