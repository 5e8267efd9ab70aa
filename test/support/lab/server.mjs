import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { alive, end, run, sleep, start } from "../processes.mjs";

/** @typedef {import("./lab.mjs").Lab} Lab */

/** What keeps a window calm: no welcome pages, no chat, no update checks. */
const calm = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "window.autoDetectColorScheme": true,
  "window.title": "${activeEditorShort}${separator}${rootName}",
  "remote.autoForwardPorts": false,
  "workbench.reduceMotion": "on",
};

/**
 * @typedef {object} ServerOptions
 * @property {string} home a folder for everything this server writes
 * @property {number} [port] a free one when not given
 * @property {boolean} [trust] false opens folders in Restricted Mode
 * @property {boolean} [automation] needed to run tests inside the extension host; hides notification toasts
 * @property {Record<string, unknown>} [settings]
 * @property {NodeJS.ProcessEnv} [env]
 */

/** @param {string} home */
const folders = (home) => ({ data: path.join(home, "data"), extensions: path.join(home, "extensions") });

/** @param {string} home */
function common(home) {
  const { data, extensions } = folders(home);
  const config = path.join(home, "config.yaml");
  mkdirSync(path.join(data, "User"), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  if (!existsSync(config)) writeFileSync(config, "");
  return ["--config", config, "--user-data-dir", data, "--extensions-dir", extensions, "--disable-telemetry", "--disable-update-check"];
}

/** @param {string} home */
function environment(home) {
  // VS Code leaves its sockets behind: in a home that is thrown away they go with it. A socket's path is short or refused
  const sockets = home.length < 50 ? { XDG_RUNTIME_DIR: home } : {};
  return { ...process.env, ...sockets, XDG_DATA_HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/**
 * Starts the server and waits until it can show a workbench.
 * @param {Lab} lab
 * @param {ServerOptions} options
 */
export async function startServer(lab, options) {
  const { home, trust = true, automation = false, settings = {}, env = {} } = options;
  const port = options.port ?? (await freePort());
  const args = [lab.server, ...common(home), "--auth", "none", "--bind-addr", `127.0.0.1:${port}`];
  // the login shell would put its own PATH over ours, and costs a second
  args.push("--vscode-option", "force-disable-user-env");
  if (trust) args.push("--disable-workspace-trust");
  if (automation) args.push("--vscode-option", "enable-smoke-test-driver");
  changeSettings(home, settings);
  const logFile = path.join(home, "server.log");
  const log = openSync(logFile, "a");
  const child = start(lab.node, args, { stdio: ["ignore", log, log], env: { ...environment(home), ...env } });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const origin = `http://localhost:${port}`;
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 300 || !alive(child)) {
      await end(child);
      throw new Error(`VS Code's server did not start. The end of ${logFile}:\n${readFileSync(logFile, "utf8").split("\n").slice(-15).join("\n")}`);
    }
    await sleep(100);
  }
  return { port, origin, logFile, ended, stop: () => end(child) };
}

/**
 * @param {Lab} lab
 * @param {string} home
 * @param {string} vsix
 */
export async function installExtension(lab, home, vsix) {
  /** @type {string[]} */
  const lines = [];
  const { code } = await run(lab.node, [lab.server, ...common(home), "--install-extension", vsix], { env: environment(home), seconds: 60, onLine: (line) => lines.push(line) });
  if (code !== 0) throw new Error(`VS Code would not install ${vsix}:\n${lines.join("\n")}`);
}

/**
 * Makes VS Code load an extension from where it lies, as if it were installed. It is named in the list only, never linked into
 * the folder of extensions: uninstalling it in VS Code then removes the entry and not the files.
 * @param {string} home
 * @param {string} folder the unpacked extension
 */
export function linkExtension(home, folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const { extensions } = folders(home);
  mkdirSync(extensions, { recursive: true });
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, path: folder, scheme: "file" }, metadata: {} };
  writeFileSync(path.join(extensions, "extensions.json"), JSON.stringify([entry]));
}

/**
 * Changes settings of the person. A window that is open reads them when it is loaded again.
 * @param {string} home
 * @param {Record<string, unknown>} settings
 */
export function changeSettings(home, settings) {
  const file = path.join(folders(home).data, "User/settings.json");
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : calm;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...before, ...settings }, null, 2));
}

/** @param {number} port */
async function answers(port) {
  try {
    // the page itself: /healthz answers even when VS Code cannot load
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} a port that was free a moment ago */
export function freePort() {
  return listenOnce(0);
}

/** @param {number} port */
export function isFree(port) {
  return listenOnce(port).then(() => true, () => false);
}

/**
 * @param {number} wanted 0 for any
 * @returns {Promise<number>}
 */
function listenOnce(wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
