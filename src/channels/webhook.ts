import { createHmac } from "node:crypto";
import type { Channel, Http } from "../core/channelPorts";
import type { Clock } from "../core/ports";
import { failed, hostOf, refusalOf } from "./answers";
import { toPlainText } from "../core/drafting/plainText";

/**
 * Any other program, by a signed request: HMAC-SHA256 over "<time>.<body>" in hex, in the manner of Stripe and Slack, so
 * that the other side can tell that it comes from here and is fresh. The id is the same at every try.
 */
export function createWebhook(
  account: { readonly url: string; readonly secret: () => Promise<string | undefined> },
  { http, clock }: { readonly http: Http; readonly clock: Pick<Clock, "now"> },
): Channel {
  return {
    name: "webhook",
    async send(message, signal) {
      signal?.throwIfAborted();
      const secret = await account.secret();
      if (secret === undefined) return failed({ id: "send.notConnected" }, "no secret");
      const at = clock.now();
      const body = JSON.stringify({
        event: "message",
        version: 1,
        id: message.id,
        at,
        clientId: message.clientId,
        ...(message.projectId !== undefined && { projectId: message.projectId }),
        language: message.language,
        to: message.to,
        ...(message.subject !== undefined && { subject: message.subject }),
        markdown: message.text,
        text: toPlainText(message.text),
        attachments: message.attachments.map(({ name, type, size, url }) => ({ name, type, ...(size !== undefined && { size }), ...(url !== undefined && { url }) })),
      });
      const headers = {
        "content-type": "application/json; charset=utf-8",
        "idempotency-key": message.id,
        "khobor-time": at,
        "khobor-signature": `sha256=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`,
      };
      const answer = await http.request({ method: "POST", url: account.url, headers, body });
      return refusalOf(answer, hostOf(account.url), at) ?? { is: "delivered", messageId: message.id };
    },
  };
}
