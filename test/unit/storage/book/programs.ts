import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** Bundles into this folder a program out of these lines, with `folder` and `args` from the command line and a `store` that knows two clients. */
export async function makeProgram(folder: string, lines: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, "program.mjs");
  const contents = `
    import { writeSync } from "node:fs";
    import { createMachine, note, putNote } from "./test/unit/storage/bookMachine";
    import { memoryMemento } from "./test/unit/storage/memoryMemento";
    const [folder, ...args] = process.argv.slice(2);
    const say = (text) => writeSync(1, text + "\\n");
    const { store, reported } = createMachine(folder).open({ workspace: memoryMemento({ "khobor.book": { version: 2, belongs: ["c-acme", "c-rahim"] } }) });
    await store.refresh();
    say("ready");
    ${lines}
    store.dispose();
  `;
  const built = await build({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", target: "node20", format: "esm", write: false, logLevel: "warning" });
  writeFileSync(outfile, built.outputFiles[0]!.contents);
  return outfile;
}
