import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openBrowser } from "../lab/browser.mjs";
import { openLab } from "../lab/lab.mjs";
import { changeSettings, installExtension, linkExtension, startServer } from "../lab/server.mjs";
import { root } from "../paths.mjs";
import { sleep } from "../processes.mjs";
import { makeSample } from "../sample/workspace.mjs";
import { packExtension } from "../vsix.mjs";
import { Window } from "./window.mjs";

/**
 * @typedef {object} JourneyOptions
 * @property {(folder: string) => Promise<unknown>} [workspace] fills the folder that is opened; absent: the sample with its book
 * @property {Record<string, string>} [files] more texts in that folder, by name: there before a window looks
 * @property {"packed" | "unpacked"} [extension] the .vsix, or the repository as it was last built
 * @property {boolean} [trust] false: the folder opens in Restricted Mode
 * @property {NodeJS.ProcessEnv} [env] for the extension host
 * @property {Record<string, unknown>} [settings]
 * @property {{ width?: number, height?: number, scale?: number }} [size]
 */

/** So that pictures look alike on every machine: the lab's own fonts, Bangla falling through to the one that has it, and no paths. */
const looks = { "editor.fontFamily": "'JetBrains Mono', 'Noto Sans Bengali', monospace", "breadcrumbs.enabled": false };

/**
 * Opens a VS Code of its own with Khobor in it, the way a person's is: no test driver, notifications and all.
 *
 *     const journey = await startJourney({ workspace: createSampleRepository });
 *     await journey.window.command("Khobor: …");
 *     await journey.reopen();      // the same person comes back
 *     await journey.end();
 * @param {JourneyOptions} [options]
 */
export async function startJourney({ workspace, files = {}, extension = "packed", trust = true, env = {}, settings = {}, size = {} } = {}) {
  const lab = await openLab();
  const home = mkdtempSync(path.join(os.tmpdir(), "khobor-"));
  // a name that is fit for a screenshot
  const folder = path.join(home, "acme-shop");
  const seed = path.join(home, "book.json");
  if (workspace) await workspace(folder);
  else await makeSample(folder, seed);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  if (extension === "packed") await installExtension(lab, home, await packExtension());
  else linkExtension(home, root);

  /** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
  let server;
  /** @type {import("playwright-core").BrowserContext | undefined} */
  let browser;

  /** @param {string} at the folder that the window opens */
  const openWindow = async (at, page = /** @type {import("playwright-core").Page | undefined} */ (undefined)) => {
    const shown = page ?? (await browser?.newPage());
    if (!shown || !server) throw new Error("there is no browser to open a window in");
    await shown.goto(`${server.origin}/?folder=${encodeURIComponent(at)}`);
    const window = new Window(shown, (changed) => changeSettings(home, changed));
    await window.ready();
    return window;
  };
  const open = async () => {
    server = await startServer(lab, { home, trust, env: workspace ? env : { KHOBOR_SAMPLE: seed, ...env }, settings: { ...looks, ...settings }, ...(server ? { port: server.port } : {}) });
    browser = await openBrowser(lab, path.join(home, "browser"), size);
    return openWindow(folder, browser.pages()[0]);
  };
  const close = async () => {
    // the workbench writes its state a moment after it is told to
    await sleep(1000);
    await browser?.close().catch(() => undefined);
    await server?.stop();
  };

  const journey = {
    folder,
    home,
    /** Where VS Code keeps what Khobor stores. */
    globalStorage: path.join(home, "data/User/globalStorage/khobor.khobor"),
    window: await open().catch(async (error) => {
      await close();
      throw error;
    }),
    /** Ends VS Code and starts it again with everything it had kept. */
    async reopen() {
      await close();
      journey.window = await open();
      return journey.window;
    },
    /** A second window of the same VS Code, with an extension host of its own; without a folder, on the same one. @param {string} [at] */
    another: (at = folder) => openWindow(at),
    async end() {
      await close();
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return journey;
}
