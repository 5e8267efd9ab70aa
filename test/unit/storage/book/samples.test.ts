import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createMachine, ids } from "../bookMachine";
import { memoryMemento } from "../memoryMemento";
import { sample } from "../samples";
import { tempFolders } from "../tempFolder";

const temp = tempFolders();
const samples = "test/unit/storage/samples";

/** A machine as version 2 left it. */
function versionTwo() {
  const folder = path.join(temp(), "book");
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(samples, "client.v2.jsonl"), path.join(folder, "client-c-acme.jsonl"));
  cpSync(path.join(samples, "meFile.v2.jsonl"), path.join(folder, "me.jsonl"));
  return { folder, machine: createMachine(folder) };
}

describe("what version 2 stored", () => {
  it("is read from the files alone, and left as it was", async () => {
    const { folder, machine } = versionTwo();
    const { store, reported } = machine.open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } }) });
    await store.refresh();
    const book = store.current();
    assert.deepEqual([ids(book.client), ids(book.project), ids(book.note)], [["c-acme"], ["j-shop"], ["n-coupon"]]);
    assert.deepEqual([ids(book.milestone), ids(book.meeting), ids(book.invoice), ids(book.absence)].map((list) => list.length > 0), [true, true, true, true]);
    assert.deepEqual(book.me, sample("me.v1")["me"]);
    assert.deepEqual([reported, store.setAside()], [[], []]);
    assert.deepEqual(readFileSync(path.join(folder, "client-c-acme.jsonl")), readFileSync(path.join(samples, "client.v2.jsonl")));
  });

  it("is read from the workspace and the global state alone, and written to files again", async () => {
    const { machine } = versionTwo();
    const files = machine.open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } }) });
    await files.store.refresh();
    const global = memoryMemento({ "khobor.me": sample("me.v2") });
    const copy = createMachine(path.join(temp(), "book")).open({ workspace: memoryMemento({ "khobor.book": sample("book.v2") }), global });
    await copy.store.refresh();
    const acme = files.store.current();
    const here = copy.store.current();
    assert.deepEqual([here.me, here.absence, here.note[0]], [acme.me, acme.absence, acme.note[0]]);
    assert.deepEqual(ids(here.client), ["c-acme", "c-rahim"]);
    assert.deepEqual(copy.reported, []);
  });

  it("does not bring back from an old copy what the file knows to be gone", async () => {
    const { machine } = versionTwo();
    const { store } = machine.open({ workspace: memoryMemento({ "khobor.book": sample("book.v1") }) });
    await store.refresh();
    assert.deepEqual(ids(store.current().note), ["n-coupon", "n-good"]);
    assert.match(store.current().note[0]!.text, /Yes\.$/);
  });
});
