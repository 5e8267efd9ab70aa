// node test/support/shot.mjs [NAME] [--view] [--command TITLE]… [--theme light|dark] [--size WIDTHxHEIGHT] [--wait MS] [--setting KEY=JSON]…
// Opens the sample in Khobor as it was last built and leaves out/screenshots/NAME-light.png and NAME-dark.png.
import { parseArgs } from "node:util";
import { ensure } from "./ensure.mjs";
import { startJourney } from "./journey/journey.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    view: { type: "boolean", default: false },
    command: { type: "string", multiple: true, default: [] },
    theme: { type: "string" },
    size: { type: "string", default: "1400x900" },
    wait: { type: "string", default: "1500" },
    setting: { type: "string", multiple: true, default: [] },
  },
});
const [width, height] = values.size.split("x").map(Number);
const settings = Object.fromEntries(values.setting.map((entry) => [entry.slice(0, entry.indexOf("=")), JSON.parse(entry.slice(entry.indexOf("=") + 1))]));

await ensure();
const journey = await startJourney({ extension: "unpacked", settings, size: { width, height } });
try {
  const { window } = journey;
  // the sample's book has been read
  await window.statusItem("Acme");
  if (values.view || values.command.length === 0) await window.openView("Khobor");
  for (const title of values.command) await window.command(title);
  await window.page.waitForTimeout(Number(values.wait));
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    if (values.theme !== undefined && values.theme !== theme) continue;
    await window.theme(theme);
    console.log(await window.shot(`${positionals[0] ?? "shot"}-${theme}`));
  }
} finally {
  await journey.end();
}
process.exit(0);
