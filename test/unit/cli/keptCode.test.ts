import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { before } from "mocha";
import { runKept } from "../../../src/cli/keptCode";
import { temporaryFolder } from "../../support/gitRepo";

const version = `${process.version}-${process.arch}`;
const parts = Array.from({ length: 100 }, (_, at) => `part${at}`);
const source = `"use strict"; const path = require("node:path");
${parts.map((name) => `const ${name} = (x) => { const list = ["${name}", x]; return list.join(" "); };`).join("\n")}
module.exports = { greet: (name) => path.join("hello", [${parts.join()}].map((say) => say(name)).join()) };`;
const said = `hello/${parts.map((name) => `${name} Rafi`).join()}`;

describe("code that V8 keeps", () => {
  let folder: string;
  let files = 0;
  const builtin = createRequire(import.meta.url);
  before(() => {
    folder = temporaryFolder();
  });
  /** A file of a name that this process has not run yet: V8 remembers those. @param code lies beside it */
  function house(code?: Buffer): { readonly file: string; readonly kept: string } {
    const file = path.join(folder, `house${++files}.cjs`);
    writeFileSync(file, source);
    const kept = `${file}.${version}`;
    if (code) writeFileSync(kept, code);
    return { file, kept };
  }
  function run(file: string): void {
    const { exports, keep } = runKept(pathToFileURL(file), builtin);
    assert.equal((exports as { readonly greet: (name: string) => string }).greet("Rafi"), said);
    keep();
  }
  function wholeCode(): Buffer {
    const { file, kept } = house();
    run(file);
    return readFileSync(kept);
  }
  const isWhole = (code: Buffer) => code.length > 1000 && code.subarray(0, code.length / 2).equals(code.subarray(code.length / 2));

  it("runs without any, keeps it, and runs with it", () => {
    const code = wholeCode();
    assert.ok(isWhole(code));
    const { file, kept } = house(code);
    const { mtimeMs } = statSync(kept);
    run(file);
    assert.equal(statSync(kept).mtimeMs, mtimeMs);
    assert.deepEqual(readdirSync(folder).filter((name) => !name.endsWith(".cjs") && !name.endsWith(version)), []);
  });

  it("compiles where it is damaged, wherever that is, and mends it", () => {
    const code = wholeCode();
    const damaged = Array.from({ length: 40 }, (_, turn) => {
      const copy = Buffer.from(code);
      const at = Math.floor((turn * code.length) / 40);
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      return copy;
    });
    const cut = [0, 1, 10, code.length / 2, code.length - 2].map((length) => code.subarray(0, length));
    for (const bad of [...damaged, ...cut]) {
      const { file, kept } = house(bad);
      run(file);
      assert.ok(isWhole(readFileSync(kept)));
    }
  });

  it("compiles where V8 does not take it, as after another version", () => {
    const other = wholeCode();
    // The version stands in the first words, of both.
    for (const half of [0, other.length / 2]) other.writeUInt32LE(12345, half + 4);
    const { file, kept } = house(other);
    run(file);
    assert.ok(!readFileSync(kept).equals(other));
  });

  it("runs where nothing can be kept", () => {
    const { file, kept } = house();
    mkdirSync(path.join(kept, "in the way"), { recursive: true });
    run(file);
    assert.deepEqual(readdirSync(kept), ["in the way"]);
  });
});
