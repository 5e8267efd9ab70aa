import { existsSync, readFileSync } from "node:fs";

/** @typedef {import("./recorder.mjs").Results} Results */
/** @typedef {import("./recorder.mjs").TestResult} TestResult */

/**
 * @param {string} file
 * @returns {Results | undefined} undefined while there is no whole file
 */
export function readResults(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Why a run cannot be called a success whatever its tests say, or undefined.
 * @param {Results | undefined} results
 */
export function incomplete(results) {
  if (!results) return "it left no results";
  if (!results.done) return `it ended in the middle, after ${results.tests.length} tests`;
  if (!results.tests.some((test) => test.state !== "skipped")) return "it ran no test";
  return undefined;
}

/**
 * One line for a test, more for a failed one.
 * @param {TestResult} test
 */
export function line(test) {
  if (test.state === "skipped") return `  - ${test.title}`;
  if (test.state === "passed") return `  ✓ ${test.title}${test.ms > 200 ? ` (${test.ms} ms)` : ""}`;
  // Playwright colours its messages even where nothing can show colours
  const plain = (test.error ?? "").replace(/\u001b\[\d+m/g, "");
  return `  ✗ ${test.title}\n${plain.replace(/^/gm, "      ")}`;
}
