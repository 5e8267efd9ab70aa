import type { HeldMessage, OutgoingMessage, Recalled, Sending } from "../core/ports/channels";
import type { Instant } from "../core/time/types";
import { failed } from "./answers";
import { slackText } from "./slackText";

type Answered = { readonly fields: Readonly<Record<string, unknown>> } | { readonly refused: Sending };
interface RecallParts {
  readonly call: (method: string, fields: object) => Promise<Answered>;
  readonly host: string;
  readonly now: () => Instant;
}

/** chat.deleteScheduledMessage refuses what goes out within 60 seconds; another minute for clocks that differ. Milliseconds. */
const lastMoment = 120_000;
/** https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage#errors: nothing of that id waits there. */
const unknown: ReadonlySet<string> = new Set(["invalid_scheduled_message_id", "channel_not_found"]);
/** Of 100 each: more than one person schedules. */
const mostPages = 20;

/**
 * Takes back a message that Slack holds: https://docs.slack.dev/reference/methods/chat.deleteScheduledMessage. What Slack
 * still holds is asked first (https://docs.slack.dev/reference/methods/chat.scheduledMessages.list): the list knows the
 * channel, which for a person is not the one that was written to. Nothing follows from what is not in it, since it lags
 * behind: only Slack's yes to the deletion counts as recalled.
 */
export async function recallScheduled({ id, to, sendAt }: Omit<HeldMessage, "account">, { call, host, now }: RecallParts): Promise<Recalled> {
  const inTime = () => Date.parse(sendAt) - Date.parse(now()) > lastMoment;
  const pending = await channelOf((one) => String(one["id"]) === id, call, host);
  if ("is" in pending) return pending;
  const channel = pending.channel ?? to;
  if (channel === undefined) return inTime() ? failed({ id: "recall.unclear", values: { host } }, "not in the list") : { is: "tooLate" };
  const answer = await call("chat.deleteScheduledMessage", { channel, scheduled_message_id: id });
  if ("fields" in answer) return { is: "recalled" };
  const { refused } = answer;
  if (refused.is === "failed" && unknown.has(refused.detail)) {
    // What was never in the list may have been taken back by an earlier try or in Slack itself, or be in another channel.
    return pending.channel === undefined && inTime() ? failed({ id: "recall.unclear", values: { host } }, refused.detail) : { is: "tooLate" };
  }
  return plain(refused, host);
}

/**
 * What Slack calls a message that it was to hold and of which it did not answer; undefined where its list does not show it,
 * which proves nothing. The list gives texts with other white space now and then.
 */
export async function heldAs({ to, text, sendAt }: Pick<OutgoingMessage, "to" | "text" | "sendAt">, { call, host }: Omit<RecallParts, "now">): Promise<string | undefined> {
  if (sendAt === undefined) return undefined;
  const at = Math.floor(Date.parse(sendAt) / 1000);
  const ours = evenly(slackText(text).text);
  // A person is written to in a channel of another name.
  const inPlace = (channel: unknown) => (/^[UW]/.test(to[0] ?? "") ? /^D/.test(String(channel)) : channel === to[0]);
  const found = await channelOf((one) => one["post_at"] === at && inPlace(one["channel_id"]) && typeof one["text"] === "string" && evenly(one["text"]) === ours, call, host);
  return "is" in found ? undefined : found.id;
}
const evenly = (text: string) => text.replace(/\s+/g, " ").trim();

/** Where Slack will post it; none: it is not in the list. */
async function channelOf(is: (one: Readonly<Record<string, unknown>>) => boolean, call: RecallParts["call"], host: string): Promise<{ readonly channel?: string; readonly id?: string } | Extract<Recalled, { readonly is: "failed" }>> {
  let cursor = "";
  for (let page = 0; page < mostPages; page++) {
    const answer = await call("chat.scheduledMessages.list", { limit: 100, ...(cursor !== "" && { cursor }) });
    if ("refused" in answer) return plain(answer.refused, host);
    const { scheduled_messages: list, response_metadata: next } = answer.fields;
    const found = (Array.isArray(list) ? (list as unknown[]) : []).map((one) => (one ?? {}) as Readonly<Record<string, unknown>>).find(is);
    if (found) return typeof found["channel_id"] === "string" ? { channel: found["channel_id"], id: String(found["id"]) } : failed({ id: "recall.unclear", values: { host } }, "no channel in the list");
    const more = (next as { readonly next_cursor?: unknown } | undefined)?.next_cursor;
    if (typeof more !== "string" || more === "") return {};
    cursor = more;
  }
  return failed({ id: "recall.unclear", values: { host } }, "the list does not end");
}

/** Asking once more does no harm, so that nothing here is more than a plain failure. */
const plain = (refused: Sending, host: string): Extract<Recalled, { readonly is: "failed" }> =>
  refused.is === "failed" ? refused : failed({ id: "recall.unclear", values: { host } }, "detail" in refused ? refused.detail : "");
