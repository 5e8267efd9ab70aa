import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSlackBot } from "../../src/channels/slackBot";
import { createSlackWebhook } from "../../src/channels/slackWebhook";
import { createSmtp } from "../../src/channels/smtp";
import { createWebhook } from "../../src/channels/webhook";
import type { Channel, OutgoingMessage } from "../../src/core/ports/channels";
import { standing, type HistoryEntry, type SentRecord } from "../../src/core/book/sentRecord";
import type { Instant } from "../../src/core/time/types";
import { sendMessage, waitingMessages } from "../../src/flows/sendMessage";
import { createHttp } from "../../src/services/http";
import { createOutbox } from "../../src/storage/outbox";
import { startCutting, startMail, type CutAt } from "../support/servers/mail";
import { closedPort, startWeb, type Answering, type Asked } from "../support/servers/web";

export const about = "Faults on the way out: nothing is sent twice, and of every message it is known what became of it.";
export const help = "--runs N    how many messages (500)\n--seed N    of the random faults";

const text = "Hi Sara, here is where the shop stands.\n\n- Customers can pay with bKash.\n";
/** What a server on the other side may do, and whether it has taken the message by then. */
type Fault = "none" | "refused" | "reset" | "takenThenReset" | "half" | "notJson" | "silence" | "doubt" | "otherPage" | 401 | 403 | 404 | 409 | 429 | 500 | 503;
const faults: readonly Fault[] = ["none", "none", "refused", "reset", "takenThenReset", "half", "notJson", "silence", "doubt", "otherPage", 401, 403, 404, 409, 429, 500, 503];
type MailFault = "none" | "closed" | "greylisted" | "refusedRecipient" | "refusedMail" | CutAt;
const mailFaults: readonly MailFault[] = ["none", "none", "closed", "greylisted", "refusedRecipient", "refusedMail", "greeting", "rcpt", "midData", "afterData", "afterTaken"];

/** A small generator of numbers (mulberry32), so that a run can be had again by its seed. */
function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Way {
  readonly channel: Channel;
  /** How often the other side has taken the message of this id. */
  taken(id: string): number;
  stop(): Promise<void>;
}

const clock = { now: () => new Date().toISOString() as Instant };
const http = createHttp();
const quick = { request: (request: Parameters<typeof http.request>[0]) => http.request({ ...request, timeout: 300 }) };

async function webWay(kind: "slack" | "slackWebhook" | "webhook", next: () => Fault): Promise<Way> {
  const counts = new Map<string, number>();
  const idOf = ({ body }: Asked) => /message-\d+/.exec(body.toString())?.[0] ?? "";
  const good: Answering = kind === "slack" ? { status: 200, body: { ok: true, channel: "C1", ts: "1.1" } } : { status: 200, body: "ok" };
  const web = await startWeb((asked): Answering => {
    const fault = next();
    const take = () => counts.set(idOf(asked), (counts.get(idOf(asked)) ?? 0) + 1);
    if (fault === "none") return take(), good;
    if (fault === "takenThenReset") return take(), "reset";
    if (fault === "half" || fault === "notJson" || fault === "silence") take();
    if (fault === "refused" || fault === "reset") return "reset";
    // Slack says so where it may have posted; any other program may do its work and then show a page.
    if (fault === "doubt") return take(), kind === "slack" ? { status: 200, body: { ok: false, error: "internal_error" } } : { status: 500, body: "" };
    if (fault === "otherPage") return asked.method === "GET" ? good : (take(), { status: 302, headers: { location: "/login" } });
    if (fault === "notJson") return { status: 200, body: "<html>maintenance</html>" };
    if (fault === "half" || fault === "silence") return fault;
    if (fault >= 500) take();
    return { status: fault, ...(fault === 429 && { headers: { "retry-after": "1" } }), body: { ok: false, error: `error_${fault}` } };
  });
  const secret = () => Promise.resolve("secret");
  const parts = { http: quick, clock };
  const channel =
    kind === "slack" ? createSlackBot(secret, { ...parts, baseUrl: `${web.url}/api/` })
    : kind === "slackWebhook" ? createSlackWebhook(() => Promise.resolve(`${web.url}/hook`), parts)
    : createWebhook({ url: `${web.url}/hook`, secret }, parts);
  return { channel, taken: (id) => counts.get(id) ?? 0, stop: () => web.stop() };
}

async function mailWay(fault: MailFault): Promise<Way> {
  const no = (code: number) => Object.assign(new Error(`${code} no`), { responseCode: code });
  const server =
    fault === "none" || fault === "closed" ? await startMail()
    : fault === "greylisted" ? await startMail({ onRcptTo: (_, __, done) => done(no(451)) })
    : fault === "refusedRecipient" ? await startMail({ onRcptTo: (_, __, done) => done(no(550)) })
    : fault === "refusedMail" ? await startMail({ onData: (stream, _, done) => stream.resume().on("end", () => done(no(554))) })
    : await startCutting(fault);
  const port = fault === "closed" ? await closedPort() : server.port;
  const account = { host: "127.0.0.1", port, security: "none", from: { name: "Rafi", address: "rafi@example.com" }, copyToMyself: false } as const;
  return {
    channel: createSmtp(account, () => Promise.resolve(undefined), { connect: 2000, silence: 1000 }),
    taken: (id) => server.taken.filter(({ raw }) => raw.includes(`<${id}@`)).length,
    stop: () => server.stop(),
  };
}

export async function run(args: readonly string[], say: (line: string) => void) {
  const option = (name: string, usual: number) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual);
  const runs = option("--runs", 500);
  const seed = option("--seed", Date.now() % 1_000_000);
  const dice = random(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(dice() * of.length)] as T;
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-bench-"));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const outbox = createOutbox({ folder, clock, log });
  const history: HistoryEntry[] = [];
  const deps = {
    outbox, clock, log,
    history: { all: () => Promise.resolve(history) },
    record: (draftId: string): Promise<SentRecord> => {
      const record = { version: 2, what: "sent", id: `r-${history.length}`, clientId: "c", draftId, kind: "progress", language: "en", channel: "email", at: clock.now(), text, told: [], readUpTo: {}, noteIds: [], outcome: "delivered" } as SentRecord;
      history.push(record);
      return Promise.resolve(record);
    },
  };
  const ended = { delivered: 0, failed: 0, unclear: 0, unknown: 0 };
  let twice = 0;
  let untold = 0;
  let silentlyLost = 0;
  let tries = 0;
  try {
    for (let n = 0; n < runs; n++) {
      const id = `message-${n}`;
      const message: OutgoingMessage = { id, clientId: "c", language: "en", to: ["sara@acme.example"], subject: id, text: `${text}\n${id}\n`, attachments: [] };
      const kind = one(["mail", "slack", "slackWebhook", "webhook"] as const);
      let taken = 0;
      // The user tries again whatever has certainly failed, three times at most, and two windows may do so at once.
      for (let turn = 0; turn < 3; turn++) {
        const way = kind === "mail" ? await mailWay(one(mailFaults)) : await webWay(kind, () => one(faults));
        const going = { message, draftId: id, channel: way.channel, account: "default", tries: turn };
        const said = await Promise.all([sendMessage(going, deps), ...(dice() < 0.2 ? [sendMessage(going, deps)] : [])]);
        tries += said.filter(({ is }) => is !== "busy").length;
        await way.stop();
        taken += way.taken(id);
        const [entry] = (await waitingMessages(deps)).filter((waiting) => waiting.draftId === id);
        if (entry?.state !== "failed") break;
      }
      const recorded = standing(history).filter(({ draftId }) => draftId === id).length;
      const [entry] = (await waitingMessages(deps)).filter(({ draftId }) => draftId === id);
      if (taken > 1 || recorded > 1) twice++;
      if (recorded === 1 && !entry) ended.delivered++;
      else if (entry?.state === "failed" && entry.reason) ended.failed++;
      else if (entry?.state === "unclear" && entry.reason) ended.unclear++;
      else ended.unknown++;
      if (taken === 1 && entry?.state === "failed") untold++;
      if (taken === 0 && recorded === 1) silentlyLost++;
      if ((n + 1) % 100 === 0) say(`${n + 1} of ${runs} messages`);
    }
  } finally {
    outbox.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
  const on = `${runs} messages, ${tries} tries`;
  const row = (what: string, count: number) => ({ what, on, ours: String(count), against: "", ratio: "", goal: "0", met: count === 0 });
  return {
    rows: [
      row("taken twice by the other side", twice),
      row("taken, and called failed", untold),
      row("called delivered, and not taken", silentlyLost),
      row("neither delivered, nor visibly failed or unclear", ended.unknown),
      ...(["delivered", "failed", "unclear"] as const).map((what) => ({ what: `ended ${what}`, on, ours: String(ended[what]), against: "", ratio: "" })),
    ],
    notes: [`seed ${seed}; refused, reset, slow, cut at every step, half an answer, no JSON, Slack's own doubt, another page, 401 403 404 409 429 500 503, greylisting, accepted and then dropped`],
  };
}
