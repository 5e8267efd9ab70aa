import { createWriteStream } from "node:fs";
import path from "node:path";
import { hasScreen } from "../desktop.mjs";
import { alive, end, sleep, start } from "../processes.mjs";
import { root } from "../paths.mjs";

/** @typedef {import("./run.mjs").Launch} Launch */

/**
 * Runs one suite inside desktop VS Code. Started here and not by @vscode/test-electron's runTests,
 * because that always switches workspace trust off, and has no time limit.
 * @param {string} executable
 * @param {Launch} launch
 * @returns {Promise<string | undefined>} what went wrong with the launch itself
 */
export async function runInElectron(executable, launch) {
  const { home, suite, folder, bundle, env } = launch;
  const args = [
    folder,
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${bundle}`,
    `--user-data-dir=${path.join(home, "data")}`,
    `--extensions-dir=${path.join(home, "extensions")}`,
    "--no-sandbox",
    "--disable-gpu-sandbox",
    "--disable-updates",
    "--skip-welcome",
    "--skip-release-notes",
    ...(suite.trust ? ["--disable-workspace-trust"] : []),
  ];
  const clean = { ...process.env, ...env };
  // set when we are started from a terminal of VS Code: the new one would take itself for plain Node
  delete clean["ELECTRON_RUN_AS_NODE"];
  // a Linux without a screen can still show one to itself
  const [command, all] = hasScreen() ? [executable, args] : ["xvfb-run", ["-a", executable, ...args]];
  const child = start(command, all, { stdio: ["ignore", "pipe", "pipe"], env: clean });
  const log = createWriteStream(path.join(home, "server.log"), { flags: "a" });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log, { end: false });
  const code = await Promise.race([
    new Promise((resolve) => child.once("exit", resolve)),
    new Promise((resolve) => child.once("error", (error) => resolve(error.message))),
    sleep(suite.seconds * 1000).then(() => "late"),
  ]);
  if (alive(child)) await end(child);
  if (code === "late") return `it took longer than ${suite.seconds} s`;
  return code === 0 ? undefined : `VS Code ended the run with ${String(code)}`;
}
