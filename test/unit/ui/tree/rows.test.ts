import assert from "node:assert/strict";
import type { TreeNode } from "../../../../src/core/report/treeNode";
import { createRows } from "../../../../src/ui/tree/rows";

const node = (id: string, children: readonly TreeNode[] = [], more: Partial<TreeNode> = {}): TreeNode => ({
  id,
  kind: "client",
  recordId: id,
  label: id,
  icon: { name: "client", level: "fine" },
  tooltip: [],
  contextValue: "client",
  children,
  ...more,
});
const names = (rows: readonly { readonly id: string }[] | "all") => (rows === "all" ? rows : rows.map(({ id }) => id));

describe("the rows of the tree", () => {
  it("are the same objects in every tree, so that VS Code knows them again", () => {
    const rows = createRows();
    assert.equal(rows.take([node("a", [node("a1")])]), "all");
    const [before] = rows.children(undefined);
    assert.deepEqual(names(rows.take([node("a", [node("a1")], { description: "new" })])), ["a"]);
    assert.equal(rows.children(undefined)[0], before);
    assert.equal(rows.row("a"), before);
  });

  it("that differ are named, and nothing else", () => {
    const rows = createRows();
    rows.take([node("a", [node("a1"), node("a2")]), node("b", [node("b1")])]);
    assert.deepEqual(rows.take([node("a", [node("a1"), node("a2")]), node("b", [node("b1")])]), []);
    assert.deepEqual(names(rows.take([node("a", [node("a1"), node("a2", [], { checked: true })]), node("b", [node("b1")])])), ["a2"]);
    assert.deepEqual(names(rows.take([node("a", [node("a1"), node("a2", [], { checked: true })]), node("b", [])])), ["b"]);
    assert.equal(rows.take([node("b", [])]), "all");
  });

  it("know what they stand for now, and where they hang", () => {
    const rows = createRows();
    rows.take([node("a", [node("n", [], { kind: "question" })])]);
    const [a] = rows.children(undefined);
    const [n] = rows.children(a);
    assert.ok(n);
    assert.equal(rows.parent(n), a);
    assert.equal(a && rows.parent(a), undefined);
    rows.take([node("a", [node("n", [], { kind: "note" })])]);
    assert.equal(n.kind, "note");
  });

  it("that have gone have no node and nothing below them", () => {
    const rows = createRows();
    rows.take([node("a", [node("a1")])]);
    const [a] = rows.children(undefined);
    rows.take([]);
    assert.ok(a);
    assert.equal(rows.node(a), undefined);
    assert.deepEqual(rows.children(a), []);
  });
});
