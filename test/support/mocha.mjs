// node mocha.mjs RESULTS.json FOLDER|FILE [--timeout MS] [--bail] [--grep TEXT]
// Runs a file, or every *.test.mjs below a folder, in plain Node.
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import { recordResults } from "./recorder.mjs";
import { line } from "./results.mjs";

const [resultsFile, wanted, ...flags] = process.argv.slice(2);
if (!resultsFile || !wanted) {
  console.error("Usage: node mocha.mjs RESULTS.json FOLDER|FILE [--timeout MS] [--bail] [--grep TEXT]");
  process.exit(2);
}

/** @param {Mocha.Runner} runner */
function Report(runner) {
  recordResults(runner, path.resolve(/** @type {string} */ (resultsFile)));
  // hundreds of unit tests need no line each; a journey's steps do
  const brief = !flags.includes("--bail");
  runner.on("pass", (test) => brief || console.log(line({ state: "passed", title: test.fullTitle(), ms: test.duration ?? 0 })));
  runner.on("fail", (test, error) => console.log(line({ state: "failed", title: test.fullTitle(), ms: 0, error: error?.stack ?? String(error) })));
  runner.on("end", () => console.log(`${runner.stats?.passes ?? 0} passed, ${runner.stats?.failures ?? 0} failed in ${runner.stats?.duration ?? 0} ms`));
}

const value = (/** @type {string} */ name) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
const grep = value("--grep");
const mocha = new Mocha({
  ui: "bdd",
  reporter: /** @type {any} */ (Report),
  timeout: Number(value("--timeout") ?? 10_000),
  bail: flags.includes("--bail"),
  ...(grep === undefined ? {} : { grep }),
});
/** @param {string} folder */
const testsBelow = (folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => path.join(folder, name));
const found = existsSync(wanted) ? (statSync(wanted).isFile() ? [wanted] : testsBelow(wanted)) : [];
for (const file of found) mocha.addFile(path.resolve(file));
await mocha.loadFilesAsync();
// a test that leaves a timer or a process behind must not keep the whole run waiting
mocha.run((failures) => process.exit(failures > 0 ? 1 : 0));
