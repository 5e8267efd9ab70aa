// Do the drafts say what a good human would have said?
//   node test/bench/words.bench.mjs [--data DIR] [--no-peers] [--ranges]
// DIR holds one JSON file a range of commits, with the lines that a human wrote about it; by default the small set made for
// this project. Exits with 1 where a goal is missed.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { goals, missed } from "./words/goals.mjs";
import { peers } from "./words/peers.mjs";
import { mean, score } from "./words/score.mjs";
import { loadSummarise } from "./words/summarise.mjs";
import { printBreakdown, printHead, printLine } from "./words/table.mjs";

const { values } = parseArgs({
  options: { data: { type: "string", default: "test/bench/words/histories" }, "no-peers": { type: "boolean" }, ranges: { type: "boolean" } },
});
if (!existsSync(values.data)) throw new Error(`${values.data} is not there.`);

/** @type {import("./words/score.mjs").Range[]} */
const ranges = readdirSync(values.data)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => JSON.parse(readFileSync(path.join(values.data, name), "utf8")));

/** @param {(range: import("./words/score.mjs").Range) => readonly import("./words/score.mjs").Item[]} tool */
const rowsOf = (tool) => ranges.map((range) => ({ range: range.range, repo: range.repo, style: range.style, language: range.language, ...score(range, tool(range)) }));

const summarise = await loadSummarise();
/** What a tool may see: no labels, no lines of the human. */
const seen = (/** @type {import("./words/score.mjs").Range} */ { commits }) => ({ commits: commits.map(({ label, ...commit }) => commit) });
const khobor = rowsOf((range) => summarise(seen(range)));

printHead(`${ranges.length} ranges in ${values.data}`, ["% of lines, means over ranges; Fg counts three lines on one change once", "it/bul: lines for each line of the human; stem: word with \"Remove\" and \"Removed\" as one"]);
const results = { khobor };
printLine("khobor", khobor);
printBreakdown(khobor);
printHead("beside it", []);
results.subjects = rowsOf(({ commits }) => commits.map(({ hash, subject }) => ({ text: subject, commits: [hash] })));
printLine("commit subjects", results.subjects);
if (!values["no-peers"]) {
  for (const [name, run] of await peers()) {
    const rows = rowsOf(run);
    results[name] = rows;
    printLine(name, rows);
  }
}
if (values.ranges) {
  printHead("by range", []);
  for (const row of khobor) printLine(row.range, [row]);
}

mkdirSync("out/bench", { recursive: true });
writeFileSync("out/bench/words.json", JSON.stringify({ data: values.data, goals, mean: mean(khobor), results }, undefined, 1));
const misses = missed(khobor);
for (const miss of misses) console.log(`MISSED ${miss}`);
if (misses.length === 0) console.log("All goals are met.");
process.exitCode = misses.length > 0 ? 1 : 0;
