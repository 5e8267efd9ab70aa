import assert from "node:assert/strict";
import { entriesOf } from "../../../../../src/core/work/group/entry";
import { lineage } from "../../../../../src/core/work/group/lineage";
import type { Commit } from "../../../../../src/core/work/commit";
import { commit } from "../commits";

/** For each commit the subject of the merge that brought it in; "" on the main line. */
const owners = (commits: readonly Commit[]): readonly (readonly [string, string])[] => {
  const entries = entriesOf(commits);
  return lineage(entries).map((owner, at) => [entries[at]!.commit.subject, entries[owner]?.commit.subject ?? ""]);
};

describe("group/lineage", () => {
  it("gives a branch to the innermost merge, and what was merged back to the main line", () => {
    const base = commit("base");
    const a = commit("a", { parents: [base.hash] });
    const main = commit("main", { parents: [base.hash] });
    const back = commit("back", { parents: [a.hash, main.hash] });
    const b = commit("b", { parents: [back.hash] });
    const inner = commit("inner", { parents: [back.hash, b.hash] });
    const outer = commit("outer", { parents: [main.hash, inner.hash] });
    assert.deepEqual(owners([outer, inner, b, back, main, a, base]), [
      ["outer", ""], ["inner", "outer"], ["b", "inner"], ["back", "outer"], ["main", ""], ["a", "outer"], ["base", ""],
    ]);
  });

  it("does not let work in progress take what was merged", () => {
    const base = commit("base");
    const a = commit("a", { parents: [base.hash] });
    const merge = commit("merge", { parents: [base.hash, a.hash] });
    const next = commit("next", { parents: [a.hash], standing: "inProgress" });
    assert.deepEqual(owners([next, merge, a, base]), [["next", ""], ["merge", ""], ["a", "merge"], ["base", ""]]);
  });

  it("bears parents that are missing or run in circles", () => {
    const a = commit("a", { hash: "a", parents: ["b", "gone"] });
    const b = commit("b", { hash: "b", parents: ["a"] });
    assert.deepEqual(owners([a, b]), [["a", ""], ["b", ""]]);
  });
});
