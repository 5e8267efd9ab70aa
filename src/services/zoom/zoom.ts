import type { Answered, MeetingService, MeetingWish } from "../../core/servicePorts";
import { andThen, ask, fieldsOf, ok, textOf, type Answer, type ServiceParts } from "../asking";

export interface ZoomAccount {
  /** "https://api.zoom.us/v2/" */
  readonly baseUrl: string;
  /** "https://zoom.us/oauth/token" */
  readonly tokenUrl: string;
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: () => Promise<string | undefined>;
}

/**
 * Zoom's API by a server-to-server OAuth app of the user's own, https://developers.zoom.us/docs/internal-apps/s2s-oauth/ and
 * https://developers.zoom.us/docs/api/meetings/. Such a token lasts an hour and is asked for anew when it has run out.
 */
export function createZoom(account: ZoomAccount, parts: ServiceParts): MeetingService {
  let token: { readonly value: string; readonly until: number } | undefined;
  const now = () => Date.parse(parts.clock.now());

  const signIn = async (signal?: AbortSignal): Promise<Answered<string>> => {
    if (token && token.until > now()) return ok(token.value);
    const secret = await account.clientSecret();
    if (secret === undefined) return { is: "failed", reason: { id: "service.notConnected", values: { service: "Zoom" } }, detail: "no secret" };
    const url = new URL(account.tokenUrl);
    url.search = new URLSearchParams({ grant_type: "account_credentials", account_id: account.accountId }).toString();
    const basic = btoa(`${account.clientId}:${secret}`);
    const answer = await ask("Zoom", { method: "POST", url: url.href, headers: { authorization: `Basic ${basic}`, accept: "application/json" } }, parts, signal);
    // Asking for a token changes nothing there: what is unclear has simply failed.
    if (answer.is === "unclear") return { is: "failed", reason: { id: "service.trouble", values: { service: "Zoom" } }, detail: answer.detail };
    // It says 400 to a wrong account or secret.
    if (answer.is === "failed" && /: 40[01] /.test(answer.detail)) return { ...answer, reason: { id: "service.token", values: { service: "Zoom" } } };
    return andThen(answer, ({ json }) => {
      const value = textOf(fieldsOf(json)["access_token"]);
      if (value === "") return { is: "failed", reason: { id: "service.strange", values: { service: "Zoom" } }, detail: "no token in the answer" };
      token = { value, until: now() + (Number(fieldsOf(json)["expires_in"] ?? 0) - 60) * 1000 };
      return ok(value);
    });
  };
  const call = (method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object, signal?: AbortSignal): Promise<Answered<Answer>> =>
    andThen(signIn(signal), async (bearer) => {
      const headers = { authorization: `Bearer ${bearer}`, accept: "application/json", ...(body && { "content-type": "application/json" }) };
      const answer = await ask("Zoom", { method, url: new URL(path, account.baseUrl).href, headers, ...(body && { body: JSON.stringify(body) }) }, parts, signal);
      if (answer.is === "failed" && answer.reason.id === "service.token") token = undefined;
      return answer;
    });
  const id = (value: string) => encodeURIComponent(value);

  return {
    name: "zoom",
    whoAmI: (signal) => andThen(call("GET", "users/me", undefined, signal), ({ json }) => ok(textOf(fieldsOf(json)["display_name"]) || textOf(fieldsOf(json)["email"]))),
    create: (wish) =>
      andThen(call("POST", "users/me/meetings", { type: scheduled, ...asZoom(wish) }), ({ json }) => {
        const meeting = { id: textOf(fieldsOf(json)["id"]), joinUrl: textOf(fieldsOf(json)["join_url"]) };
        return meeting.id !== "" && /^https:\/\//.test(meeting.joinUrl)
          ? ok(meeting)
          : { is: "unclear", reason: { id: "service.unclear", values: { service: "Zoom" } }, detail: "no meeting in the answer" };
      }),
    move: (meetingId, wish) => andThen(call("PATCH", `meetings/${id(meetingId)}`, asZoom(wish)), () => ok(undefined)),
    // One that is gone there is cancelled.
    cancel: async (meetingId) => {
      const answer = await call("DELETE", `meetings/${id(meetingId)}`);
      return answer.is === "failed" && answer.reason.id === "service.gone" ? ok(undefined) : andThen(answer, () => ok(undefined));
    },
  };
}

/** Type 2 is a scheduled meeting. Its topic holds 200 characters, its agenda 2,000. */
const scheduled = 2;
const asZoom = ({ title, startsAt, minutes, zone, agenda }: MeetingWish) => ({
  topic: title.slice(0, 200),
  start_time: startsAt.replace(/\.\d+Z$/, "Z"),
  duration: minutes,
  timezone: zone,
  agenda: agenda.map((line) => `- ${line}`).join("\n").slice(0, 2000),
});
