import type { Http } from "../../../src/core/ports/channels";
import type { Instant } from "../../../src/core/time/types";
import { createHttp } from "../../../src/services/http";
import { closedPort, startWeb, type Answering, type Asked } from "../../support/servers/web";

/** What the other side may do with one request, and whether it has done by then what was asked. */
const faults = ["none", "none", "none", "reset", "takenThenReset", "half", "notJson", "silence", "doubt", "otherPage", "within", "away", 401, 403, 404, 409, 429, 500, 503] as const;
/** What stands before it: nobody there, or a certificate that nobody trusts. */
const doors = ["open", "open", "open", "open", "open", "open", "open", "open", "closed", "selfSigned"] as const;

type Dice = ReturnType<typeof diceOf>;
/** Chance that can be had again by its seed (mulberry32). */
export function diceOf(seed: number) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T };
}

export const clock = { now: () => new Date().toISOString() as Instant };
export const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const http = createHttp();
/** Nobody waits half a minute for a server that says nothing. */
export const quick: Http = { request: (request, signal) => http.request({ ...request, timeout: 300 }, signal) };

/** What became of one thing that was to be done once. */
export interface Outcome {
  /** How often the other side has it. */
  readonly taken: number;
  readonly records: number;
  readonly ended: "delivered" | "failed" | "unclear" | "unknown";
  readonly tries: number;
}

export interface Surroundings {
  readonly dice: Dice;
  /** Another host: whatever comes to it was led there with a message or a token. */
  readonly elsewhere: string;
}

/**
 * A real server on this machine with trouble of its own. `serve` does what is asked, and says what it should; where the
 * trouble comes after that, its answer is lost. @param doubt how it says that it may have done it
 */
export async function faulty(serve: (asked: Asked, url: string) => Answering, { dice, elsewhere }: Surroundings, doubt: Answering = { status: 500, body: "" }): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const door = dice.one(doors);
  if (door === "closed") return { url: `http://127.0.0.1:${await closedPort()}`, stop: () => Promise.resolve() };
  const web = await startWeb((asked): Answering => {
    const fault = dice.one(faults);
    const answer = () => serve(asked, web.url);
    if (fault === "none" || (fault === "otherPage" && asked.method === "GET")) return answer();
    if (fault === "reset") return "reset";
    if (fault === "within") return { status: 307, headers: { location: `${asked.path}${asked.path.includes("?") ? "&" : "?"}again=1` } };
    if (fault === "away") return { status: 308, headers: { location: `${elsewhere}${asked.path}` } };
    if (typeof fault === "number" && fault < 500) return { status: fault, ...(fault === 429 && { headers: { "retry-after": "1" } }), body: { ok: false, error: `error_${fault}` } };
    answer();
    if (fault === "takenThenReset") return "reset";
    if (fault === "half" || fault === "silence") return fault;
    if (fault === "notJson") return { status: 200, body: "<html>maintenance</html>" };
    if (fault === "doubt") return doubt;
    return fault === "otherPage" ? { status: 302, headers: { location: "/login" } } : { status: fault, body: "" };
  }, { selfSigned: door === "selfSigned" });
  return web;
}
export const pathOf = ({ path }: Asked): string => new URL(path, "http://x").pathname;
