import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { HistoryEntry } from "../../../src/core/book/sentRecord";
import { StorageProblem } from "../../../src/core/ports/book";
import { createHistoryStore } from "../../../src/storage/historyStore";
import { sent, withdrawn } from "./historySamples";
import { listening } from "./logs";
import { tempFolders, until } from "./tempFolder";

const tempFolder = tempFolders();

function open(folder = path.join(tempFolder(), "deep", "sent")) {
  const heard = listening();
  const store = createHistoryStore({ folder, ...heard });
  let changes = 0;
  store.onDidChange(() => changes++);
  return { store, folder, ...heard, changes: () => changes };
}
const ids = (entries: readonly HistoryEntry[]) => entries.map(({ id }) => id).sort();

describe("the sent records", () => {
  it("touch no disk before they are asked for, and are none at first", async () => {
    const { store, folder } = open();
    assert.equal(existsSync(folder), false);
    assert.deepEqual(await store.all(), []);
    store.dispose();
  });

  it("are kept for the next start, each in a file of its own", async () => {
    const { store, folder, changes } = open();
    await store.add(sent("r-1"));
    await store.add(withdrawn("w-1", "r-1"));
    assert.equal(changes(), 2);
    assert.deepEqual(readdirSync(folder).sort(), ["r-1.json", "w-1.json"]);
    const again = open(folder);
    assert.deepEqual(new Set(await again.store.all()), new Set([sent("r-1"), withdrawn("w-1", "r-1")]));
    store.dispose();
    again.store.dispose();
  });

  it("read version 1 as it was written", async () => {
    const { store, folder } = open();
    mkdirSync(folder, { recursive: true });
    for (const name of ["sent.v1", "withdrawn.v1"]) copyFileSync(`test/unit/storage/samples/${name}.json`, path.join(folder, `${name}.json`));
    const read = new Map((await store.all()).map((entry) => [entry.what, entry]));
    for (const what of ["sent", "withdrawn"] as const) {
      const stored = JSON.parse(readFileSync(`test/unit/storage/samples/${what}.v1.json`, "utf8")) as object;
      // Version 1 knew no other way out than the clipboard.
      assert.deepEqual(read.get(what), { ...stored, version: 2, ...(what === "sent" && { outcome: "handedOver" }) });
    }
    store.dispose();
  });

  it("are written once: the same again changes nothing, and another by its id is refused", async () => {
    const { store, folder } = open();
    await store.add(sent("r-1"));
    await store.add(sent("r-1"));
    await assert.rejects(
      store.add(sent("r-1", { text: "something else" })),
      (error) => error instanceof StorageProblem && error.problem.id === "storage.sentNotKept",
    );
    assert.deepEqual(await store.all(), [sent("r-1")]);
    assert.deepEqual(await open(folder).store.all(), [sent("r-1")]);
  });

  it("refuse what could not be read back, and say so where the disk refuses", async () => {
    const { store, folder } = open();
    await assert.rejects(store.add(sent("r-1", { at: "yesterday" as never })));
    assert.equal(existsSync(folder), false);
    const file = path.join(tempFolder(), "a file");
    writeFileSync(file, "");
    const nowhere = open(file);
    await assert.rejects(nowhere.store.add(sent("r-1")), (error) => error instanceof StorageProblem && error.problem.id === "storage.sentNotKept");
    await assert.rejects(nowhere.store.all(), (error) => error instanceof StorageProblem && error.problem.id === "storage.historyUnreadable");
    assert.equal(nowhere.changes(), 0);
  });

  it("stay inside their folder whatever an id is", async () => {
    const { store, folder } = open();
    const odd = ["../out", "a/b", "A", "a", "con", ".hidden", "খবর"];
    for (const id of odd) await store.add(sent(id));
    assert.equal(readdirSync(folder).length, odd.length);
    assert.deepEqual(readdirSync(path.dirname(folder)), ["sent"]);
    assert.deepEqual(ids(await open(folder).store.all()), odd.sort());
  });

  it("are read once: only new files are read again", async () => {
    const { store, folder } = open();
    await store.add(sent("r-1"));
    await store.all();
    writeFileSync(path.join(folder, "r-1.json"), "overwritten by something else");
    writeFileSync(path.join(folder, "r-2.json"), JSON.stringify(sent("r-2")));
    assert.deepEqual(ids(await store.all()), ["r-1", "r-2"]);
    rmSync(path.join(folder, "r-2.json"));
    assert.deepEqual(ids(await store.all()), ["r-1"]);
    store.dispose();
  });

  it("are not doubled by a copied file, nor by one that is still being written", async () => {
    const { store, folder } = open();
    await store.add(sent("r-1"));
    copyFileSync(path.join(folder, "r-1.json"), path.join(folder, "r-1 copy.json"));
    writeFileSync(path.join(folder, ".r-2.json.0a1b.tmp"), "{");
    writeFileSync(path.join(folder, ".DS_Store"), "x");
    assert.deepEqual(await open(folder).store.all(), [sent("r-1")]);
  });

  it("name a damaged file once, leave it as it is, and read it when it has been made whole", async () => {
    const { store, folder, told } = open();
    await store.add(sent("r-1"));
    const file = path.join(folder, "r-2.json");
    writeFileSync(file, '{"version":1,"what":"sent"');
    assert.deepEqual(ids(await store.all()), ["r-1"]);
    assert.deepEqual(ids(await store.all()), ["r-1"]);
    assert.deepEqual(store.problems().map((problem) => problem.file), [file]);
    assert.deepEqual(told, ["storage.sentUnreadable"]);
    assert.equal(readFileSync(file, "utf8"), '{"version":1,"what":"sent"');
    writeFileSync(file, JSON.stringify(sent("r-2")));
    assert.deepEqual(ids(await store.all()), ["r-1", "r-2"]);
    assert.deepEqual(store.problems(), []);
    store.dispose();
  });

  it("tell of a record that another window adds, and not twice of their own", async () => {
    const mine = open();
    await mine.store.all();
    const other = open(mine.folder);
    await other.store.all();
    await other.store.add(sent("r-1"));
    await until(() => mine.changes() > 0);
    assert.deepEqual(ids(await mine.store.all()), ["r-1"]);
    assert.equal(other.changes(), 1);
    mine.store.dispose();
    await other.store.add(sent("r-2"));
    utimesSync(path.join(mine.folder, "r-2.json"), 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(mine.changes(), 1);
    assert.equal(other.changes(), 2);
    other.store.dispose();
  });

  it("lose no healthy one, wherever a file is cut", async function () {
    this.timeout(30_000);
    const { store, folder } = open();
    await store.add(sent("r-1"));
    await store.add(sent("r-2"));
    const whole = readFileSync(path.join(folder, "r-2.json"));
    // The last byte is the line's end, without which the record is whole.
    for (let length = 0; length < whole.length - 1; length++) {
      writeFileSync(path.join(folder, "r-2.json"), whole.subarray(0, length));
      const { store: reader, told } = open(folder);
      assert.deepEqual(await reader.all(), [sent("r-1")], `cut at ${length}`);
      assert.deepEqual([reader.problems().length, told.length], [1, 1]);
      reader.dispose();
    }
    writeFileSync(path.join(folder, "r-2.json"), whole);
    assert.deepEqual(ids(await open(folder).store.all()), ["r-1", "r-2"]);
    store.dispose();
  });

  it("come whole from a folder of two thousand", async function () {
    this.timeout(20_000);
    const { store, folder } = open();
    mkdirSync(folder, { recursive: true });
    for (let at = 0; at < 2000; at++) writeFileSync(path.join(folder, `r-${at}.json`), JSON.stringify(sent(`r-${at}`)));
    assert.equal((await store.all()).length, 2000);
    store.dispose();
  });

  it("of a newer version are left as they are, and said once", async () => {
    const { store, folder, told } = open();
    await store.add(sent("r-1"));
    const newer = JSON.stringify({ ...sent("r-2"), version: 99, mood: "sunny" });
    writeFileSync(path.join(folder, "r-2.json"), newer);
    assert.deepEqual(ids(await store.all()), ["r-1"]);
    await store.all();
    assert.deepEqual([told, readFileSync(path.join(folder, "r-2.json"), "utf8")], [["storage.newer"], newer]);
    await assert.rejects(store.add(sent("r-2")));
    store.dispose();
  });

  it("come from a kept index, with what another window has added since", async () => {
    const folder = path.join(tempFolder(), "sent");
    const index = path.join(path.dirname(folder), "index", "sent.jsonl");
    const first = createHistoryStore({ folder, index, ...listening() });
    for (let at = 0; at < 40; at++) await first.add(sent(`r-${at}`));
    await first.all();
    await until(() => existsSync(index));
    await open(folder).store.add(sent("r-new"));
    rmSync(path.join(folder, "r-3.json"));
    for (const spoil of [false, true]) {
      if (spoil) writeFileSync(index, readFileSync(index, "utf8").replaceAll("ফাঁকা", "ফাকা"));
      const again = createHistoryStore({ folder, index, ...listening() });
      const all = await again.all();
      assert.deepEqual([all.length, all.find(({ id }) => id === "r-3"), all.find(({ id }) => id === "r-new")], [40, undefined, sent("r-new")]);
      assert.deepEqual(all.find(({ id }) => id === "r-7"), sent("r-7"));
      again.dispose();
    }
    first.dispose();
  });
});
