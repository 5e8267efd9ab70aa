import assert from "node:assert/strict";
import { applyChanges, emptyBook, type BookChange } from "../../../../../src/core/book/book";
import type { Me } from "../../../../../src/core/book/me";
import type { Instant } from "../../../../../src/core/time/types";
import { sampleBook } from "../../../core/book/exchanges";
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

  it("goes back through two changes of one record, each later than what it takes back", async () => {
    const { book, undoing } = undoable();
    const note = sampleBook().note[0]!;
    const put = (rev: number, text: string) => undoing.change(did, [{ op: "put", kind: "note", record: { ...note, rev, text, changedAt: `2026-11-2${rev}T00:00:00.000Z` as Instant } }]);
    await book.change([{ op: "put", kind: "note", record: note }]);
    const { rev } = note;
    await put(rev + 1, "once");
    await put(rev + 2, "twice");
    const seen: [string, number][] = [];
    let at: string = note.changedAt;
    for (let step = 0; step < 2; step++) {
      assert.equal((await undoing.undoLast())?.outcome, "undone");
      const now = book.current().note[0]!;
      assert.ok(now.changedAt >= at);
      at = now.changedAt;
      seen.push([now.text, now.rev]);
    }
    assert.deepEqual(seen, [["once", rev + 3], [note.text, rev + 4]]);
  });

  it("leaves a record whose words were changed by somebody else", async () => {
    const { book, undoing } = undoable();
    const note = sampleBook().note[0]!;
    const undo = await undoing.change(did, [{ op: "put", kind: "note", record: note }]);
    await book.change([{ op: "put", kind: "note", record: { ...note, text: "theirs" } }]);
    assert.equal(await undo(), "gone");
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
