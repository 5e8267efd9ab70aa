import type { HttpRequest } from "../ports/channels";

/** Shorter parts of an address are words of an API, not keys. */
const shortestKey = 8;

/**
 * What a server said, without the secrets that it was sent: details end up in a log, and some servers repeat what they get.
 * A request without authorization carries its right in its address, as incoming webhooks and upload addresses do.
 */
export function withoutSecrets(text: string, { url, headers = {} }: Pick<HttpRequest, "url" | "headers">): string {
  const authorization = headers["authorization"];
  const secrets = authorization === undefined ? ofAddress(url) : ofHeader(authorization);
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret !== "")
    .reduce((left, secret) => left.replaceAll(secret, "…"), text);
}

/** "Bearer TOKEN", "Basic PAIR", or "OAuth one="KEY", other="TOKEN"". */
function ofHeader(authorization: string): readonly string[] {
  const [, sent = authorization] = /^\S+ (.+)$/.exec(authorization) ?? [];
  return sent.includes('"') ? [...sent.matchAll(/"([^"]+)"/g)].map(([, key]) => key ?? "") : [sent];
}

/** The whole of it before its parts. */
function ofAddress(address: string): readonly string[] {
  const [, tail = ""] = /^[a-z]+:\/\/[^/?#]+[/?]?(.*)$/i.exec(address) ?? [];
  const parts = tail.split(/[/?&=#]/).filter((part) => part.length >= shortestKey);
  return [address, ...(tail.length >= shortestKey ? [tail] : []), ...parts];
}
