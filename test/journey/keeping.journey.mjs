import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import path from "node:path";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";
import { changeElsewhere } from "../support/journey/otherWindow.mjs";
import { root } from "../support/paths.mjs";
import { createSampleRepository } from "../support/sample/repository.mjs";

// A new machine: everything comes from one file. Then something is changed in two places.
describe("a person on a new machine", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  before(async () => {
    journey = await startJourney({ workspace: createSampleRepository });
    window = journey.window;
    copyFileSync(path.join(root, "test/unit/storage/samples/export.v1.json"), path.join(journey.home, "mine.khobor.json"));
  });
  after(() => journey?.end());
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await journey.window.shot("failed");
  });

  it("sees what a file would bring before anything comes in, takes it in, and takes that back", async () => {
    await window.openView("Khobor");
    await window.command("Khobor: Import Clients…");
    await window.pick("mine.khobor.json");
    await window.step(/Adds \d+, changes 0, leaves 0 as they are\. Whose\?/);
    await window.quickRow(/Acme Shop.*new here · adds \d+/s).waitFor();
    await window.shot("import-preview");
    await window.press("Enter");
    await window.row("Acme Shop");
    await window.answerNotification(/^Imported: \d+ added, 0 changed\.|Imported: \d+ added/, "Undo");
    await window.sideBarSays("For whom is the work in this folder?");
    await window.dismissNotifications();
    await window.command("Khobor: Import Clients…");
    await window.pick("mine.khobor.json");
    await window.step("Whose?");
    await window.press("Enter");
    await window.row("Acme Shop");
    await window.dismissNotifications();
  });

  it("is asked once what was changed in two places, with both side by side, and takes the other one", async () => {
    const file = path.join(journey.globalStorage, "book/client-c-acme.jsonl");
    changeElsewhere(file, "client", "c-acme", { name: "Acme Shop Ltd" });
    await window.answerNotification("1 entry was changed in two places. Both versions are kept.", "Compare");
    await window.step("“Acme Shop” was changed in two places. Which version stays?");
    assert.match(await window.editorText(), /"Acme[ \u00a0]Shop[ \u00a0]Ltd"/);
    await window.shot("conflict");
    await window.pick("Take the right one");
    await window.row("Acme Shop Ltd");
    await window.notification("“Acme Shop” is settled.");
    await window.dismissNotifications();
    await window.command("Khobor: Resolve What Was Changed in Two Places");
    await window.notification("Nothing was changed in two places.");
  });

  it("is led to the folder where all of it lies", async () => {
    const opened = window.page.context().waitForEvent("page", { timeout: 60_000 });
    await window.command("Khobor: Open Storage Folder");
    const folder = await opened;
    await expectSoon("the folder to be open", async () => new URL(folder.url()).searchParams.get("folder") === journey.globalStorage, 60_000);
    await folder.locator(".monaco-list-row", { hasText: "book" }).first().waitFor({ timeout: 60_000 });
  });
});
