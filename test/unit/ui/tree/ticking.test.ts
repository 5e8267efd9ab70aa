import assert from "node:assert/strict";
import { applyChanges, emptyBook, type Book, type BookChange } from "../../../../src/core/book/book";
import type { Milestone } from "../../../../src/core/book/milestone";
import { clientTree } from "../../../../src/core/report/clientTree";
import type { TreeNode } from "../../../../src/core/report/treeNode";
import type { Instant } from "../../../../src/core/time/types";
import { createUndoing } from "../../../../src/ui/commands/book/undo";
import { bookState } from "../../../../src/ui/tree/bookContext";
import { tick } from "../../../../src/ui/tree/ticking";
import { bookOf, machine } from "../../flows/watching";

const now = "2026-11-19T09:00:00.000Z" as Instant;
const milestone: Milestone = {
  id: "m",
  rev: 1,
  createdAt: now,
  changedAt: now,
  projectId: "acme-shop",
  title: "Checkout",
  deliverables: [
    { id: "d1", text: "Cart" },
    { id: "d2", text: "Payment" },
  ],
  state: "planned",
};

function setUp() {
  const on = machine({ ...bookOf("Acme"), milestone: [milestone] }, now);
  const book = {
    current: () => on.stored.book,
    change: (changes: readonly BookChange[]) => {
      on.change(applyChanges(on.stored.book, changes));
      return Promise.resolve();
    },
  };
  const all = (nodes: readonly TreeNode[]): readonly TreeNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);
  const row = (label: string) => {
    const tree = clientTree({ book: on.stored.book, history: [], owed: [], now, zone: on.clock.zone() });
    const found = all(tree).find((node) => node.label === label);
    assert.ok(found, label);
    return found;
  };
  return { on, row, deps: { book, clock: on.clock, undoing: createUndoing(book) } };
}

describe("ticking in the tree", () => {
  it("is kept in the book and shown by the row", async () => {
    const { row, deps } = setUp();
    assert.equal(row("Payment").checked, false);
    await tick(row("Payment"), true, deps);
    assert.equal(row("Payment").checked, true);
    assert.equal(row("Cart").checked, false);
    await tick(row("Payment"), false, deps);
    assert.equal(row("Payment").checked, false);
  });

  it("can be undone", async () => {
    const { row, deps } = setUp();
    await tick(row("Cart"), true, deps);
    assert.deepEqual((await deps.undoing.undoLast())?.did, { id: "did.tick", values: { name: "Cart" } });
    assert.equal(row("Cart").checked, false);
  });

  it("changes nothing for what has gone meanwhile", async () => {
    const { on, row, deps } = setUp();
    const cart = row("Cart");
    on.change({ ...on.stored.book, milestone: [] });
    await tick(cart, true, deps);
    assert.deepEqual(on.stored.book.milestone, []);
  });
});

describe("the state of the book", () => {
  it("tells an empty one from one where all are archived", () => {
    const archived: Book = { ...emptyBook, client: bookOf("Acme").client.map((client) => ({ ...client, archivedAt: now })) };
    assert.deepEqual([emptyBook, archived, bookOf("Acme")].map(bookState), ["empty", "archived", "some"]);
  });
});
