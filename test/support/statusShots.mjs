// node test/support/statusShots.mjs
// Leaves pictures of Khobor's item in the status bar at each level, in out/screenshots/status-LEVEL-THEME.png, and its tooltip beside it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensure } from "./ensure.mjs";
import { startJourney } from "./journey/journey.mjs";
import { outDir } from "./paths.mjs";

const DAY = 24 * 3_600_000;
const seed = path.join(os.tmpdir(), `khobor-status-${process.pid}.json`);

/**
 * Clients of somebody who works at every hour; each is owed an update some days after the last word, which was so many days ago.
 * @param {readonly { every: number, ago: number }[]} updates
 */
function book(updates) {
  const at = (/** @type {number} */ ago) => new Date(Date.now() - ago * DAY).toISOString();
  const always = { days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "23:59" };
  const names = ["Acme", "Rahim Traders", "Nordlys", "Oak & Sons", "Teal", "Umber"];
  const put = (/** @type {string} */ kind, /** @type {object} */ record) => ({ op: "put", kind, record });
  return [
    { op: "me", me: { names: ["Nadia Rahman"], emails: [], zone: "UTC", workingTimes: [always] } },
    ...updates.flatMap(({ every, ago }, n) => {
      const base = (/** @type {string} */ id) => ({ id, rev: 1, createdAt: at(ago), changedAt: at(ago) });
      const contacts = [{ id: "sara", name: "Sara", language: "en", tone: "friendly", usual: true }];
      const rhythm = every === 0 ? { every: "never" } : { every: "days", days: every };
      return [
        put("client", { ...base(`client-${n}`), name: names[n], place: "direct", channel: "email", zone: "Asia/Dhaka", workingTime: always, contacts }),
        put("project", { ...base(`project-${n}`), clientId: `client-${n}`, name: "Shop", size: "large", status: "active", scopes: [], goesLive: { by: "hand" }, rhythm, tellFrom: { from: "beginning" } }),
      ];
    }),
  ];
}

/** @type {readonly { level: string, updates: { every: number, ago: number }[], settings?: Record<string, unknown>, snooze?: true }[]} */
const cases = [
  { level: "overdue", updates: [{ every: 2, ago: 4 }, { every: 3, ago: 3 }, { every: 4, ago: 3 }, { every: 5, ago: 1 }, { every: 6, ago: 1 }, { every: 7, ago: 1 }] },
  { level: "due", updates: [{ every: 3, ago: 3 }] },
  { level: "soon", updates: [{ every: 4, ago: 3 }] },
  { level: "fine", updates: [{ every: 7, ago: 1 }] },
  { level: "told", updates: [{ every: 0, ago: 3 }] },
  { level: "snoozed", updates: [{ every: 3, ago: 3 }], snooze: true },
  { level: "compact", updates: [{ every: 3, ago: 3 }], settings: { "khobor.statusBar.compact": true, "khobor.statusBar.alignment": "right" } },
  { level: "bangla", updates: [{ every: 2, ago: 4 }, { every: 3, ago: 3 }], settings: { "khobor.interfaceLanguage": "bn" } },
];

await ensure();
mkdirSync(path.join(outDir, "screenshots"), { recursive: true });
const only = process.argv.slice(2);
for (const { level, updates, settings = {}, snooze } of cases.filter(({ level }) => only.length === 0 || only.includes(level))) {
  writeFileSync(seed, JSON.stringify({ changes: book(updates) }));
  const journey = await startJourney({
    extension: "unpacked", workspace: async (folder) => void mkdirSync(folder), env: { KHOBOR_SAMPLE: seed },
    settings: { "khobor.notifications": "statusBar", "workbench.hover.delay": 100, ...settings }, size: { width: 900, height: 420 },
  });
  try {
    const { window } = journey;
    const item = window.page.locator('.part.statusbar .statusbar-item[id*="khobor.owed"]');
    await item.waitFor({ timeout: 60_000 });
    if (snooze) {
      await window.command("Khobor: Snooze");
      await window.step("Until when?");
      await window.press("Enter");
      await window.statusItem("snoozed until");
    }
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await window.theme(theme);
      const file = (/** @type {string} */ name) => path.join(outDir, "screenshots", `status-${level}${name}-${theme}.png`);
      await window.restPointer();
      await window.page.waitForTimeout(800);
      // the pointer would lie over its colour
      await window.page.screenshot({ path: file(""), clip: { x: 0, y: 380, width: 900, height: 40 } });
      await item.hover();
      await window.page.waitForTimeout(1500);
      await window.page.screenshot({ path: file("-tooltip"), clip: { x: 0, y: 150, width: 900, height: 270 } });
      console.log(`${file("")}  ${JSON.stringify(await item.locator("a").first().getAttribute("aria-label"))}`);
    }
  } finally {
    await journey.end();
    rmSync(seed, { force: true });
  }
}
process.exit(0);
