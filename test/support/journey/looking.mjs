/**
 * Asks until the answer is yes.
 * @param {string} what
 * @param {() => Promise<boolean>} ask
 * @param {number} [milliseconds]
 */
export async function expectSoon(what, ask, milliseconds = 15_000) {
  const until = Date.now() + milliseconds;
  while (!(await ask())) {
    if (Date.now() > until) throw new Error(`waited ${milliseconds} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * The texts of all, top to bottom. Read at once, as they may be painted anew at any moment.
 * @param {import("playwright-core").Locator} locator
 * @returns {Promise<string[]>}
 */
export function textsOf(locator) {
  return locator.evaluateAll((/** @type {any[]} */ elements) =>
    elements
      .map((element) => ({ top: element.getBoundingClientRect().top, text: element.innerText.replaceAll("\u00a0", " ") }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
}

/**
 * @param {import("playwright-core").Locator} locator
 * @param {number} timeout
 */
export async function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(() => true, () => false);
}

/**
 * @param {string} shown
 * @param {string | RegExp} text
 */
export function matches(shown, text) {
  return typeof text === "string" ? shown.includes(text) : text.test(shown);
}
