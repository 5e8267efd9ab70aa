import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/window.mjs";
import { sleep } from "../support/processes.mjs";
import { createSampleRepository } from "../support/sample/repository.mjs";

const DAY = 24 * 3_600_000;
const seed = path.join(os.tmpdir(), `khobor-owed-${process.pid}.json`);

/** Somebody who works at every hour, so that whatever the time is, an update and an answer are due. */
function book(now = Date.now()) {
  const at = (/** @type {number} */ ms) => new Date(now + ms).toISOString();
  const base = (/** @type {string} */ id) => ({ id, rev: 1, createdAt: at(-20 * DAY), changedAt: at(-20 * DAY) });
  const always = { days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "23:59" };
  const contacts = [{ id: "sara", name: "Sara", language: "en", tone: "friendly", usual: true }];
  const put = (/** @type {string} */ kind, /** @type {object} */ record) => ({ op: "put", kind, record });
  return [
    { op: "me", me: { names: ["Nadia Rahman"], emails: [], zone: "UTC", workingTimes: [always] } },
    put("client", { ...base("acme"), name: "Acme", place: "direct", channel: "email", zone: "Asia/Dhaka", workingTime: always, contacts }),
    put("project", {
      ...base("shop"), clientId: "acme", name: "Shop", size: "large", status: "active", scopes: [], goesLive: { by: "hand" }, rhythm: { every: "days", days: 2 }, tellFrom: { from: "beginning" },
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
    writeFileSync(seed, JSON.stringify({ changes: book() }));
    journey = await startJourney({ workspace: createSampleRepository, env: { KHOBOR_SAMPLE: seed } });
    first = journey.window;
  });
  after(() => journey?.end());
  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await first.shot("failed");
    await second?.shot("failed-second");
  });

  it("is told once of all that is due, in one of them, and for the first time what that is", async () => {
    await first.notification(/2 messages are due to Acme\. Khobor tells you of such things once a day each/);
    await first.shot("nudge-first");
    const other = path.join(journey.home, "other");
    mkdirSync(other);
    // Without the seed, which would fill the empty book of that window, too.
    rmSync(seed);
    second = await journey.another(other);
    await sleep(4000);
    assert.equal(await second.page.locator(".notification-toast").count(), 0);
    await first.dismissNotifications();
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
    await first.pick(/All that is due/);
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
    await first.statusItem(/All told|update by/);
  });
});
