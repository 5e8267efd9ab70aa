import type { Http } from "../core/ports/channels";
import type { Clock } from "../core/ports/clock";
import { retryTime } from "../core/sending/retryTime";
import type { Instant } from "../core/time/types";

/**
 * Asks no account again before the time that it named, whoever wants to know: until then its own answer stands, with what is
 * left of the time.
 */
export function createPatience({ http, clock }: { readonly http: Http; readonly clock: Pick<Clock, "now"> }): (account: string) => Http {
  const until = new Map<string, Instant>();
  return (account) => ({
    async request(request, signal) {
      const now = clock.now();
      const wait = until.get(account);
      if (wait !== undefined && wait > now) return { is: "answered", status: 429, headers: new Headers({ "retry-after": String(Math.ceil((Date.parse(wait) - Date.parse(now)) / 1000)) }), text: "" };
      const answer = await http.request(request, signal);
      if (answer.is === "answered" && answer.status === 429) until.set(account, retryTime(answer.headers.get("retry-after"), clock.now()));
      return answer;
    },
  });
}
