// Do the drafts say what a good human would have said? `npm run bench -- words`, or this file alone.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { met } from "./words/goals.mjs";
import { peers } from "./words/peers.mjs";
import { score } from "./words/score.mjs";
import { loadSummarise } from "./words/summarise.mjs";
import { printBreakdown, printHead, printLine } from "./words/table.mjs";

export const about = "drafts against what people told their users about the same commits, beside other tools";
export const help = `--data DIR      ranges of commits with the lines of a human (a small set of our own)
--no-peers      without the other tools
--ranges        also range by range`;

/** @param {readonly string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args: [...args],
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
  return { rows: met(khobor, values.data).map((row) => ({ ...row, raw: results })).map((row, at) => (at === 0 ? row : { ...row, raw: undefined })) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { rows } = await run(process.argv.slice(2));
  const missed = rows.filter(({ met }) => !met);
  for (const { what, ours, goal } of missed) console.log(`missed: ${what} is ${ours}, the goal is ${goal}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}
