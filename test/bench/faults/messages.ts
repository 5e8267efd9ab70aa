import { writeFileSync } from "node:fs";
import path from "node:path";
import { createSlackBot } from "../../../src/channels/slackBot";
import { createSlackWebhook } from "../../../src/channels/slackWebhook";
import { createSmtp } from "../../../src/channels/smtp";
import { createWebhook } from "../../../src/channels/webhook";
import { standing, type HistoryEntry, type SentRecord } from "../../../src/core/book/sentRecord";
import type { Channel, Outbox, OutgoingMessage } from "../../../src/core/ports/channels";
import { sendMessage, waitingMessages, type SendMessageDeps, type Went } from "../../../src/flows/sendMessage";
import { startCutting, startMail } from "../../support/servers/mail";
import { closedPort, type Answering, type Asked } from "../../support/servers/web";
import { clock, faulty, log, pathOf, quick, type Outcome, type Surroundings } from "./faulty";

export const messageKinds = ["mail", "slack", "slackFiles", "slackWebhook", "webhook"] as const;
const mailFaults = ["none", "none", "closed", "wrongTls", "wrongStartTls", "greylisted", "refusedRecipient", "refusedMail", "greeting", "rcpt", "midData", "afterData", "afterTaken"] as const;
/** Slack says so where it may have posted. */
export const slackDoubt: Answering = { status: 200, body: { ok: false, error: "internal_error" } };
const secret = () => Promise.resolve("secret");

/** One way out for one try, and how often the other side has taken the message. */
interface Way {
  readonly channel: Channel;
  taken(): number;
  stop(): Promise<void>;
}

async function webWay(kind: Exclude<(typeof messageKinds)[number], "mail">, around: Surroundings): Promise<Way> {
  let taken = 0;
  const posted = (answer: Answering): Answering => (taken++, answer);
  const slack = (asked: Asked, url: string): Answering => {
    const method = pathOf(asked);
    if (method.endsWith("/files.getUploadURLExternal")) return { status: 200, body: { ok: true, upload_url: `${url}/upload/1`, file_id: "F1" } };
    if (method.startsWith("/upload/")) return { status: 200, body: "OK - 4" };
    if (method.endsWith("/files.completeUploadExternal")) return { status: 200, body: { ok: true, files: [{ id: "F1" }] } };
    return posted({ status: 200, body: { ok: true, channel: "C1", ts: "1.1" } });
  };
  const isSlack = kind === "slack" || kind === "slackFiles";
  const web = await faulty(isSlack ? slack : () => posted({ status: 200, body: "ok" }), around, isSlack ? slackDoubt : undefined);
  const parts = { http: quick, clock };
  const channel =
    isSlack ? createSlackBot(secret, { ...parts, baseUrl: `${web.url}/api/` })
    : kind === "slackWebhook" ? createSlackWebhook(() => Promise.resolve(`${web.url}/hook`), parts)
    : createWebhook({ url: `${web.url}/hook`, secret }, parts);
  return { channel, taken: () => taken, stop: () => web.stop() };
}

async function mailWay({ dice }: Surroundings): Promise<Way> {
  const fault = dice.one(mailFaults);
  const no = (code: number) => Object.assign(new Error(`${code} no`), { responseCode: code });
  const server =
    fault === "none" || fault === "closed" || fault === "wrongStartTls" ? await startMail()
    : fault === "wrongTls" ? await startMail({ secure: true })
    : fault === "greylisted" ? await startMail({ onRcptTo: (_, __, done) => done(no(451)) })
    : fault === "refusedRecipient" ? await startMail({ onRcptTo: (_, __, done) => done(no(550)) })
    : fault === "refusedMail" ? await startMail({ onData: (stream, _, done) => stream.resume().on("end", () => done(no(554))) })
    : await startCutting(fault);
  const port = fault === "closed" ? await closedPort() : server.port;
  const security = fault === "wrongTls" ? "tls" : fault === "wrongStartTls" ? "starttls" : "none";
  const account = { host: security === "none" ? "127.0.0.1" : "localhost", port, security, from: { name: "Rafi", address: "rafi@example.com" }, copyToMyself: false } as const;
  return {
    channel: createSmtp(account, () => Promise.resolve(undefined), { connect: 2000, silence: 1000 }),
    taken: () => server.taken.length,
    stop: () => server.stop(),
  };
}

/** Records and outbox as a window has them. */
export function recordsWith(outbox: Outbox) {
  const history: HistoryEntry[] = [];
  const record = (draftId: string, { message, messageId, heldUntil, account, channel }: Went): Promise<SentRecord> => {
    const made = {
      version: 2, what: "sent", id: `${draftId}-sent-${history.length}`, clientId: "c", draftId, kind: "progress", language: "en", channel, account, at: clock.now(), text: message.text, to: message.to, told: [], readUpTo: {}, noteIds: [], outcome: "delivered",
      ...(messageId !== undefined && { messageId }), ...(heldUntil !== undefined && { heldUntil }),
    } as SentRecord;
    history.push(made);
    return Promise.resolve(made);
  };
  const deps: SendMessageDeps = { outbox, clock, log, record };
  return { history, deps, entry: async (draftId: string) => (await waitingMessages({ outbox, history: { all: () => Promise.resolve(history) } })).find((one) => one.draftId === draftId) };
}

export const letter = (id: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id, clientId: "c", language: "en", to: ["sara@acme.example"], subject: id, text: `Hi Sara, here is where the shop stands.\n\n- Customers can pay with bKash.\n\n${id}\n`, attachments: [], ...more,
});

/** The user tries again whatever has certainly failed, three times at most, and two windows may do so at once. */
export async function sendOnce(kind: (typeof messageKinds)[number], id: string, { outbox, folder, ...around }: Surroundings & { readonly outbox: Outbox; readonly folder: string }): Promise<Outcome> {
  const { history, deps, entry } = recordsWith(outbox);
  const file = path.join(folder, "page.png");
  writeFileSync(file, "file");
  const message = letter(id, kind === "slackFiles" ? { attachments: [{ name: "page.png", type: "image/png", path: file }] } : {});
  let taken = 0;
  let tries = 0;
  for (let turn = 0; turn < 3; turn++) {
    const way = kind === "mail" ? await mailWay(around) : await webWay(kind, around);
    const going = { message, draftId: id, channel: way.channel, account: "default", tries: turn };
    const said = await Promise.all([sendMessage(going, deps), ...(around.dice.next() < 0.2 ? [sendMessage(going, deps)] : [])]);
    tries += said.filter(({ is }) => is !== "busy").length;
    await way.stop();
    taken += way.taken();
    if ((await entry(id))?.state !== "failed") break;
  }
  const left = await entry(id);
  const records = standing(history).length;
  return { taken, records, tries, ended: records === 1 && !left ? "delivered" : left?.reason && left.state !== "sending" ? left.state : "unknown" };
}
