import { spawn, spawnSync } from "node:child_process";
import os from "node:os";
import { createInterface } from "node:readline";

const windows = process.platform === "win32";

/** Everything started from here and still running. Ended with us, whichever way we end. */
const running = new Set();

let interrupted = false;

/** Whether we were told to end, so that the end of what we started is no surprise. */
export const isInterrupted = () => interrupted;

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/**
 * Starts a process in a group of its own, so that its children end with it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {ChildProcess}
 */
export function start(command, args, options = {}) {
  const child = spawn(command, [...args], { ...options, detached: !windows });
  running.add(child);
  // 'exit' and 'error' can both come; the set does not mind
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/**
 * Ends a process and its group: asks, waits, then insists.
 * @param {ChildProcess} child
 * @param {number} [patience] milliseconds between asking and insisting
 */
export async function end(child, patience = 5000) {
  if (!alive(child)) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signal(child, "SIGTERM");
  const insist = setTimeout(() => signal(child, "SIGKILL"), patience);
  await gone;
  clearTimeout(insist);
  running.delete(child);
}

/** @param {ChildProcess} child */
export function alive(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (windows) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    else process.kill(-child.pid, name);
  } catch {
    // gone already
  }
}

/**
 * @param {number} pid
 * @param {number} nice
 */
function stepBack(pid, nice) {
  try {
    os.setPriority(pid, nice);
  } catch {
    // It has ended, or this system has no such thing: it runs like all the others.
  }
}

/**
 * Runs a command to its end. Its lines go to `onLine`, or straight to the terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, nice?: number, onLine?: (line: string) => void }} [options] `nice`: how far it steps back for others
 * @returns {Promise<{ code: number, timedOut: boolean }>} code 127 when the command cannot be started
 */
export async function run(command, args, { cwd, env, seconds, nice, onLine } = {}) {
  const child = start(command, args, { cwd, env, stdio: onLine ? ["ignore", "pipe", "pipe"] : "inherit" });
  if (nice !== undefined && child.pid !== undefined) stepBack(child.pid, nice);
  let timedOut = false;
  const limit = seconds === undefined ? undefined : setTimeout(() => {
    timedOut = true;
    void end(child);
  }, seconds * 1000);
  const drained = [];
  if (onLine) {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      const lines = createInterface({ input: stream });
      lines.on("line", onLine);
      drained.push(new Promise((resolve) => lines.once("close", resolve)));
    }
  }
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      (onLine ?? console.error)(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(limit);
  // a grandchild may hold the pipe open for ever: what has come within a second is enough
  await Promise.race([Promise.all(drained), sleep(1000)]);
  return { code, timedOut };
}

/**
 * npm as a command line: on Windows it is a script that only Node itself starts reliably.
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function npm(...args) {
  const cli = process.env["npm_execpath"];
  if (cli?.endsWith(".js")) return [process.execPath, [cli, ...args]];
  return windows ? ["cmd", ["/c", "npm", ...args]] : ["npm", [...args]];
}

/** @param {number} milliseconds */
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// a command whose way to end is Ctrl+C sets process.exitCode beforehand
for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.once(name, () => {
    interrupted = true;
    void Promise.all([...running].map((child) => end(child, 3000))).then(() => process.exit(process.exitCode ?? (name === "SIGINT" ? 130 : 143)));
  });
}
process.once("exit", () => {
  for (const child of running) signal(child, "SIGKILL");
});
