import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { npm } from "../../support/processes.mjs";
import { vscodeCache } from "../../support/paths.mjs";
import { rebuild } from "./repository.mjs";

const recipe = path.resolve("test/bench/peers");

/** @typedef {import("./score.mjs").Range} Range @typedef {import("./score.mjs").Item} Item */

/**
 * The tools that turn commits into a change log, as they come. One that cannot be installed is named and left aside.
 * @returns {Promise<readonly [string, (range: Range) => readonly Item[]][]>}
 */
export async function peers() {
  const modules = installPeers();
  if (modules === undefined) return [];
  const inRepository = (/** @type {(repository: import("./repository.mjs").Rebuilt) => readonly Item[]} */ run) => (/** @type {Range} */ range) => {
    const repository = rebuild(range);
    try {
      return run(repository);
    } finally {
      repository.remove();
    }
  };
  return [
    ["auto-changelog, all commits", inRepository((repository) => autoChangelog(modules, repository, ["--commit-limit", "false"]))],
    ["auto-changelog", inRepository((repository) => autoChangelog(modules, repository, []))],
    ["git-cliff, unconventional too", inRepository((repository) => gitCliff(modules, repository, { GIT_CLIFF__GIT__FILTER_UNCONVENTIONAL: "false" }))],
    ["git-cliff", inRepository((repository) => gitCliff(modules, repository, {}))],
    ["conventional-changelog", inRepository((repository) => conventionalChangelog(modules, repository))],
  ];
}

/** @returns {string | undefined} the peers' node_modules, in the cache */
export function installPeers() {
  const hash = createHash("sha256").update(readFileSync(path.join(recipe, "package-lock.json"))).digest("hex").slice(0, 12);
  const dir = path.join(vscodeCache, `bench-peers-${hash}`);
  if (!existsSync(dir)) {
    const coming = `${dir}.${process.pid}`;
    mkdirSync(coming, { recursive: true });
    for (const file of ["package.json", "package-lock.json"]) cpSync(path.join(recipe, file), path.join(coming, file));
    // Not `npm ci`: git-cliff has a package for each platform, and a lock file made on one may lack those of the others.
    const [command, args] = npm("install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
    const { status } = spawnSync(command, args, { cwd: coming, stdio: "ignore" });
    if (status !== 0) {
      console.log("The other tools cannot be installed here; their rows are left out.");
      return undefined;
    }
    renameSync(coming, dir);
  }
  return path.join(dir, "node_modules");
}

/** @param {string} command @param {string[]} args @param {string} cwd @param {Record<string, string>} [env] */
function run(command, args, cwd, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${path.basename(command)} ${args[0]}: ${stderr}`);
  return stdout;
}

/** @param {string} modules @param {import("./repository.mjs").Rebuilt} repository @param {string[]} options @returns {readonly Item[]} */
function autoChangelog(modules, { folder, originalOf }, options) {
  const args = [path.join(modules, "auto-changelog/src/index.js"), "--template", "json", "--stdout", "--starting-version", "v1.0.0", ...options];
  const releases = JSON.parse(run(process.execPath, args, folder));
  const item = (/** @type {string} */ text, /** @type {string} */ hash) => ({ text, commits: [originalOf(hash) ?? ""] });
  return releases
    .filter((/** @type {{ tag: string }} */ { tag }) => tag === "v1.0.0")
    .flatMap((/** @type {any} */ { merges, fixes, commits }) => [
      ...merges.map((/** @type {any} */ merge) => item(merge.message, merge.commit.hash)),
      ...fixes.map((/** @type {any} */ fix) => item(fix.commit.subject, fix.commit.hash)),
      ...commits.map((/** @type {any} */ commit) => item(commit.subject, commit.hash)),
    ]);
}

/** @param {string} modules @param {import("./repository.mjs").Rebuilt} repository @param {Record<string, string>} env @returns {readonly Item[]} */
function gitCliff(modules, { folder, originalOf }, env) {
  const args = [path.join(modules, "git-cliff/lib/cli/cli.js"), "--context", "v0.0.0..v1.0.0"];
  const releases = JSON.parse(run(process.execPath, args, folder, env));
  return releases
    .flatMap((/** @type {any} */ { commits }) => commits)
    .map((/** @type {any} */ { id, message, scope }) => ({ text: `${scope ? `*(${scope})* ` : ""}${message.split("\n")[0]}`, commits: [originalOf(id) ?? ""] }));
}

/** @param {string} modules @param {import("./repository.mjs").Rebuilt} repository @returns {readonly Item[]} */
function conventionalChangelog(modules, { folder, originalOf }) {
  const main = path.join(modules, "conventional-changelog/dist/index.js");
  const preset = path.join(modules, "conventional-changelog-angular/src/index.js");
  const script = `
    const { ConventionalChangelog } = await import(${JSON.stringify(main)});
    const { default: preset } = await import(${JSON.stringify(preset)});
    const log = new ConventionalChangelog(process.cwd()).readPackage().config(await preset()).options({ releaseCount: 0 });
    for await (const text of log.write()) process.stdout.write(text);`;
  const text = run(process.execPath, ["--input-type=module", "-e", script], folder);
  return text.split("\n").flatMap((line) => {
    const said = /^\* (.+)$/.exec(line)?.[1];
    const hash = said?.match(/\b[0-9a-f]{7,40}\b/g)?.at(-1);
    return said && hash ? [{ text: said.replace(/\s*\(?\[?[0-9a-f]{7,40}\]?(?:\([^)]*\))?\)?$/, ""), commits: [originalOf(hash) ?? ""] }] : [];
  });
}
