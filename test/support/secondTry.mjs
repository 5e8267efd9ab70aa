/** @typedef {import("./recorder.mjs").TestResult} TestResult */

/** What the waits of Playwright, of mocha and of our own say when nothing came: of journeys (looking.mjs, around.mjs), and of whole runs. */
const waitedInVain = /\bTimeout (?:of )?\d+ ?ms exceeded|\bwaited \d+ ms for |\bdid not open\.|\bit was stopped after \d+ s/;

/**
 * A window of a real VS Code on a busy machine now and then loses a click or a file event, and then somebody waits in vain. That
 * is done once more from its very beginning, in a new window, and the results say so: it never passes in silence, and what fails
 * twice has failed. Whatever came and was wrong has failed at once.
 * @param {() => Promise<TestResult[]>} attempt everything from an empty folder on
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ tests: TestResult[], again: string[] }>} the tests of the last try, and what had failed in the first
 */
export async function withSecondTry(attempt, say = console.log) {
  const tests = await attempt();
  const failed = tests.filter(({ state }) => state === "failed");
  if (failed.length === 0 || !failed.every(({ error = "" }) => waitedInVain.test(error))) return { tests, again: [] };
  say("  once more, from the beginning:");
  return { tests: await attempt(), again: failed.map(({ title }) => title) };
}
