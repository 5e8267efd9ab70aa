import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes what a mocha run has shown so far into a file after every test, and `done` at its end:
 * whoever reads the file can tell a run that finished from one that was killed.
 * @param {import("mocha").Runner} runner
 * @param {string} file
 */
export function recordResults(runner, file) {
  /** @type {import("./recorder.mjs").Results} */
  const results = { done: false, tests: [] };
  const save = () => {
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(results, null, 1));
    renameSync(temporary, file);
  };
  mkdirSync(path.dirname(file), { recursive: true });
  save();

  /** @type {(state: "passed" | "failed" | "skipped", test: { fullTitle(): string, duration?: number }, error?: unknown) => void} */
  const add = (state, test, error) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : error;
    results.tests.push({ state, title: test.fullTitle(), ms: test.duration ?? 0, ...(error === undefined ? {} : { error: String(reason) + difference(error) }) });
    save();
  };
  runner.on("pass", (test) => add("passed", test));
  runner.on("pending", (test) => add("skipped", test));
  runner.on("fail", (test, error) => add("failed", test, error));
  runner.on("end", () => {
    results.done = true;
    save();
  });
}

/**
 * The two texts that an assertion compared, when it compared texts.
 * @param {unknown} error
 */
function difference(error) {
  const { expected, actual } = /** @type {{ expected?: unknown, actual?: unknown }} */ (error ?? {});
  if (typeof expected !== "string" || typeof actual !== "string") return "";
  return `\n--- expected\n${expected}\n--- actual\n${actual}`;
}
