/** @typedef {import("./recorder.mjs").TestResult} TestResult */

/**
 * A window of a real VS Code on a busy machine now and then loses a click or a file event. What failed there is done once more
 * from its very beginning, in a new window, and the results say so: they never pass in silence, and what fails twice has failed.
 * @param {() => Promise<TestResult[]>} attempt everything from an empty folder on
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ tests: TestResult[], again: string[] }>} the tests of the last try, and what had failed in the first
 */
export async function withSecondTry(attempt, say = console.log) {
  const tests = await attempt();
  const again = tests.filter(({ state }) => state === "failed").map(({ title }) => title);
  if (again.length === 0) return { tests, again };
  say("  once more, from the beginning:");
  return { tests: await attempt(), again };
}
