import { zoomScopes, type Answered, type MeetingService, type MeetingWish, type RemoteMeeting } from "../../core/ports/services";
import { andThen, ask, fieldsOf, listOf, mostPages, ok, textOf, tooMuch, type Answer, type ServiceParts } from "../asking";

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
  let token: { readonly value: string; readonly until: number; readonly scopes: readonly string[] } | undefined;
  const now = () => Date.parse(parts.clock.now());

  const signIn = async (signal?: AbortSignal): Promise<Answered<string>> => {
    if (token && token.until > now()) return ok(token.value);
    const secret = await account.clientSecret();
    if (secret === undefined) return { is: "failed", reason: { id: "service.notConnected", values: { service: "Zoom" } }, detail: "no secret" };
    const url = new URL(account.tokenUrl);
    url.search = new URLSearchParams({ grant_type: "account_credentials", account_id: account.accountId }).toString();
    const basic = btoa(`${account.clientId}:${secret}`);
    const answer = await ask("Zoom", { method: "POST", url: url.href, headers: { authorization: `Basic ${basic}`, accept: "application/json" } }, parts, signal, "keys");
    // Asking for a token changes nothing there: what is unclear has simply failed.
    if (answer.is === "unclear") return { is: "failed", reason: { id: "service.trouble", values: { service: "Zoom" } }, detail: answer.detail };
    // It says 400 to a wrong account or secret.
    if (answer.is === "failed" && /: 40[01] /.test(answer.detail)) return { ...answer, reason: { id: "service.token", values: { service: "Zoom" } } };
    return andThen(answer, ({ json }) => {
      const value = textOf(fieldsOf(json)["access_token"]);
      if (value === "") return { is: "failed", reason: { id: "service.strange", values: { service: "Zoom" } }, detail: "no token in the answer" };
      const scopes = textOf(fieldsOf(json)["scope"]).split(/\s+/).filter((scope) => scope !== "");
      token = { value, until: now() + (Number(fieldsOf(json)["expires_in"] ?? 0) - 60) * 1000, scopes };
      return ok(value);
    });
  };
  const call = (method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object, signal?: AbortSignal): Promise<Answered<Answer>> => {
    const isOld = token !== undefined;
    return andThen(signIn(signal), async (bearer) => {
      const headers = { authorization: `Bearer ${bearer}`, accept: "application/json", ...(body && { "content-type": "application/json" }) };
      const answer = await ask("Zoom", { method, url: new URL(path, account.baseUrl).href, headers, ...(body && { body: JSON.stringify(body) }) }, parts, signal);
      if (answer.is !== "failed") return answer;
      if (lacksScopes.test(answer.detail)) return { ...answer, reason: missingScopes };
      if (answer.reason.id !== "service.token") return answer;
      token = undefined;
      // Tokens end when the app is changed: nothing was done with the old one, so that a new one may try.
      return isOld ? call(method, path, body, signal) : answer;
    });
  };
  const id = (value: string) => encodeURIComponent(value);

  return {
    name: "zoom",
    whoAmI: (signal) =>
      andThen(signIn(signal), async (): Promise<Answered<string>> => {
        const scopes = token?.scopes ?? [];
        if (scopes.length > 0 && !allows(scopes)) return { is: "failed", reason: missingScopes, detail: scopes.join(" ") };
        const answer = await call("GET", "users/me", undefined, signal);
        // A name is a comfort: an app that may not read it can still make meetings.
        if (answer.is === "failed" && (answer.reason === missingScopes || answer.reason.id === "service.forbidden")) return ok(account.accountId);
        return andThen(answer, ({ json }) => ok(textOf(fieldsOf(json)["display_name"]) || textOf(fieldsOf(json)["email"]) || account.accountId));
      }),
    create: async (wish) => {
      const answer = await call("POST", "users/me/meetings", { type: wish.recurs ? recurring : scheduled, ...asZoom(wish) });
      if (answer.is === "failed") return answer;
      const unclear = (detail: string) => ({ is: "unclear", reason: { id: "service.unclearMade", values: { service: "Zoom" } }, detail }) as const;
      if (answer.is === "unclear") return unclear(answer.detail);
      const meeting = meetingIn(fieldsOf(answer.value.json));
      return meeting ? ok(meeting) : unclear("no meeting in the answer");
    },
    // https://developers.zoom.us/docs/api/meetings/#tag/meetings/get/users/{userId}/meetings: 300 a page at most.
    find: async (wish, known) => {
      let next = "";
      for (let page = 0; page < mostPages; page++) {
        const query = new URLSearchParams({ type: "scheduled", page_size: "300", ...(next !== "" && { next_page_token: next }) });
        const answer = await call("GET", `users/me/meetings?${query.toString()}`);
        if (answer.is !== "ok") return answer;
        const { meetings, next_page_token: more } = fieldsOf(answer.value.json);
        const found = listOf(meetings).filter(isAs(wish)).flatMap((one) => meetingIn(one) ?? []).find(({ id: its }) => !known.includes(its));
        next = textOf(more);
        if (found || next === "") return ok(found);
      }
      return tooMuch("Zoom");
    },
    move: (meetingId, wish) => andThen(call("PATCH", `meetings/${id(meetingId)}`, asZoom(wish)), () => ok(undefined)),
    // One that is gone there is cancelled.
    cancel: async (meetingId) => {
      const answer = await call("DELETE", `meetings/${id(meetingId)}`);
      return answer.is === "failed" && answer.reason.id === "service.gone" ? ok(undefined) : andThen(answer, () => ok(undefined));
    },
  };
}

/** Type 2 is a meeting at a time, 3 a recurring one without one. Its topic holds 200 characters, its agenda 2,000. */
const scheduled = 2;
const recurring = 3;
const asZoom = ({ title, startsAt, minutes, zone, agenda, recurs = false }: MeetingWish) => ({
  topic: title.slice(0, 200),
  ...(!recurs && { start_time: startsAt.replace(/\.\d+Z$/, "Z"), duration: minutes, timezone: zone }),
  agenda: agenda.map((line) => `- ${line}`).join("\n").slice(0, 2000),
});

const meetingIn = (fields: ReturnType<typeof fieldsOf>): RemoteMeeting | undefined => {
  const [its, joinUrl] = [textOf(fields["id"]), textOf(fields["join_url"])];
  return its !== "" && /^https:\/\//.test(joinUrl) ? { id: its, joinUrl } : undefined;
};
const isAs =
  (wish: MeetingWish) =>
  (fields: ReturnType<typeof fieldsOf>): boolean => {
    if (textOf(fields["topic"]) !== textOf(asZoom(wish).topic)) return false;
    return wish.recurs ? fields["type"] === recurring : Date.parse(textOf(fields["start_time"])) === Date.parse(wish.startsAt) && fields["duration"] === wish.minutes;
  };

const missingScopes = { id: "service.scopes", values: { service: "Zoom", scopes: zoomScopes.join(", ") } } as const;
/** https://developers.zoom.us/docs/api/errors/: it says so with a status of 400 and a code of its own. */
const lacksScopes = /does not contain scopes/i;

/** Apps of before say "meeting:write" or "meeting:write:admin" for all three. */
const allows = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => /^meeting:write(?::admin|:master)?$/.test(scope)) || ["write", "update", "delete"].every((action) => scopes.some((scope) => scope.startsWith(`meeting:${action}:meeting`)));
