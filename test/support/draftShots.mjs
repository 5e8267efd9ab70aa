// node test/support/draftShots.mjs [problems] [template] [partial] [invoice]
// Leaves pictures in out/screenshots: draft-problems.png, a draft with what its checks found; template-preview.png and
// partial-preview.png, a template of the user's own beside its message, with a mistake in it; invoice.bn.png and .pdf, printed.
import { spawnSync } from "node:child_process";
import { ensure } from "./ensure.mjs";
import { startJourney } from "./journey/journey.mjs";

const named = process.argv.slice(2);
const wants = (/** @type {string} */ name) => named.length === 0 || named.includes(name);

/** @param {import("./journey/window.mjs").Window} window @param {string} first what is typed to find it @param {RegExp} row */
async function customise(window, first, row) {
  await window.command("Khobor: Customise Template");
  await window.step("Which template");
  await window.fill(first);
  await window.pick(row);
  await window.step("In which language?");
  await window.pick(/English/);
  await window.step("Where is it kept?");
  await window.pick(/For me, everywhere/);
  // the preview beside it takes a moment to come up
  await window.page.waitForTimeout(4000);
  await window.press("ControlOrMeta+1");
}

if (["problems", "template", "partial"].some(wants)) {
  await ensure();
  const journey = await startJourney({ extension: "unpacked", settings: { "khobor.notifications": "statusBar" }, size: { width: 1500, height: 900 } });
  const { window } = journey;
  try {
    await window.statusItem("Acme");
    if (wants("problems")) {
      await window.command("Khobor: Draft Client Update");
      await window.lens("Preview");
      await window.retypeLine("Hi Sara", "Hi Sara, the new page is finally live!!! It should be done soon, blame the hosting people.");
      await window.press("End", "Enter");
      await window.type("The login fails with TypeError: x is undefined in cart.ts (commit 3f2a91c), see http://10.0.0.12/admin, password=Winter2026x");
      await window.page.waitForTimeout(2500);
      await window.command("Problems: Focus on Problems View");
      await window.page.waitForTimeout(1500);
      console.log(await window.shot("draft-problems"));
      await window.command("View: Close Panel").catch(() => window.command("View: Hide Panel"));
      await window.command("View: Close All Editors");
    }
    if (wants("template")) {
      await customise(window, "delay", /Delay/);
      await window.press("ControlOrMeta+Home");
      await window.type("Good morning {{adressee}}!\n\n");
      await window.page.waitForTimeout(2000);
      console.log(await window.shot("template-preview"));
      await window.command("File: Save");
      await window.command("View: Close All Editors");
    }
    if (wants("partial")) {
      await customise(window, "signature", /^signature/);
      await window.retypeLine("Kind regards", "With {{regards}} and thanks,");
      await window.page.waitForTimeout(2000);
      console.log(await window.shot("partial-preview"));
    }
  } finally {
    await journey.end();
  }
}
if (wants("invoice")) spawnSync(process.execPath, ["test/support/printed.mjs", "test/golden/invoices/invoice.bn.html"], { stdio: "inherit" });
process.exit(0);
