import assert from "node:assert/strict";
import { emptyBook, type Book, type BookChange } from "../../../src/core/book/book";
import type { Note } from "../../../src/core/book/note";
import { StorageProblem } from "../../../src/core/ports";
import type { Instant } from "../../../src/core/time/types";
import { createBookStore } from "../../../src/storage/bookStore";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";

const now = "2026-11-25T06:00:00.000Z" as Instant;

function open({ workspace = memoryMemento(), global = memoryMemento() } = {}) {
  const reported: string[] = [];
  const store = createBookStore({
    workspace,
    global,
    clock: { now: () => now },
    report: ({ id }) => reported.push(id),
    log: { error: (message) => reported.push(message) },
  });
  const told: (readonly BookChange[])[] = [];
  store.onDidChange((changes) => told.push(changes));
  return { store, workspace, global, reported, told };
}

const filled = () => ({
  workspace: memoryMemento({ "khobor.book": sample("book.v1") }),
  global: memoryMemento({ "khobor.me": sample("me.v1") }),
});

const note = (id: string, text = "Call Sara"): Note => ({
  id,
  rev: 1,
  createdAt: now,
  changedAt: now,
  kind: "note",
  text,
  clientId: "c-acme",
  forUpdate: false,
});
const put = (id: string, text?: string): BookChange => ({ op: "put", kind: "note", record: note(id, text) });
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
const rejectsWith = (id: string) => (error: unknown) => error instanceof StorageProblem && error.problem.id === id;

describe("the book store", () => {
  it("opens empty, and writes nothing before something changes", () => {
    const { store, workspace, global } = open();
    assert.deepEqual(store.current(), emptyBook);
    assert.deepEqual([...workspace.writes, ...global.writes], []);
  });

  it("keeps changes for the next start, Me and absences in global state and the rest in the workspace", async () => {
    const { store, workspace, global } = open(filled());
    const absence = { ...note("a-1"), from: "2026-12-01", to: "2026-12-02" };
    await store.change([
      put("n-new"),
      { op: "put", kind: "absence", record: absence as unknown as Book["absence"][number] },
      { op: "me", me: { names: ["Rafi"], emails: [] } },
      { op: "remove", kind: "note", id: "n-call" },
    ]);
    const again = open({ workspace, global }).store.current();
    assert.deepEqual(again, store.current());
    assert.deepEqual(ids(again.note), ["n-coupon", "n-good", "n-new"]);
    assert.deepEqual(ids(again.absence), ["a-eid", "a-1"]);
    assert.deepEqual(again.me, { names: ["Rafi"], emails: [] });
    assert.deepEqual(global.writes.map(({ key }) => key), ["khobor.me"]);
    assert.deepEqual(workspace.writes.map(({ key }) => key), ["khobor.book"]);
  });

  it("reads every record of version 1 and writes it back as it was", async () => {
    const { store, workspace, global, reported } = open(filled());
    await store.change([put("n-new"), { op: "remove", kind: "note", id: "n-new" }, { op: "me", me: store.current().me }]);
    assert.deepEqual(workspace.get("khobor.book"), sample("book.v1"));
    assert.deepEqual(global.get("khobor.me"), sample("me.v1"));
    assert.deepEqual(reported, []);
  });

  it("tells the changes once they are kept, in the order in which they were asked for", async () => {
    const { store, workspace, told } = open();
    const kept: unknown[] = [];
    store.onDidChange(() => kept.push(...ids((workspace.get("khobor.book") as Book).note)));
    await Promise.all([store.change([put("n-1")]), store.change([put("n-2")])]);
    assert.deepEqual(told, [[put("n-1")], [put("n-2")]]);
    assert.deepEqual(kept, ["n-1", "n-1", "n-2"]);
    assert.deepEqual(ids(store.current().note), ["n-1", "n-2"]);
  });

  it("refuses a record that it could not read back, with all that came with it", async () => {
    const { store, workspace, told } = open();
    await assert.rejects(store.change([put("n-1"), put("n-2", "  ")]));
    assert.deepEqual(store.current(), emptyBook);
    assert.deepEqual([workspace.writes, told], [[], []]);
    await store.change([put("n-3")]);
    assert.deepEqual(ids(store.current().note), ["n-3"]);
  });

  it("a listener that throws stops no other", async () => {
    const { store, told, reported } = open();
    const other: unknown[] = [];
    store.onDidChange(() => {
      throw new Error("a tree that cannot paint");
    });
    store.onDidChange((changes) => other.push(changes));
    await store.change([put("n-1")]);
    assert.equal(told.length, 1);
    assert.equal(other.length, 1);
    assert.deepEqual(reported, ["a listener of the book failed"]);
  });
});

describe("a book on a disk that fails", () => {
  it("stays usable, tells once, and keeps everything with the next change that can be kept", async () => {
    const { store, workspace, told, reported, global } = open();
    workspace.broken = true;
    await store.change([put("n-1")]);
    await store.change([put("n-2")]);
    assert.deepEqual(ids(store.current().note), ["n-1", "n-2"]);
    assert.equal(told.length, 2);
    assert.deepEqual(reported, ["storage.notKept"]);
    workspace.broken = false;
    await store.change([put("n-3")]);
    assert.deepEqual(ids(open({ workspace, global }).store.current().note), ["n-1", "n-2", "n-3"]);
    workspace.broken = true;
    await store.change([put("n-4")]);
    assert.deepEqual(reported, ["storage.notKept", "storage.notKept"]);
  });

  it("is kept when the window is looked at again", async () => {
    const { store, workspace, global } = open();
    workspace.broken = true;
    await store.change([put("n-1")]);
    workspace.broken = false;
    await store.refresh();
    assert.deepEqual(ids(open({ workspace, global }).store.current().note), ["n-1"]);
  });
});

describe("a book that another window changes", () => {
  it("shows and tells the change on refresh", async () => {
    const { store, workspace, global, told } = open(filled());
    store.current();
    const other = open({ workspace: memoryMemento(), global });
    await other.store.change([{ op: "remove", kind: "absence", id: "a-eid" }]);
    assert.deepEqual(ids(store.current().absence), ["a-eid"]);
    await store.refresh();
    assert.deepEqual(store.current().absence, []);
    assert.deepEqual(told, [[{ op: "remove", kind: "absence", id: "a-eid" }]]);
    await store.refresh();
    assert.equal(told.length, 1);
    assert.deepEqual(workspace.writes, []);
  });

  it("keeps the other window's change beside its own, and tells both", async () => {
    const { store, global, told } = open(filled());
    store.current();
    const other = open({ global });
    await other.store.change([{ op: "remove", kind: "absence", id: "a-eid" }]);
    const me: BookChange = { op: "me", me: { names: ["Rafi"], emails: [] } };
    await store.change([me]);
    const kept = open({ global }).store.current();
    assert.deepEqual([kept.me.names, kept.absence], [["Rafi"], []]);
    assert.deepEqual(told, [[me, { op: "remove", kind: "absence", id: "a-eid" }]]);
  });

  it("keeps the other window's change also when its own could not be kept at first", async () => {
    const { store, global } = open(filled());
    global.broken = true;
    await store.change([{ op: "me", me: { names: ["Rafi"], emails: ["r@example.com"] } }]);
    global.broken = false;
    await open({ global }).store.change([{ op: "remove", kind: "absence", id: "a-eid" }]);
    await store.refresh();
    const kept = open({ global }).store.current();
    assert.deepEqual([kept.me.emails, kept.absence], [["r@example.com"], []]);
  });
});

describe("a book from a newer version", () => {
  const newer = () => ({ ...sample("book.v1"), version: 2, client: [{ id: "c-x", shape: "unknown" }, ...(sample("book.v1")["client"] as object[])] });

  it("is shown as far as it is understood, said once, and never written", async () => {
    const workspace = memoryMemento({ "khobor.book": newer() });
    const { store, told, reported, global } = open({ workspace });
    assert.deepEqual(ids(store.current().client), ["c-acme", "c-rahim"]);
    await assert.rejects(store.change([put("n-1"), { op: "me", me: { names: ["R"], emails: [] } }]), rejectsWith("storage.newer"));
    await store.refresh();
    assert.deepEqual(workspace.get("khobor.book"), newer());
    assert.deepEqual([workspace.writes, global.writes, told, store.setAside()], [[], [], [], []]);
    assert.deepEqual(reported, ["storage.newer"]);
  });

  it("still lets Me be changed, which lives elsewhere", async () => {
    const { store, global } = open({ workspace: memoryMemento({ "khobor.book": newer() }) });
    await store.change([{ op: "me", me: { names: ["Rafi"], emails: [] } }]);
    assert.deepEqual(open({ global }).store.current().me.names, ["Rafi"]);
  });

  it("is noticed when another window, just updated, writes it", async () => {
    const { store, global } = open(filled());
    store.current();
    global.values.set("khobor.me", { ...sample("me.v1"), version: 2 });
    await assert.rejects(store.change([{ op: "me", me: { names: [], emails: [] } }]), rejectsWith("storage.newer"));
    assert.deepEqual(store.current().me.names, ["Rafi"]);
    assert.deepEqual(global.writes, []);
  });
});
