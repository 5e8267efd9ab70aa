import assert from "node:assert/strict";
import { applyChanges, emptyBook, type BookChange } from "../../../../../src/core/book/book";
import type { Me } from "../../../../../src/core/book/me";
import { createUndoing } from "../../../../../src/ui/commands/book/undo";

function undoable() {
  let now = emptyBook;
  const book = {
    current: () => now,
    change: (changes: readonly BookChange[]) => {
      now = applyChanges(now, changes);
      return Promise.resolve();
    },
  };
  const me = (fields: Partial<Me>): readonly BookChange[] => [{ op: "me", me: { ...now.me, ...fields } }];
  return { book, me, undoing: createUndoing(book) };
}
const did = { id: "did.import" } as const;

describe("undoing", () => {
  it("a change of Me leaves what was changed in it since", async () => {
    const { book, me, undoing } = undoable();
    const undo = await undoing.change(did, me({ names: ["Rafi"] }));
    await book.change(me({ invoiceSequence: { prefix: "A-", next: 7 } }));
    assert.equal(await undo(), "undone");
    assert.deepEqual(book.current().me, { ...emptyBook.me, invoiceSequence: { prefix: "A-", next: 7 } });
  });

  it("a change of Me whose field was changed again is left alone", async () => {
    const { book, me, undoing } = undoable();
    const undo = await undoing.change(did, me({ names: ["Rafi"] }));
    await book.change(me({ names: ["Rafiq"] }));
    assert.equal(await undo(), "gone");
    assert.deepEqual(book.current().me.names, ["Rafiq"]);
  });

  it("can be tried again where what lies beside the book could not be taken back", async () => {
    const { book, me, undoing } = undoable();
    let tries = 0;
    await undoing.change(did, me({ names: ["Rafi"] }), () => (tries++ === 0 ? Promise.reject(new Error("full")) : Promise.resolve()));
    await assert.rejects(undoing.undoLast(), /full/);
    await book.change(me({ names: ["Rafiq"] }));
    assert.equal((await undoing.undoLast())?.outcome, "undone");
    assert.deepEqual([tries, book.current().me.names], [2, ["Rafiq"]]);
  });
});
