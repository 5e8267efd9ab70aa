import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { createMachine, ids, putNote } from "../bookMachine";
import { memoryMemento } from "../memoryMemento";
import { tempFolders } from "../tempFolder";

const temp = tempFolders();
const knowing = () => memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } });

/** A program that saves notes `<name>-0`, `<name>-1`… and says of each when it is kept. */
async function makeProgram(): Promise<string> {
  const folder = temp();
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, "saver.mjs");
  const contents = `
    import { writeSync } from "node:fs";
    import { createMachine, putNote } from "./test/unit/storage/bookMachine";
    import { memoryMemento } from "./test/unit/storage/memoryMemento";
    const [folder, name, count] = process.argv.slice(2);
    const { store } = createMachine(folder).open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme"] } }) });
    await store.refresh();
    writeSync(1, "ready\\n");
    for (let at = 0; at < Number(count); at++) {
      await store.change([putNote(name + "-" + at)]);
      writeSync(1, name + "-" + at + "\\n");
    }
    store.dispose();
  `;
  const built = await build({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", target: "node20", format: "esm", write: false, logLevel: "warning" });
  writeFileSync(outfile, built.outputFiles[0]!.contents);
  return outfile;
}

function start(program: string, args: readonly string[], said: (line: string) => void) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface(child.stdout);
  lines.on("line", said);
  return { child, ended: new Promise((resolve) => lines.on("close", resolve)) };
}

describe("a book in several processes", function () {
  this.timeout(60_000);

  it("loses nothing to four that write at once", async () => {
    const folder = path.join(temp(), "book");
    const program = await makeProgram();
    await Promise.all(["a", "b", "c", "d"].map((name) => start(program, [folder, name, "25"], () => undefined).ended));
    const { store, reported } = createMachine(folder).open({ workspace: knowing() });
    await store.refresh();
    const all = ["a", "b", "c", "d"].flatMap((name) => Array.from({ length: 25 }, (_, at) => `${name}-${at}`));
    assert.deepEqual(ids(store.current().note).sort(), all.sort());
    assert.deepEqual(reported, []);
  });

  it("loses nothing that was kept when one is killed, at whatever moment", async () => {
    const folder = path.join(temp(), "book");
    const program = await makeProgram();
    const kept = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const { child, ended } = start(program, [folder, `r${round}`, "10000"], (line) => {
        if (line === "ready") setTimeout(() => child.kill("SIGKILL"), 7 * round);
        else kept.add(line);
      });
      await ended;
      const { store, reported } = createMachine(folder).open({ workspace: knowing() });
      await store.refresh();
      const here = new Set(ids(store.current().note));
      assert.deepEqual([...kept].filter((id) => !here.has(id)), []);
      assert.deepEqual(reported, []);
      // And the next one can save at once.
      await store.change([putNote(`after-${round}`)]);
      kept.add(`after-${round}`);
      store.dispose();
    }
  });
});
