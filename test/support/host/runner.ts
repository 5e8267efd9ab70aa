import { recordResults } from "../recorder.mjs";

/**
 * Makes the `run` that VS Code calls in a test bundle. `define` holds the usual `describe` and `it`;
 * it is called when mocha is ready, which is why a suite file cannot have them at its top level.
 *
 *     export const run = hostSuite(() => { describe(…) });
 */
export function hostSuite(define: () => void): () => Promise<void> {
  return async () => {
    // mocha is an ES module and this bundle is not; only import() bridges that in every VS Code that we support
    const { default: Mocha } = await import("mocha");
    const mocha = new Mocha({ ui: "bdd", timeout: 20_000, reporter: "min" });
    mocha.suite.emit("pre-require", globalThis, "", mocha);
    define();
    await new Promise<void>((resolve, reject) => {
      const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
      recordResults(runner, setting("KHOBOR_TEST_RESULTS"));
    });
  };
}

/** What the launcher told this suite: KHOBOR_TEST_RESULTS, KHOBOR_TEST_PHASE, KHOBOR_TEST_WORKSPACE, KHOBOR_GIT_LOG. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start this suite with test/support/host/run.mjs`);
  return value;
}

/** Asks again and again until there is an answer, and says what was awaited when there is none. */
export async function eventually<T>(what: string, ask: () => T | undefined | Promise<T | undefined>, milliseconds = 10_000): Promise<T> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error(`waited ${milliseconds} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
