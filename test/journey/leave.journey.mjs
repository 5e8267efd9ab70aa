import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";

const DAY = 24 * 3_600_000;
const seed = path.join(os.tmpdir(), `khobor-leave-${process.pid}.json`);
const day = (/** @type {number} */ ahead) => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);

/** Two clients with work under way: into the days from the tenth to the fourteenth fall a meeting with one, and a date and updates of the other. */
function book() {
  const at = (/** @type {number} */ days) => new Date(Date.now() + days * DAY).toISOString();
  const base = (/** @type {string} */ id) => ({ id, rev: 1, createdAt: at(-1), changedAt: at(-1) });
  const always = { days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "23:59" };
  const put = (/** @type {string} */ kind, /** @type {object} */ record) => ({ op: "put", kind, record });
  const client = (/** @type {string} */ id, /** @type {string} */ name, /** @type {string} */ contact) =>
    put("client", { ...base(id), name, place: "direct", channel: "email", zone: "UTC", workingTime: always, contacts: [{ id: contact, name: contact, language: "en", tone: "friendly", usual: true }] });
  const project = (/** @type {string} */ id, /** @type {string} */ clientId, /** @type {object} */ rhythm) =>
    put("project", { ...base(id), clientId, name: id, size: "large", status: "active", scopes: [], goesLive: { by: "hand" }, rhythm, tellFrom: { from: "beginning" } });
  return [
    { op: "me", me: { names: ["Nadia Rahman"], emails: [], zone: "UTC", workingTimes: [always] } },
    client("acme", "Acme", "Sara"),
    client("rahim", "Rahim Traders", "Karim"),
    project("Shop", "acme", { every: "never" }),
    project("App", "rahim", { every: "days", days: 3 }),
    put("meeting", { ...base("demo"), clientId: "acme", projectId: "Shop", title: "Demo", startsAt: `${day(11)}T10:00:00.000Z`, minutes: 30, zone: "UTC" }),
    put("milestone", { ...base("beta"), projectId: "App", title: "Beta", due: { by: "date", on: day(12) }, deliverables: [], state: "active" }),
  ];
}

describe("a person who enters leave", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  before(async () => {
    writeFileSync(seed, JSON.stringify({ changes: book() }));
    journey = await startJourney({ workspace: async (folder) => void mkdirSync(folder), env: { KHOBOR_SAMPLE: seed }, settings: { "khobor.notifications": "statusBar" } });
    window = journey.window;
    await window.statusItem(/Acme|Rahim|All told|Nothing due/);
  });
  after(async () => {
    await journey?.end();
    rmSync(seed, { force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await window.shot("failed");
  });

  /** The kinds of all drafts, with their clients. */
  const drafts = () => {
    const folder = path.join(journey.globalStorage, "drafts");
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).map((id) => path.join(folder, id, "provenance.json"));
    return files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, "utf8"))).map(({ kind, clientId }) => `${kind} ${clientId}`).sort();
  };

  /** Answers with Enter what is asked under this title. @param {string} title */
  const throughout = (title) =>
    expectSoon(`the end of ${title}`, async () => {
      const shown = await window.page.locator(".quick-input-widget:visible .quick-input-title").innerText({ timeout: 500 }).catch(() => "");
      if (!shown.startsWith(title)) return true;
      await window.press("Enter");
      await expectSoon("the next question", async () => (await window.page.locator(".quick-input-widget:visible .quick-input-title").innerText({ timeout: 500 }).catch(() => "")) !== shown);
      return false;
    }, 30_000);

  it("sees what falls into it, with what to do about each", async () => {
    await window.command("Khobor: Add Leave");
    await window.step("First day away");
    await window.answer(day(10));
    await window.step("Last day away");
    await window.answer(day(14));
    await window.step("Reason, for you");
    await window.answer("Eid");
    await window.step("Is it certain?");
    await window.press("Enter");
    await window.step("More leave this year?");
    await window.press("Enter");
    await window.step("While you are away");
    for (const row of [/Acme: meeting “Demo”.*Best moved to another time/s, /Rahim Traders: “Beta” is due.*Best told now which day it will be instead/s, /Rahim Traders: update.*Best written before you go/s])
      await window.quickRow(row).waitFor();
    await window.shot("leave-overlaps");
  });

  it("does what it chooses about each, and comes back for the next", async () => {
    await window.pick(/“Beta” is due/);
    await window.step("What to do about it");
    await window.pick("Write that it moves");
    await window.step(/Delay: Rahim Traders/);
    await window.answer("I am away that week.");
    await throughout("Delay: Rahim Traders");
    await expectSoon("the draft", async () => drafts().includes("delay rahim"));
    await window.step("While you are away");
    await window.quickRow(/“Beta” is due.*A draft is open/s).waitFor();
    await window.pick(/meeting “Demo”/);
    await window.step("What to do about it");
    await window.pick("Leave it as it is");
    await window.quickRow(/meeting “Demo”.*Left as it is/s).waitFor();
    assert.deepEqual(drafts(), ["delay rahim"]);
  });

  it("writes to every client whom it concerns, in one sitting", async () => {
    await window.pick("Write to 2 clients about it");
    await window.step("A draft is opened for each");
    await window.press("Enter");
    for (const name of ["Acme", "Rahim Traders"]) {
      await window.step(`Leave: ${name}`);
      await throughout(`Leave: ${name}`);
    }
    await expectSoon("both drafts", async () => drafts().filter((draft) => draft.startsWith("leave ")).length === 2, 30_000);
    await window.step("While you are away");
    await window.quickRow("The drafts for 2 clients are open").waitFor();
    await window.shot("leave-told");
    await window.pick("Done");
    assert.deepEqual(drafts(), ["delay rahim", "leave acme", "leave rahim"]);
    await window.editorSays(/Hi (Sara|Karim)/);
    await window.shot("leave-draft");
  });
});
