import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { emptyBook, type Book } from "../../../src/core/book/book";
import { createFilledMachine, createMachine, ids, note, putNote as put, rafi } from "./bookMachine";
import { memoryMemento } from "./memoryMemento";
import { tempFolders } from "./tempFolder";

const temp = tempFolders();
const machine = () => createMachine(path.join(temp(), "book"));
const filled = () => createFilledMachine(path.join(temp(), "book"));

describe("the book store", () => {
  it("opens empty, and writes nothing before something changes", async () => {
    const { open, global, workspace, folder } = machine();
    const { store } = open({ workspace });
    assert.deepEqual(store.current(), emptyBook);
    await store.refresh();
    assert.deepEqual([...workspace.writes, ...global.writes], []);
    assert.deepEqual(readdirSync(folder), []);
  });

  it("keeps changes for the next start, in the files and as a copy", async () => {
    const { open, folder, workspace, global } = filled();
    const { store } = open({ workspace });
    const absence = { ...note("a-1"), from: "2026-12-01", to: "2026-12-02" } as unknown as Book["absence"][number];
    await store.change([put("n-new"), { op: "put", kind: "absence", record: absence }, rafi, { op: "remove", kind: "note", id: "n-call" }]);
    for (const again of [open({ workspace: memoryMemento(workspace.all()) }), open({ workspace, folder: temp(), global })]) {
      await again.store.refresh();
      assert.deepEqual(ids(again.store.current().note).sort(), ["n-coupon", "n-good", "n-new"]);
      assert.deepEqual(ids(again.store.current().absence), ["a-eid", "a-1"]);
      assert.deepEqual(again.store.current().me, rafi.me);
    }
    assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith(".jsonl")).sort(), ["client-c-acme.jsonl", "client-c-rahim.jsonl", "me.jsonl"]);
  });

  it("tells the changes once they are kept, in the order in which they were asked for", async () => {
    const { open, workspace } = machine();
    const { store, told } = open({ workspace });
    const kept: unknown[] = [];
    store.onDidChange(() => kept.push(...ids((workspace.get("khobor.book") as Book).note)));
    await Promise.all([store.change([put("n-1")]), store.change([put("n-2")])]);
    assert.deepEqual(told, [[put("n-1")], [put("n-2")]]);
    assert.deepEqual(kept, ["n-1", "n-1", "n-2"]);
    assert.deepEqual(ids(store.current().note), ["n-1", "n-2"]);
  });

  it("refuses a record that it could not read back, with all that came with it", async () => {
    const { open, workspace } = machine();
    const { store, told } = open({ workspace });
    await assert.rejects(store.change([put("n-1"), put("n-2", "  ")]));
    assert.deepEqual(store.current(), emptyBook);
    assert.deepEqual([workspace.writes, told], [[], []]);
    await store.change([put("n-3")]);
    assert.deepEqual(ids(store.current().note), ["n-3"]);
  });

  it("a listener that throws stops no other", async () => {
    const { store, told, reported } = machine().open();
    const other: unknown[] = [];
    store.onDidChange(() => {
      throw new Error("a tree that cannot paint");
    });
    store.onDidChange((changes) => other.push(changes));
    await store.change([put("n-1")]);
    assert.deepEqual([told.length, other.length], [1, 1]);
    assert.deepEqual(reported, ["a listener of the book failed"]);
  });

  it("moves what changes hands from one client's file to the other's", async () => {
    const { open, workspace } = filled();
    const { store } = open({ workspace });
    const [project] = store.current().project;
    await store.change([{ op: "put", kind: "project", record: { ...project!, rev: 9, clientId: "c-rahim" } }]);
    const again = open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-rahim"] } }) }).store;
    await again.refresh();
    assert.deepEqual(ids(again.current().project).sort(), ["j-shop", "j-stock"]);
    assert.deepEqual(ids(again.current().milestone), ids(store.current().milestone));
    assert.ok(again.current().milestone.length > 0);
  });
});

describe("a book of the version before client files", () => {
  it("is taken over whole, and said nothing of", async () => {
    const { open, workspace, global } = filled();
    const { store, reported } = open({ workspace });
    const before = store.current();
    await store.refresh();
    for (const list of Object.values(before)) assert.ok(Object.keys(list).length > 0);
    const again = open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme", "c-rahim"] } }), global: memoryMemento() });
    await again.store.refresh();
    const sorted = (book: Book) => ({ ...book, ...Object.fromEntries(Object.entries(book).flatMap(([kind, list]) => (Array.isArray(list) ? [[kind, [...(list as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1))]] : []))) });
    assert.deepEqual(sorted(again.store.current()), sorted(before));
    assert.deepEqual(reported, []);
    assert.deepEqual([(workspace.get("khobor.book") as { version: number }).version, (global.get("khobor.me") as { version: number }).version], [3, 3]);
  });
});

describe("a window that is closed", () => {
  it("while it still saves keeps that, and then neither watches nor tries again", async () => {
    const { open } = machine();
    const { store, told } = open();
    await store.change([put("n-1", "kept")]);
    const saving = store.change([put("n-2", "kept, too")]);
    store.dispose();
    await saving;
    const count = told.length;
    const other = open();
    await other.store.known.bringHere(["c-acme"]);
    assert.deepEqual(ids(other.store.current().note), ["n-1", "n-2"]);
    await other.store.change([put("n-3", "elsewhere")]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual([told.length, ids(store.current().note)], [count, ["n-1", "n-2"]]);
  });
});

describe("a book that cannot be opened at first", () => {
  it("is opened when it is asked for again, and told of once", async () => {
    const { open } = machine();
    const state = memoryMemento({ "khobor.book": { version: 3, belongs: [], note: [7] } });
    let refusing = true;
    const get = (key: string) => {
      if (refusing && key.endsWith(".setAside")) throw new Error("not now");
      return state.get(key);
    };
    const { store, reported } = open({ workspace: { ...state, get } });
    await assert.rejects(store.refresh());
    await assert.rejects(store.change([put("n-1", "later")]));
    refusing = false;
    await store.change([put("n-1", "later")]);
    assert.deepEqual(ids(store.current().note), ["n-1"]);
    assert.equal(reported.filter((id) => id === "storage.unreadable").length, 1);
    store.dispose();
  });
});
