import type { Http, HttpRequest } from "../core/ports/channels";
import { retryTime } from "../core/sending/retryTime";
import { withoutSecrets } from "../core/sending/withoutSecrets";
import type { Clock } from "../core/ports/clock";
import type { Answered } from "../core/ports/services";
import type { Instant } from "../core/time/types";

export interface ServiceParts {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
}
export interface Answer {
  readonly json: unknown;
  readonly header: (name: string) => string | null;
}
/** "Trello", as it is shown. */
export type Service = "Trello" | "Asana" | "Basecamp" | "Zoom";

/** More pages than this are more milestones than one person can want. */
export const mostPages = 20;

/**
 * One request, with what stands against its answer in words. What only reads is never unclear: it can be asked again.
 * @param gives "keys": nothing of the answer is written down anywhere, not even when it cannot be read
 */
export async function ask(service: Service, request: HttpRequest, { http, clock }: ServiceParts, signal?: AbortSignal, gives: "keys" | "data" = "data"): Promise<Answered<Answer>> {
  let answer = await http.request(request, signal);
  // A connection that was kept open may have been closed by the other side meanwhile: what only reads is asked on a new one.
  if (answer.is === "lost" && request.method === "GET" && cut.test(answer.detail)) answer = await http.request(request, signal);
  const failed = (id: "service.unreached" | "service.tooMany" | "service.token" | "service.forbidden" | "service.gone" | "service.refused" | "service.trouble" | "service.strange", detail: string, retryAfter?: Instant): Answered<never> => ({
    is: "failed",
    reason: { id, values: { service } },
    detail,
    ...(retryAfter !== undefined && { retryAfter }),
  });
  const doubtful = (detail: string): Answered<never> =>
    request.method === "GET" ? failed("service.trouble", detail) : { is: "unclear", reason: { id: "service.unclear", values: { service } }, detail };
  if (answer.is === "unreached") return failed("service.unreached", answer.detail);
  if (answer.is === "lost") return doubtful(answer.detail);
  const { status, text } = answer;
  const detail = `${request.method} ${new URL(request.url).pathname}: ${status} ${gives === "keys" ? "" : withoutSecrets(text, request).slice(0, 300)}`;
  if (status === 429) return failed("service.tooMany", detail, retryTime(answer.headers.get("retry-after"), clock.now()));
  if (status === 401) return failed("service.token", detail);
  if (status === 403) return failed("service.forbidden", detail);
  if (status === 404 || status === 410) return failed("service.gone", detail);
  // What was posted may have been taken before another page was named.
  if (status >= 500 || (status >= 301 && status <= 303 && request.method !== "GET")) return doubtful(detail);
  if (status < 200 || status >= 300) return failed("service.refused", detail);
  if (text.trim() === "") return { is: "ok", value: { json: undefined, header: (name) => answer.headers.get(name) } };
  try {
    return { is: "ok", value: { json: JSON.parse(text) as unknown, header: (name) => answer.headers.get(name) } };
  } catch {
    return request.method === "GET" ? failed("service.strange", detail) : doubtful(detail);
  }
}

const cut = /\b(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_CONNECTION_(?:RESET|CLOSED)|other side closed)\b/;

/** Goes on with the value of a good answer. */
export async function andThen<A, B>(answered: Answered<A> | Promise<Answered<A>>, next: (value: A) => Answered<B> | Promise<Answered<B>>): Promise<Answered<B>> {
  const settled = await answered;
  return settled.is === "ok" ? next(settled.value) : settled;
}
/** A board or project that can still be read, but is put away there. */
export const archived = (service: Service, detail: string): Answered<never> => ({ is: "failed", reason: { id: "service.gone", values: { service } }, detail });
/** Part of a list as if it were all would look as though the rest were gone. */
export const tooMuch = (service: Service): Answered<never> => ({ is: "failed", reason: { id: "service.tooMuch", values: { service } }, detail: `more than ${mostPages} pages` });
export const ok = <T>(value: T): Answered<T> => ({ is: "ok", value });

/** Paths are put after it, which would take the place of its last part. */
export const asFolder = (address: string): string => (address.endsWith("/") ? address : `${address}/`);

// What servers send is taken apart field by field: nothing in it is trusted to be there.
type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {});
export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
export const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "");
/** An address of the service that can be opened. */
export const urlOf = (value: unknown): { readonly url?: string } => {
  const url = textOf(value);
  return /^https:\/\//.test(url) ? { url } : {};
};
