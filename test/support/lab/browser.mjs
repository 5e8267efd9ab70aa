import { findChromium } from "./chromium.mjs";

/**
 * A headless browser with a profile of its own; a second session with the same profile is the same person coming back.
 * @param {import("./lab.mjs").Lab} lab
 * @param {string} profile
 * @param {{ width?: number, height?: number, scale?: number }} [size]
 * @returns {Promise<import("playwright-core").BrowserContext>}
 */
export async function openBrowser(lab, profile, { width = 1400, height = 900, scale = 1 } = {}) {
  // not before it is needed: `npm start` must work while dependencies are still being installed
  const { chromium } = await import("playwright-core");
  const { executablePath, env } = await findChromium(lab);
  return chromium.launchPersistentContext(profile, {
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    headless: true,
    chromiumSandbox: false,
    // we handle Ctrl+C ourselves, and the browser must outlive the page's last words
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    permissions: ["clipboard-read", "clipboard-write"],
    viewport: { width, height },
    deviceScaleFactor: scale,
  });
}
