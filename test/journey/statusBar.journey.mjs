import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";

const DAY = 24 * 3_600_000;
const seed = path.join(os.tmpdir(), `khobor-status-bar-${process.pid}.json`);

/** Somebody who works at every hour, and owes Acme an update and an answer by now. */
function book(now = Date.now()) {
  const at = (/** @type {number} */ days) => new Date(now + days * DAY).toISOString();
  const base = (/** @type {string} */ id) => ({ id, rev: 1, createdAt: at(-20), changedAt: at(-20) });
  const always = { days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "23:59" };
  const put = (/** @type {string} */ kind, /** @type {object} */ record) => ({ op: "put", kind, record });
  const contacts = [{ id: "sara", name: "Sara", language: "en", tone: "friendly", usual: true }];
  return [
    { op: "me", me: { names: ["Nadia Rahman"], emails: [], zone: "UTC", workingTimes: [always] } },
    put("client", { ...base("acme"), name: "Acme", place: "direct", channel: "email", zone: "Asia/Dhaka", workingTime: always, contacts }),
    put("project", { ...base("shop"), clientId: "acme", name: "Shop", size: "large", status: "active", scopes: [], goesLive: { by: "hand" }, rhythm: { every: "days", days: 2 }, tellFrom: { from: "beginning" } }),
    put("note", { ...base("request"), clientId: "acme", projectId: "shop", kind: "request", text: "Is the search faster now?", at: at(-3), forUpdate: true }),
  ];
}

describe("a person who has the status bar their way, and no mouse", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  const settings = { "khobor.notifications": "statusBar" };
  before(async () => {
    writeFileSync(seed, JSON.stringify({ changes: book() }));
    journey = await startJourney({ workspace: async (folder) => void mkdirSync(folder), env: { KHOBOR_SAMPLE: seed }, settings });
    window = journey.window;
    await window.statusItem(/Acme/);
  });
  after(async () => {
    await journey?.end();
    rmSync(seed, { force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await window.shot("failed");
  });

  const side = (/** @type {"left" | "right"} */ name) => window.page.locator(`.part.statusbar .${name}-items .statusbar-item[id*="khobor.owed"]`);
  const focused = () => window.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row.focused").first().innerText({ timeout: 1000 }).catch(() => "");
  /** Goes down the open list with the arrow key. @param {RegExp} row */
  const downTo = async (row) => {
    for (let presses = 0; presses < 15 && !row.test(await focused()); presses++) await window.press("ArrowDown");
    assert.match(await focused(), row);
  };

  it("has the name and the time alone, at the other end", async () => {
    assert.equal(await side("left").count(), 1);
    assert.match(await window.status(), /Acme: .+/);
    await window.settings({ ...settings, "khobor.statusBar.compact": true, "khobor.statusBar.alignment": "right" });
    await side("right").waitFor({ timeout: 30_000 });
    assert.equal(await side("left").count(), 0);
    await expectSoon("the short text", async () => /^Acme [^:]*\d\d?:\d\d( [AP]M)?$/.test(await window.status()));
    await window.shot("status-compact-right");
  });

  it("puts one off from the list with the arrow keys and Enter alone", async () => {
    await window.command("Khobor: Show What Is Owed");
    await window.step("What is owed");
    await downTo(/Snooze one/);
    await window.press("Enter");
    await window.step("Put off which one?");
    await downTo(/answer “Is the search faster now\?”/);
    await window.press("Enter");
    await window.step("Until when?");
    await window.press("Enter");
    await window.command("Khobor: Show What Is Owed");
    await window.step("What is owed");
    await downTo(/answer “Is the search faster now\?”.*snoozed/s);
    await window.shot("list-by-keyboard");
  });

  it("writes one from the list with Enter", async () => {
    await window.press("Home");
    for (let presses = 0; presses < 15 && !/Acme · update/.test(await focused()); presses++) await window.press("ArrowUp");
    assert.match(await focused(), /Acme · update/);
    await window.press("Enter");
    await window.editorSays("Hi Sara");
  });

  it("sees nothing in the status bar while nothing presses, where that is wished", async () => {
    await window.command("Khobor: Snooze");
    await window.step(/Put off which one\?|Until when\?/);
    await window.finishWithEnter();
    const usual = { ...settings, "khobor.statusBar.compact": false, "khobor.statusBar.alignment": "left" };
    await window.settings(usual);
    await expectSoon("it at the left again", async () => /Acme: snoozed until/.test(await window.status()) && (await side("left").isVisible()));
    await window.settings({ ...usual, "khobor.statusBar.hideWhenFine": true });
    await window.openView("Khobor");
    await window.row(/Acme · update/);
    // It comes and goes with the list beside it.
    await expectSoon("an empty status bar", async () => !(await side("left").isVisible()) && !(await side("right").isVisible()));
    await window.settings({ ...usual, "khobor.statusBar.hideWhenFine": false });
    await window.statusItem(/Acme: snoozed until/);
  });
});
