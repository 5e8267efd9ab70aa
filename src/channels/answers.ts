import type { HttpAnswer, HttpRequest, Sending } from "../core/ports/channels";
import type { Text } from "../core/say";
import { retryTime } from "../core/sending/retryTime";
import { withoutSecrets } from "../core/sending/withoutSecrets";
import type { Instant } from "../core/time/types";

export const failed = (reason: Text, detail: string, retryAfter?: Instant): Extract<Sending, { readonly is: "failed" }> => ({ is: "failed", reason, detail, ...(retryAfter !== undefined && { retryAfter }) });

/** As much of what was answered as a log needs, without what was sent as a secret. */
export const saidIn = (text: string, request: Pick<HttpRequest, "url" | "headers">): string => withoutSecrets(text, request).slice(0, 300);

/** What an answer over HTTP says of a message that was in the request; undefined where it was taken, or says more itself. */
export function refusalOf(answer: HttpAnswer, request: Pick<HttpRequest, "url" | "headers">, now: Instant): Sending | undefined {
  const host = hostOf(request.url);
  if (answer.is === "unreached") return failed({ id: "send.unreached", values: { host } }, answer.detail);
  if (answer.is === "lost") return { is: "unclear", reason: { id: "send.unclear", values: { host } }, detail: answer.detail };
  const { status } = answer;
  const detail = `${status} ${saidIn(answer.text, request)}`;
  if (status === 429) return failed({ id: "send.tooMany", values: { host } }, detail, retryTime(answer.headers.get("retry-after"), now));
  if (status === 401 || status === 403) return failed({ id: "send.notAllowed", values: { host } }, detail);
  if (status === 404 || status === 410) return failed({ id: "send.gone", values: { host } }, detail);
  // A gateway that lost the server behind it does not know what that one did.
  if (status >= 500) return { is: "unclear", reason: { id: "send.unclear", values: { host } }, detail };
  // What was posted may have been taken before another page was named.
  if (status >= 301 && status <= 303) return { is: "unclear", reason: { id: "send.redirected", values: { host } }, detail };
  if (status < 200 || status >= 300) return failed({ id: "send.refused", values: { host, code: status } }, detail);
  return undefined;
}

/** The answer's JSON, where it is an object. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : "");
