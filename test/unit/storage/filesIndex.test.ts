import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { readShaped } from "../../../src/storage/files";
import { createFilesIndex } from "../../../src/storage/filesIndex";
import { tempFolders, until } from "./tempFolder";

const temp = tempFolders();
const shape = { upgrades: [], schema: v.object({ version: v.literal(1), text: v.string() }) };
const names = Array.from({ length: 40 }, (_, at) => `${at}.json`);

/** Forty files, of which the fourth is damaged. */
function made() {
  const home = temp();
  const folder = path.join(home, "files");
  const file = path.join(home, "index", "files.jsonl");
  mkdirSync(folder);
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  for (const name of names) write(name, JSON.stringify({ version: 1, text: `words of ${name}` }));
  write("4.json", "{");
  const open = (of = "words 1", writtenOnce = false) => {
    const read: string[] = [];
    const failures: string[] = [];
    const index = createFilesIndex({
      folder, file, of, writtenOnce,
      schema: shape.schema,
      read: (at) => {
        read.push(path.basename(at));
        return readShaped(at, shape);
      },
      failed: (detail) => failures.push(detail),
    });
    const texts = async (of = names) => {
      read.length = 0;
      return Object.fromEntries([...(await index.all(of))].map(([name, reading]) => [name, reading.is === "healthy" ? reading.value.text : reading.is]));
    };
    return { index, texts, read, failures };
  };
  return { folder, file, write, open, kept: (has: string) => until(() => statSync(file, { throwIfNoEntry: false }) !== undefined && readFileSync(file, "utf8").includes(has)) };
}
const whole = Object.fromEntries(names.map((name) => [name, name === "4.json" ? "damaged" : `words of ${name}`]));

describe("the kept index of many files", () => {
  it("says what they hold without reading them again, except the damaged one", async () => {
    const { open, kept } = made();
    const first = open();
    assert.deepEqual(await first.texts(), whole);
    assert.equal(first.read.length, 40);
    await kept("words of 39.json");
    const second = open();
    assert.deepEqual(await second.texts(), whole);
    assert.deepEqual([second.read, second.failures], [["4.json"], []]);
  });

  it("is made anew where it is gone, and where it is of another version", async () => {
    const { open, kept, file } = made();
    await open().texts();
    await kept("words of 39.json");
    const newer = open("words 2");
    assert.deepEqual(await newer.texts(), whole);
    assert.equal(newer.read.length, 40);
    await kept('"words 2"');
    rmSync(path.dirname(file), { recursive: true });
    assert.deepEqual(await open("words 2").texts(), whole);
    await kept("words of 39.json");
  });

  it("is made anew where it is damaged, wherever that is, and never believed", async function () {
    this.timeout(20_000);
    const { open, kept, file } = made();
    await open().texts();
    await kept("words of 39.json");
    const healthy = readFileSync(file);
    for (let at = 0; at < healthy.length; at += 131) {
      const spoilt = Buffer.from(healthy);
      spoilt[at] = (spoilt[at] as number) ^ 0x15;
      for (const bytes of [spoilt, healthy.subarray(0, at)]) {
        writeFileSync(file, bytes);
        const { texts, failures } = open();
        assert.deepEqual(await texts(), whole, `at ${at}`);
        assert.ok(failures.length <= 1);
        await until(() => readFileSync(file).length === healthy.length);
      }
    }
  });

  it("sees what was added, changed or removed since, also by another window", async () => {
    const { open, kept, write, folder } = made();
    await open().texts();
    await kept("words of 39.json");
    write("40.json", JSON.stringify({ version: 1, text: "added" }));
    write("7.json", JSON.stringify({ version: 1, text: "words of 7.JSON" }));
    utimesSync(path.join(folder, "8.json"), 1, 1);
    rmSync(path.join(folder, "9.json"));
    const second = open();
    const texts = await second.texts([...names.filter((name) => name !== "9.json"), "40.json"]);
    assert.deepEqual([texts["40.json"], texts["7.json"], texts["8.json"], texts["9.json"]], ["added", "words of 7.JSON", "words of 8.json", undefined]);
    assert.deepEqual(second.read.sort(), ["4.json", "40.json", "7.json", "8.json"]);
    // What is gone does not stay in it.
    await until(() => !readFileSync(path.join(folder, "..", "index", "files.jsonl"), "utf8").includes("words of 9.json"));
    await kept("added");
  });

  it("looks once only at files that never change", async () => {
    const { open, write } = made();
    const { texts, read } = open("words 1", true);
    await texts();
    write("7.json", JSON.stringify({ version: 1, text: "overwritten" }));
    assert.deepEqual(await texts(), whole);
    assert.deepEqual(read, ["4.json"]);
  });

  it("is done without where it cannot be kept", async () => {
    const { open, file } = made();
    writeFileSync(path.dirname(file), "");
    const { texts, failures } = open();
    assert.deepEqual(await texts(), whole);
    await until(() => failures.length === 1);
    assert.deepEqual(await texts(), whole);
  });
});
