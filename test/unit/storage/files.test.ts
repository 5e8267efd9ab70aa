import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { readBounded, readShaped, writeOnce, writeWhole } from "../../../src/storage/files";
import { canOnlyRead, onlyRead } from "./onlyRead";
import { tempFolders } from "./tempFolder";

const tempFolder = tempFolders();
const shape = { upgrades: [], schema: v.object({ version: v.literal(1), name: v.string() }) };

describe("files", () => {
  it("writes whole, over what is there, and leaves nothing beside it", async () => {
    const file = path.join(tempFolder(), "a.json");
    await writeWhole(file, "old");
    await writeWhole(file, "খবর");
    assert.equal(readFileSync(file, "utf8"), "খবর");
    assert.deepEqual(readdirSync(path.dirname(file)), ["a.json"]);
    if (process.platform !== "win32") assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it("writes once, and never over what is there", async () => {
    const file = path.join(tempFolder(), "a.json");
    await Promise.allSettled(["one", "two", "three"].map((text) => writeOnce(file, text)));
    const text = readFileSync(file, "utf8");
    await assert.rejects(writeOnce(file, "late"), { code: "EEXIST" });
    assert.equal(readFileSync(file, "utf8"), text);
    assert.deepEqual(readdirSync(path.dirname(file)), ["a.json"]);
  });

  it("leaves the old text and no rubbish where it cannot write", async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, "taken"));
    await assert.rejects(writeWhole(path.join(folder, "taken"), "text"));
    await assert.rejects(writeWhole(path.join(folder, "no", "folder.json"), "text"), { code: "ENOENT" });
    assert.deepEqual(readdirSync(folder), ["taken"]);
  });

  if (canOnlyRead()) {
    // As a virus scanner or a backup does on Windows.
    it("waits for who holds a place for a moment, and leaves the old text where it is held for long", async () => {
      const [folder, by] = [tempFolder(), tempFolder()];
      const file = path.join(folder, "a.json");
      writeFileSync(file, "old");
      let release = onlyRead(folder);
      setTimeout(() => release(), 70);
      await writeWhole(file, "new", by);
      assert.equal(readFileSync(file, "utf8"), "new");
      release = onlyRead(folder);
      try {
        await assert.rejects(writeWhole(file, "never", by), ({ code }: NodeJS.ErrnoException) => code === "EPERM" || code === "EACCES");
      } finally {
        release();
      }
      assert.deepEqual([readFileSync(file, "utf8"), readdirSync(folder), readdirSync(by)], ["new", ["a.json"], []]);
    });
  }

  it("tells healthy, missing and damaged files apart", async () => {
    const folder = tempFolder();
    const read = async (name: string, bytes?: string | Buffer) => {
      const file = path.join(folder, name);
      if (bytes !== undefined) writeFileSync(file, bytes);
      return (await readShaped(file, shape)).is;
    };
    assert.deepEqual(await readShaped(path.join(folder, "none"), shape), { is: "missing" });
    writeFileSync(path.join(folder, "good"), '{"version":1,"name":"Sara"}');
    assert.deepEqual(await readShaped(path.join(folder, "good"), shape), { is: "healthy", value: { version: 1, name: "Sara" } });
    assert.equal(await read("good/deeper"), "missing");
    assert.equal(await read("shape", '{"version":1,"name":7}'), "damaged");
    assert.equal(await read("cut", '{"version":1,"name":"Sa'), "damaged");
    assert.equal(await read("newer", '{"version":2,"name":7}'), "newer");
    assert.equal(await read("no version", '{"name":"Sara"}'), "damaged");
    assert.equal(await read("empty", ""), "damaged");
    assert.equal(await read("bytes", Buffer.from([0x22, 0xff, 0x22])), "damaged");
    mkdirSync(path.join(folder, "folder"));
    assert.equal(await read("folder"), "damaged");
    assert.equal((await readBounded(path.join(folder, "good"), 4)).is, "damaged");
  });

  it("rejects where the disk refuses, which is not damage", async function () {
    const file = path.join(tempFolder(), "a.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0);
    // Who may read everything, as root may, meets no refusal.
    if (process.getuid?.() === 0) assert.equal((await readShaped(file, shape)).is, "damaged");
    else await assert.rejects(readShaped(file, shape), { code: "EACCES" });
  });

  it("holds one of the texts, whole, after a kill while writing", async function () {
    this.timeout(20_000);
    const folder = tempFolder();
    const file = path.join(folder, "a.json");
    // What the writer does, spelled out: it has to run as a process of its own.
    const texts = ["a".repeat(300_000), "b".repeat(300_000)];
    await writeWhole(file, texts[0]!);
    const writer = path.join(folder, "writer.mjs");
    writeFileSync(writer, `const { writeWhole } = await import(process.argv[2]); for (let i = 0; ; i++) { await writeWhole(process.argv[3], (i % 2 ? "a" : "b").repeat(300000)); if (i === 0) process.send("on"); }`);
    const built = await buildFiles(folder);
    for (let round = 0; round < 5; round++) {
      const child = fork(writer, [built, file], { stdio: "ignore" });
      await new Promise((resolve) => child.once("message", resolve));
      await new Promise((resolve) => setTimeout(resolve, 5 + round * 7));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      assert.ok(texts.includes(readFileSync(file, "utf8")), `round ${round}`);
    }
  });
});

/** files.ts as a module that a bare node can load. */
async function buildFiles(folder: string): Promise<string> {
  const esbuild = await import("esbuild");
  const outfile = path.join(folder, "files.mjs");
  await esbuild.build({ entryPoints: ["src/storage/files.ts"], bundle: true, platform: "node", format: "esm", outfile });
  return outfile;
}
