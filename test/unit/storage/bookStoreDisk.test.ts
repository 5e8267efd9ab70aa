import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createFilledMachine, createMachine, ids, putNote as put } from "./bookMachine";
import { memoryMemento } from "./memoryMemento";
import { tempFolders } from "./tempFolder";

const temp = tempFolders();
const machine = () => createMachine(path.join(temp(), "book"));
const filled = () => createFilledMachine(path.join(temp(), "book"));

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
    assert.deepEqual(reported, ["storage.notKept", "storage.keptAgain"]);
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
