import assert from "node:assert/strict";
import { appendFileSync, copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createBookFile, type BookFile } from "../../../../src/storage/book/bookFile";
import { taken, type Content } from "../../../../src/storage/book/content";
import { bookVersion, headingIn, readImage } from "../../../../src/storage/book/image";
import { salvaged } from "../../../../src/storage/book/salvage";
import { ids, now, putNote } from "../bookMachine";
import { tempFolders } from "../tempFolder";

const temp = tempFolders();

function openFile(folder: string, wholeBelow?: number) {
  const told: string[] = [];
  const file = createBookFile({
    folder, name: "client-x", clock: { now: () => now }, wholeBelow,
    onHealed: () => told.push("healed"),
    onSetAside: (count) => told.push(`${count} set aside`),
  });
  return { file, told, at: path.join(folder, "client-x.jsonl") };
}
const puts = (...names: readonly string[]) => (content: Content) => taken(content, names.map((name) => ({ change: putNote(name, `মেসেজ ${name}`) })));
const notes = (file: BookFile) => ids(file.content().part.note).sort();
const names = (count: number, prefix = "n") => Array.from({ length: count }, (_, at) => `${prefix}-${String(at).padStart(2, "0")}`);

/** A file with some records saved as a whole and some added. */
async function filled() {
  const folder = temp();
  const { file, at } = openFile(folder, 0);
  await file.change(puts(...names(6)));
  for (const name of names(4, "added")) await file.change(puts(name));
  return { folder, file, at, bytes: readFileSync(at), all: [...names(4, "added"), ...names(6)] };
}

describe("a file of the book", () => {
  it("reads back what was saved and what was added, and saves anew nothing that is as it was", async () => {
    const { folder, at, bytes, all } = await filled();
    const { file, told } = openFile(folder);
    await file.look();
    await file.change((content) => content);
    assert.deepEqual(notes(file), all);
    assert.deepEqual([told, readFileSync(at)], [[], bytes]);
    assert.deepEqual(readdirSync(folder).sort(), ["client-x.jsonl", "locks"]);
  });

  it("has no version of a saving that failed, and none that grows with it", async () => {
    const folder = temp();
    const { file, at } = openFile(folder, 0);
    const versions = path.join(folder, "versions", "client-x");
    await file.change(puts("one"));
    const saved = readFileSync(at);
    // It is to be saved as a whole, and the lock is taken over meanwhile.
    const [lock, forced] = [path.join(folder, "locks", "client-x"), (content: Content): Content => ({ ...content, took: ["x"] })];
    await assert.rejects(file.change((content) => (writeFileSync(lock, "another"), forced(content))));
    assert.deepEqual([readdirSync(versions), readFileSync(at)], [[], saved]);
    rmSync(lock);
    // A crash between the two leaves the version tied to the file: what is added next is not added to it.
    const tied = path.join(versions, "20261125T060000000Z-1.jsonl");
    linkSync(at, tied);
    await file.change(puts("two"));
    assert.deepEqual(readFileSync(tied), saved);
    assert.deepEqual([notes(file).sort(), readdirSync(versions)], [["one", "two"], [path.basename(tied)]]);
  });

  it("leaves out a line that a crash left half written, and says nothing", async () => {
    const { folder, bytes, at, all } = await filled();
    const last = bytes.lastIndexOf("\n", bytes.length - 2) + 1;
    for (const cut of [last + 1, last + 20, bytes.length - 1]) {
      writeFileSync(at, bytes.subarray(0, cut));
      const { file, told } = openFile(folder);
      await file.look();
      assert.deepEqual(notes(file), all.filter((name) => name !== "added-03"));
      assert.deepEqual(told, []);
      assert.equal(readImage(readFileSync(at), () => now).is, "healthy");
    }
  });

  it("finds every whole line again, wherever the file was cut", async () => {
    const { bytes } = await filled();
    let from = 0;
    const lines = bytes.toString("utf8").split("\n").map((text) => ({ id: /"id":"([^"]+)"/.exec(text)?.[1], to: (from += Buffer.byteLength(text) + 1) - 1 }));
    for (let length = 0; length <= bytes.length; length++) {
      const found = new Set(ids(salvaged(bytes.subarray(0, length), () => now).part.note));
      for (const { id, to } of lines) if (id !== undefined && to <= length) assert.ok(found.has(id), `${id} at ${length}`);
    }
  });

  it("of an older version is saved as a whole when it is changed first, never added to", async () => {
    const folder = temp();
    const { file, told, at } = openFile(folder, 0);
    copyFileSync("test/unit/storage/samples/client.v2.jsonl", at);
    await file.look();
    const before = notes(file);
    await file.change(puts("n-new"));
    assert.deepEqual([headingIn(readFileSync(at))?.version, notes(file), told], [bookVersion, [...before, "n-new"].sort(), []]);
  });

  it("that is damaged is set aside, made whole from what is left and from an earlier version, and told of once", async () => {
    const folder = temp();
    const { file, at } = openFile(folder);
    await file.change(puts(...names(5)));
    await file.change(puts("n-99"));
    const bytes = readFileSync(at);
    bytes.fill(0, 300, 900);
    writeFileSync(at, bytes);
    const { file: again, told } = openFile(folder);
    await again.look();
    assert.deepEqual(notes(again), [...names(5), "n-99"]);
    const [aside] = readdirSync(path.join(folder, "damaged"));
    assert.deepEqual(readFileSync(path.join(folder, "damaged", aside!)), bytes);
    await openFile(folder).file.look();
    assert.deepEqual(told, ["healed"]);
    assert.equal(readdirSync(path.join(folder, "damaged")).length, 1);
  });

  it("of any bytes opens, and what they were is kept", async () => {
    for (const junk of ["", "not a book", Buffer.from([0xff, 0xfe, 0, 0x80]), '{"khobor":"book"}\n', "\n\n\n"]) {
      const folder = temp();
      const { file, at } = openFile(folder);
      mkdirSync(folder, { recursive: true });
      writeFileSync(at, junk);
      await file.change(puts("n-00"));
      assert.deepEqual(notes(openFile(folder).file), []);
      const { file: again } = openFile(folder);
      await again.look();
      assert.deepEqual(notes(again), ["n-00"]);
      assert.deepEqual(readFileSync(path.join(folder, "damaged", readdirSync(path.join(folder, "damaged"))[0]!)), Buffer.from(junk));
    }
  });

  it("that vanished or went back to an older saving is written from what is known", async () => {
    const { folder, file, at, bytes, all } = await filled();
    rmSync(at);
    await file.look();
    const { file: again } = openFile(folder);
    await again.look();
    assert.deepEqual(notes(again), all);
    await file.change(puts("n-new"));
    writeFileSync(at, bytes);
    await file.change(puts("n-newer"));
    await again.look();
    assert.deepEqual(notes(again), [...all, "n-new", "n-newer"].sort());
  });

  it("that went back to an older saving does not take Me back with it", async () => {
    const { file, at } = openFile(temp());
    const me = (signature: string) => (content: Content) => taken(content, [{ change: { op: "me", me: { names: ["Rafi"], emails: [], signature } } }]);
    await file.change(me("as it was"));
    const bytes = readFileSync(at);
    await file.change(me("as it is"));
    const { meWas } = file.content();
    writeFileSync(at, bytes);
    await file.look();
    const { file: again } = openFile(path.dirname(at));
    await again.look();
    for (const one of [file, again]) assert.deepEqual([one.content().part.me.signature, one.content().meWas], ["as it is", meWas]);
  });

  it("takes in what another process added while this one looked elsewhere", async () => {
    const { folder, file, all } = await filled();
    const other = openFile(folder, 0).file;
    await other.change(puts("n-other"));
    await file.change(puts("n-own"));
    await other.look();
    assert.deepEqual(notes(other), [...all, "n-other", "n-own"].sort());
  });

  it("sets aside a line that is whole and makes no sense, once", async () => {
    const { folder, at } = await filled();
    const { lineOf } = await import("../../../../src/storage/book/lines");
    appendFileSync(at, lineOf({ note: { id: "n-odd", mood: "sunny" } }));
    const { file, told } = openFile(folder);
    await file.look();
    const second = openFile(folder);
    await second.file.look();
    assert.deepEqual([told, second.told], [["1 set aside"], []]);
    assert.deepEqual(second.file.content().aside.map(({ raw }) => raw), [{ id: "n-odd", mood: "sunny" }]);
  });
});
