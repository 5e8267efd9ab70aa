import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import PostalMime from "postal-mime";
import { connectMail } from "../support/journey/connectMail.mjs";
import { startJourney } from "../support/journey/journey.mjs";
import { outDir } from "../support/paths.mjs";
import { expectSoon } from "../support/journey/looking.mjs";
import { commitOnMain } from "../support/sample/repository.mjs";
import { startMailbox, startSlack, startZoom } from "../support/servers/journeyServers.mjs";

// From a draft to the client: a real mail server and a Slack of our own on this machine, and the dialogs as a person sees them.
describe("a person who sends from the editor", () => {
  const password = `pass-${randomBytes(12).toString("hex")}`;
  const token = `xoxb-${randomBytes(12).toString("hex")}`;
  const zoomSecret = `zoom-${randomBytes(12).toString("hex")}`;
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  /** @type {Awaited<ReturnType<typeof startMailbox>>} */
  let mailbox;
  /** @type {Awaited<ReturnType<typeof startSlack>>} */
  let slack;
  /** @type {Awaited<ReturnType<typeof startZoom>>} */
  let zoom;
  before(async () => {
    mailbox = await startMailbox({ user: "nadia", password });
    slack = await startSlack({ token, team: "Acme Workspace", channels: [{ id: "C0ACME001", name: "acme-updates" }, { id: "C0ACME002", name: "general" }] });
    zoom = await startZoom({ accountId: "nadia-account", clientId: "nadia-client", clientSecret: zoomSecret });
    journey = await startJourney({
      settings: { "khobor.slack.url": slack.url, "khobor.slack.threadPerProject": true, "khobor.zoom.url": `${zoom.url}/v2/`, "khobor.zoom.signInUrl": `${zoom.url}/oauth/token` },
    });
    window = journey.window;
    await window.statusItem("Acme");
  });
  after(async () => {
    await journey?.end();
    await mailbox?.stop();
    await slack?.stop();
    await zoom?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await journey.window.shot("failed-send");
  });

  /** Every entry below a folder of what Khobor stores. */
  const stored = async (/** @type {string} */ folder) => {
    const names = (await readdir(path.join(journey.globalStorage, folder)).catch(() => [])).filter((name) => name.endsWith(".json"));
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(path.join(journey.globalStorage, folder, name), "utf8"))));
  };
  const sent = async () => (await stored("sent")).filter(({ what }) => what === "sent").sort((a, b) => (a.at < b.at ? -1 : 1));
  const clockHasMoved = () => expectSoon("the status bar to move on", async () => /All told|next/.test(await window.status()));
  const draft = async (/** @type {RegExp} */ words) => {
    await window.command("Khobor: Draft Client Update");
    await window.editorSays(words);
    await window.dismissNotifications();
  };

  it("connects a mailbox, once its password is the right one", async () => {
    await connectMail(window, mailbox, "wrong");
    await window.notification(/Not connected\. .*did not accept the name or the password/);
    await window.dismissNotifications();
    await connectMail(window, mailbox, password);
    await window.notification("Email is connected: nadia@nadia.example.");
    await window.dismissNotifications();
  });

  it("is stopped by the checks while something in the draft would embarrass", async () => {
    assert.doesNotMatch(await window.status(), /All told|next/, "something is due");
    await draft(/Hi Sara/);
    await window.focusEditor();
    await window.press("ControlOrMeta+End", "Enter");
    await window.type("The blank page is gone, see 8b01d77.");
    await window.press("Shift+Alt+s");
    await window.step("Not sent yet");
    await window.shot("send-checks");
    // the row leads to the place
    await window.pick(/8b01d77/);
    await window.editorLine("The blank page").click();
    await window.press("Home", "Shift+End", "Backspace", "ControlOrMeta+Home");
    assert.deepEqual([mailbox.taken.length, await stored("sent"), await stored("outbox")], [0, [], []]);
  });

  it("sees it as a mail shows it, and copies it with its formatting", async () => {
    await (await window.lens("Preview")).click();
    const preview = window.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await preview.locator("main strong", { hasText: "Live now" }).waitFor({ timeout: 30_000 });
    for (const theme of /** @type {const} */ (["dark", "light"])) {
      await window.theme(theme);
      await window.shot(`preview-${theme}`);
    }
    await preview.locator("button", { hasText: "Copy with formatting" }).click();
    await preview.locator("button", { hasText: "Copied" }).waitFor();
    const copied = await window.page.evaluate("navigator.clipboard.read().then(async ([item]) => Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text())))");
    assert.match(copied[0], /<strong>Live now<\/strong>/);
    assert.match(copied[1], /^Hi Sara[\s\S]*\nLive now\n/);
    const tab = await window.tab("Preview");
    await tab.click({ button: "middle" });
    await tab.waitFor({ state: "hidden" });
    await window.focusEditor();
  });

  it("sees who gets what before anything leaves, and sends it by mail", async () => {
    await (await window.lens("Send…")).click();
    await window.step("How does it reach Acme?");
    await window.shot("send-ways");
    // the client's own way is the one that Enter takes
    await window.press("Enter");
    const box = window.page.locator(".monaco-dialog-box");
    await box.waitFor();
    const shown = await box.innerText();
    assert.match(shown, /To: Sara Lindqvist \(sara@acme\.example\)[\s\S]*By: Email, sent from nadia@nadia\.example[\s\S]*Subject: [\s\S]*Hi Sara/);
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await window.theme(theme);
      await window.shot(`send-confirmation-${theme}`);
    }
    assert.equal(mailbox.taken.length, 0);
    await window.dialog(/To: Sara/, "Send");
    await window.notification("Sent to Sara Lindqvist (sara@acme.example).");
    assert.deepEqual(mailbox.taken.map(({ to }) => to), [["sara@acme.example"]]);
    const mail = await PostalMime.parse(mailbox.taken[0]?.raw ?? "");
    assert.match(mail.text ?? "", /^Hi Sara/);
    assert.match(mail.html ?? "", /<strong>/);
    assert.doesNotMatch(mail.text ?? "", /8b01d77|blank page/);
    const page = await window.page.context().newPage();
    await page.setContent(mail.html ?? "");
    await page.screenshot({ path: path.join(outDir, "screenshots", "mail-html.png") });
    await page.close();
  });

  it("has it on record as delivered, and owes no update any more", async () => {
    const [record, ...others] = await sent();
    assert.equal(others.length, 0);
    const mail = await PostalMime.parse(mailbox.taken[0]?.raw ?? "");
    assert.deepEqual([record.outcome, record.channel, record.to, record.messageId, record.subject], ["delivered", "email", ["sara@acme.example"], mail.messageId, mail.subject]);
    await window.lens("I did not send this");
    await clockHasMoved();
    assert.deepEqual(await stored("outbox"), []);
    await window.dismissNotifications();
  });

  it("finds what the server would not take yet in the sidebar, and tries it again as the same mail", async () => {
    await commitOnMain(journey.folder, "feat(cart): pay in parts", "src/cart/parts.ts");
    await draft(/pay in parts|paying in parts/i);
    mailbox.trouble = "later";
    await window.press("Shift+Alt+s");
    await window.pick(/^Email/);
    await window.dialog(/To: Sara/, "Send");
    await window.notification(/cannot take the mail just now/);
    await window.dismissNotifications();
    assert.deepEqual([mailbox.taken.length, mailbox.refused.length, (await sent()).length], [1, 1, 1]);
    await window.openView("Khobor");
    await window.row(/Acme · not sent/);
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await window.theme(theme);
      await window.shot(`outbox-row-${theme}`);
    }
    await window.rowAction(/not sent/, "Try Sending Again");
    await window.dialog(/To: Sara/, "Send");
    await window.notification("Sent to Sara Lindqvist");
    const [tried, took] = await Promise.all([PostalMime.parse(mailbox.refused[0] ?? ""), PostalMime.parse(mailbox.taken[1]?.raw ?? "")]);
    assert.ok(tried.messageId);
    assert.deepEqual([took.messageId, (await sent()).at(-1).messageId], [tried.messageId, tried.messageId]);
    await expectSoon("the row to go", async () => !(await window.rows()).some((row) => row.includes("not sent")));
    await window.statusGone("1 not sent");
    await clockHasMoved();
    await window.dismissNotifications();
  });

  it("keeps what was cut off in the outbox, says so after a restart, and sends it once", async () => {
    await commitOnMain(journey.folder, "feat(cart): gift wrapping", "src/cart/gift.ts");
    await draft(/gift wrapping/i);
    mailbox.trouble = "drop";
    await window.press("Shift+Alt+s");
    await window.pick(/^Email/);
    await window.dialog(/In the same conversation as before/, "Send");
    await window.notification(/Look whether the mail has arrived/);
    await window.statusItem("1 not sent");
    assert.equal((await sent()).length, 2);
    await window.dismissNotifications();
    window = await journey.reopen();
    await window.notification("1 message waits in the outbox: it has not certainly gone out.");
    await window.dismissNotifications();
    await window.command("Khobor: Outbox");
    await window.step("What has not certainly gone out");
    await window.theme("dark");
    await window.shot("outbox-dark");
    await window.pick(/^Acme: /);
    await window.quickRow("It went out").waitFor();
    await window.shot("outbox-actions-dark");
    assert.equal(await window.quickRow("Try again").count(), 0);
    await window.pick("It did not arrive");
    await window.dialog(/To: Sara/, "Send");
    await window.notification("Sent to Sara Lindqvist");
    await window.statusGone("1 not sent");
    assert.equal(mailbox.taken.length, 3);
    const mails = await Promise.all(mailbox.taken.map(({ raw }) => PostalMime.parse(raw)));
    assert.deepEqual(mails.map(({ inReplyTo }) => inReplyTo), [undefined, mails[0]?.messageId, mails[0]?.messageId]);
    assert.deepEqual((await sent()).map(({ outcome }) => outcome), ["delivered", "delivered", "delivered"]);
    await window.dismissNotifications();
  });

  it("writes in the client's Slack channel once the app is connected and the channel is chosen", async () => {
    await window.command("Khobor: Connect Email, Slack or Another Program…");
    await window.pick(/^Slack app/);
    await window.pick("I have its bot token");
    await window.step("The bot user OAuth token");
    assert.equal(await window.input.getAttribute("type"), "password");
    await window.answer(token);
    await window.notification("Slack is connected: Acme Workspace.");
    await window.dismissNotifications();
    await window.command("Khobor: Edit Client");
    await window.pick(/Channel|reach/);
    await window.pick(/^Slack/);
    await window.press("Escape");
    await commitOnMain(journey.folder, "feat(cart): save for later", "src/cart/later.ts");
    await draft(/save for later|saving for later/i);
    await (await window.lens("Send…")).click();
    await window.pick(/^Slack app/);
    await window.step("In which Slack channel?");
    await window.pick("#acme-updates");
    await window.step("When?");
    await window.quickRow("At the client’s 09:00").waitFor();
    await window.pick(/^Now/);
    await window.dialog(/Slack app, Acme Workspace/, "Send");
    await window.notification("Sent to Sara Lindqvist (C0ACME001).");
    const { fields } = slack.asked.find(({ method }) => method === "chat.postMessage") ?? {};
    assert.equal(fields.channel, "C0ACME001");
    assert.match(fields.text, /for later/i);
    assert.equal(fields.blocks[0].type, "rich_text");
    const record = (await sent()).at(-1);
    assert.deepEqual([record.outcome, record.channel, record.to], ["delivered", "slack", ["C0ACME001"]]);
    await clockHasMoved();
    await window.dismissNotifications();
  });

  it("has Slack hold the next one until the client's morning, in the same thread", async () => {
    await commitOnMain(journey.folder, "feat(cart): print the receipt", "src/cart/print.ts");
    await draft(/receipt/i);
    await (await window.lens("Send…")).click();
    await window.pick(/^Slack app/);
    await window.step("When?");
    await window.quickRow("At the client’s 09:00").waitFor();
    await window.pick("At the client’s 09:00");
    await window.dialog(/Slack sends it/, "Send");
    await window.notification("Slack sends it to Sara Lindqvist (C0ACME001)");
    const posted = slack.asked.find(({ method }) => method === "chat.postMessage")?.fields;
    const held = slack.asked.find(({ method }) => method === "chat.scheduleMessage")?.fields;
    assert.ok(posted && held);
    assert.match(held.thread_ts, /^\d+\.000100$/);
    assert.equal(new Date(held.post_at * 1000).getUTCMinutes(), 0);
    assert.equal(posted.thread_ts, undefined);
    assert.ok((await sent()).at(-1).heldUntil);
    await window.dismissNotifications();
  });

  it("takes that one back from Slack while it is held: it counts as not sent, and its draft is open again", async () => {
    await window.openView("Khobor");
    await window.row(/Acme · Slack sends it/);
    await window.shot("held-row");
    await window.rowAction(/Slack sends it/, "Recall from Slack");
    await window.dialog(/Recall this message to Acme\?/, "Recall");
    await window.notification("Recalled: Slack does not send it.");
    const asked = slack.asked.find(({ method }) => method === "chat.deleteScheduledMessage");
    assert.deepEqual(asked?.fields, { channel: "C0ACME001", scheduled_message_id: "Q1" });
    const withdrawn = (await stored("sent")).filter(({ what }) => what === "withdrawn");
    assert.deepEqual(withdrawn.map(({ recordId }) => recordId), [(await sent()).at(-1).id]);
    await expectSoon("the row to go", async () => !(await window.rows()).some((row) => row.includes("Slack sends it")));
    await window.lens("Send…");
    await window.dismissNotifications();
  });

  it("connects Zoom, and a meeting is made there with the one in the book, its link in the message", async () => {
    await window.command("Khobor: Connect Zoom…");
    await window.step("server-to-server OAuth app of your own");
    await window.shot("zoom-connect");
    await window.pick("I have its account ID");
    await window.step("The app’s account ID");
    await window.answer("nadia-account");
    await window.step("The app’s client ID");
    await window.answer("nadia-client");
    await window.step("The app’s client secret");
    assert.equal(await window.input.getAttribute("type"), "password");
    await window.answer(zoomSecret);
    await window.notification("Zoom is connected: Nadia Rahman.");
    await window.dismissNotifications();
    await window.command("Khobor: Add a Meeting");
    await window.step("Title");
    await window.press("Enter");
    await window.pick("Acme’s time");
    await window.step("Add meeting (3/");
    await window.press("Enter");
    await window.step("How long?");
    await window.press("Enter");
    await window.step("How often?");
    await window.press("Enter");
    await window.step("Where do you meet?");
    await window.shot("zoom-where");
    await window.finishWithEnter();
    await window.answerNotification("“Call” was added.", "Tell the client");
    await window.step("Which one?");
    await window.press("Enter");
    await window.editorSays("https://zoom.us/j/85746065");
    await window.shot("zoom-message");
    assert.deepEqual(zoom.asked.map(({ method, path, fields }) => [method, path, fields.topic, fields.type]), [["POST", "/v2/users/me/meetings", "Call", 2]]);
    await window.dismissNotifications();
    await window.command("Khobor: Cancel Meeting");
    await window.finishWithEnter();
    await window.notification("“Call” is cancelled.");
    assert.deepEqual(zoom.asked.map(({ method }) => method), ["POST", "DELETE"]);
    await window.dismissNotifications();
  });

  it("leaves no password and no token in any file or log", async () => {
    const entries = await readdir(journey.home, { recursive: true, withFileTypes: true });
    const holding = [];
    let read = 0;
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes) continue;
      read++;
      for (const secret of [password, token, zoomSecret]) if (bytes.includes(secret) || bytes.includes(Buffer.from(secret, "utf16le"))) holding.push(path.relative(journey.home, file));
    }
    assert.ok(read > 50, `${read} files were read`);
    assert.deepEqual(holding, []);
  });
});
