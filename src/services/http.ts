import { UnsafeAddress, type Http, type HttpAnswer, type HttpRequest } from "../core/ports/channels";

type Fetch = typeof globalThis.fetch;

const usualTimeout = 30_000;
/** No answer that we ask for is longer. */
const mostText = 8 * 1024 * 1024;
const mostRedirects = 5;

/**
 * HTTP that keeps tokens where they belong: https unless the other side is this machine, and a redirect is followed within
 * its own host only; another one is handed back as the answer that it is, and so is one that would turn what is posted into
 * a mere look at another page. Uses the `fetch` of the editor, which honours its
 * proxy settings. Tells what has certainly not arrived from what may have.
 */
export function createHttp(fetch: () => Fetch = () => globalThis.fetch): Http {
  return {
    async request(request, signal) {
      const url = safeUrl(request.url);
      signal?.throwIfAborted();
      const timeout = AbortSignal.timeout(request.timeout ?? usualTimeout);
      const stop = signal ? AbortSignal.any([signal, timeout]) : timeout;
      try {
        return await ask(fetch(), { ...request, url: url.href }, stop);
      } catch (error) {
        signal?.throwIfAborted();
        const detail = explain(error);
        return isUnreached(error) ? { is: "unreached", detail } : { is: "lost", detail };
      }
    },
  };
}

function isLocal(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Throws UnsafeAddress. */
function safeUrl(address: string): URL {
  if (!URL.canParse(address)) throw new UnsafeAddress("not an address");
  const url = new URL(address);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal(url.hostname))) throw new UnsafeAddress(`${url.protocol}//${url.host} is not safe`);
  if (url.username !== "" || url.password !== "") throw new UnsafeAddress(`a name or password stands in the address of ${url.host}`);
  return url;
}

async function ask(fetch: Fetch, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { method, body } = request;
  let { url } = request;
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal,
      ...(request.headers && { headers: request.headers }),
      // The types want no view on shared memory; ours is none.
      ...(body !== undefined && { body: body as string | Uint8Array<ArrayBuffer> }),
    });
    const next = redirects < mostRedirects ? redirectWithin(url, method, response) : undefined;
    if (next === undefined) return { is: "answered", status: response.status, headers: response.headers, text: await readText(response) };
    await response.body?.cancel();
    url = next;
  }
}

/** RFC 9110, 15.4: only 307 and 308 keep the method and what goes with it. */
function redirectWithin(from: string, method: HttpRequest["method"], response: Response): string | undefined {
  const location = response.headers.get("location");
  if (!(method === "GET" ? [301, 302, 303, 307, 308] : [307, 308]).includes(response.status) || location === null || !URL.canParse(location, from)) return undefined;
  const to = new URL(location, from);
  return to.origin === new URL(from).origin ? to.href : undefined;
}

async function readText(response: Response): Promise<string> {
  if (!response.body) return "";
  const decoder = new TextDecoder();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > mostText) {
      await reader.cancel();
      throw new RangeError("the answer is too long");
    }
  }
}

/**
 * Of node and of Chromium, whichever serves `fetch`: doors that are closed and keys that do not fit, none of which can be
 * met once a connection stands. Chromium's ERR_SSL_PROTOCOL_ERROR, ERR_INTERNET_DISCONNECTED and ERR_ADDRESS_UNREACHABLE can.
 */
const beforeSending =
  /\b(?:UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_(?:CERT_\w+|HANDSHAKE_TIMEOUT)|ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|\w+_ALERT_(?:HANDSHAKE_FAILURE|PROTOCOL_VERSION)|TLSV1_UNRECOGNIZED_NAME|VERSION_OR_CIPHER_MISMATCH|UNRECOGNIZED_NAME_ALERT)|HOSTNAME_MISMATCH|ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_REFUSED|ERR_CERT_\w+|ERR_PROXY_\w+|ERR_TUNNEL_\w+)\b|before secure TLS connection/;
/** What the system says of a network that is away: the same words for a connection that was never made and for one that broke. */
const away = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT)$/;

/** Of several addresses that were tried, every one must have been out of reach. */
function isUnreached(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every((each) => isUnreached(each, depth + 1));
  const { code = "", syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  const named = typeof code === "string" ? code : "";
  if (away.test(named)) return syscall === "connect" || syscall === "getaddrinfo";
  return beforeSending.test(`${named} ${error.message}`) || isUnreached(error.cause, depth + 1);
}

/** An error with all that it came of. Names what went wrong, never what was sent. */
function chain(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return "";
  const { code } = error as { code?: unknown };
  const inner = error instanceof AggregateError ? error.errors.map((each) => chain(each, depth + 1)) : [];
  return [typeof code === "string" ? code : "", error.message, chain(error.cause, depth + 1), ...inner].filter((part) => part !== "").join(": ");
}
const explain = (error: unknown): string => chain(error).slice(0, 400) || "no answer";
