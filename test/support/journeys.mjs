// node test/support/journeys.mjs RESULTS.json [NAME…] — test/journey/NAME.journey.mjs, all where none is named: each in a process of its own.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { outDir, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { incomplete, readResults } from "./results.mjs";
import { withSecondTry } from "./secondTry.mjs";

const [resultsFile, ...names] = process.argv.slice(2);
const folder = path.join(root, "test/journey");
const all = readdirSync(folder).filter((name) => name.endsWith(".journey.mjs")).map((name) => name.replace(".journey.mjs", "")).sort();
const unknown = names.filter((name) => !all.includes(name));
if (!resultsFile || unknown.length > 0) {
  console.error(`Usage: node journeys.mjs RESULTS.json [NAME…]; the journeys: ${all.join(", ")}.`);
  process.exit(2);
}

/**
 * @param {string} name
 * @returns {Promise<import("./recorder.mjs").TestResult[]>}
 */
async function travel(name) {
  const part = path.join(outDir, "journeys", `${name}.json`);
  mkdirSync(path.dirname(part), { recursive: true });
  rmSync(part, { force: true });
  // one step stands on the one before it: what comes after a failed one would show nothing
  const args = ["test/support/mocha.mjs", part, path.join(folder, `${name}.journey.mjs`), "--bail", "--timeout", "90000"];
  const { code, timedOut } = await run(process.execPath, args, { cwd: root, seconds: 300, onLine: console.log });
  const results = readResults(part);
  const tests = results?.tests ?? [];
  if (tests.some(({ state }) => state === "failed")) return tests;
  const problem = timedOut ? "it was stopped after 300 s" : (incomplete(results) ?? (code === 0 ? undefined : `it ended with exit code ${code}`));
  return problem === undefined ? tests : [...tests, { state: "failed", title: `the journey ${name} is to run to its end`, ms: 0, error: problem }];
}

/** @type {import("./recorder.mjs").Results & { again: string[] }} */
const results = { done: false, tests: [], again: [] };
const save = () => writeFileSync(resultsFile, JSON.stringify(results, null, 1));
mkdirSync(path.dirname(resultsFile), { recursive: true });
for (const name of names.length > 0 ? names : all) {
  const { tests, again } = await withSecondTry(() => travel(name));
  results.tests.push(...tests);
  results.again.push(...again);
  save();
}
results.done = true;
save();
const failed = results.tests.filter(({ state }) => state === "failed").length;
console.log(`${results.tests.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
