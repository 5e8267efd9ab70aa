// node mocha.mjs RESULTS.json FOLDER [--timeout MS] [--bail] [--grep TEXT]
// Runs every *.test.mjs and *.journey.mjs below a folder in plain Node.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import { recordResults } from "./recorder.mjs";
import { line } from "./results.mjs";

const [resultsFile, folder, ...flags] = process.argv.slice(2);
if (!resultsFile || !folder) {
  console.error("Usage: node mocha.mjs RESULTS.json FOLDER [--timeout MS] [--bail] [--grep TEXT]");
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
const found = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
for (const name of found.filter((file) => /\.(test|journey)\.mjs$/.test(file)).sort()) mocha.addFile(path.resolve(folder, name));
await mocha.loadFilesAsync();
// a test that leaves a timer or a process behind must not keep the whole run waiting
mocha.run((failures) => process.exit(failures > 0 ? 1 : 0));
