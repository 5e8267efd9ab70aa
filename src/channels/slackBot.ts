import { readFile } from "node:fs/promises";
import type { Channel, HeldMessage, Http, HttpAnswer, HttpRequest, OutgoingMessage, Recalled, Sending, Tested } from "../core/ports/channels";
import type { Clock } from "../core/ports/clock";
import type { TextId } from "../core/say";
import { failed, hostOf, jsonOf, refusalOf, saidIn } from "./answers";
import { heldAs, recallScheduled } from "./slackRecall";
import { slackText } from "./slackText";

export interface SlackParts {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
  /** "https://slack.com/api/" */
  readonly baseUrl: string;
}

export interface SlackBot extends Channel {
  readonly test: () => Promise<Tested>;
  /** Takes back a message that Slack holds. */
  readonly recall: (held: Omit<HeldMessage, "account">) => Promise<Recalled>;
  /** What Slack calls a message that it was to hold, where it shows that it does. */
  readonly heldAs: (message: OutgoingMessage) => Promise<string | undefined>;
  /** Those that the bot is in come first; undefined where it may not look. At most a thousand. */
  readonly channels: () => Promise<readonly { readonly id: string; readonly name: string }[] | undefined>;
}

interface Asked {
  readonly request: HttpRequest;
  readonly answer: HttpAnswer;
}

/** Slack by a bot's token: chat.postMessage, chat.scheduleMessage, and files by upload address. https://docs.slack.dev/reference/methods */
export function createSlackBot(token: () => Promise<string | undefined>, { http, clock, baseUrl }: SlackParts): SlackBot {
  const host = hostOf(baseUrl);
  const call = async (method: string, body: string, type: string): Promise<Asked | undefined> => {
    const bearer = await token();
    if (bearer === undefined) return undefined;
    const url = new URL(method, baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`).href;
    const request = { method: "POST", url, headers: { authorization: `Bearer ${bearer}`, "content-type": type }, body } as const;
    return { request, answer: await http.request(request) };
  };
  const json = (method: string, fields: object) => call(method, JSON.stringify(fields), "application/json; charset=utf-8");
  const form = (method: string, fields: Record<string, string>) => call(method, new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded");

  /** The fields of a good answer, or what is to be said of a bad one. */
  const read = (asked: Asked | undefined): { readonly fields: Readonly<Record<string, unknown>> } | { readonly refused: Sending } => {
    if (!asked) return { refused: failed({ id: "send.notConnected" }, "no token") };
    const { request, answer } = asked;
    const refused = refusalOf(answer, request, clock.now());
    if (refused) return { refused };
    const text = answer.is === "answered" ? answer.text : "";
    const fields = jsonOf(text);
    if (fields?.["ok"] === true) return { fields };
    const error = typeof fields?.["error"] === "string" ? saidIn(fields["error"], request) : undefined;
    if (error !== undefined && !doubtful.has(error)) return { refused: failed({ id: errors[error] ?? "send.slack.refused", values: { host, error } }, error) };
    return { refused: { is: "unclear", reason: { id: "send.unclear", values: { host } }, detail: saidIn(text, request) } };
  };
  /** Nobody sees a file before it is completed, so whatever goes wrong here is a plain failure. */
  const certain = (sending: Sending): Sending => (sending.is === "unclear" ? { ...sending, is: "failed", reason: { id: "send.slack.files", values: { host } } } : sending);

  async function upload({ attachments }: OutgoingMessage): Promise<{ readonly files: readonly { id: string; title: string }[] } | { readonly refused: Sending }> {
    const files: { id: string; title: string }[] = [];
    for (const { name, path } of attachments) {
      if (path === undefined) continue;
      const content = await readFile(path);
      const asked = read(await form("files.getUploadURLExternal", { filename: name, length: String(content.byteLength) }));
      if ("refused" in asked) return { refused: certain(asked.refused) };
      const { upload_url: url, file_id: id } = asked.fields;
      if (typeof url !== "string" || typeof id !== "string") return { refused: failed({ id: "send.slack.files", values: { host } }, "no upload address") };
      // The address carries its own right to upload: the token does not go there.
      const request = { method: "POST", url, headers: { "content-type": "application/octet-stream" }, body: content, timeout: uploadTime(content.byteLength) } as const;
      const refused = refusalOf(await http.request(request), request, clock.now());
      if (refused) return { refused: certain(refused) };
      files.push({ id, title: name });
    }
    return { files };
  }

  return {
    name: "slack",
    async send(message, signal) {
      const [channel] = message.to;
      if (channel === undefined) return failed({ id: "send.slack.noChannel" }, "no channel");
      if (message.sendAt !== undefined && message.attachments.some(({ path }) => path !== undefined)) return failed({ id: "send.slack.heldFiles" }, "files cannot be scheduled");
      signal?.throwIfAborted();
      const uploaded = await upload(message);
      if ("refused" in uploaded) return uploaded.refused;
      signal?.throwIfAborted();
      const thread = message.thread === undefined ? {} : { thread_ts: message.thread };
      const fields = { channel, ...slackText(message.text), ...thread, unfurl_links: false };
      if (message.sendAt !== undefined) {
        const held = read(await json("chat.scheduleMessage", { ...fields, post_at: Math.floor(Date.parse(message.sendAt) / 1000) }));
        if ("refused" in held) return held.refused.is === "unclear" ? { ...held.refused, reason: { id: "send.slack.heldUnclear" } } : held.refused;
        const id = held.fields["scheduled_message_id"];
        return { is: "delivered", heldUntil: message.sendAt, ...(typeof id === "string" && { messageId: id }) };
      }
      const posted = read(await json("chat.postMessage", fields));
      if ("refused" in posted) return posted.refused;
      const { ts, channel: posted_in } = posted.fields;
      const messageId = typeof ts === "string" ? ts : undefined;
      const delivered = { is: "delivered" as const, ...(messageId !== undefined && { messageId, thread: message.thread ?? messageId }) };
      if (uploaded.files.length === 0) return delivered;
      const completed = read(await json("files.completeUploadExternal", {
        files: uploaded.files,
        channel_id: typeof posted_in === "string" ? posted_in : channel,
        ...(delivered.thread !== undefined && { thread_ts: delivered.thread }),
      }));
      return "refused" in completed ? { ...delivered, note: { id: "send.slack.filesMissing", values: { count: uploaded.files.length } } } : delivered;
    },
    async test() {
      const answer = read(await json("auth.test", {}));
      if (!("refused" in answer)) {
        const { team } = answer.fields;
        return { is: "ok", ...(typeof team === "string" && team !== "" && { account: team }) };
      }
      const { refused } = answer;
      return refused.is === "failed" ? refused : failed({ id: "send.unreached", values: { host } }, "detail" in refused ? refused.detail : "");
    },
    recall: (held) => recallScheduled(held, { call: async (method, fields) => read(await json(method, fields)), host, now: clock.now }),
    heldAs: (message) => heldAs(message, { call: async (method, fields) => read(await json(method, fields)), host }),
    // https://docs.slack.dev/reference/methods/conversations.list: needs channels:read, and groups:read for private ones.
    async channels() {
      for (const types of ["public_channel,private_channel", "public_channel"]) {
        const answer = read(await form("conversations.list", { types, exclude_archived: "true", limit: "1000" }));
        if ("refused" in answer) continue;
        const found = (Array.isArray(answer.fields["channels"]) ? (answer.fields["channels"] as unknown[]) : []).flatMap((one) => {
          const { id, name, is_member: isMember } = (one ?? {}) as Readonly<Record<string, unknown>>;
          return typeof id === "string" && typeof name === "string" ? [{ id, name, isMember: isMember === true }] : [];
        });
        return found.sort((a, b) => Number(b.isMember) - Number(a.isMember) || a.name.localeCompare(b.name)).map(({ id, name }) => ({ id, name }));
      }
      return undefined;
    },
  };
}

/** A slow line carries 200 kbit/s: 25 bytes in a millisecond, besides what every request may take. In milliseconds. */
const uploadTime = (bytes: number): number => 30_000 + Math.ceil(bytes / 25);

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors: "some aspect of the operation" may have succeeded before. */
const doubtful: ReadonlySet<string> = new Set(["fatal_error", "internal_error", "service_unavailable"]);

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors: those that the user can do something about. */
const errors: Readonly<Record<string, TextId>> = {
  invalid_auth: "send.slack.token",
  not_authed: "send.slack.token",
  token_revoked: "send.slack.token",
  token_expired: "send.slack.token",
  account_inactive: "send.slack.token",
  channel_not_found: "send.slack.channel",
  not_in_channel: "send.slack.notInChannel",
  is_archived: "send.slack.archived",
  missing_scope: "send.slack.scope",
  msg_too_long: "send.tooLong",
  msg_blocks_too_long: "send.tooLong",
  time_in_past: "send.slack.past",
  time_too_far: "send.slack.tooFar",
  ratelimited: "send.tooMany",
};
