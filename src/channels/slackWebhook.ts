import type { Channel, Http } from "../core/channelPorts";
import type { Clock } from "../core/ports";
import { failed, hostOf, refusalOf } from "./answers";
import { slackText } from "./slackText";

/**
 * Slack by an incoming webhook: its address is the secret, and the channel is in it.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export function createSlackWebhook(address: () => Promise<string | undefined>, { http, clock }: { readonly http: Http; readonly clock: Pick<Clock, "now"> }): Channel {
  return {
    name: "slack",
    async send(message, signal) {
      signal?.throwIfAborted();
      const url = await address();
      if (url === undefined) return failed({ id: "send.notConnected" }, "no webhook");
      const body = JSON.stringify({ ...slackText(message.text), unfurl_links: false });
      const answer = await http.request({ method: "POST", url, headers: { "content-type": "application/json; charset=utf-8" }, body });
      const refused = refusalOf(answer, hostOf(url), clock.now());
      if (refused) return refused;
      // It answers "ok", and an error in words ("no_service") with a status of its own.
      if (answer.is === "answered" && answer.text.trim() === "ok") return { is: "delivered" };
      return { is: "unclear", reason: { id: "send.unclear", values: { host: hostOf(url) } }, detail: answer.is === "answered" ? answer.text.slice(0, 300) : "" };
    },
  };
}
