import assert from "node:assert/strict";
import type { Client } from "../../../../src/core/book/client";
import type { Connected } from "../../../../src/core/ports/channels";
import { connectedTo, mailAccountName } from "../../../../src/core/sending/accounts";
import { mailProviders, providerOf, takesPasswords } from "../../../../src/core/sending/mailProviders";
import { outgoingMessage } from "../../../../src/core/sending/outgoing";
import { theirMorning } from "../../../../src/core/sending/theirMorning";
import { waysOut } from "../../../../src/core/sending/waysOut";
import { workingCalendar } from "../../../../src/core/time/calendar";
import type { Instant, Zone } from "../../../../src/core/time/types";
import { sampleBook, sampleProvenance } from "../book/exchanges";
import { sent, withdrawn } from "../../storage/historySamples";

const book = sampleBook();
const acme = (more: Partial<Client> = {}): Client => {
  const { contactAllowed: _, contacts, ...client } = book.client.find(({ id }) => id === "c-acme")!;
  return { ...client, contacts: contacts.map(({ phone, ...contact }) => contact), ...more };
};
const mail = { host: "smtp.example.com", port: 465, security: "tls", user: "rafi", from: { name: "Rafi", address: "rafi@example.com" }, copyToMyself: false } as const;
const all: Connected = { mail, slackBots: ["Acme", "Rahim"], slackWebhooks: ["#acme"], webhook: "crm.example" };
const letter = { text: "Hi Sara\n" };

describe("the ways out to a client", () => {
  const ways = (client: Client, connected: Connected = all) => {
    const { own, others } = waysOut(client, connected, letter);
    return [own.map(({ by, account }) => `${by} ${account}`.trim()), others.map(({ by }) => by)];
  };

  it("begin with the client's own channel, and with what is connected to it", () => {
    assert.deepEqual(ways(acme({ channel: "email" })), [["smtp rafi (smtp.example.com)", "mailFile", "mailto"], ["webhook", "copy", "phone"]]);
    assert.deepEqual(ways(acme({ channel: "email" }), { slackBots: [], slackWebhooks: [] }), [["mailFile", "mailto"], ["copy", "phone"]]);
    assert.deepEqual(ways(acme({ channel: "copy" }))[0], ["copy"]);
    assert.deepEqual(ways(acme({ channel: "phone" }))[0], ["phone"]);
  });

  it("lead to no Slack workspace that was not chosen for this client", () => {
    assert.deepEqual(ways(acme({ channel: "slack" }))[0], ["slackBot Acme", "slackBot Rahim", "slackWebhook #acme"]);
    assert.deepEqual(ways(acme({ channel: "slack", channelTo: { account: "Rahim", to: "C1" } }))[0], ["slackBot Rahim"]);
    assert.deepEqual(ways(acme({ channel: "slack" }), { slackBots: [], slackWebhooks: [] })[0], ["copy"]);
    assert.ok(!ways(acme({ channel: "email" }))[1]!.includes("slackBot"));
  });

  it("never lead past a marketplace before contact details may be shared", () => {
    assert.deepEqual(ways(acme({ channel: "fiverr", place: "fiverr" })), [["copy"], ["webhook"]]);
    assert.ok(ways(acme({ channel: "fiverr", place: "fiverr", contactAllowed: true }))[1]!.includes("smtp"));
  });
});

describe("what is connected", () => {
  it("is named by a setting and has its secret; a password is for one server", () => {
    const names = [{ service: "smtp", account: mailAccountName(mail) }, { service: "slack", account: "Acme" }, { service: "webhook", account: "crm.example" }];
    assert.deepEqual(connectedTo(names, { mail, webhookUrl: "https://crm.example/in" }), { mail, slackBots: ["Acme"], slackWebhooks: [], webhook: "crm.example" });
    assert.deepEqual(connectedTo(names, { mail: { ...mail, host: "evil.example" }, webhookUrl: "https://evil.example/in" }), { slackBots: ["Acme"], slackWebhooks: [] });
  });

  it("knows the servers of the usual providers, each with TLS and its pages", () => {
    for (const { server, passwordPage, source } of mailProviders) assert.deepEqual([server.security === "tls" ? server.port : 465, new URL(passwordPage).protocol, new URL(source).protocol], [465, "https:", "https:"]);
    assert.deepEqual([providerOf("Rafi@GMail.com")?.id, providerOf("rafi@acme.example")?.id, takesPasswords("rafi@outlook.com"), takesPasswords("rafi@acme.example")], ["gmail", undefined, false, true]);
  });
});

describe("a message on its way", () => {
  const draft = sampleProvenance({ id: "d-1" });
  const project = { ...book.project.find(({ id }) => id === "j-shop")!, threads: { email: "<first@example.com>", "slack Acme C1": "17.1" } };
  const parts = { to: ["sara@acme.example"], text: "Hi\n", attachments: [], threadPerProject: false };
  const way = (by: "smtp" | "slackBot", account = "") => ({ by, channel: by === "smtp" ? "email" : "slack", account }) as const;

  it("hangs on the project's conversation: always by mail, in Slack by setting and in the same channel alone", () => {
    const thread = (...[chosen, to, perProject]: readonly [ReturnType<typeof way>, string, boolean]) => outgoingMessage(draft, project, [], { ...parts, way: chosen, to: [to], threadPerProject: perProject }).thread;
    assert.equal(thread(way("smtp"), "sara@acme.example", false), "<first@example.com>");
    assert.equal(thread(way("slackBot", "Acme"), "C1", false), undefined);
    assert.equal(thread(way("slackBot", "Acme"), "C1", true), "17.1");
    assert.equal(thread(way("slackBot", "Acme"), "C2", true), undefined);
    assert.equal(thread(way("slackBot", "Rahim"), "C1", true), undefined);
  });

  it("has the draft's own id at every try, and another one after it was taken back", () => {
    const id = (history: Parameters<typeof outgoingMessage>[2]) => outgoingMessage(draft, project, history, { ...parts, way: way("smtp") }).id;
    assert.equal(id([]), "d-1");
    assert.equal(id([sent("s1", { draftId: "other" })]), "d-1");
    assert.equal(id([sent("s1", { draftId: "d-1" }), withdrawn("w1", "s1")]), "d-1.2");
  });
});

describe("the client's next morning", () => {
  const at = (now: string, zone: string, more: Partial<Client> = {}) =>
    theirMorning(workingCalendar({ me: book.me, client: { ...acme(more), zone: zone as Zone }, absences: [], machineZone: "Asia/Dhaka" as Zone }), now as Instant);

  it("is 09:00 on a working day of theirs, on the clock of that day", () => {
    assert.equal(at("2026-11-20T03:00:00.000Z", "Europe/London"), "2026-11-20T09:00:00.000Z");
    assert.equal(at("2026-11-20T08:55:00.000Z", "Europe/London"), "2026-11-23T09:00:00.000Z");
    // Clocks go back in the night to Sunday 25 October 2026.
    assert.equal(at("2026-10-23T12:00:00.000Z", "Europe/London"), "2026-10-26T09:00:00.000Z");
    assert.equal(at("2026-10-22T12:00:00.000Z", "Europe/London"), "2026-10-23T08:00:00.000Z");
    assert.equal(at("2026-11-20T03:00:00.000Z", "America/New_York", { workingTime: { days: [1, 2, 3, 4, 5], start: "10:00" as never, end: "18:00" as never } }), "2026-11-20T15:00:00.000Z");
  });
});
