import { interval, mean, measures } from "./score.mjs";

/** @typedef {import("./score.mjs").Scores & { range: string, repo: string, style: string, language: string }} Row */

const heads = { cover: "cover", coverStrict: "strict", precision: "prec", f: "F", groupPrecision: "gP", fGroup: "Fg", noise: "noise", readable: "read", perBullet: "it/bul", duplicates: "dupIt", words: "word", stems: "stem" };
const wide = 26;

/** @param {string} title @param {readonly string[]} notes */
export function printHead(title, notes) {
  console.log(`\n${title}`);
  for (const note of notes) console.log(`  ${note}`);
  console.log(`${"".padEnd(wide)}   n ${measures.map((name) => heads[name].padStart(7)).join("")}`);
}

/** @param {string} name @param {readonly Row[]} rows */
export function printLine(name, rows) {
  const all = mean(rows);
  const cell = (/** @type {typeof measures[number]} */ measure) => (all[measure] === undefined ? "-" : all[measure].toFixed(measure === "perBullet" ? 2 : 1)).padStart(7);
  console.log(`${name.slice(0, wide).padEnd(wide)} ${String(rows.length).padStart(3)} ${measures.map(cell).join("")}`);
}

/** By style and by language, then without each repository in turn: what one repository carries shows there. @param {readonly Row[]} rows */
export function printBreakdown(rows) {
  for (const key of /** @type {const} */ (["style", "language"])) {
    for (const value of [...new Set(rows.map((row) => row[key]))].sort()) printLine(`  ${key}: ${value}`, rows.filter((row) => row[key] === value));
  }
  const repos = [...new Set(rows.map(({ repo }) => repo))].sort();
  if (repos.length > 1) for (const repo of repos) printLine(`  without ${repo.split("/").at(-1)}`, rows.filter((row) => row.repo !== repo));
  const [low = 0, high = 0] = interval(rows, "fGroup");
  console.log(`95% interval of Fg over repositories: ${low.toFixed(1)} – ${high.toFixed(1)}`);
}
