// node test/support/host/run.mjs [SUITE…] — runs the host suites inside a real VS Code.
// KHOBOR_VSCODE=electron|code-server|auto chooses which; auto takes desktop VS Code where it can be had and shown.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { downloadDesktop, findDesktop, hasScreen } from "../desktop.mjs";
import { labUnavailable, openLab } from "../lab/lab.mjs";
import { outDir, root } from "../paths.mjs";
import { incomplete, line, readResults } from "../results.mjs";
import { withSecondTry } from "../secondTry.mjs";
import { runInCodeServer } from "./codeServer.mjs";
import { runInElectron } from "./electron.mjs";
import { recordGit } from "./gitRecorder.mjs";
import { suites } from "./suites.mjs";

/**
 * @typedef {object} Launch
 * @property {import("./suites.mjs").Suite} suite
 * @property {string} home everything this VS Code writes
 * @property {string} folder the workspace
 * @property {string} bundle the compiled suite
 * @property {string} screenshot
 * @property {NodeJS.ProcessEnv} env
 * @property {{ port?: number }} memory what the phases of a suite share
 */
/** @typedef {(launch: Launch) => Promise<string | undefined>} Host */
/** @typedef {import("../results.mjs").TestResult} TestResult */

/** @returns {Promise<Host>} */
async function chooseHost() {
  const choice = process.env["KHOBOR_VSCODE"] ?? "auto";
  const screen = hasScreen() || (process.env["PATH"] ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, "xvfb-run")));
  if (choice === "electron" || (choice === "auto" && (screen || labUnavailable()))) {
    const executable = (await downloadDesktop(console.log)) ?? findDesktop();
    if (executable) {
      console.log(`Running in desktop VS Code: ${executable}`);
      return (launch) => runInElectron(executable, launch);
    }
    if (choice === "electron") throw new Error("No desktop VS Code was found, and none can be downloaded.");
  }
  const lab = await openLab();
  console.log("Running in VS Code for the browser (code-server)");
  return (launch) => runInCodeServer(lab, launch);
}

/**
 * @param {Host} host
 * @param {import("./suites.mjs").Suite} suite
 * @returns {Promise<TestResult[]>}
 */
async function runSuite(host, suite) {
  // short, because VS Code makes sockets below it and their paths may have 100 characters only
  const home = mkdtempSync(path.join(os.tmpdir(), "khobor-"));
  const folder = path.join(home, "workspace");
  const seed = path.join(home, "book.json");
  await suite.workspace(folder, seed);
  /** @type {TestResult[]} */
  const tests = [];
  const memory = {};
  for (const phase of suite.phases) {
    const name = suite.phases.length > 1 ? `${suite.name} (${phase})` : suite.name;
    const resultsFile = path.join(outDir, "host", `${suite.name}-${phase}.json`);
    rmSync(resultsFile, { force: true });
    const git = recordGit(home);
    const began = Date.now();
    console.log(`${name}:`);
    const stopFollowing = follow(resultsFile);
    const trouble = await host({
      suite,
      home,
      folder,
      bundle: path.join(root, `out/test/host/${suite.name}.suite.cjs`),
      screenshot: path.join(outDir, "host", `${suite.name}-${phase}.png`),
      env: { ...git.env, ...(phase === suite.phases[0] ? { KHOBOR_SAMPLE: seed } : {}), KHOBOR_TEST_PHASE: phase, KHOBOR_TEST_RESULTS: resultsFile, KHOBOR_TEST_WORKSPACE: folder, KHOBOR_TEST_ROOT: root },
      memory,
    }).catch((error) => String(error));
    stopFollowing();
    const results = readResults(resultsFile);
    const found = results?.tests ?? [];
    tests.push(...found.map((test) => ({ ...test, title: `${name}: ${test.title}` })));
    // an extension host that was killed reports success: only its own word counts
    const problem = incomplete(results) ?? (found.some((test) => test.state === "failed") ? undefined : trouble);
    if (problem) {
      const all = trouble && trouble !== problem ? `${problem}; ${trouble}` : problem;
      tests.push({ state: "failed", title: `${name}: the suite is to run to its end`, ms: 0, error: all });
      console.log(`  ✗ ${all}`);
    }
    console.log(`  ${((Date.now() - began) / 1000).toFixed(1)} s`);
    if (tests.some((test) => test.state === "failed")) {
      console.log(`  What VS Code wrote: ${keepLogs(home, suite.name)}`);
      break;
    }
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  return tests;
}

/**
 * Prints tests as they end inside the other process.
 * @param {string} file
 */
function follow(file) {
  let printed = 0;
  const print = () => {
    for (const test of readResults(file)?.tests.slice(printed) ?? []) {
      console.log(line(test));
      printed++;
    }
  };
  const timer = setInterval(print, 300);
  return () => {
    clearInterval(timer);
    print();
  };
}

/**
 * @param {string} home
 * @param {string} name
 */
function keepLogs(home, name) {
  const to = path.join(outDir, "host", `${name}-logs`);
  rmSync(to, { recursive: true, force: true });
  for (const [from, as] of [["data/logs", "logs"], ["server.log", "server.log"], ["git.log", "git.log"]]) {
    const source = path.join(home, /** @type {string} */ (from));
    if (existsSync(source)) cpSync(source, path.join(to, /** @type {string} */ (as)), { recursive: true });
  }
  return path.relative(root, to);
}

/**
 * @param {readonly string[]} names all suites when empty
 * @param {string} resultsFile
 */
export async function runHostSuites(names, resultsFile) {
  mkdirSync(path.join(outDir, "host"), { recursive: true });
  mkdirSync(path.dirname(resultsFile), { recursive: true });
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new Error(`There is no host suite ${unknown.join(", ")}; there are ${suites.map((suite) => suite.name).join(", ")}.`);
  const host = await chooseHost();
  /** @type {import("../results.mjs").Results & { again: string[] }} */
  const results = { done: false, tests: [], again: [] };
  for (const suite of suites) {
    if (names.length > 0 && !names.includes(suite.name)) continue;
    const { tests, again } = await withSecondTry(() => runSuite(host, suite));
    results.tests.push(...tests);
    results.again.push(...again);
    writeFileSync(resultsFile, JSON.stringify(results));
  }
  writeFileSync(resultsFile, JSON.stringify({ ...results, done: true }));
  return results.tests;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const tests = await runHostSuites(process.argv.slice(2), path.join(outDir, "results/host.json")).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
  const failed = tests.filter((test) => test.state === "failed").length;
  console.log(`${tests.filter((test) => test.state === "passed").length} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
