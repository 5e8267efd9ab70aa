import assert from "node:assert/strict";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";

// The same folder is open in two windows, each with an extension host of its own.
describe("a person with one book open in two windows", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let first;
  /** @type {import("../support/journey/window.mjs").Window} */
  let second;
  before(async () => {
    journey = await startJourney();
    first = journey.window;
  });
  after(() => journey?.end());
  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    await first.shot("failed");
    await second?.shot("failed-second");
  });

  /** @param {import("../support/journey/window.mjs").Window} window */
  async function beginQuestion(window, /** @type {string} */ text) {
    await window.command("Khobor: Add a Note");
    await window.step("What is it?");
    await window.pick("Question");
    await window.step("What do you want to ask the client?");
    await window.fill(text);
  }

  it("sees in the one what is added in the other, without a click", async () => {
    await first.openView("Khobor");
    await first.row("Cart and checkout");
    second = await journey.another();
    await second.openView("Khobor");
    await second.row("Cart and checkout");
    await beginQuestion(first, "Which currency on the receipt?");
    await first.press("Enter");
    await first.finishWithEnter();
    await first.row("Which currency on the receipt?");
    await second.row("Which currency on the receipt?");
    await second.shot("same-book-second");
  });

  it("loses neither of two notes that are written in both at once", async () => {
    await beginQuestion(first, "Should gift cards expire?");
    await beginQuestion(second, "Is the old logo to stay?");
    await Promise.all([first.press("Enter"), second.press("Enter")]);
    await Promise.all([first.finishWithEnter(), second.finishWithEnter()]);
    for (const window of [first, second]) {
      await window.row("Should gift cards expire?");
      await window.row("Is the old logo to stay?");
    }
  });

  it("ticks parts of one milestone from both, and both see both", async () => {
    for (const window of [first, second]) await window.expand("Launch");
    const count = async (/** @type {import("../support/journey/window.mjs").Window} */ window) => (await window.rows()).find((row) => row.startsWith("Launch"))?.match(/\d+ of \d+/)?.[0];
    const before = Number.parseInt((await count(first)) ?? "", 10);
    assert.ok(before >= 0);
    const open = (/** @type {import("../support/journey/window.mjs").Window} */ window) => window.page.locator(".part.sidebar .monaco-list-row [role=checkbox][aria-checked=false], .part.sidebar .monaco-list-row .monaco-checkbox[aria-checked=false]");
    await open(first).first().click();
    await expectSoon("the tick to be seen in the other window", async () => Number.parseInt((await count(second)) ?? "", 10) === before + 1);
    await open(second).first().click();
    await expectSoon("the tick to be seen in the first window", async () => Number.parseInt((await count(first)) ?? "", 10) === before + 2);
  });

  it("finds all of it after a restart, and nothing that waits to be settled", async () => {
    const window = await journey.reopen();
    first = window;
    await window.openView("Khobor");
    for (const text of ["Which currency on the receipt?", "Should gift cards expire?", "Is the old logo to stay?"]) await window.row(text);
    await window.command("Khobor: Resolve What Was Changed in Two Places");
    await window.notification("Nothing was changed in two places.");
  });
});
