import { createHmac } from "node:crypto";
import type { Channel, Http, OutgoingMessage, Sending, Tested } from "../core/ports/channels";
import type { Clock } from "../core/ports/clock";
import { failed, hostOf, refusalOf } from "./answers";
import { toPlainText } from "../core/drafting/plainText";

interface Webhook {
  readonly url: string;
  readonly secret: () => Promise<string | undefined>;
}

/**
 * Any other program, by a signed request: HMAC-SHA256 over "<time>.<body>" in hex, in the manner of Stripe and Slack, so
 * that the other side can tell that it comes from here and is fresh. The id is the same at every try. What the body holds
 * is in schemas/khobor-webhook.schema.json.
 */
export function createWebhook(account: Webhook, { http, clock }: { readonly http: Http; readonly clock: Pick<Clock, "now"> }): Channel & { readonly test: () => Promise<Tested> } {
  /** What stood against it. */
  const post = async (id: string, fields: object): Promise<Sending | undefined> => {
    const secret = await account.secret();
    if (secret === undefined) return failed({ id: "send.notConnected" }, "no secret");
    const at = clock.now();
    const body = JSON.stringify({ version: 1, id, at, ...fields });
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "idempotency-key": id,
      "khobor-time": at,
      "khobor-signature": `sha256=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`,
    };
    const request = { method: "POST", url: account.url, headers, body } as const;
    return refusalOf(await http.request(request), request, clock.now());
  };
  return {
    name: "webhook",
    async send(message, signal) {
      signal?.throwIfAborted();
      return (await post(message.id, fieldsOf(message))) ?? { is: "delivered", messageId: message.id };
    },
    async test() {
      const refused = await post("test", { event: "test" });
      if (!refused) return { is: "ok" };
      return refused.is === "failed" ? refused : failed({ id: "connect.strange", values: { host: hostOf(account.url) } }, "detail" in refused ? refused.detail : "");
    },
  };
}

const fieldsOf = (message: OutgoingMessage) => ({
  event: "message",
  clientId: message.clientId,
  ...(message.projectId !== undefined && { projectId: message.projectId }),
  language: message.language,
  to: message.to,
  ...(message.subject !== undefined && { subject: message.subject }),
  markdown: message.text,
  text: toPlainText(message.text),
  attachments: message.attachments.map(({ name, type, size, url }) => ({ name, type, ...(size !== undefined && { size }), ...(url !== undefined && { url }) })),
});
