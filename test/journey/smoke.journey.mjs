import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/window.mjs";
import { createSampleRepository } from "../support/sample/repository.mjs";

describe("the packed extension in a window", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  before(async () => {
    journey = await startJourney({ workspace: createSampleRepository });
  });
  after(() => journey?.end());
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await journey.window.shot("failed");
  });

  it("shows its place in the side bar", async () => {
    const { window } = journey;
    await window.openView("Khobor");
    await window.theme("dark");
    await window.shot("sidebar-dark");
    await window.theme("light");
    await window.shot("sidebar-light");
  });

  it("shows its commands in the palette", async () => {
    const { window } = journey;
    await window.openPalette();
    await window.type("Khobor");
    const rows = window.page.locator(".quick-input-list .monaco-list-row");
    await expectSoon("a command of Khobor", async () => (await rows.allInnerTexts()).some((text) => text.startsWith("Khobor: ")));
    await window.press("Escape");
  });
});
