import type { Channel, Http, Tested } from "../core/ports/channels";
import type { Clock } from "../core/ports/clock";
import { failed, hostOf, refusalOf, saidIn } from "./answers";
import { slackText } from "./slackText";

/**
 * Slack by an incoming webhook: its address is the secret, and the channel is in it.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export function createSlackWebhook(address: () => Promise<string | undefined>, { http, clock }: { readonly http: Http; readonly clock: Pick<Clock, "now"> }): Channel & { readonly test: () => Promise<Tested> } {
  return {
    name: "slack",
    async send(message, signal) {
      signal?.throwIfAborted();
      const url = await address();
      if (url === undefined) return failed({ id: "send.notConnected" }, "no webhook");
      const body = JSON.stringify({ ...slackText(message.text), unfurl_links: false });
      const request = { method: "POST", url, headers: { "content-type": "application/json; charset=utf-8" }, body } as const;
      const answer = await http.request(request);
      const refused = refusalOf(answer, request, clock.now());
      if (refused) return refused;
      // It answers "ok", and an error in words ("no_service") with a status of its own.
      if (answer.is === "answered" && answer.text.trim() === "ok") return { is: "delivered" };
      return { is: "unclear", reason: { id: "send.unclear", values: { host: hostOf(url) } }, detail: answer.is === "answered" ? saidIn(answer.text, request) : "" };
    },
    /** Posts a message without a text: Slack says so where the address is one of its own, and shows nothing to anybody. */
    async test() {
      const url = await address();
      if (url === undefined) return { is: "failed", reason: { id: "send.notConnected" }, detail: "no webhook" };
      const request = { method: "POST", url, headers: { "content-type": "application/json; charset=utf-8" }, body: "{}" } as const;
      const answer = await http.request(request);
      if (answer.is === "answered" && answer.status === 400 && emptyMessage.test(answer.text.trim())) return { is: "ok" };
      const refused = refusalOf(answer, request, clock.now());
      return refused?.is === "failed" ? refused : { is: "failed", reason: { id: "connect.strange", values: { host: hostOf(url) } }, detail: "detail" in answer ? answer.detail : saidIn(answer.text, request) };
    },
  };
}

/** What it says to a message without a text. */
const emptyMessage = /^(?:no_text|missing_text_or_fallback_or_attachments|invalid_payload)$/;
