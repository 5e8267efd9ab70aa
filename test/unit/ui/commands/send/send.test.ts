import { boundToken } from "../../../../../src/core/sending/accounts";
import assert from "node:assert/strict";
import PostalMime from "postal-mime";
import { owed } from "../../../../../src/core/owed/derive";
import type { Instant } from "../../../../../src/core/time/types";
import type { OwedCommandsDeps } from "../../../../../src/ui/commands/owed/deps";
import { draftOwed } from "../../../../../src/ui/commands/owed/write";
import type { MailAccount } from "../../../../../src/core/ports/channels";
import { mailCopy } from "../../../../../src/ui/commands/send/mailCopy";
import { send } from "../../../../../src/ui/commands/send/send";
import { outboxNodes } from "../../../../../src/core/report/outboxNodes";
import type { Text } from "../../../../../src/core/say";
import { heldHere, onWaiting, recallHeldMessage, showOutbox, waitingHere } from "../../../../../src/ui/commands/send/outbox";
import { discard, sendAgain } from "../../../../../src/ui/commands/send/outboxActions";
import { startCutting, startMail } from "../../../../support/servers/mail";
import { openedInTest } from "../../../../support/servers/openedInTest";
import { closedPort, startWeb, type Answering } from "../../../../support/servers/web";
import { sent as sentBefore } from "../../../storage/historySamples";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { sendRoom, type RoomOptions } from "./sendRoom";

const folder = tempFolders();
const { opened, servers } = openedInTest();
async function room(options: RoomOptions, ...acts: Act[]) {
  const made = await sendRoom(folder(), options, ...acts);
  opened.push(made);
  return made;
}
const serving = async <S extends { stop(): Promise<unknown> }>(starting: Promise<S>): Promise<S> => {
  const server = await starting;
  servers.push(server);
  return server;
};
const mailTo = (port: number): MailAccount => ({ host: "127.0.0.1", port, security: "none", from: { name: "Rafi", address: "rafi@example.com" }, copyToMyself: false });
const yes: Act = { confirm: true };
const byMail: Act = { pick: "Email" };

describe("sending by mail", () => {
  it("shows who gets what, sends it, and has it on record as delivered", async () => {
    const { port, taken } = await serving(startMail());
    const { deps, sent, last, screen, outbox, project } = await room({ mail: mailTo(port) }, byMail, yes);
    await send(deps);
    const shown = screen.shown.at(-1)!;
    assert.equal(shown.asks, "Send this to Acme Shop?");
    assert.equal(shown.detail, "To: Sara (sara@acme.example)\nBy: Email, sent from rafi@example.com\nSubject: Where the shop stands\n\nHi Sara, here is where the shop stands.\n\nLive now\n- Customers can pay with bKash.");
    assert.equal(last(), "Sent to Sara (sara@acme.example).");
    const mail = await PostalMime.parse(taken[0]!.raw);
    assert.deepEqual([taken.length, mail.subject, mail.text?.startsWith("Hi Sara")], [1, "Where the shop stands", true]);
    const [record] = await sent();
    assert.deepEqual(
      [record!.outcome, record!.channel, record!.to, record!.messageId, record!.subject, record!.text.startsWith("Hi Sara")],
      ["delivered", "email", ["sara@acme.example"], mail.messageId, "Where the shop stands", true],
    );
    assert.deepEqual(await outbox.all(), []);
    assert.deepEqual(project()?.threads, { email: mail.messageId });
  });

  it("sends nothing where the user says no", async () => {
    const { port, taken } = await serving(startMail());
    const { deps, sent } = await room({ mail: mailTo(port) }, byMail, { confirm: false });
    await send(deps);
    assert.deepEqual([taken.length, await sent()], [0, []]);
  });

  it("asks for an address that is missing, and keeps it with the client", async () => {
    const { port, taken } = await serving(startMail());
    const nameless = { mail: mailTo(port), client: { contacts: [{ id: "p", name: "Sara", language: "en", tone: "friendly", usual: true }] } } as const;
    const { deps, client } = await room(nameless, { pick: "Save as mail file" }, { type: "sara@new.example" }, { confirm: false });
    await send(deps);
    assert.equal(client().contacts[0]!.email, undefined, "nothing is kept of what was not confirmed");
    assert.equal(taken.length, 0);
    const again = await room(nameless, { pick: "Save as mail file" }, { type: "sara@new.example" }, yes);
    await send(again.deps);
    assert.equal(again.client().contacts[0]!.email, "sara@new.example");
    const [name, raw] = [...again.files][0]!;
    assert.equal(name, "Where the shop stands.eml");
    const mail = await PostalMime.parse(raw);
    assert.deepEqual([mail.to?.[0]?.address, mail.headers.find(({ key }) => key === "x-unsent")?.value], ["sara@new.example", "1"]);
    assert.deepEqual((await again.sent()).map(({ outcome, to }) => [outcome, to]), [["handedOver", ["sara@new.example"]]]);
  });

  it("waits in the outbox where it certainly failed, and goes out at the next try", async () => {
    const port = await closedPort();
    const { deps, last, sent, press, ran } = await room({ mail: mailTo(port) }, byMail, yes, "enter", { pick: "Try again" }, yes);
    await send(deps);
    assert.match(last(), /could not be reached/);
    await press("Open outbox");
    assert.deepEqual(ran, [["khobor.outbox"]]);
    assert.deepEqual([(await waitingHere(deps)).map(({ state, tries }) => [state, tries]), await sent()], [[["failed", 1]], []]);
    const { port: open, taken } = await serving(startMail());
    await deps.accounts.setMail(mailTo(open));
    await showOutbox(deps);
    assert.deepEqual([taken.length, (await sent()).length, await waitingHere(deps)], [1, 1, []]);
  });

  it("has a row of its own from which it is tried again under the same id, opened or dropped", async () => {
    const port = await closedPort();
    const { deps, last, sent, screen, window, outbox } = await room({ mail: mailTo(port) }, byMail, yes, yes, yes, yes, "escape");
    await send(deps);
    const rows = async () => outboxNodes({ waiting: await waitingHere(deps), held: await heldHere(deps), book: window.book.current(), now: deps.clock.now(), zone: deps.clock.zone() }).unsent;
    const [row] = await rows();
    assert.deepEqual([row!.kind, row!.recordId, row!.contextValue, deps.say(row!.label as Text), row!.description, deps.say(row!.tooltip[1] as Text)], ["waiting", "d-1", "waiting", "Acme Shop · not sent", "Where the shop stands", "Not sent, today 16:00"]);
    const { id } = (await outbox.all())[0]!.message;
    await onWaiting(row, sendAgain, deps);
    assert.deepEqual((await outbox.all()).map(({ message, tries }) => [message.id, tries]), [[id, 2]]);
    const { port: open, taken } = await serving(startMail());
    await deps.accounts.setMail(mailTo(open));
    await onWaiting(undefined, sendAgain, deps);
    assert.deepEqual([(await PostalMime.parse(taken[0]!.raw)).messageId, (await sent())[0]!.messageId, await rows()], [`<${id}@example.com>`, `<${id}@example.com>`, []]);
    await onWaiting(row, discard, deps);
    assert.equal(last(), "Nothing waits: every message has gone out.");
    assert.equal(screen.shown.length, 4, "a row asks nothing but for the yes");
  });

  it("is not tried again while nobody knows whether it arrived; the user says so", async () => {
    const { port } = await serving(startCutting("afterTaken"));
    const { deps, last, sent, screen } = await room({ mail: mailTo(port) }, byMail, yes, byMail, yes, "enter", { pick: "It went out: mark it as sent" });
    await send(deps);
    assert.match(last(), /Look whether the mail has arrived/);
    await send(deps);
    assert.equal(last(), "This message waits in the outbox: look there first.");
    await showOutbox(deps);
    assert.deepEqual(screen.shown.at(-1)!.labels, ["It went out: mark it as sent", "It did not arrive: send it again", "Open draft", "Discard from the outbox"]);
    assert.deepEqual([(await sent()).map(({ outcome }) => outcome), await waitingHere(deps)], [["delivered"], []]);
    await showOutbox(deps);
    assert.equal(last(), "Nothing waits: every message has gone out.");
  });

  it("is discarded only after a yes, and its draft stays", async () => {
    const { deps, sent, window } = await room({ mail: mailTo(await closedPort()) }, byMail, yes, "enter", { pick: "Discard from the outbox" }, { confirm: false }, "enter", { pick: "Discard from the outbox" }, yes);
    await send(deps);
    await showOutbox(deps);
    assert.equal((await waitingHere(deps)).length, 1);
    await showOutbox(deps);
    assert.deepEqual([await waitingHere(deps), await sent(), (await window.drafts.read("d-1"))?.provenance.sentAs], [[], [], undefined]);
  });
});

describe("sending by Slack", () => {
  const slack = (answers: Readonly<Record<string, Answering>>) =>
    startWeb(({ path }) => answers[path.replace("/api/", "")] ?? { status: 200, body: { ok: false, error: "unknown_method" } });
  const channels: Answering = { status: 200, body: { ok: true, channels: [{ id: "C0GENERAL", name: "general" }, { id: "C0ACME001", name: "acme", is_member: true }] } };
  const posted: Answering = { status: 200, body: { ok: true, ts: "17.0001", channel: "C0ACME001" } };
  const connect = (made: Awaited<ReturnType<typeof room>>) => made.secrets.set({ service: "slack", account: "Acme" }, boundToken(made.deps.accounts.slackUrl(), "xoxb-1"));

  it("asks once in which channel, offers those of the bot first, and keeps the thread where the setting says so", async () => {
    const server = await serving(slack({ "conversations.list": channels, "chat.postMessage": posted }));
    const made = await room({ client: { channel: "slack" }, slackUrl: `${server.url}/api/`, threadPerProject: true, text: "Hi Sara\n" }, { pick: "Slack app" }, { pick: "#acme" }, "enter", yes);
    await connect(made);
    await send(made.deps);
    assert.deepEqual(made.screen.shown[1]!.labels, ["#acme", "#general", "Another channel: type its ID or paste its link"]);
    assert.deepEqual(made.client().channelTo, { account: "Acme", to: "C0ACME001" });
    assert.deepEqual(made.project()?.threads, { "slack Acme C0ACME001": "17.0001" });
    const [record] = await made.sent();
    assert.deepEqual([record!.channel, record!.to, record!.messageId], ["slack", ["C0ACME001"], "17.0001"]);
  });

  it("has Slack hold it until the client's next morning", async () => {
    const server = await serving(slack({ "chat.scheduleMessage": { status: 200, body: { ok: true, scheduled_message_id: "Q1" } } }));
    const made = await room({ client: { channel: "slack", channelTo: { account: "Acme", to: "C0ACME001" } }, slackUrl: `${server.url}/api/`, text: "Hi Sara\n" }, { pick: "Slack app" }, { pick: "At the client’s 09:00" }, yes);
    await connect(made);
    await send(made.deps);
    // Saturday 21 November: Monday in London.
    const { post_at: at } = JSON.parse(server.asked.at(-1)!.body.toString()) as { post_at: number };
    assert.equal(new Date(at * 1000).toISOString(), "2026-11-23T09:00:00.000Z");
    assert.equal(made.last(), "Slack sends it to Sara (C0ACME001) Mon 23 Nov 15:00.");
    assert.deepEqual((await made.sent()).map(({ heldUntil }) => heldUntil), ["2026-11-23T09:00:00.000Z"]);
  });

  it("takes a held message back: its record is withdrawn and its draft open again", async () => {
    const server = await serving(
      slack({
        "chat.scheduleMessage": { status: 200, body: { ok: true, scheduled_message_id: "Q1" } },
        "chat.scheduledMessages.list": { status: 200, body: { ok: true, scheduled_messages: [{ id: "Q1", channel_id: "C0ACME001" }] } },
        "chat.deleteScheduledMessage": { status: 200, body: { ok: true } },
      }),
    );
    const made = await room({ client: { channel: "slack", channelTo: { account: "Acme", to: "C0ACME001" } }, slackUrl: `${server.url}/api/`, text: "Hi Sara\n" },
      { pick: "Slack app" }, { pick: "At the client’s 09:00" }, yes, "enter", { pick: "Recall" }, { confirm: false }, "enter", { pick: "Recall" }, yes);
    await connect(made);
    await send(made.deps);
    const [record] = await made.sent();
    assert.equal(record!.account, "Acme");
    const { held } = outboxNodes({ waiting: [], held: await heldHere(made.deps), book: made.window.book.current(), now: made.deps.clock.now(), zone: made.deps.clock.zone() });
    assert.deepEqual(held.map(({ kind, recordId, contextValue }) => [kind, recordId, contextValue]), [["held", record!.id, "held"]]);
    assert.deepEqual(held.map(({ label, description }) => [made.deps.say(label as Text), description]), [["Acme Shop · Slack sends it Mon 23 Nov 15:00", "Hi Sara"]]);
    await showOutbox(made.deps);
    assert.deepEqual([made.screen.shown.at(-2)!.labels, server.asked.length, (await heldHere(made.deps)).length], [["Recall", "Open the message"], 1, 1], "nothing without a yes");
    await showOutbox(made.deps);
    assert.equal(made.last(), "Recalled: Slack does not send it. Its draft is open again.");
    assert.deepEqual([await heldHere(made.deps), (await made.window.drafts.read("d-1"))?.provenance.sentAs], [[], undefined]);
    await made.press("Open draft");
    assert.deepEqual(made.ran, [["khobor.openDraft", "d-1"]]);
  });

  it("says when it is too late, and leaves the record as it is", async () => {
    const server = await serving(
      slack({
        "chat.scheduleMessage": { status: 200, body: { ok: true, scheduled_message_id: "Q1" } },
        "chat.scheduledMessages.list": { status: 200, body: { ok: true, scheduled_messages: [{ id: "Q1", channel_id: "C0ACME001" }] } },
        "chat.deleteScheduledMessage": { status: 200, body: { ok: false, error: "invalid_scheduled_message_id" } },
      }),
    );
    const made = await room({ client: { channel: "slack", channelTo: { account: "Acme", to: "C0ACME001" } }, slackUrl: `${server.url}/api/`, text: "Hi Sara\n" }, { pick: "Slack app" }, { pick: "At the client’s 09:00" }, yes, yes);
    await connect(made);
    await send(made.deps);
    const [record] = await made.sent();
    await recallHeldMessage({ kind: "held", recordId: record!.id }, made.deps);
    assert.equal(made.last(), "Too late: Slack has sent it, or sends it this minute.");
    assert.equal((await heldHere(made.deps)).length, 1);
  });

  it("is not sent again while Slack may hold it, and is on record once Slack shows that it does", async () => {
    let listed: object[] = [];
    const server = await serving(
      startWeb(({ path: at }): Answering => (at.endsWith("scheduleMessage") ? "reset" : { status: 200, body: { ok: true, scheduled_messages: listed } })),
    );
    const made = await room({ client: { channel: "slack", channelTo: { account: "Acme", to: "C0ACME001" } }, slackUrl: `${server.url}/api/`, text: "Hi Sara\n" },
      { pick: "Slack app" }, { pick: "At the client’s 09:00" }, yes, "enter", { pick: "It did not arrive: send it again" }, "enter", { pick: "Discard from the outbox" }, "enter", { pick: "It went out: mark it as sent" }, "enter", { pick: "It went out: mark it as sent" });
    await connect(made);
    await send(made.deps);
    assert.equal(made.last(), "Slack did not say whether it holds the message, and shows it to nobody before its time.");
    const other = { id: "Q2", channel_id: "C0ACME001", post_at: 1795424400 };
    listed = [{ ...other, text: "Another message" }, { ...other, channel_id: "C0OTHER01", text: "Hi Sara" }, { ...other, post_at: 1795424401, text: "Hi Sara" }];
    for (let turn = 0; turn < 3; turn++) {
      await showOutbox(made.deps);
      assert.equal(made.last(), "Slack did not say whether it holds this message, and shows it to nobody before its time. Look there Mon 23 Nov 15:00; until then it is not sent again.");
      assert.deepEqual((await made.outbox.all()).map(({ state }) => state), ["unclear"]);
    }
    listed = [{ ...other, id: "Q3", text: "Hi  Sara" }];
    await showOutbox(made.deps);
    assert.equal(made.last(), "Slack sends it to Sara (C0ACME001) Mon 23 Nov 15:00.");
    assert.deepEqual([await made.outbox.all(), (await made.sent()).map(({ messageId, heldUntil }) => [messageId, heldUntil])], [[], [["Q3", "2026-11-23T09:00:00.000Z"]]]);
    assert.equal(server.asked.filter(({ path: at }) => at.endsWith("scheduleMessage")).length, 1);
  });

  it("does not try again before Slack said that it may", async () => {
    const server = await serving(slack({ "chat.postMessage": { status: 429, headers: { "retry-after": "600" } } }));
    const made = await room({ client: { channel: "slack", channelTo: { account: "Acme", to: "C0ACME001" } }, slackUrl: `${server.url}/api/`, text: "Hi Sara\n" }, { pick: "Slack app" }, "enter", yes, "enter", { pick: "Try again" });
    await connect(made);
    await send(made.deps);
    await showOutbox(made.deps);
    assert.equal(made.last(), "The other side asked to wait. Try again today 16:10.");
    assert.equal(server.asked.length, 1);
  });
});

describe("a message that nobody can hold", () => {
  it("is owed at the client's morning instead, and sending it keeps that", async () => {
    const { port, taken } = await serving(startMail());
    const made = await room({ mail: mailTo(port) }, { pick: "Not now: at the client’s 09:00" }, byMail, yes);
    const { deps, window, last } = made;
    await send(deps);
    assert.deepEqual([taken.length, await made.sent(), last()], [0, [], "You are reminded to send it Mon 23 Nov 15:00. The draft waits."]);
    const [note] = window.book.current().note;
    assert.deepEqual([note!.kind, note!.text, note!.due, note!.forUpdate, note!.draftId], ["promise", "Where the shop stands", { by: "instant", at: "2026-11-23T09:00:00.000Z" }, false, "d-1"]);
    const at = (now: string) => owed({ book: window.book.current(), history: [], answers: [], now: now as Instant, zone: deps.clock.zone() }).filter(({ about }) => about?.noteId === note!.id);
    assert.deepEqual(at("2026-11-21T10:00:00.000Z").map(({ level, hard }) => [level, hard]), [["fine", true]]);
    const [due] = at("2026-11-23T08:55:00.000Z");
    assert.deepEqual([due!.level, due!.readyFrom, due!.sendBy, deps.say(due!.what)], ["due", "2026-11-23T08:50:00.000Z", "2026-11-23T09:00:00.000Z", "send “Where the shop stands”"]);
    await draftOwed(due!, { ...deps, view: () => undefined } as unknown as OwedCommandsDeps);
    assert.deepEqual(made.ran, [["khobor.openDraft", "d-1"]]);
    await send(deps);
    assert.deepEqual([taken.length, window.book.current().note[0]!.settledAt !== undefined, at("2026-11-23T09:10:00.000Z")], [1, true, []]);
  });

  it("is not owed where that was taken back", async () => {
    const { deps, window, press } = await room({ client: { channel: "copy" } }, { pick: "Not now: at the client’s 09:00" });
    await send(deps);
    await press("Undo");
    assert.deepEqual(window.book.current().note, []);
  });
});

describe("handing over", () => {
  it("copies for a marketplace and opens its page, counts as sent, and can be taken back", async () => {
    const page = "https://www.fiverr.com/inbox/sara";
    const { deps, clipboard, opened, sent, last, press, screen, window } = await room({ client: { channel: "fiverr", place: "fiverr", pageUrl: page }, text: "Hi **Sara**\n" }, { pick: "Copy for Fiverr" }, yes);
    await send(deps);
    assert.deepEqual([clipboard, opened], [["Hi Sara\n"], [page]]);
    // Contact details may not be shared there yet, so that nothing leads past the marketplace.
    assert.deepEqual(screen.shown[0]!.labels, ["Copy for Fiverr", "Not now: at the client’s 09:00", "Connect email, Slack or another program…"]);
    assert.equal(last(), "Handed over, and marked as sent to Acme Shop.");
    assert.deepEqual((await sent()).map(({ outcome, channel }) => [outcome, channel]), [["handedOver", "fiverr"]]);
    await press("I did not send this");
    assert.equal((await window.drafts.read("d-1"))?.provenance.sentAs, undefined);
  });

  it("asks whether it went out where the setting says so", async () => {
    const { deps, last, press, window } = await room({ client: { channel: "copy" }, askWhetherSent: true }, { pick: "Copy" }, yes);
    await send(deps);
    assert.equal(last(), "Did it go out to Acme Shop?");
    await press("It did not");
    assert.equal((await window.drafts.read("d-1"))?.provenance.sentAs, undefined);
  });

  it("opens WhatsApp with the text, and the mail program where the mail is short", async () => {
    const chat = await room({ client: { channel: "whatsapp" }, contact: { phone: "+8801712345678" }, text: "Hi & **bye** + #1\n" }, { pick: "Open in WhatsApp" }, yes);
    await send(chat.deps);
    assert.deepEqual(chat.opened, ["https://wa.me/8801712345678?text=Hi%20%26%20*bye*%20%2B%20%231"]);
    const unknown = await room({ client: { channel: "whatsapp" }, text: "Hi\n" }, { pick: "Open in WhatsApp" }, { type: "+880 1712-345678" }, yes);
    await send(unknown.deps);
    assert.deepEqual([unknown.opened, unknown.client().contacts[0]!.phone], [["https://wa.me/8801712345678?text=Hi"], "+880 1712-345678"]);
    const mail = await room({}, { pick: "Open in mail program" }, yes);
    await send(mail.deps);
    assert.match(mail.opened[0]!, /^mailto:sara@acme\.example\?subject=Where%20the%20shop%20stands&body=Hi%20Sara/);
    const long = await room({ text: `Subject: Long\n\n${"word ".repeat(600)}` }, "escape");
    await assert.rejects(send(long.deps), { name: "Cancelled" });
    assert.ok(!long.screen.shown[0]!.labels.includes("Open in mail program"));
  });

  it("logs what was told by phone as a contact, with its note", async () => {
    const { deps, window, sent } = await room({ client: { channel: "phone" } }, { pick: "Told by phone or in person" }, { type: "she is happy" }, yes);
    await send(deps);
    assert.deepEqual(window.book.current().note.map(({ kind, text }) => [kind, text]), [["contact", "Call: she is happy"]]);
    assert.deepEqual((await sent()).map(({ outcome, channel }) => [outcome, channel]), [["handedOver", "phone"]]);
  });

  it("sends what was told by phone or chat by mail too, so that both have it in writing; it stays one message on record", async () => {
    const { port, taken } = await serving(startMail());
    const { deps, window, sent, said, ran, last } = await room({ mail: mailTo(port), client: { channel: "phone" }, draft: { rendered: "Subject: Where the shop stands\n\nHi Sara" } }, { pick: "Told by phone or in person" }, { type: "" }, yes, { confirm: false }, yes);
    await send(deps);
    const offer = said.at(-1)!.actions.find(({ label }) => label === "Also by email");
    await offer?.run();
    const [record] = await sent();
    assert.deepEqual(ran, [["khobor.send", { kind: "sent", recordId: record!.id }]]);
    await mailCopy(record!.id, deps);
    assert.equal(taken.length, 0, "nothing goes without a yes");
    await mailCopy(record!.id, deps);
    const mail = await PostalMime.parse(taken[0]!.raw);
    assert.deepEqual([taken.length, mail.subject, mail.text?.startsWith("Hi Sara"), last()], [1, "Where the shop stands", true, "Sent to Sara (sara@acme.example)."]);
    assert.deepEqual([(await sent()).length, window.book.current().note.map(({ text }) => text)], [1, ["Call", "Email: Where the shop stands"]]);
  });

  it("offers no mail where the client has no address, reads mail anyway, or was met on a marketplace", async () => {
    const offers = async (...[options, ...acts]: Parameters<typeof room>) => {
      const { deps, said } = await room(options, ...acts);
      await send(deps);
      return said.at(-1)!.actions.map(({ label }) => label);
    };
    const chat = { client: { channel: "whatsapp" }, contact: { phone: "+8801712345678" } } as const;
    const acts = [{ pick: "Open in WhatsApp" }, yes] as const;
    assert.deepEqual(await offers(chat, ...acts), ["Also by email", "I did not send this"]);
    assert.deepEqual(await offers({ client: { ...chat.client, contacts: [{ id: "p", name: "Sara", phone: "+8801712345678", language: "en", tone: "friendly" }] } }, ...acts), ["I did not send this"]);
    assert.deepEqual(await offers({ ...chat, client: { ...chat.client, place: "upwork", contactAllowed: true } }, ...acts), ["I did not send this"]);
    assert.deepEqual(await offers({}, { pick: "Open in mail program" }, yes), ["I did not send this"]);
  });

  it("asks about the channel after the third message in a row by another", async () => {
    const { deps, window, said, client } = await room({ contact: { phone: "+8801712345678" } }, { pick: "Open in WhatsApp" }, yes, "enter");
    for (const day of [18, 19]) await window.history.add(sentBefore(`s${day}`, { clientId: "c-acme", channel: "whatsapp", at: `2026-11-${day}T10:00:00.000Z` as Instant }));
    await send(deps);
    assert.equal(said.at(-1)!.text, "Three times in a row with Acme Shop: WhatsApp. Is that their channel now?");
    await said.at(-1)!.actions[0]!.run();
    assert.equal(client().channel, "whatsapp");
  });

  it("leads to connecting when that was chosen", async () => {
    const { deps, ran } = await room({}, { pick: "Connect email, Slack or another program…" });
    await send(deps);
    assert.deepEqual(ran, [["khobor.connect"]]);
  });
});

describe("files of a draft", () => {
  it("go with a mail, and are said not to go where the way takes none", async () => {
    const { port, taken } = await serving(startMail());
    const attachments = [{ name: "checkout.png", type: "image/png", size: 4 }, { name: "Staging", type: "text/html", url: "https://staging.example" }];
    const { deps, screen, sent } = await room({ mail: mailTo(port), attachments }, { pick: "Copy for email" }, { confirm: false }, byMail, yes);
    await send(deps);
    assert.match(screen.shown.at(-1)!.detail!, /^Does not go with it: checkout\.png$/m);
    await send(deps);
    assert.match(screen.shown.at(-1)!.detail!, /^With: checkout\.png$/m);
    const mail = await PostalMime.parse(taken[0]!.raw);
    assert.deepEqual(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType]), [["checkout.png", "image/png"]]);
    assert.deepEqual((await sent()).map((record) => record.attachments?.map(({ name }) => name)), [["checkout.png", "Staging"]]);
  });
});
