import path from "node:path";
import { openBrowser } from "../lab/browser.mjs";
import { freePort, startServer } from "../lab/server.mjs";
import { sleep } from "../processes.mjs";
import { root } from "../paths.mjs";

/** @typedef {import("./run.mjs").Launch} Launch */

/**
 * Runs one suite inside the extension host of a VS Code in a browser.
 * @param {import("../lab/lab.mjs").Lab} lab
 * @param {Launch} launch
 * @returns {Promise<string | undefined>} what went wrong with the launch itself
 */
export async function runInCodeServer(lab, launch) {
  // the state of a web workbench belongs to its origin: a second phase must find the same port
  launch.memory.port ??= await freePort();
  const { home, suite, env } = launch;
  const server = await startServer(lab, { home, port: launch.memory.port, trust: suite.trust, automation: true, env });
  const browser = await openBrowser(lab, path.join(home, "browser"));
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const exit = new Promise((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
    await page.exposeFunction("codeAutomationLog", () => undefined);
    const crash = new Promise((resolve) => page.once("crash", () => resolve("crash")));
    await page.goto(address(server.origin, launch));
    const ended = await Promise.race([exit, crash, server.ended.then(() => "server"), sleep(suite.seconds * 1000).then(() => "late")]);
    await page.screenshot({ path: launch.screenshot }).catch(() => undefined);
    if (ended === "late") return `it took longer than ${suite.seconds} s`;
    if (ended === "crash") return "the page crashed";
    if (ended === "server") return "the server ended";
    // the workbench writes its state a moment after it is told to
    await sleep(1000);
    return ended === 0 ? undefined : `VS Code ended the run with ${String(ended)}`;
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

/**
 * @param {string} origin
 * @param {Launch} launch
 */
function address(origin, { folder, bundle }) {
  const remote = (/** @type {string} */ file) => `${origin.replace("http:", "vscode-remote:")}${file}`;
  const payload = [
    ["extensionDevelopmentPath", remote(root)],
    ["extensionTestsPath", remote(bundle)],
    ["skipWelcome", "true"],
  ];
  return `${origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
