// node test/support/messageShots.mjs — leaves out/screenshots/mail-LANGUAGE.png and slack-LANGUAGE.png: a golden draft as a mail
// program shows its .eml, and as Slack shows its blocks.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import PostalMime from "postal-mime";
import { openBrowser } from "./lab/browser.mjs";
import { openLab } from "./lab/lab.mjs";
import { outDir, root } from "./paths.mjs";

const samples = /** @type {const} */ ([
  { language: "en", draft: "progress.en.friendly.much.md", from: { name: "Nadia Rahman", address: "nadia@nadia.example" }, to: "sara@acme.example" },
  { language: "bn", draft: "progress.bn.formal.much.md", from: { name: "নাদিয়া রহমান", address: "nadia@nadia.example" }, to: "karim@rahim.example" },
  { language: "en", draft: "progress.en.hostile.md", name: "hostile", from: { name: "Nadia Rahman", address: "nadia@nadia.example" }, to: "sara@acme.example" },
]);

/** The product's own code, for plain Node. */
async function channels() {
  const file = path.join(root, "node_modules/.khobor/message-shots.mjs");
  const contents = 'export { emlOf } from "./src/channels/mime"; export { slackText } from "./src/channels/slackText"; export { splitSubject } from "./src/core/drafting/subject";';
  await esbuild.build({ stdin: { contents, resolveDir: root, loader: "ts" }, bundle: true, platform: "node", format: "esm", packages: "external", outfile: file, logLevel: "warning" });
  return import(pathToFileURL(file).href);
}

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** As much of a mail program as shows what is in the file: its head, its HTML with the pictures inside, what is attached, its plain text. */
async function mailPage(/** @type {Uint8Array} */ eml) {
  const mail = await PostalMime.parse(eml);
  let html = mail.html ?? "";
  for (const { contentId, mimeType, content } of mail.attachments) {
    if (contentId) html = html.replaceAll(`cid:${contentId.replace(/^<|>$/g, "")}`, `data:${mimeType};base64,${Buffer.from(/** @type {ArrayBuffer} */ (content)).toString("base64")}`);
  }
  const files = mail.attachments.filter(({ disposition }) => disposition === "attachment").map(({ filename }) => `Attached: ${escaped(filename ?? "")}`);
  const head = [`From: ${mail.from?.name ?? ""} <${mail.from?.address ?? ""}>`, `To: ${(mail.to ?? []).map(({ address }) => address).join(", ")}`, `Subject: ${mail.subject ?? ""}`];
  return `<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;display:grid;grid-template-columns:3fr 2fr;font-family:system-ui,'Noto Sans Bengali',sans-serif">
    <section style="padding:16px"><p style="background:#eef;padding:8px;font-size:14px">${head.map(escaped).join("<br>")}${files.length > 0 ? `<br>${files.join(" ")}` : ""}</p><iframe style="border:0;width:100%;height:1500px" srcdoc="${escaped(html)}"></iframe></section>
    <pre style="padding:16px;white-space:pre-wrap;background:#f6f6f6;font:13px/1.5 'JetBrains Mono','Noto Sans Bengali',monospace">${escaped(mail.text ?? "")}</pre></body>`;
}

const marks = /** @type {const} */ ({ bold: "b", italic: "i", strike: "s", code: "code" });

/** Rich text as Slack draws it: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block. @param {any} one @returns {string} */
function rich(one) {
  const inside = () => (one.elements ?? []).map(rich).join("");
  switch (one.type) {
    case "text":
    case "link": {
      const says = escaped(one.text ?? one.url).replaceAll("\n", "<br>");
      const styled = Object.keys(one.style ?? {}).reduce((html, name) => `<${marks[/** @type {keyof typeof marks} */ (name)]}>${html}</${marks[/** @type {keyof typeof marks} */ (name)]}>`, says);
      return one.type === "link" ? `<a href="${escaped(one.url)}">${styled}</a>` : styled;
    }
    case "rich_text_section":
      return `<div>${inside()}</div>`;
    case "rich_text_quote":
      return `<blockquote style="margin:0;border-left:4px solid #ddd;padding-left:8px">${inside()}</blockquote>`;
    case "rich_text_preformatted":
      return `<pre style="margin:4px 0;padding:8px;border:1px solid #ddd;border-radius:4px">${inside()}</pre>`;
    default: {
      const tag = one.style === "ordered" ? "ol" : "ul";
      return `<${tag} start="${(one.offset ?? 0) + 1}" style="margin:0 0 0 ${(one.indent ?? 0) * 24}px;padding-left:26px">${one.elements.map((/** @type {any} */ item) => `<li>${rich(item).replace(/^<div>|<\/div>$/g, "")}</li>`).join("")}</${tag}>`;
    }
  }
}

/** @param {{ blocks: readonly { elements: readonly any[] }[] }} message */
function slackPage({ blocks }) {
  const drawn = blocks.map(({ elements }) => `<div style="margin:0 0 8px">${elements.map(rich).join("")}</div>`);
  return `<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;display:grid;grid-template-columns:3fr 2fr;font:15px/1.46 Lato,system-ui,'Noto Sans Bengali',sans-serif;color:#1d1c1d">
    <section style="padding:20px"><p style="margin:0 0 4px"><b>Nadia’s updates</b> <small style="background:#ddd;padding:1px 4px;border-radius:3px">APP</small></p>${drawn.join("")}</section>
    <pre style="padding:16px;white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f6f6;font:12px/1.4 'JetBrains Mono','Noto Sans Bengali',monospace">${escaped(blocks.map(({ elements }) => elements.map((one) => JSON.stringify(one)).join("\n")).join("\n\n"))}</pre></body>`;
}

const { emlOf, slackText, splitSubject } = await channels();
const folder = path.join(outDir, "screenshots");
mkdirSync(folder, { recursive: true });
const profile = mkdtempSync(path.join(os.tmpdir(), "khobor-shots-"));
const browser = await openBrowser(await openLab(), profile, { width: 1300, height: 1000 });
try {
  const page = browser.pages()[0] ?? (await browser.newPage());
  for (const sample of samples) {
    const { language, draft, from, to } = sample;
    const { subject, body } = splitSubject(readFileSync(path.join(root, "test/golden/drafts", draft), "utf8"));
    const picture = { name: language === "bn" ? "নতুন পাতা.png" : "new page.png", type: "image/png", path: path.join(root, "media/icon.png") };
    const message = { id: `shot-${language}`, clientId: "c", language, to: [to], subject: subject ?? (language === "bn" ? "অনলাইন দোকানের আপডেট" : "Update on Online shop"), text: body, attachments: [picture, { name: "handover.txt", type: "text/plain", path: path.join(root, "LICENSE") }] };
    const name = "name" in sample ? sample.name : language;
    const eml = await emlOf(message, from);
    writeFileSync(path.join(outDir, `mail-${name}.eml`), eml);
    for (const [kind, html] of /** @type {const} */ ([["mail", await mailPage(eml)], ["slack", slackPage(slackText(body))]])) {
      await page.setContent(html);
      const file = path.join(folder, `${kind}-${name}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
    }
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
