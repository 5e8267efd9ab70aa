import assert from "node:assert/strict";
import path from "node:path";
import type { Book, BookChange } from "../../../src/core/book/book";
import type { Note } from "../../../src/core/book/note";
import type { Zone } from "../../../src/core/time/types";
import { createFilledMachine, createMachine, ids, newerFile, putNote as put, rafi, rejectsWith } from "./bookMachine";
import { memoryMemento } from "./memoryMemento";
import { tempFolders, until } from "./tempFolder";

const temp = tempFolders();
const machine = () => createMachine(path.join(temp(), "book"));
const filled = () => createFilledMachine(path.join(temp(), "book"));

describe("a book that another window changes", () => {
  it("shows and tells the change by itself", async () => {
    const { open, workspace } = filled();
    const { store, told } = open({ workspace });
    await store.refresh();
    const other = open({ workspace: memoryMemento(workspace.all()) });
    await other.store.change([{ op: "remove", kind: "absence", id: "a-eid" }, put("n-other")]);
    await until(() => ids(store.current().note).includes("n-other") && store.current().absence.length === 0);
    assert.deepEqual(told.flat().map(({ op }) => op).sort(), ["put", "remove"]);
    await store.refresh();
    assert.equal(told.flat().length, 2);
  });

  it("tells that a file was touched, also of a client who is of another workspace", async () => {
    const { open, workspace } = filled();
    const other = open({ workspace });
    await other.store.refresh();
    const { store, told } = open({ workspace: memoryMemento() });
    await store.refresh();
    let touched = 0;
    store.onDidTouch(() => touched++);
    await other.store.change([put("n-other")]);
    await until(() => touched > 0);
    assert.deepEqual(told.flat(), []);
    const [acme] = await store.known.all();
    assert.ok(ids(acme?.note ?? []).includes("n-other"));
  });

  it("keeps the other window's change beside its own, and tells both", async () => {
    const { open, workspace } = filled();
    const { store, told } = open({ workspace });
    await store.refresh();
    await open().store.change([{ op: "remove", kind: "absence", id: "a-eid" }]);
    await store.change([rafi]);
    assert.deepEqual([store.current().me.names, store.current().absence], [["Rafi"], []]);
    assert.deepEqual(told.flat().map(({ op }) => op).sort(), ["me", "remove"]);
  });

  it("shares a client that belongs to both workspaces", async () => {
    const { open, workspace } = filled();
    const one = open({ workspace });
    const two = open();
    assert.deepEqual(ids((await one.store.known.all()).map(({ client }) => client)), ["c-acme", "c-rahim"]);
    assert.deepEqual(ids((await two.store.known.all()).map(({ client }) => client)), ["c-acme", "c-rahim"]);
    await two.store.known.bringHere(["c-acme"]);
    assert.deepEqual(ids(two.store.current().client), ["c-acme"]);
    await two.store.change([put("n-two")]);
    await one.store.refresh();
    assert.ok(ids(one.store.current().note).includes("n-two"));
    await two.store.known.leaveHere(["c-acme"]);
    assert.deepEqual([two.store.current().client, two.store.current().note], [[], []]);
    await one.store.refresh();
    assert.ok(ids(one.store.current().note).includes("n-two"));
  });

  it("does not bring back what the other one took out", async () => {
    const { open, workspace } = filled();
    const stale = memoryMemento(workspace.all());
    await open({ workspace }).store.change([{ op: "remove", kind: "note", id: "n-call" }]);
    const { store } = open({ workspace: stale });
    assert.ok(ids(store.current().note).includes("n-call"));
    await store.refresh();
    assert.ok(!ids(store.current().note).includes("n-call"));
  });
});

describe("two changes to one record in one window, at the same moment", () => {
  const tag = (change: (now: Note) => Partial<Note>, store: { current(): Book }): BookChange => {
    const now = store.current().note.find(({ id }) => id === "n-1") as Note;
    return { op: "put", kind: "note", record: { ...now, ...change(now), rev: now.rev + 1 } };
  };

  it("build on each other: the second is made from the first", async () => {
    const { store } = machine().open();
    await store.change([put("n-1")]);
    const first = store.change([tag(() => ({ text: "first" }), store)]);
    assert.equal(store.current().note[0]?.text, "first");
    await Promise.all([first, store.change([tag(() => ({ forUpdate: true }), store)])]);
    assert.deepEqual(store.current().note.map(({ text, forUpdate, rev }) => ({ text, forUpdate, rev })), [{ text: "first", forUpdate: true, rev: 3 }]);
    assert.deepEqual(await store.conflicts.all(), []);
  });

  it("are both kept, one waiting, where the second was made before the first", async () => {
    const { store } = machine().open();
    await store.change([put("n-1")]);
    const [one, two] = [tag(() => ({ text: "one" }), store), tag(() => ({ text: "two" }), store)];
    await Promise.all([store.change([one]), store.change([two])]);
    const [conflict] = await store.conflicts.all();
    assert.ok(conflict?.kind === "note");
    assert.deepEqual([conflict.kept.text, conflict.other.text].sort(), ["one", "two"]);
  });

  it("to Me merge field by field", async () => {
    const { store } = machine().open();
    await store.change([rafi]);
    const change = (fields: object) => store.change([{ op: "me", me: { ...store.current().me, ...fields } }]);
    await Promise.all([change({ names: ["Rafiq"] }), change({ emails: ["rafiq@example.com"] })]);
    assert.deepEqual(store.current().me, { names: ["Rafiq"], emails: ["rafiq@example.com"] });
  });

  it("are taken back from sight where the file is a newer version's", async () => {
    const { folder, open } = machine();
    const { store } = open();
    await store.change([put("n-1")]);
    newerFile(path.join(folder, "client-c-acme.jsonl"));
    const first = store.change([tag(() => ({ text: "first" }), store)]);
    await assert.rejects(first, rejectsWith("storage.newer"));
    assert.equal(store.current().note[0]?.text, "Call Sara");
  });
});

describe("a change of the user's details that was made from an older state of them", () => {
  it("keeps what another window changed meanwhile, and asks where both changed the same field", async () => {
    const { open } = machine();
    const [one, two] = [open(), open()];
    await one.store.change([rafi]);
    await two.store.refresh();
    const was = two.store.current().me;
    await one.store.change([{ op: "me", me: { ...was, signature: "Rafi, from window one", zone: "Asia/Dhaka" as Zone }, was }]);
    await two.store.refresh();
    // The form was opened before that, and is closed now.
    await two.store.change([{ op: "me", me: { ...was, names: ["Rafiq"] }, was }]);
    assert.deepEqual(two.store.current().me, { ...was, names: ["Rafiq"], signature: "Rafi, from window one", zone: "Asia/Dhaka" });
    assert.deepEqual(await two.store.conflicts.all(), []);
    await two.store.change([{ op: "me", me: { ...was, signature: "Rafi, from window two" }, was }]);
    const [conflict] = await two.store.conflicts.all();
    assert.ok(conflict?.kind === "me");
    assert.deepEqual([conflict.kept.signature, conflict.other.signature].sort(), ["Rafi, from window one", "Rafi, from window two"]);
    assert.equal(conflict.kept.zone, "Asia/Dhaka");
  });
});
