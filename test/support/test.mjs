// npm test [-- STAGE…] — installs and builds what is missing, runs every stage, ends with "N passed, N failed".
import { rmSync } from "node:fs";
import { ensure } from "./ensure.mjs";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { incomplete, readResults } from "./results.mjs";
import { lanes } from "./stages.mjs";

/** @typedef {import("./stages.mjs").Stage} Stage */
/** @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, notes: string[], again: string[] }} Outcome */

const wanted = process.argv.slice(2);
const stages = lanes.flat();
const width = Math.max(...stages.map((stage) => stage.name.length));
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(", ")}. The stages:`);
  for (const stage of stages) console.error(`  ${stage.name.padEnd(width)}  ${stage.about}`);
  process.exit(2);
}

/**
 * @param {Stage} stage
 * @returns {Promise<Outcome>}
 */
async function runStage(stage) {
  const began = Date.now();
  // two stages may speak at the same time: every line says whose it is
  const say = (/** @type {string} */ line) => console.log(`${stage.name.padEnd(width)} │ ${line}`);
  if (stage.results) rmSync(stage.results, { force: true });
  const [command, args] = stage.command;
  const { code, timedOut } = await run(command, args, { cwd: root, seconds: stage.seconds, onLine: say, ...(stage.nice !== undefined && { nice: stage.nice }) });
  /** @type {import("./recorder.mjs").Results | undefined} */
  const results = stage.results ? readResults(stage.results) : { done: true, tests: [{ state: code === 0 ? "passed" : "failed", title: stage.about, ms: 0 }] };
  const count = (/** @type {string} */ state) => results?.tests.filter((test) => test.state === state).length ?? 0;
  /** @type {Outcome} */
  const outcome = { name: stage.name, passed: count("passed"), failed: count("failed"), skipped: count("skipped"), seconds: (Date.now() - began) / 1000, notes: [], again: results?.again ?? [] };
  if (timedOut) outcome.notes.push(`stopped after ${stage.seconds} s`);
  else if (code !== 0 && outcome.failed === 0) outcome.notes.push(`ended with exit code ${code}`);
  const problem = incomplete(results);
  if (problem) outcome.notes.push(problem);
  // something that no test shows is wrong: it counts as one more failure
  if (outcome.notes.length > 0) outcome.failed++;
  for (const note of outcome.notes) say(`✗ ${note}`);
  return outcome;
}

/** @param {readonly Stage[]} lane */
async function runLane(lane) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const stage of lane) if (wanted.length === 0 || wanted.includes(stage.name)) outcomes.push(await runStage(stage));
  return outcomes;
}

const began = Date.now();
/** @type {Outcome[]} */
let outcomes = [];
try {
  await ensure({ tests: true });
  outcomes = (await Promise.all(lanes.map(runLane))).flat();
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  outcomes = [{ name: "build", passed: 0, failed: 1, skipped: 0, seconds: 0, notes: [], again: [] }];
}

console.log("");
for (const { name, passed, failed, skipped, seconds, again } of outcomes) {
  console.log(`${failed > 0 ? "✗" : "✓"} ${name.padEnd(width)}  ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""} (${seconds.toFixed(1)} s)`);
  for (const title of again) console.log(`  tried twice: ${title}`);
}
console.log(`  ${((Date.now() - began) / 1000).toFixed(1)} s in all\n`);
const sum = (/** @type {"passed" | "failed"} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") > 0 || sum("passed") === 0 ? 1 : 0);
