import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";
import { sleep } from "../support/processes.mjs";
import { createSampleRepository } from "../support/sample/repository.mjs";

const DAY = 24 * 3_600_000;
const seed = path.join(os.tmpdir(), `khobor-owed-${process.pid}.json`);
const calendar = path.join(os.tmpdir(), `khobor-owed-${process.pid}.ics`);
const kept = () => (existsSync(calendar) ? readFileSync(calendar, "utf8").replaceAll("\r\n ", "") : "");

/**
 * Somebody who works at every hour, so that whatever the time is, an update and an answer are due.
 * @param {string} rootCommit of the repository of Acme's work
 */
function book(rootCommit, now = Date.now()) {
  const at = (/** @type {number} */ ms) => new Date(now + ms).toISOString();
  const base = (/** @type {string} */ id) => ({ id, rev: 1, createdAt: at(-20 * DAY), changedAt: at(-20 * DAY) });
  const always = { days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "23:59" };
  const contacts = [{ id: "sara", name: "Sara", language: "en", tone: "friendly", usual: true }];
  const put = (/** @type {string} */ kind, /** @type {object} */ record) => ({ op: "put", kind, record });
  return [
    { op: "me", me: { names: ["Nadia Rahman"], emails: [], zone: "UTC", workingTimes: [always] } },
    put("client", { ...base("acme"), name: "Acme", place: "direct", channel: "email", zone: "Asia/Dhaka", workingTime: always, contacts }),
    put("project", {
      ...base("shop"), clientId: "acme", name: "Shop", size: "large", status: "active", scopes: [{ id: "scope", name: "acme-shop", identity: { remotes: ["github.com/acme/acme-shop"], rootCommits: [rootCommit] } }], goesLive: { by: "hand" }, rhythm: { every: "days", days: 2 }, tellFrom: { from: "beginning" },
    }),
    put("note", { ...base("request"), clientId: "acme", projectId: "shop", kind: "request", text: "Is the search faster now?", at: at(-3 * DAY), forUpdate: true }),
  ];
}

// Two windows of one person: Acme's workspace, and another one.
describe("a person with two windows", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let first;
  /** @type {import("../support/journey/window.mjs").Window} */
  let second;
  before(async () => {
    const workspace = async (/** @type {string} */ folder) => {
      writeFileSync(seed, JSON.stringify({ changes: book((await createSampleRepository(folder)).rootCommit) }));
      // A path is of one machine, and so is its setting.
      const machine = path.join(path.dirname(folder), "data/Machine");
      mkdirSync(machine, { recursive: true });
      writeFileSync(path.join(machine, "settings.json"), JSON.stringify({ "khobor.calendarFile": calendar }));
    };
    journey = await startJourney({ workspace, env: { KHOBOR_SAMPLE: seed } });
    first = journey.window;
  });
  after(async () => {
    await journey?.end();
    rmSync(calendar, { force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await first.shot("failed");
    await second?.shot("failed-second");
  });

  it("is told once of all that is due, and for the first time what that is and where its settings are", async () => {
    await first.notification(/2 messages are due to Acme\. Khobor tells you of such things once a day each/);
    await first.shot("nudge-first");
    await first.answerNotification(/2 messages are due to Acme/, "Settings");
    const settings = first.page.locator(".settings-editor");
    await settings.getByText("How Khobor reminds you that an update is due.").waitFor({ timeout: 30_000 });
    // it lies over the whole window
    await first.page.locator('.action-label[aria-label^="Close Modal Editor"]').first().click();
    await settings.waitFor({ state: "hidden" });
    assert.equal(await first.page.locator(".notification-toast:visible").count(), 0);
  });

  it("is not told again in another window", async () => {
    const other = path.join(journey.home, "other");
    mkdirSync(other);
    // Without the seed, which would fill the empty book of that window, too.
    rmSync(seed);
    second = await journey.another(other);
    await expectSoon("the other window to know what is due", async () => /Acme/.test(await second.status()), 30_000);
    await sleep(2000);
    assert.equal(await second.page.locator(".notification-toast").count(), 0);
  });

  it("has all of it in a calendar file", async () => {
    await expectSoon("the calendar file", async () => /SUMMARY:Acme: update/.test(kept()) && /SUMMARY:Acme: answer/.test(kept()), 30_000);
  });

  it("sees all of it in the view, most urgent first, and the count as the badge", async () => {
    await first.openView("Khobor");
    await first.row(/Acme · answer “Is the search faster now\?”/);
    await first.row(/Acme · update/);
    await first.page.locator(".part.activitybar .badge-content", { hasText: "2" }).waitFor();
    await first.shot("owed-view");
  });

  it("sees it in the other window too, where the workspace is not open", async () => {
    await expectSoon("the other window to know", async () => /Acme/.test(await second.status()));
    await second.command("Khobor: Show What Is Owed");
    await second.quickRow(/Acme · update/).waitFor();
    await second.shot("owed-elsewhere");
    await second.press("Escape");
  });

  it("puts all of it off with the keyboard alone, which holds in the other window at once", async () => {
    await first.command("Khobor: Snooze");
    await first.step("Put off which one?");
    await first.type("All that is due");
    await first.press("Enter");
    await first.step("Until when?");
    await first.press("Enter");
    await first.statusItem(/snoozed until/);
    await expectSoon("the other window to follow", async () => /snoozed until/.test(await second.status()));
  });

  it("settles one without sending: how the client heard is kept, and begins the rhythm anew", async () => {
    await first.rowMenu(/Acme · answer/, "Settle Without Sending…");
    await first.step("How were you in touch?");
    await first.finishWithEnter();
    await expectSoon("it to be gone", async () => !(await first.rows()).some((row) => row.includes("answer “Is the search")));
    await first.statusItem(/All told|Nothing due|update by/);
    await second.openView("Khobor");
    await expectSoon("it to be gone in the other window", async () => !(await second.rows()).some((row) => row.includes("answer “Is the search")));
    await expectSoon("the calendar file to follow", async () => !kept().includes("SUMMARY:Acme: answer"));
  });

  it("writes what is owed elsewhere where it belongs: that workspace opens in a window of its own", async () => {
    // Where the repository lies is known from the first draft on.
    await first.command("Khobor: Draft Client Update");
    await first.editorSays("Hi Sara");
    await second.command("Khobor: Show What Is Owed");
    await second.step("What is owed");
    const opened = second.page.context().waitForEvent("page", { timeout: 30_000 });
    await second.pick(/Acme · update/);
    const third = await opened;
    await expectSoon("the folder of Acme", async () => decodeURIComponent(third.url()).includes(journey.folder));
    await third.close();
  });

  it("is told where that workspace was when it has gone", async () => {
    renameSync(journey.folder, `${journey.folder}-moved`);
    await second.command("Khobor: Show What Is Owed");
    await second.step("What is owed");
    await second.pick(/Acme · update/);
    await second.notification(`The folder of Acme is not at ${journey.folder} any more.`);
    await second.shot("owed-folder-gone");
  });
});
