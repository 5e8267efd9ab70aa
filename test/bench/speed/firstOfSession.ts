import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/**
 * Milliseconds of the first draft in a process that has looked once at what is owed, with all that is loaded late for it, and of the median of those that
 * follow. The code is bundled, split and minified as it ships.
 */
export async function firstOfSession(repository: string, from: string, rounds: number): Promise<{ readonly first: readonly number[]; readonly next: readonly number[] }> {
  const folder = path.resolve("out/bench/session");
  const plugin = async (file: string, name: string) => ((await import(pathToFileURL(path.resolve(file)).href)) as Readonly<Record<string, Plugin>>)[name] as Plugin;
  const plugins = [await plugin("build/templates.mjs", "compiledTemplates"), await plugin("build/leftOut.mjs", "withoutDebugLog"), await plugin("build/leftOut.mjs", "withoutKeyStores")];
  await build({
    entryPoints: { draft: "test/bench/speed/clickToDraft.ts" }, outdir: folder, outExtension: { ".js": ".mjs" }, bundle: true, splitting: true, minify: true, platform: "node",
    target: "node20", format: "esm", logLevel: "warning", plugins,
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  });
  const asked = JSON.stringify({ repository, from });
  writeFileSync(
    path.join(folder, "session.mjs"),
    // What draft.mjs itself holds is loaded at activation.
    `import { drafting, watched } from "./draft.mjs";
// An extension host has these long since.
import "node:child_process"; import "node:crypto"; import "node:fs/promises"; import "node:os"; import "node:buffer";
await watched(${asked});
const draft = drafting(${asked});
const began = performance.now();
await draft();
const first = performance.now() - began;
const next = [];
for (let round = 0; round < 5; round++) { const again = performance.now(); await draft(); next.push(performance.now() - again); }
console.log(JSON.stringify([first, next.sort((a, b) => a - b)[2]]));`,
  );
  const first: number[] = [];
  const next: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [one = NaN, two = NaN] = JSON.parse(execFileSync(process.execPath, [path.join(folder, "session.mjs")], { encoding: "utf8" })) as number[];
    first.push(one);
    next.push(two);
  }
  return { first, next };
}
