import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Book, BookChange } from "../../../src/core/book/book";
import type { Note } from "../../../src/core/book/note";
import type { Instant } from "../../../src/core/time/types";
import { withLock } from "../../../src/storage/book/lock";
import { createShelf } from "../../../src/storage/setAside";
import { createFilledMachine, createMachine, ids, newerFile, note, putNote as put, rafi, rejectsWith } from "./bookMachine";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders } from "./tempFolder";

const temp = tempFolders();
const machine = () => createMachine(path.join(temp(), "book"));
const filled = () => createFilledMachine(path.join(temp(), "book"));

describe("a book from a newer version", () => {
  const newer = () => ({ ...sample("book.v1"), version: 99, client: [{ id: "c-x", shape: "unknown" }, ...(sample("book.v1")["client"] as object[])] });

  it("is shown as far as it is understood, said once, and never written", async () => {
    const { open, global } = machine();
    const workspace = memoryMemento({ "khobor.book": newer() });
    const { store, told, reported } = open({ workspace });
    assert.deepEqual(ids(store.current().client), ["c-acme", "c-rahim"]);
    await assert.rejects(store.change([put("n-1"), rafi]), rejectsWith("storage.newer"));
    await store.refresh();
    assert.deepEqual(ids(store.current().client), ["c-acme", "c-rahim"]);
    assert.deepEqual(workspace.get("khobor.book"), newer());
    assert.deepEqual([workspace.writes, global.writes, told, store.setAside()], [[], [], [], []]);
    assert.deepEqual(reported, ["storage.newer"]);
  });

  it("still lets Me be changed, which lives elsewhere", async () => {
    const { open } = machine();
    await open({ workspace: memoryMemento({ "khobor.book": newer() }) }).store.change([rafi]);
    const { store } = open();
    await store.refresh();
    assert.deepEqual(store.current().me.names, ["Rafi"]);
  });

  it("is never written, however damaged it is or long its heading", async () => {
    const spoil: readonly (readonly [string, (text: string) => string])[] = [
      ["a body that is not as it was saved", (text) => `${text.slice(0, -9)}spoilt`],
      ["a heading longer than ours", (text) => text.replace(/^\S+ \S+ \{/, `{"mood": "${"sunny ".repeat(200)}", `)],
      ["spaces in its heading", (text) => text.replace('"version":99', '"version": 99')],
    ];
    for (const [what, change] of spoil) {
      const { open, folder, workspace } = filled();
      await open({ workspace }).store.change([put("n-1")]);
      const file = path.join(folder, "client-c-acme.jsonl");
      const newer = newerFile(file);
      const spoilt = change(newer.written);
      writeFileSync(file, spoilt);
      const { store, reported } = open({ workspace });
      await store.refresh();
      await assert.rejects(store.change([put("n-2")]), rejectsWith("storage.newer"), what);
      assert.equal(newer(), spoilt, what);
      assert.deepEqual(reported, ["storage.newer"], what);
    }
  });

  it("has its shelf of what was set aside left alone", async () => {
    const memento = memoryMemento({ key: { version: 2, entries: [], mood: "sunny" } });
    const shelf = createShelf(memento, "key");
    await assert.rejects(shelf.put([{ kind: "note", raw: {}, detail: "", foundAt: "2026-11-25T06:00:00.000Z" as Instant }]), rejectsWith("storage.newer"));
    assert.deepEqual(memento.all(), { key: { version: 2, entries: [], mood: "sunny" } });
  });

  it("is noticed when another window, just updated, writes its file", async () => {
    const { open, folder, workspace } = filled();
    const { store, reported } = open({ workspace });
    await store.refresh();
    const file = path.join(folder, "client-c-acme.jsonl");
    const theirs = newerFile(file);
    await assert.rejects(store.change([put("n-1")]), rejectsWith("storage.newer"));
    await store.refresh();
    assert.deepEqual(ids(store.current().note), ["n-coupon", "n-call", "n-good"]);
    assert.deepEqual(theirs(), theirs.written);
    assert.deepEqual(reported, ["storage.newer"]);
    await store.change([rafi]);
    assert.deepEqual(store.current().me.names, ["Rafi"]);
  });
});

describe("a file that turns newer between the look and the writing", () => {
  /** Holds the lock of a client's file while the store changes it, and makes the file a newer version's meanwhile. */
  async function turning(folder: string, change: () => Promise<void>) {
    const file = path.join(folder, "client-c-acme.jsonl");
    let theirs: ReturnType<typeof newerFile> | undefined;
    let outcome: Promise<unknown> | undefined;
    await withLock(path.join(folder, "locks", "client-c-acme"), async () => {
      outcome = change().then(() => "kept", (error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 250));
      theirs = newerFile(file);
    });
    return { outcome: await outcome, theirs: theirs! };
  }

  it("is refused with the sentence, and nothing is written over or shown", async () => {
    const { folder, open } = machine();
    const { store, reported } = open();
    await store.change([put("n-1", "as agreed")]);
    const { outcome, theirs } = await turning(folder, () => store.change([put("n-1", "mine", 2)]));
    assert.ok(rejectsWith("storage.newer")(outcome), String(outcome));
    assert.equal(theirs(), theirs.written);
    assert.deepEqual([store.current().note[0]?.text, reported], ["as agreed", ["storage.newer"]]);
    await store.refresh();
    assert.equal(theirs(), theirs.written);
  });

  it("takes back what a change over two files has written into the other one", async () => {
    const { folder, open } = machine();
    const { store, workspace } = open();
    const ofRahim = (text: string, rev: number): BookChange => ({ op: "put", kind: "note", record: { ...note("r-1", text, rev), clientId: "c-rahim" } });
    await store.change([put("n-1", "as agreed"), ofRahim("as agreed", 1)]);
    const { outcome } = await turning(folder, () => store.change([put("n-1", "mine", 2), ofRahim("mine", 2), put("n-2")]));
    assert.ok(rejectsWith("storage.newer")(outcome), String(outcome));
    const texts = (book: Book) => book.note.map(({ id, text }) => `${id} ${text}`).sort();
    assert.deepEqual(texts(store.current()), ["n-1 as agreed", "r-1 as agreed"]);
    assert.deepEqual(readdirSync(path.join(folder, "pending")), []);
    const other = open({ workspace });
    await other.store.refresh();
    assert.deepEqual(texts(other.store.current()), ["n-1 as agreed", "r-1 as agreed"]);
    assert.deepEqual(await other.store.conflicts.all(), []);
  });

  it("is not written down in the copy of the workspace either, which keeps what it had", async () => {
    const { folder, open, workspace } = machine();
    const before = open({ workspace });
    await before.store.change([put("n-1", "as agreed"), { op: "put", kind: "note", record: { ...note("r-1"), clientId: "c-rahim" } }]);
    // Closed meanwhile: it would see the record while the file is still of its own version.
    before.store.dispose();
    const copied = () => (workspace.get("khobor.book") as { note: Note[] }).note.map(({ id, text }) => `${id} ${text}`).sort();
    // Somebody else's record in it, in words that only that version has.
    const file = path.join(folder, "client-c-acme.jsonl");
    const another = open({ workspace: memoryMemento(workspace.all()) });
    await another.store.change([put("n-9", "later")]);
    another.store.dispose();
    newerFile(file);
    const { store } = open({ workspace });
    await store.refresh();
    assert.ok(ids(store.current().note).includes("n-9"));
    await store.change([{ op: "put", kind: "note", record: { ...note("r-2"), clientId: "c-rahim" } }]);
    assert.deepEqual(copied(), ["n-1 as agreed", "r-1 Call Sara", "r-2 Call Sara"]);
  });
});
