import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { connectMail } from "../support/journey/connectMail.mjs";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";
import { startMailbox } from "../support/servers/journeyServers.mjs";
import { trelloBoard } from "../support/servers/trelloBoard.mjs";

const keys = { key: randomBytes(16).toString("hex"), token: `ATTA${randomBytes(16).toString("hex")}` };

/** A board of Trello on this machine. */
async function serveTrello() {
  const board = trelloBoard(keys);
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      asked.push(`${method} ${url}`);
      const { status, body: said } = board.answer({ method, path: url, authorization: headers.authorization, body });
      response.writeHead(status, { "content-type": typeof said === "string" ? "text/plain" : "application/json" });
      response.end(typeof said === "string" ? said : JSON.stringify(said));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { board, asked, url: `http://127.0.0.1:${port}/1/`, stop };
}

// The client keeps the project on a Trello board: milestones come in from it, and the update stands there as a comment.
describe("a person whose client keeps the project in Trello", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  /** @type {Awaited<ReturnType<typeof serveTrello>>} */
  let trello;
  /** @type {Awaited<ReturnType<typeof startMailbox>>} */
  let mailbox;
  const password = `pass-${randomBytes(12).toString("hex")}`;
  before(async () => {
    trello = await serveTrello();
    mailbox = await startMailbox({ user: "nadia", password });
    journey = await startJourney({ settings: { "khobor.trello.url": trello.url, "khobor.notifications": "off" } });
    window = journey.window;
    await window.openView("Khobor");
    await window.row(/Acme(?! ·)/);
  });
  after(async () => {
    await journey?.end();
    trello?.stop();
    await mailbox?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await window.shot("services-failed");
  });

  it("connects with key and token; until then nobody was asked anything", async () => {
    assert.deepEqual(trello.asked, []);
    await window.command("Khobor: Connect a Service");
    await window.step("In which tool does your client keep the project?");
    await window.shot("services-which");
    await window.pick("Trello");
    await window.step("Trello wants an API key of your own");
    await window.shot("services-key");
    await window.pick("I have an API key");
    await window.step("The API key");
    await window.answer(keys.key);
    await window.step("A token lets Khobor in as you");
    await window.pick("I have a token");
    await window.step("It is kept in the keychain");
    await window.answer(keys.token);
    await window.notification("Trello is connected: Nadia Rahman.");
    await window.dismissNotifications();
  });

  it("chooses the board, and brings in milestones after a look at them", async () => {
    await window.rowMenu(/Acme(?! ·)/, "Choose Board or Project in the Client’s Tool…");
    await window.step("In which of your accounts is it?");
    await window.pick("Trello");
    await window.step("Which board?");
    await window.quickRow("Acme Shop").waitFor();
    await window.shot("services-board");
    await window.pick("Acme Shop");
    await window.step("What counts as a milestone there?");
    await window.shot("services-are");
    await window.pick("Cards");
    await window.step("Of which list or section?");
    await window.quickRow("All of them").waitFor();
    await window.pick("All of them");
    await window.step("After each update");
    await window.pick("Yes, offer it");
    await window.step("Adds 2, changes 0, leaves 3 as they are");
    await window.quickRow("Show what stays as it is (3)").waitFor();
    await window.shot("services-preview");
    await window.press("Enter");
    await window.notification("From Trello: 2 added, 0 changed.");
    await window.expand(/Acme(?! ·)/);
    await window.row(/^\s*Checkout.*1 of 2/s);
    await window.row(/^\s*Loyalty/);
    await window.dismissNotifications();
  });

  it("is asked once, side by side, where both sides changed", async () => {
    await window.rowAction(/^\s*Loyalty/, "Edit Milestone");
    await window.pick("Title");
    await window.answer("Loyalty points");
    await window.press("Escape");
    await window.row(/^\s*Loyalty points/);
    Object.assign(/** @type {object} */ (trello.board.cards[1]), { name: "Bonus points", due: "2026-12-18T09:00:00.000Z" });
    await window.command("Khobor: Bring In Milestones from Trello");
    await window.step("was changed here and in Trello. Which one counts?");
    await window.shot("services-both");
    await window.pick("As it is in Trello");
    await window.row(/^\s*Bonus points/);
    await window.dismissNotifications();
  });

  it("sends the update by the client's own channel, past the checks and a look at it, and the clock moves on", async () => {
    await connectMail(window, mailbox, password);
    await window.notification("Email is connected: nadia@nadia.example.");
    await window.dismissNotifications();
    await window.row(/Acme.*was due/s);
    await window.command("Khobor: Draft Client Update");
    await window.editorSays("Hi Sara");
    await window.focusEditor();
    await window.press("ControlOrMeta+End", "Enter");
    await window.type("The blank page is gone, see 8b01d77.");
    await window.command("Khobor: Send…");
    await window.step("Not sent yet");
    await window.pick(/8b01d77/);
    await window.editorLine("The blank page").click();
    await window.press("Home", "Shift+End", "Backspace", "ControlOrMeta+Home");
    assert.deepEqual([mailbox.taken.length, await sent()], [0, []]);
    await window.command("Khobor: Send…");
    await window.step("How does it reach Acme?");
    await window.press("Enter");
    await window.dialog(/To: Sara Lindqvist \(sara@acme\.example\)[\s\S]*Subject: /, "Send");
    await expectSoon("the mail", async () => mailbox.taken.length === 1);
    assert.deepEqual(mailbox.taken.map(({ to }) => to), [["sara@acme.example"]]);
    await expectSoon("the sent record", async () => (await sent()).length === 1);
    const [{ outcome, channel, to }] = await sent();
    assert.deepEqual([outcome, channel, to], ["delivered", "email", ["sara@acme.example"]]);
    await window.row(/Acme.*all told/s);
  });

  it("posts it as a comment on the card, after a look at where it goes", async () => {
    await window.answerNotification("Post it in Trello (Acme Shop) as well?", "Look and post…");
    await window.step("On which one in Trello should it stand?");
    await window.shot("services-card");
    await window.pick("Checkout");
    await window.page.locator(".monaco-dialog-box", { hasText: "Post this in Trello?" }).waitFor();
    await window.shot("services-confirm");
    await window.dialog(/Post this in Trello\?/, "Post");
    await window.notification("Posted in Trello, on “Checkout”.");
    await expectSoon("the comment on the card", async () => trello.board.comments.length === 1);
    assert.deepEqual(trello.board.comments.map(({ card }) => card), ["c1"]);
    assert.match(trello.board.comments[0]?.text ?? "", /^Hi Sara/);
    await window.dismissNotifications();
  });

  it("does not post it twice, nor keep key or token where they can be read", async () => {
    await window.command("Khobor: Post as a Comment in Trello");
    await window.notification(/There is no sent message|It stands in Trello already/);
    assert.equal(trello.board.comments.length, 1);
    await window.dismissNotifications();
    assert.deepEqual([filesWith(keys.key), filesWith(keys.token)], [[], []]);
    assert.notDeepEqual(filesWith("Bonus points"), [], "what was looked for would have been found");
  });

  const sent = async () => {
    const folder = path.join(journey.globalStorage, "sent");
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
    return names.map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8"))).filter(({ what }) => what === "sent");
  };

  /** Files of this VS Code that hold the text: settings, logs, what Khobor keeps. @param {string} text */
  function filesWith(text) {
    const entries = readdirSync(path.join(journey.home, "data"), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && holds(path.join(entry.parentPath, entry.name), text)).map(({ name }) => name);
  }
});

/** Files that go while they are read hold nothing. @param {string} file @param {string} text */
function holds(file, text) {
  try {
    return readFileSync(file).includes(text);
  } catch {
    return false;
  }
}
