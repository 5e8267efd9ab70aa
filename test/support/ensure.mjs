import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";
import { npm, run } from "./processes.mjs";

/** What is remembered lies in node_modules, so that it goes when they go. */
const memory = path.join(root, "node_modules/.khobor");

/** Everything that a build reads. Folders count too: a file that went away changes its folder. */
export const product = ["src", "media", "l10n", "templates", "schemas", "package.json", "tsconfig.json", "esbuild.mjs", "build"];
const tests = [...product, "test/unit", "test/golden", "test/host", "test/support"];

/**
 * Installs dependencies and builds, where that is needed. Does nothing, quickly, when all is there.
 * @param {{ tests?: boolean, say?: (line: string) => void }} [options] `tests`: build the tests too
 */
export async function ensure({ tests: withTests = false, say = console.log } = {}) {
  await ensureInstalled(say);
  await ensureBuilt("extension", product, [], ["dist/extension.js", "dist/cli.js"], say);
  if (withTests) await ensureBuilt("tests", tests, ["--tests"], ["out/test"], say);
}

/** @param {(line: string) => void} say */
export async function ensureInstalled(say) {
  const lock = path.join(root, "package-lock.json");
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (recall("installed") === hash) return;
  // installed by hand since the lock file last changed: as good
  const marker = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(marker) || statSync(marker).mtimeMs < statSync(lock).mtimeMs) {
    await timed("Installing dependencies (npm ci)", npm("ci", "--no-audit", "--no-fund", "--loglevel=error"), say);
  }
  remember("installed", hash);
}

/**
 * @param {string} what
 * @param {readonly string[]} sources
 * @param {readonly string[]} flags
 * @param {readonly string[]} outputs
 * @param {(line: string) => void} say
 */
async function ensureBuilt(what, sources, flags, outputs, say) {
  const print = fingerprint(sources);
  if (recall(what) === print && outputs.every((file) => existsSync(path.join(root, file)))) return;
  // a test that was deleted must not live on as its bundle
  if (what === "tests") rmSync(path.join(root, "out/test"), { recursive: true, force: true });
  await timed(`Building the ${what}`, [process.execPath, ["esbuild.mjs", ...flags]], say);
  remember(what, print);
}

/**
 * @param {string} title
 * @param {[string, string[]]} command
 * @param {(line: string) => void} say
 */
async function timed(title, [command, args], say) {
  say(`${title}…`);
  const began = Date.now();
  /** @type {string[]} */
  const lines = [];
  const { code } = await run(command, args, { cwd: root, onLine: (line) => lines.push(line) });
  // npm ends a complaint with pages of usage; what went wrong stands at the beginning
  if (code !== 0) for (const line of lines.slice(0, 15)) say(`  ${line}`);
  if (code !== 0) throw new Error(`${title} failed: ${[path.basename(command), ...args].join(" ")} ended with ${code}.`);
  say(`  done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/**
 * Names, sizes and times of files: enough to see that something changed, without reading it.
 * @param {readonly string[]} sources
 */
export function fingerprint(sources) {
  const hash = createHash("sha256");
  const add = (/** @type {string} */ file) => {
    const full = path.join(root, file);
    if (!existsSync(full)) return;
    const { mtimeMs, size } = statSync(full);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  };
  for (const source of sources) {
    add(source);
    const full = path.join(root, source);
    if (!existsSync(full) || !statSync(full).isDirectory()) continue;
    for (const name of readdirSync(full, { recursive: true, encoding: "utf8" }).sort()) add(path.join(source, name));
  }
  return hash.digest("hex");
}

/** @param {string} name */
export function recall(name) {
  const file = path.join(memory, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  mkdirSync(memory, { recursive: true });
  writeFileSync(path.join(memory, name), value);
}
