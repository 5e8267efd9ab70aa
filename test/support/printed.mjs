// node test/support/printed.mjs [FILE.html…]
// Prints pages of invoices (the golden ones, where none is named) and leaves out/screenshots/NAME.pdf, as on A4, and NAME.png, as on a screen.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser } from "./lab/browser.mjs";
import { openLab } from "./lab/lab.mjs";

const named = process.argv.slice(2);
const files = named.length > 0 ? named : ["en", "bn"].map((language) => `test/golden/invoices/invoice.${language}.html`);
const folder = path.resolve("out", "screenshots");
mkdirSync(folder, { recursive: true });
const profile = mkdtempSync(path.join(tmpdir(), "khobor-printed-"));
const browser = await openBrowser(await openLab(), profile, { width: 900, height: 1250, scale: 1 });
try {
  for (const file of files) {
    const page = await browser.newPage();
    const refused = [];
    page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    await page.goto(pathToFileURL(path.resolve(file)).href);
    const target = path.join(folder, path.basename(file, ".html"));
    await page.screenshot({ path: `${target}.png`, fullPage: true });
    await page.pdf({ path: `${target}.pdf`, preferCSSPageSize: true });
    console.log(`${target}.pdf`, ...refused);
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
