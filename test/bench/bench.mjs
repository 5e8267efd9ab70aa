// npm run bench              lists the suites
// npm run bench -- NAME …    runs one, prints a table, writes out/bench/NAME.json; exits 1 where a goal is missed
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { compiledTemplates } from "../../build/templates.mjs";
import { outDir, root } from "../support/paths.mjs";
import { ensureInstalled } from "../support/ensure.mjs";

/**
 * A line of a suite's table. `goal` and `met` are absent where a figure is only worth knowing.
 * @typedef {{ what: string, on: string, ours: string, against: string, ratio: string, goal?: string, met?: boolean, raw?: unknown }} Row
 * @typedef {{ about: string, help?: string, run(args: readonly string[], say: (line: string) => void): Promise<{ rows: readonly Row[], notes?: readonly string[] }> }} Suite
 */

process.chdir(root);
const ending = /\.bench\.(ts|mjs)$/;
const suites = new Map(readdirSync(path.join(root, "test/bench")).filter((file) => ending.test(file)).map((file) => [file.replace(ending, ""), file]));
const [name, ...args] = process.argv.slice(2);
const file = suites.get(name ?? "");

if (file === undefined) {
  if (name !== undefined) console.error(`There is no suite "${name}".`);
  console.log("The suites; run one with npm run bench -- NAME:");
  for (const [suite, at] of suites) {
    const { about, help } = await load(at);
    console.log(`  ${suite.padEnd(10)} ${about}${help ? `\n${help.replace(/^/gm, " ".repeat(13))}` : ""}`);
  }
  process.exitCode = name === undefined ? 0 : 2;
} else {
  await ensureInstalled(console.error);
  const suite = await load(file);
  const began = Date.now();
  const { rows, notes = [] } = await suite.run(args, console.error);
  const missed = rows.filter(({ met }) => met === false);
  print(rows);
  for (const note of notes) console.log(note);
  console.log(`\n${missed.length === 0 ? "every goal met" : `${missed.length} of ${rows.filter(({ goal }) => goal).length} goals missed`}, in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  const report = path.join(outDir, "bench", `${name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memory: totalmem(), node: process.version, platform: process.platform };
  writeFileSync(report, `${JSON.stringify({ suite: name, at: new Date().toISOString(), machine, rows, notes }, undefined, 2)}\n`);
  console.log(`also in ${path.relative(root, report)}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

/**
 * A suite in TypeScript is bundled first. Packages stay outside, as in the tests.
 * @param {string} suite
 * @returns {Promise<Suite>}
 */
async function load(suite) {
  const source = path.join(root, "test/bench", suite);
  if (suite.endsWith(".mjs")) return import(pathToFileURL(source).href);
  const outfile = path.join(outDir, "bench", suite.replace(/ts$/, "mjs"));
  await build({ entryPoints: [source], outfile, bundle: true, platform: "node", target: "node20", format: "esm", packages: "external", plugins: [compiledTemplates], sourcemap: "linked", logLevel: "warning" });
  return import(pathToFileURL(outfile).href);
}

/** @param {readonly Row[]} rows */
function print(rows) {
  const head = ["", "on", "ours", "against", "ratio", "goal", ""];
  const lines = [head, ...rows.map(({ what, on, ours, against, ratio, goal = "", met }) => [what, on, ours, against, ratio, goal, met === undefined ? "" : met ? "✓" : "✗ missed"])];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  for (const line of lines) console.log(line.map((cell, at) => (at >= 2 && at <= 4 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join("  ").trimEnd());
}
