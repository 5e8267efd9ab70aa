// node test/support/vsix.mjs — packs the extension as out/khobor.vsix.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, fingerprint, product, recall, remember } from "./ensure.mjs";
import { outDir, root } from "./paths.mjs";
import { run } from "./processes.mjs";

/** What has no place in a package, or is made on the way to it. */
const leftOut = new Set([".git", ".vscode-test", "dist", "node_modules", "out", "test"]);

/** A user waits for it on a phone's connection. Bytes: a megabyte as disks count it. */
const limit = 1024 * 1024;
/** What every window loads when it opens. */
const startLimit = 120 * 1024;

/**
 * Packs the extension as a user gets it, in a folder aside: `dist` belongs to whoever is developing or testing just now.
 * @param {(line: string) => void} [say]
 * @returns {Promise<string>} the .vsix
 */
export async function packExtension(say = console.log) {
  await ensureInstalled(say);
  const vsix = path.join(outDir, "khobor.vsix");
  const print = fingerprint([...product, ".vscodeignore", "README.md", "CHANGELOG.md", "package.nls.json", "package.nls.bn.json"]);
  if (recall("vsix") === print && existsSync(vsix)) return vsix;
  const began = Date.now();
  const stage = path.join(outDir, "vsix");
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name) && !name.endsWith(".vsix")) cpSync(path.join(root, name), path.join(stage, name), { recursive: true });
  }
  symlinkSync(path.join(root, "node_modules"), path.join(stage, "node_modules"), "junction");
  await step(stage, ["esbuild.mjs", "--production"]);
  const chunks = path.join(stage, "dist/chunks");
  const house = readdirSync(chunks).filter((name) => name.startsWith("house-")).map((name) => path.join(chunks, name));
  const start = [path.join(stage, "dist/extension.js"), ...house].reduce((sum, file) => sum + statSync(file).size, 0);
  if (start > startLimit) throw new Error(`${Math.round(start / 1024)} KB are loaded at the start; ${startLimit / 1024} KB are the most.`);
  // vsce looks for node_modules only to leave them out, and stumbles over the link
  rmSync(path.join(stage, "node_modules"), { recursive: true, force: true });
  await step(stage, [path.join(root, "node_modules/@vscode/vsce/vsce"), "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", vsix]);
  rmSync(stage, { recursive: true, force: true });
  const { size } = statSync(vsix);
  if (size > limit) throw new Error(`The packed extension has ${Math.round(size / 1000)} kB; ${limit / 1000} kB are the most.`);
  remember("vsix", print);
  say(`Packed the extension in ${((Date.now() - began) / 1000).toFixed(1)} s: ${path.relative(root, vsix)}, ${Math.round(size / 1000)} kB`);
  return vsix;
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
async function step(cwd, args) {
  /** @type {string[]} */
  const lines = [];
  const { code } = await run(process.execPath, args, { cwd, onLine: (line) => lines.push(line) });
  if (code !== 0) throw new Error(`${args.map((arg) => path.basename(arg)).join(" ")} failed:\n${lines.slice(0, 30).join("\n")}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await packExtension().then(
    (file) => console.log(file),
    (error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
