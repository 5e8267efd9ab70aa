import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyBook, type Book, type BookChange } from "../../../src/core/book/book";
import type { Note } from "../../../src/core/book/note";
import { StorageProblem } from "../../../src/core/ports/book";
import type { Instant, Zone } from "../../../src/core/time/types";
import { withLock } from "../../../src/storage/book/lock";
import { createShelf } from "../../../src/storage/setAside";
import { createMachine, ids, newerFile, note, putNote as put } from "./bookMachine";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders, until } from "./tempFolder";

const temp = tempFolders();
const machine = () => createMachine(path.join(temp(), "book"));
/** A machine as the version before client files left it. */
const filled = () => {
  const one = machine();
  one.global.values.set("khobor.me", sample("me.v1"));
  return { ...one, workspace: memoryMemento({ "khobor.book": sample("book.v1") }) };
};
const rejectsWith = (id: string) => (error: unknown) => error instanceof StorageProblem && error.problem.id === id;
const rafi = { op: "me", me: { names: ["Rafi"], emails: ["r@example.com"] } } satisfies BookChange;

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

describe("a book on a disk that fails", () => {
  it("stays usable, tells once, and keeps everything with the next change that can be kept", async () => {
    const { open, folder, workspace } = machine();
    const { store, told, reported } = open({ workspace });
    writeFileSync(folder, "a file where the folder should be");
    await store.change([put("n-1")]);
    await store.change([put("n-2")]);
    assert.deepEqual(ids(store.current().note), ["n-1", "n-2"]);
    assert.equal(told.length, 2);
    assert.deepEqual(reported, ["storage.notKept"]);
    rmSync(folder);
    await store.change([put("n-3")]);
    const again = open().store;
    await again.known.bringHere(["c-acme"]);
    assert.deepEqual(ids(again.current().note), ["n-1", "n-2", "n-3"]);
    assert.equal(existsSync(path.join(folder, "client-c-acme.jsonl")), true);
    assert.deepEqual(reported, ["storage.notKept"]);
  });

  it("is kept when the window is looked at again", async () => {
    const { open, folder, workspace } = machine();
    const { store } = open({ workspace });
    writeFileSync(folder, "");
    await store.change([put("n-1")]);
    rmSync(folder);
    await store.refresh();
    const again = open().store;
    await again.known.bringHere(["c-acme"]);
    assert.deepEqual(ids(again.current().note), ["n-1"]);
  });

  it("keeps in the workspace what the disk refuses, also over a restart", async () => {
    const { open, folder, workspace } = machine();
    await open({ workspace }).store.change([put("n-0")]);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    await open({ workspace }).store.change([put("n-1"), { op: "remove", kind: "note", id: "n-0" }]);
    rmSync(folder);
    const { store } = open({ workspace });
    await store.refresh();
    const again = open().store;
    await again.known.bringHere(["c-acme"]);
    assert.deepEqual(ids(again.current().note), ["n-1"]);
  });

  it("is written anew where its folder has vanished", async () => {
    const { open, folder, workspace } = filled();
    const { store, reported } = open({ workspace });
    await store.change([put("n-1")]);
    rmSync(folder, { recursive: true });
    await store.refresh();
    assert.ok(existsSync(path.join(folder, "client-c-rahim.jsonl")));
    assert.ok(existsSync(path.join(folder, "me.jsonl")));
    assert.deepEqual(reported, []);
  });

  it("is read as far as it is whole where nothing may be written", async () => {
    const { open, folder, workspace } = machine();
    await open({ workspace }).store.change([put("n-1"), put("n-2")]);
    // No lock can be had here.
    rmSync(path.join(folder, "locks"), { recursive: true });
    writeFileSync(path.join(folder, "locks"), "");
    const knowing = () => memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } });
    const healthy = open({ workspace: knowing() });
    await healthy.store.refresh();
    assert.deepEqual([ids(healthy.store.current().note), healthy.reported], [["n-1", "n-2"], []]);

    const file = path.join(folder, "client-c-acme.jsonl");
    const cut = readFileSync(file).subarray(0, -30);
    writeFileSync(file, cut);
    const damaged = open({ workspace: knowing() });
    await damaged.store.refresh();
    assert.deepEqual([ids(damaged.store.current().note), damaged.reported], [["n-1"], ["storage.notKept"]]);
    assert.deepEqual(readFileSync(file), cut);
  });

  it("that another program holds is given up after a while, said in one sentence, and kept later", async () => {
    const { open, folder, workspace } = machine();
    const { store, reported } = open({ workspace });
    await store.change([put("n-1")]);
    const lock = path.join(folder, "locks", "client-c-acme");
    const hold = () => writeFileSync(lock, `1 ${Math.random()} another-machine`);
    hold();
    const again = setInterval(hold, 50);
    try {
      await store.change([put("n-2")]);
    } finally {
      clearInterval(again);
    }
    assert.deepEqual([ids(store.current().note), reported], [["n-1", "n-2"], ["storage.locked"]]);
    rmSync(lock);
    await store.refresh();
    assert.match(readFileSync(path.join(folder, "client-c-acme.jsonl"), "utf8"), /n-2/);
  }).timeout(20_000);
});

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

describe("a fork of the book", () => {
  /** Both changed while the files were out of reach for this window. */
  async function forked() {
    const { open, workspace } = machine();
    const { store, reported } = open({ workspace });
    await store.change([put("n-1", "as agreed"), put("n-2", "as agreed")]);
    const other = memoryMemento(workspace.all());
    const away = temp();
    const apart = open({ workspace: other, folder: path.join(away, "book") });
    await apart.store.refresh();
    rmSync(path.join(away, "book"), { recursive: true });
    writeFileSync(path.join(away, "book"), "");
    await apart.store.change([put("n-1", "said there", 2), put("n-3", "new there")]);
    await store.change([put("n-1", "said here", 2), put("n-2", "changed here", 2)]);
    return { open, store, reported, other };
  }

  it("is merged record by record, and the same record is kept twice", async () => {
    const { open, other } = await forked();
    const { store } = open({ workspace: other });
    await store.refresh();
    const texts = Object.fromEntries(store.current().note.map(({ id, text }) => [id, text]));
    assert.deepEqual([texts["n-2"], texts["n-3"]], ["changed here", "new there"]);
    const [conflict, ...more] = await store.conflicts.all();
    assert.deepEqual(more, []);
    assert.ok(conflict?.kind === "note");
    assert.deepEqual([conflict.kept.text, conflict.other.text].sort(), ["said here", "said there"]);
    assert.equal(texts["n-1"], conflict.kept.text);
  });

  it("is shown in every window until it is settled, and then in none", async () => {
    const { open, other, store: first } = await forked();
    const { store } = open({ workspace: other });
    let told = 0;
    await store.refresh();
    await first.refresh();
    first.conflicts.onDidChange(() => told++);
    const [conflict] = await first.conflicts.all();
    assert.ok(conflict?.kind === "note");
    await store.change([{ op: "put", kind: "note", record: { ...conflict.other, rev: 3 } }]);
    await store.conflicts.settle(conflict);
    await first.refresh();
    assert.deepEqual([await store.conflicts.all(), await first.conflicts.all()], [[], []]);
    // Told when it is settled, and before that if the watched file was seen between the two steps.
    assert.ok(told === 1 || told === 2, `told ${told} times`);
    assert.equal(first.current().note.find(({ id }) => id === "n-1")?.text, conflict.other.text);
  });

  it("of two windows that change one record at the same moment loses neither", async () => {
    const { open, workspace } = machine();
    const one = open({ workspace });
    await one.store.change([put("n-1", "as agreed")]);
    const two = open({ workspace: memoryMemento(workspace.all()) });
    await two.store.refresh();
    await Promise.all([one.store.change([put("n-1", "one", 2)]), two.store.change([put("n-1", "two", 2)])]);
    const [conflict] = await two.store.conflicts.all().then(async (found) => (found.length > 0 ? found : one.store.conflicts.all()));
    assert.ok(conflict?.kind === "note");
    assert.deepEqual([conflict.kept.text, conflict.other.text].sort(), ["one", "two"]);
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

describe("the details of the user on two machines that share one global state", () => {
  const mine = (signature: string, more: object = {}): BookChange => ({ op: "me", me: { names: ["Rafi"], emails: [], signature, ...more } });
  const signatureOf = ({ store }: { readonly store: { current(): Book } }) => store.current().me.signature;
  /** Both know the same Me. */
  async function twoMachines() {
    const global = memoryMemento();
    const [here, there] = [createMachine(path.join(temp(), "book")), createMachine(path.join(temp(), "book"))];
    const open = new Map<ReturnType<typeof createMachine>, { readonly store: { dispose(): void } }>();
    const restart = async (machine: ReturnType<typeof createMachine>) => {
      open.get(machine)?.store.dispose();
      const window = machine.open({ global });
      open.set(machine, window);
      await window.store.refresh();
      return window;
    };
    await (await restart(here)).store.change([mine("R")]);
    for (const machine of [here, there, here]) await restart(machine);
    return { global, here, there, restart };
  }

  it("follow what was changed on the other one", async () => {
    const { here, there, restart } = await twoMachines();
    await (await restart(here)).store.change([mine("Rafi")]);
    assert.equal(signatureOf(await restart(there)), "Rafi");
  });

  it("are asked about once where both changed the same", async () => {
    const { global, here, there, restart } = await twoMachines();
    const before = structuredClone(global.get("khobor.me"));
    await (await restart(here)).store.change([mine("Rafi", { digits: "latin" })]);
    const copy = structuredClone(global.get("khobor.me"));
    // The other one had not heard of it.
    await global.update("khobor.me", before);
    await (await restart(there)).store.change([mine("Rafi, Dhaka")]);
    await global.update("khobor.me", copy);
    const window = await restart(there);
    assert.deepEqual([signatureOf(window), window.store.current().me.digits], ["Rafi, Dhaka", "latin"]);
    const [conflict, ...more] = await window.store.conflicts.all();
    assert.ok(conflict?.kind === "me" && more.length === 0);
    assert.deepEqual([conflict.kept.signature, conflict.other.signature], ["Rafi, Dhaka", "Rafi"]);
    await window.store.conflicts.settle(conflict);
    assert.deepEqual(await (await restart(there)).store.conflicts.all(), []);
    assert.equal(signatureOf(await restart(here)), "Rafi, Dhaka");
  });

  it("are not taken back by a copy whose last writing was lost", async () => {
    const { global, here, restart } = await twoMachines();
    const { store } = await restart(here);
    await store.change([mine("second")]);
    const lost = structuredClone(global.get("khobor.me"));
    await store.change([mine("third")]);
    store.dispose();
    await global.update("khobor.me", lost);
    const window = await restart(here);
    assert.deepEqual([signatureOf(window), await window.store.conflicts.all()], ["third", []]);
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
