import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { alive, end, run, sleep, start } from '../processes.mjs';

/** @typedef {import('./lab.mjs').Lab} Lab */

/** What keeps a window calm: no welcome pages, no chat, no update checks. */
const calm = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'window.commandCenter': false,
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
const folders = (home) => ({ data: path.join(home, 'data'), extensions: path.join(home, 'extensions') });

/** @param {string} home */
function common(home) {
  const { data, extensions } = folders(home);
  const config = path.join(home, 'config.yaml');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  if (!existsSync(config)) writeFileSync(config, '');
  return ['--config', config, '--user-data-dir', data, '--extensions-dir', extensions, '--disable-telemetry', '--disable-update-check'];
}

/** @param {string} home */
const environment = (home) => ({ ...process.env, XDG_DATA_HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}' });

/**
 * Starts the server and waits until it can show a workbench.
 * @param {Lab} lab
 * @param {ServerOptions} options
 */
export async function startServer(lab, options) {
  const { home, trust = true, automation = false, settings = {}, env = {} } = options;
  const port = options.port ?? (await freePort());
  const args = [lab.server, ...common(home), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`];
  // the login shell would put its own PATH over ours, and costs a second
  args.push('--vscode-option', 'force-disable-user-env');
  if (trust) args.push('--disable-workspace-trust');
  if (automation) args.push('--vscode-option', 'enable-smoke-test-driver');
  const settingsFile = path.join(folders(home).data, 'User/settings.json');
  // settings changed by hand in an earlier session of the same home stay
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify({ ...calm, ...settings }, null, 2));
  const logFile = path.join(home, 'server.log');
  const log = openSync(logFile, 'a');
  const child = start(lab.node, args, { stdio: ['ignore', log, log], env: { ...environment(home), ...env } });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const origin = `http://localhost:${port}`;
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 300 || !alive(child)) {
      await end(child);
      throw new Error(`VS Code's server did not start. The end of ${logFile}:\n${readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n')}`);
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
  const { code } = await run(lab.node, [lab.server, ...common(home), '--install-extension', vsix], { env: environment(home), seconds: 60, onLine: (line) => lines.push(line) });
  if (code !== 0) throw new Error(`VS Code would not install ${vsix}:\n${lines.join('\n')}`);
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
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
