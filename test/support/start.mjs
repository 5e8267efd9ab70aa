// npm start [-- FOLDER] — opens a real VS Code with Khobor on FOLDER, or on a sample workspace made for it.
// Desktop VS Code where there is one or one can be downloaded, else VS Code in the browser.
// KHOBOR_VSCODE=electron|code-server chooses.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { downloadDesktop, findDesktop, hasScreen } from "./desktop.mjs";
import { ensure } from "./ensure.mjs";
import { openLab } from "./lab/lab.mjs";
import { freePort, isFree, linkExtension, startServer } from "./lab/server.mjs";
import { root, vscodeCache } from "./paths.mjs";
import { isInterrupted, start } from "./processes.mjs";
import { openSample } from "./sample/workspace.mjs";

/** @typedef {{ home: string, folder: string, seed?: string }} Place */

const began = Date.now();
const choice = process.env["KHOBOR_VSCODE"] ?? "auto";

try {
  const place = await choosePlace(process.argv[2]);
  await ensure();
  const executable = choice === "code-server" ? undefined : await findOrDownload();
  if (executable) await openDesktop(executable, place);
  else await openInBrowser(place);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}

/**
 * @param {string | undefined} typed
 * @returns {Promise<Place>}
 */
async function choosePlace(typed) {
  const homes = path.join(vscodeCache, "start");
  if (typed === undefined) {
    const sample = await openSample(path.join(homes, "sample"));
    console.log(`Sample workspace: ${sample.folder}`);
    return sample;
  }
  // npm changes to the project's folder; the path belongs to where it was typed
  const folder = path.resolve(process.env["INIT_CWD"] ?? process.cwd(), typed);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  const home = path.join(homes, createHash("sha256").update(folder).digest("hex").slice(0, 12));
  return { home, folder };
}

async function findOrDownload() {
  if (!hasScreen()) {
    if (choice === "electron") throw new Error("This machine has no screen to show desktop VS Code on.");
    return undefined;
  }
  const found = findDesktop();
  if (found) return found;
  console.log("Looking for a desktop VS Code to download…");
  const downloaded = await downloadDesktop(console.log);
  if (!downloaded && choice === "electron") throw new Error("No desktop VS Code was found, and none can be downloaded.");
  return downloaded;
}

/**
 * @param {string} executable
 * @param {Place} place
 */
async function openDesktop(executable, { home, folder, seed }) {
  const args = [
    folder,
    "--new-window",
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${path.join(home, "desktop")}`,
    `--extensions-dir=${path.join(home, "desktop-extensions")}`,
    "--skip-welcome",
    // the sample is ours; a person's own folder is for them to trust
    ...(seed ? ["--disable-workspace-trust"] : []),
  ];
  const env = { ...process.env, ...(seed ? { KHOBOR_SAMPLE: seed } : {}) };
  // set when we are started from a terminal of VS Code: the new one would take itself for plain Node
  delete env["ELECTRON_RUN_AS_NODE"];
  const child = start(executable, args, { stdio: "ignore", env });
  console.log(`Khobor is open in ${executable} (${seconds()}).`);
  console.log("Ctrl+C, or closing its window, ends it.");
  process.exitCode = 0;
  await new Promise((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", reject);
  });
}

/** @param {Place} place */
async function openInBrowser({ home, folder, seed }) {
  const lab = await openLab();
  linkExtension(home, root);
  const server = await startServer(lab, { home, port: await samePort(home), trust: seed !== undefined, env: seed ? { KHOBOR_SAMPLE: seed } : {} });
  console.log(`Khobor is ready (${seconds()}). Open this address in a browser:\n`);
  console.log(`    ${server.origin}/?folder=${encodeURI(folder)}\n`);
  if (!seed) console.log('It opens in Restricted Mode. To let Khobor read the commits, click "Restricted Mode" in the status bar and trust the folder.');
  console.log("Ctrl+C ends it.");
  process.exitCode = 0;
  await server.ended;
  if (isInterrupted()) return;
  console.error(`VS Code's server has ended. What it wrote: ${server.logFile}`);
  process.exit(1);
}

/**
 * The port of last time where it is free: the browser keeps the state of a workspace by address, port included.
 * @param {string} home
 */
async function samePort(home) {
  const file = path.join(home, "port");
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = last > 0 && (await isFree(last)) ? last : await freePort();
  mkdirSync(home, { recursive: true });
  writeFileSync(file, String(port));
  return port;
}

function seconds() {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
