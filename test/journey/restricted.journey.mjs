import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { recordGit } from "../support/host/gitRecorder.mjs";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";

// The sample with its client, whose update is overdue: first in a folder that is not trusted, then in one that is, then in Bangla.
describe("a person with a client whose update is overdue", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  const recorder = mkdtempSync(path.join(os.tmpdir(), "khobor-git-"));
  const git = recordGit(recorder);
  const gitCalls = () => readFileSync(git.log, "utf8");
  before(async () => {
    journey = await startJourney({ trust: false, env: git.env });
    window = journey.window;
  });
  after(async () => {
    await journey?.end();
    rmSync(recorder, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await journey.window.shot("failed");
  });

  it("sees clients, milestones, notes and what is due in Restricted Mode", async () => {
    await window.statusItem("Restricted Mode");
    await window.statusItem("Acme: update, was due");
    await window.openView("Khobor");
    // The last row of the view of clients, which is below that of what is owed.
    await window.row(/^\s*Notes/);
    const rows = await window.rows();
    const at = (/** @type {RegExp} */ text) => rows.findIndex((row) => text.test(row));
    const order = [/^Acme · update ?was due/, /^Acme ?update, was due/, /^Cart and checkout ?3 of 4 · /, /^Launch ?0 of 2 · /, /^Catalogue ?Delivered · /, /^bKash has not approved/, /^Which delivery prices/, /^Notes ?4/];
    assert.ok(order.every((text) => at(text) >= 0), rows.join("\n"));
    assert.deepEqual(order.map(at), order.map(at).sort((a, b) => a - b), rows.join("\n"));
    await window.expand(/^\s*Notes/);
    await window.row("Sara is away the last week of the month");
    await window.shot("restricted-light");
  });

  it("keeps a note there, and is told why nothing can be drafted", async () => {
    await window.command("Khobor: Add a Note");
    await window.step("What is it?");
    await window.pick(/^Note/);
    await window.step("What should be remembered?");
    await window.answer("Sara prefers calls before noon");
    await window.finishWithEnter();
    await window.row("Sara prefers calls before noon");
    await window.dismissNotifications();
    await window.command("Khobor: Draft Client Update");
    await window.notification("Khobor reads git only in folders that you trust.");
    assert.equal(gitCalls(), "");
  });

  it("drafts as soon as the folder is trusted", async () => {
    await window.trust();
    await window.dismissNotifications();
    await window.command("Khobor: Draft Client Update");
    await window.editorSays("Hi Sara");
    assert.match(gitCalls(), /git .*log/);
    await window.openView("Khobor");
    await window.row("Sara prefers calls before noon");
    await window.lens("Copy for email");
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await window.theme(theme);
      await window.shot(`sample-${theme}`);
    }
  });

  it("reads everything in Bangla when the setting says so", async () => {
    await window.settings({ "khobor.interfaceLanguage": "bn" });
    await window.openView("Khobor");
    const bangla = /[\u0980-\u09ff]/;
    await expectSoon("the status bar in Bangla", async () => bangla.test(await window.status()), 30_000);
    await window.row(/Acme.*[\u0980-\u09ff]/s);
    await window.row(/Catalogue.*[\u0980-\u09ff]/s);
    // digits, too
    await window.row(/Cart and checkout.*৪.*৩/s);
    await (await window.row(/^\s*খসড়া/)).click();
    await window.editorSays("Hi Sara");
    await window.lens(/^[\u0980-\u09ff\s]+$/);
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await window.theme(theme);
      await window.shot(`bangla-${theme}`);
    }
    await (await window.statusItem(/Acme/)).click();
    await window.step(bangla);
    await window.shot("bangla-owed-list");
    await window.press("Escape");
  });
});
