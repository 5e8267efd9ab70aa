import assert from "node:assert/strict";
import { startJourney } from "../support/journey/journey.mjs";
import { expectSoon } from "../support/journey/looking.mjs";
import { commitOnMain, createSampleRepository } from "../support/sample/repository.mjs";

// A freelancer's first day with Khobor: the packed extension, a repository with two weeks of work, and no client yet.
describe("a person with a repository and no client yet", () => {
  /** @type {Awaited<ReturnType<typeof startJourney>>} */
  let journey;
  /** @type {import("../support/journey/window.mjs").Window} */
  let window;
  before(async () => {
    journey = await startJourney({ workspace: createSampleRepository });
    window = journey.window;
  });
  after(() => journey?.end());
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await journey.window.shot("failed");
  });

  it("is asked for whom the work is, and answers with Enter in under a minute", async () => {
    await window.theme("dark");
    await window.openView("Khobor");
    await window.sideBarSays("For whom is the work in this folder?");
    await window.shot("welcome-dark");
    const began = Date.now();
    await window.command("Khobor: Add a Client");
    await window.step("Who is the client?");
    assert.equal(await window.input.inputValue(), "Acme Shop");
    await window.shot("add-client-1-name");
    await window.press("Enter");
    await window.step("Who reads your messages?");
    await window.press("Enter");
    await window.step("Which repositories hold this work?");
    await window.quickRow("acme-shop").waitFor();
    await window.shot("add-client-2-repositories");
    await window.press("Enter");
    await window.step("How big is the work?");
    await window.shot("add-client-3-size");
    await window.press("Enter");
    await window.step("How do your messages reach the client?");
    await window.shot("add-client-4-channel");
    await window.press("Enter");
    await window.step("In which language do you write to the client?");
    await window.shot("add-client-5-language");
    await window.press("Enter");
    await window.row("Acme Shop");
    assert.ok(Date.now() - began < 60_000);
    await window.statusItem(/Acme Shop: update due|Nothing due · first/);
    await window.dismissNotifications();
  });

  it("adds a milestone with its date and parts as people type them, and ticks a part", async () => {
    await window.command("Khobor: Add a Milestone");
    await window.step("What will be delivered?");
    await window.answer("Checkout");
    await window.step("By when?");
    await window.fill("+2w");
    await window.step("→");
    await window.shot("add-milestone-date");
    await window.press("Enter");
    await window.step("Which parts does it have?");
    await window.answer("Pay with bKash, Order emails, Refunds");
    await window.expand("Acme Shop");
    await window.expand(/Checkout.*0 of 3/s);
    const part = await window.row("Order emails");
    await part.locator(".monaco-checkbox, [role=checkbox]").first().click();
    await window.row(/Checkout.*1 of 3/s);
    await window.dismissNotifications();
  });

  it("notes what the client asked for, and sees in the status bar that an answer is owed", async () => {
    await window.command("Khobor: Add a Note");
    await window.step("What is it?");
    await window.pick("Request");
    await window.step("What did the client ask for?");
    await window.answer("Gift cards before Eid");
    await window.finishWithEnter();
    await window.row("Gift cards before Eid");
    await window.statusItem("Gift cards before Eid");
    await window.dismissNotifications();
  });

  it("drafts the first update with one keystroke and one question", async () => {
    await window.press("Shift+Alt+u");
    await window.step("From when on should work be told?");
    await window.shot("first-update-question");
    await window.pick("Everything so far");
    await window.editorSays("Hi Acme Shop");
    const text = await window.editorText();
    assert.match(text, /search products by name/i);
    assert.match(text, /In progress[\s\S]*bKash/);
    assert.match(text, /Checkout/);
    assert.doesNotMatch(text, /\bwip\b|fixup|bump|refactor|[0-9a-f]{7,40}/);
    await window.lens(/left out/);
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await window.theme(theme);
      await window.shot(`draft-${theme}`);
    }
  });

  it("rewords a line, and still sees the commits behind it", async () => {
    await window.retypeLine("search products by name", "- Customers can look for a product by its name.");
    const hover = await window.hoverHere();
    assert.match(hover, /feat\(catalogue\): search products by name/);
    assert.match(hover, /fixup!/);
    await window.shot("draft-hover");
    await window.press("Escape");
  });

  it("puts back with Enter what was left out", async () => {
    const lens = await window.lens(/left out/);
    const before = Number.parseInt(await lens.innerText());
    await lens.click();
    await window.step("Enter puts a commit back into the draft");
    await window.shot("left-out");
    await window.fill("run the shop locally");
    await window.quickRow("docs: how to run the shop locally").waitFor();
    await window.press("Enter");
    await window.lens(`${before - 1} left out`);
    await window.press("Escape");
    await window.editorSays(/run the shop locally/i);
    assert.match(await window.editorText(), /Customers can look for a product by its name/);
  });

  it("copies it, marks it as sent, and owes no answer any more", async () => {
    await window.editorAction("Copy");
    await expectSoon("the message on the clipboard", async () => {
      const copied = await window.clipboard();
      return copied.includes("Customers can look for a product by its name.") && !copied.includes("**");
    });
    await window.editorAction("Mark as Sent");
    await window.notification("Marked as sent to Acme Shop.");
    await window.lens("I did not send this");
    await window.row(/Sent.*1/s);
    await expectSoon("the status bar to move on", async () => !(await window.status()).includes("Gift cards"));
    assert.match(await window.status(), /Acme Shop: update due|All told · next/);
    await window.shot("sent-dark");
    await window.dismissNotifications();
  });

  it("goes on working, and the next draft tells only what is new", async () => {
    await commitOnMain(journey.folder, "feat(cart): gift wrapping", "src/cart/gift.ts");
    await window.command("Khobor: Draft Client Update");
    await window.editorSays(/Added gift wrapping/);
    const text = await window.editorText();
    assert.doesNotMatch(text, /Customers can look for|discount codes|run the shop locally/);
  });

  it("takes the first one back, and drafts again with all that it told", async () => {
    await window.expand(/^\s*Sent/);
    await window.rowMenu(/^\s*Update/, "I Did Not Send This");
    await window.dialog(/Take this message back\?/, "I did not send this");
    await window.row(/Draft/);
    await (await window.lens("Draft again")).click();
    await window.editorSays(/Added discount codes/);
    assert.match(await window.editorText(), /Added gift wrapping/);
  });

  it("is warned before a draft that was edited is written anew", async () => {
    await window.retypeLine("Added gift wrapping", "- Presents can be wrapped.");
    await (await window.lens("Draft again")).click();
    await window.dialog(/You edited this draft/, "Cancel");
    assert.match(await window.editorText(), /Presents can be wrapped/);
    await window.press("ControlOrMeta+s");
    await (await window.lens("Mark as sent")).click();
    await window.lens("I did not send this");
    await window.dismissNotifications();
  });

  it("snoozes what is owed next", async () => {
    await (await window.statusItem(/Acme Shop: update due|All told · next/)).click();
    await window.step("What is owed");
    await window.shot("owed-list");
    await window.quickRowAction("Acme Shop", "Snooze");
    await window.step("Until when?");
    await window.press("Enter");
    await window.statusItem("Acme Shop: snoozed until");
  });

  it("finds everything again after a restart", async () => {
    const status = await window.status();
    window = await journey.reopen();
    await window.openView("Khobor");
    await window.statusItem("Acme Shop: snoozed until");
    assert.equal(await window.status(), status);
    await window.row(/Acme Shop.*snoozed until/s);
    await window.row(/Checkout.*1 of 3/s);
    await window.row("Gift cards before Eid");
    await window.row(/Sent.*1/s);
    await window.editorSays("Presents can be wrapped");
    await window.lens("I did not send this");
    const hover = await window.hoverOn("Presents can be wrapped");
    assert.match(hover, /gift wrapping/);
  });

  it("tells of a delay: asked for the reason, warned of a bad day, and the milestone moves when it is sent", async () => {
    const before = await (await window.row(/Checkout.*1 of 3/s)).innerText();
    await window.rowMenu(/Checkout.*1 of 3/s, "Tell of a Delay…");
    await window.step("Why does the date move?");
    await window.answer("The payment provider changed its test system on Monday");
    await window.step(/→|What is the new date/);
    await window.fill("+4w");
    await window.step("→");
    await window.shot("delay-date");
    await window.fill("tomorrow");
    await window.press("Enter");
    await window.step("That is not later than the date it has now.");
    await window.shot("delay-bad-day");
    await window.pick("Type another day");
    await window.step(/→|What is the new date/);
    await window.fill("+30 days");
    await window.press("Enter");
    await window.step("What are you doing about it?");
    await window.press("Enter");
    await window.step("What can the client choose?");
    await window.pick("Deliver in parts");
    await window.step("What can be delivered first?");
    await window.answer("all but bKash");
    await window.editorSays("I can deliver all but bKash by then");
    assert.match(await window.editorText(), /The payment provider changed its test system on Monday\./);
    await window.shot("delay-draft");
    await (await window.lens("Mark as sent")).click();
    await window.notification(/Marked as sent to Acme Shop\. “Checkout” is now due/);
    await window.shot("delay-sent");
    await window.dismissNotifications();
    await expectSoon("the milestone to move", async () => (await (await window.row(/Checkout.*1 of 3/s)).innerText()) !== before);
    await window.command("Khobor: Undo Last Change to Clients");
    await window.notification(/Taken back: what the message to “Acme Shop” changed/);
    await expectSoon("the milestone to be back", async () => (await (await window.row(/Checkout.*1 of 3/s)).innerText()) === before);
  });

  it("is shown the kinds that fit first, when it writes to the client", async () => {
    await window.command("Khobor: Write to Client…");
    await window.step("What do you want to tell Acme Shop?");
    await window.shot("write-to-client");
    await window.pick("Leave");
    await window.step("What is the first day of your leave?");
    await window.press("Escape");
  });
});
