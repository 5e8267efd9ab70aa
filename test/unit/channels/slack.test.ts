import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createSlackBot } from "../../../src/channels/slackBot";
import { createSlackWebhook } from "../../../src/channels/slackWebhook";
import type { Sending } from "../../../src/core/ports/channels";
import type { Instant } from "../../../src/core/time/types";
import { createHttp } from "../../../src/services/http";
import { startWeb, type Answering, type Asked } from "../../support/servers/web";
import { tempFolders } from "../storage/tempFolder";
import { message } from "./messages";

const temp = tempFolders();
const clock = { now: () => "2026-11-20T10:00:00.000Z" as Instant };
const reason = (sending: Sending) => [sending.is, "reason" in sending ? sending.reason.id : undefined];

async function bot(answer: (asked: Asked) => Answering, going = message({ to: ["C0SHOP"] })) {
  const web = await startWeb(answer);
  try {
    const slack = createSlackBot(() => Promise.resolve("xoxb-test"), { http: createHttp(), clock, baseUrl: `${web.url}/api/` });
    return { sending: await slack.send(going), asked: web.asked };
  } finally {
    await web.stop();
  }
}
const posted = { status: 200, body: { ok: true, channel: "C0SHOP", ts: "1700000000.000100" } };
const json = ({ body }: Asked) => JSON.parse(body.toString()) as Record<string, unknown>;

describe("Slack by a bot", () => {
  it("posts blocks that read well, with the token in the head alone", async () => {
    const { sending, asked } = await bot(() => posted);
    assert.deepEqual(sending, { is: "delivered", messageId: "1700000000.000100", thread: "1700000000.000100" });
    assert.deepEqual(asked.map(({ method, path: at, headers }) => [method, at, headers.authorization, headers["content-type"]]), [["POST", "/api/chat.postMessage", "Bearer xoxb-test", "application/json; charset=utf-8"]]);
    const { channel, text, blocks, unfurl_links } = json(asked[0]!) as { channel: string; text: string; blocks: { type: string; elements: object[] }[]; unfurl_links: boolean };
    assert.deepEqual([channel, unfurl_links], ["C0SHOP", false]);
    const section = (...elements: object[]) => ({ type: "rich_text_section", elements });
    const words = (says: string, style?: object) => ({ type: "text", text: says, ...(style && { style }) });
    assert.deepEqual(blocks, [
      [section(words("Hi Sara, here is where the shop stands."))],
      [
        section(words("Live now", { bold: true })),
        { type: "rich_text_list", style: "bullet", indent: 0, elements: [section(words("Customers can pay with bKash.")), section(words("Tom & Jerry's <b>page</b> *works*."))] },
      ],
      [section({ type: "link", url: "https://staging.example/a?b=1&c=2" })],
      [section(words("Rafi"))],
    ].map((elements) => ({ type: "rich_text", elements })));
    assert.equal(text, "Hi Sara, here is where the shop stands.\n\nLive now\n• Customers can pay with bKash.\n• Tom &amp; Jerry's &lt;b&gt;page&lt;/b&gt; *works*.\n\n<https://staging.example/a?b=1&amp;c=2>\n\nRafi");
  });

  it("goes on in the conversation, and is held until a time that Slack keeps itself", async () => {
    const { asked } = await bot(() => posted, message({ to: ["C0SHOP"], thread: "1699999999.000001" }));
    assert.equal(json(asked[0]!)["thread_ts"], "1699999999.000001");
    const at = "2026-11-23T09:00:00.000Z" as Instant;
    const held = await bot(() => ({ status: 200, body: { ok: true, scheduled_message_id: "Q1" } }), message({ to: ["C0SHOP"], sendAt: at }));
    assert.deepEqual(held.sending, { is: "delivered", heldUntil: at, messageId: "Q1" });
    assert.deepEqual([held.asked[0]!.path, json(held.asked[0]!)["post_at"]], ["/api/chat.scheduleMessage", 1795424400]);
  });

  it("uploads files first, without the token, and shares them where the message went", async () => {
    const file = path.join(temp(), "a.png");
    writeFileSync(file, "picture");
    const going = message({ to: ["C0SHOP"], attachments: [{ name: "a.png", type: "image/png", path: file }] });
    let url = "";
    const answer = ({ path: at, headers }: Asked): Answering => {
      url = `http://${headers.host ?? ""}/upload/1`;
      if (at === "/api/files.getUploadURLExternal") return { status: 200, body: { ok: true, upload_url: url, file_id: "F1" } };
      if (at === "/upload/1") return { status: 200, body: "OK - 7" };
      return at === "/api/chat.postMessage" ? posted : { status: 200, body: { ok: true, files: [{ id: "F1" }] } };
    };
    const { sending, asked } = await bot(answer, going);
    assert.equal(sending.is, "delivered");
    assert.deepEqual(asked.map(({ path: at }) => at), ["/api/files.getUploadURLExternal", "/upload/1", "/api/chat.postMessage", "/api/files.completeUploadExternal"]);
    assert.deepEqual([asked[0]!.body.toString(), asked[1]!.headers.authorization, asked[1]!.body.toString()], ["filename=a.png&length=7", undefined, "picture"]);
    assert.deepEqual(json(asked[3]!), { files: [{ id: "F1", title: "a.png" }], channel_id: "C0SHOP", thread_ts: "1700000000.000100" });
    // Whatever goes wrong before anybody can see something is a plain failure.
    const lost = await bot((one) => (one.path === "/upload/1" ? "reset" : answer(one)), going);
    assert.deepEqual([reason(lost.sending), lost.asked.some(({ path: at }) => at === "/api/chat.postMessage")], [["failed", "send.slack.files"], false]);
    const late = await bot((one) => (one.path.endsWith("completeUploadExternal") ? { status: 200, body: { ok: false, error: "internal_error" } } : answer(one)), going);
    assert.deepEqual(late.sending, { is: "delivered", messageId: "1700000000.000100", thread: "1700000000.000100", note: { id: "send.slack.filesMissing", values: { count: 1 } } });
  });

  it("gives a large file the time that it needs on a slow line", async () => {
    const file = path.join(temp(), "film.mp4");
    writeFileSync(file, new Uint8Array(5_000_000));
    const web = await startWeb(({ path: at, headers }): Answering => (at === "/api/files.getUploadURLExternal" ? { status: 200, body: { ok: true, upload_url: `http://${headers.host ?? ""}/upload/1`, file_id: "F1" } } : { status: 200, body: { ok: true, ts: "1.1" } }));
    const http = createHttp();
    const given: (number | undefined)[] = [];
    const noting: typeof http = { request: (request, signal) => (given.push(request.timeout), http.request(request, signal)) };
    try {
      const slack = createSlackBot(() => Promise.resolve("xoxb-test"), { http: noting, clock, baseUrl: `${web.url}/api/` });
      assert.equal((await slack.send(message({ to: ["C0SHOP"], attachments: [{ name: "film.mp4", type: "video/mp4", path: file }] }))).is, "delivered");
      assert.deepEqual(given, [undefined, 230_000, undefined, undefined]);
    } finally {
      await web.stop();
    }
  });

  it("waits as long as it is told, and names what can be done about an error", async () => {
    const limited = await bot(() => ({ status: 429, headers: { "retry-after": "30" }, body: { ok: false, error: "ratelimited" } }));
    assert.deepEqual([reason(limited.sending), "retryAfter" in limited.sending && limited.sending.retryAfter], [["failed", "send.tooMany"], "2026-11-20T10:00:30.000Z"]);
    const error = async (name: string) => reason((await bot(() => ({ status: 200, body: { ok: false, error: name } }))).sending)[1];
    assert.deepEqual([await error("token_revoked"), await error("not_in_channel"), await error("is_archived"), await error("odd_error")], ["send.slack.token", "send.slack.notInChannel", "send.slack.archived", "send.slack.refused"]);
  });

  it("is unclear wherever it may have been posted", async () => {
    for (const error of ["fatal_error", "internal_error", "service_unavailable"]) assert.deepEqual(reason((await bot(() => ({ status: 200, body: { ok: false, error } }))).sending), ["unclear", "send.unclear"], error);
    for (const fault of ["reset", "half", { status: 502, body: "bad gateway" }, { status: 200, body: "<html>" }] as const) assert.deepEqual(reason((await bot(() => fault)).sending), ["unclear", "send.unclear"], JSON.stringify(fault));
  });
});

describe("a message that Slack holds", () => {
  const at = "2026-11-20T12:00:00.000Z" as Instant;
  const list = (...pages: object[][]) => (asked: Asked): Answering => {
    const page = Number((json(asked)["cursor"] as string | undefined) ?? 0);
    return { status: 200, body: { ok: true, scheduled_messages: pages[page], response_metadata: { next_cursor: page + 1 < pages.length ? String(page + 1) : "" } } };
  };
  async function recall(answers: (asked: Asked) => Answering, sendAt = at, to: string | null = "C0SHOP") {
    const web = await startWeb(answers);
    try {
      const slack = createSlackBot(() => Promise.resolve("xoxb-test"), { http: createHttp(), clock, baseUrl: `${web.url}/api/` });
      const recalled = await slack.recall({ id: "Q1", ...(to !== null && { to }), sendAt });
      return { recalled, is: recalled.is, why: "reason" in recalled ? recalled.reason.id : undefined, asked: web.asked.map((one) => [one.path, json(one)]) };
    } finally {
      await web.stop();
    }
  }
  const isList = ({ path: method }: Asked) => method.endsWith(".list");
  const theirs = list([{ id: "Q0", channel_id: "C1", post_at: 1 }], [{ id: "Q1", channel_id: "D0SARA", post_at: 2 }]);

  it("is taken back from the channel that the list names, which may be on a later page", async () => {
    const { is, asked } = await recall((one) => (isList(one) ? theirs(one) : { status: 200, body: { ok: true } }));
    assert.equal(is, "recalled");
    assert.deepEqual(asked, [
      ["/api/chat.scheduledMessages.list", { limit: 100 }],
      ["/api/chat.scheduledMessages.list", { limit: 100, cursor: "1" }],
      ["/api/chat.deleteScheduledMessage", { channel: "D0SARA", scheduled_message_id: "Q1" }],
    ]);
  });

  it("is recalled by Slack's yes alone: a list that lags behind says nothing", async () => {
    const empty = (answer: Answering) => (one: Asked) => (isList(one) ? list([])(one) : answer);
    const gone: Answering = { status: 200, body: { ok: false, error: "invalid_scheduled_message_id" } };
    const soon = "2026-11-20T10:01:00.000Z" as Instant;
    const yes = await recall(empty({ status: 200, body: { ok: true } }));
    assert.deepEqual([yes.is, yes.asked.at(-1)], ["recalled", ["/api/chat.deleteScheduledMessage", { channel: "C0SHOP", scheduled_message_id: "Q1" }]]);
    for (const answer of [gone, { status: 200, body: { ok: false, error: "channel_not_found" } }]) {
      const no = await recall(empty(answer));
      assert.deepEqual([no.is, no.why], ["failed", "recall.unclear"]);
      assert.equal((await recall(empty(answer), soon)).is, "tooLate");
    }
    const unknown = await recall(empty({ status: 200, body: { ok: true } }), at, null);
    assert.deepEqual([unknown.is, unknown.why, unknown.asked.length], ["failed", "recall.unclear", 1]);
    const listed = (one: Asked) => (isList(one) ? theirs(one) : gone);
    assert.deepEqual([(await recall(listed)).is, (await recall(listed, soon)).is], ["tooLate", "tooLate"]);
  });

  it("stays on record where Slack does not say yes, whatever went wrong", async () => {
    for (const fault of ["reset", "half", { status: 502, body: "" }, { status: 200, body: "<html>" }] as const) {
      const lost = await recall((one) => (isList(one) ? theirs(one) : fault));
      assert.deepEqual([lost.is, lost.why], ["failed", "recall.unclear"], JSON.stringify(fault));
      assert.deepEqual((({ is, why }) => [is, why])(await recall(() => fault)), ["failed", "recall.unclear"]);
    }
    assert.equal((await recall(() => ({ status: 200, body: { ok: false, error: "token_revoked" } }))).why, "send.slack.token");
    assert.equal((await recall(() => ({ status: 429, headers: { "retry-after": "5" } }))).why, "send.tooMany");
    assert.equal((await recall(list(...Array.from({ length: 30 }, () => [])))).why, "recall.unclear");
  });
});

describe("Slack by a webhook", () => {
  it("posts, and reads the answers that it gives in words", async () => {
    const said = async (answer: Answering) => {
      const web = await startWeb(() => answer);
      try {
        const sending = await createSlackWebhook(() => Promise.resolve(`${web.url}/services/T/B/x`), { http: createHttp(), clock }).send(message());
        return [...reason(sending), web.asked.length];
      } finally {
        await web.stop();
      }
    };
    assert.deepEqual(await said({ status: 200, body: "ok" }), ["delivered", undefined, 1]);
    assert.deepEqual(await said({ status: 404, body: "no_service" }), ["failed", "send.gone", 1]);
    assert.deepEqual(await said({ status: 403, body: "action_prohibited" }), ["failed", "send.notAllowed", 1]);
    assert.deepEqual(await said("reset"), ["unclear", "send.unclear", 1]);
    for (const status of [301, 302, 303]) assert.deepEqual(await said({ status, headers: { location: "/login" } }), ["unclear", "send.redirected", 1]);
  });
});
