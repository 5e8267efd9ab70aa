import type { Answered } from "../../core/ports/services";
import { andThen, ask, fieldsOf, listOf, ok, textOf, type Answer, type ServiceParts } from "../asking";
import type { Instant } from "../../core/time/types";

/** The user's own app at https://launchpad.37signals.com/integrations: Basecamp has no personal tokens. */
export interface BasecampApp {
  /** "https://launchpad.37signals.com/" */
  readonly launchpad: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}
export interface BasecampTokens {
  readonly access: string;
  readonly refresh: string;
  /** Two weeks from when they were given. */
  readonly until: Instant;
}

/** Where the user says yes. https://github.com/basecamp/bc3-api/blob/master/sections/authentication.md */
export function signInAddress({ launchpad, clientId, redirectUri }: Omit<BasecampApp, "clientSecret">, state: string): string {
  const url = new URL("authorization/new", launchpad);
  url.search = new URLSearchParams({ response_type: "code", client_id: clientId, redirect_uri: redirectUri, state }).toString();
  return url.href;
}

/**
 * The code in the address that the browser was sent back to: `pasted` is that address. Undefined where there is none, or where it
 * belongs to another sign-in.
 */
export function codeIn(pasted: string, state: string): string | undefined {
  if (!URL.canParse(pasted.trim())) return undefined;
  const { searchParams } = new URL(pasted.trim());
  return searchParams.get("state") === state ? (searchParams.get("code") ?? undefined) : undefined;
}

export const tokensFor = (code: string, app: BasecampApp, parts: ServiceParts, signal?: AbortSignal): Promise<Answered<BasecampTokens>> =>
  tokens({ grant_type: "authorization_code", client_id: app.clientId, client_secret: app.clientSecret, redirect_uri: app.redirectUri, code }, app, parts, { signal });

/** New tokens for old ones. A refresh token stays as it is, until the user or Basecamp takes it back. */
export const refreshed = (old: Pick<BasecampTokens, "refresh">, app: BasecampApp, parts: ServiceParts): Promise<Answered<BasecampTokens>> =>
  tokens({ grant_type: "refresh_token", client_id: app.clientId, client_secret: app.clientSecret, refresh_token: old.refresh }, app, parts, { refresh: old.refresh }).then(asRefreshed);

/** Asking for a token changes nothing there: what is unclear has failed. RFC 6749, 5.2: 400 or 401 to one that is good no more. */
function asRefreshed(answered: Answered<BasecampTokens>): Answered<BasecampTokens> {
  const values = { service: "Basecamp" };
  if (answered.is === "unclear") return { is: "failed", reason: { id: "service.trouble", values }, detail: answered.detail };
  const isOver = answered.is === "failed" && ["service.refused", "service.token", "service.forbidden"].includes(answered.reason.id);
  return isOver ? { ...answered, reason: { id: "service.signInOver", values } } : answered;
}

const tokens = (fields: Readonly<Record<string, string>>, { launchpad }: BasecampApp, parts: ServiceParts, { refresh, signal }: { readonly refresh?: string; readonly signal?: AbortSignal | undefined }): Promise<Answered<BasecampTokens>> =>
  andThen(
    ask("Basecamp", { method: "POST", url: new URL("authorization/token", launchpad).href, headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" }, body: new URLSearchParams(fields).toString() }, parts, signal, "keys"),
    ({ json }: Answer): Answered<BasecampTokens> => {
      const given = fieldsOf(json);
      const access = textOf(given["access_token"]);
      const lasts = Number(given["expires_in"] ?? 0) * 1000;
      const kept = textOf(given["refresh_token"]) || (refresh ?? "");
      if (access === "" || kept === "") return { is: "failed", reason: { id: "service.strange", values: { service: "Basecamp" } }, detail: "no token in the answer" };
      return ok({ access, refresh: kept, until: new Date(Date.parse(parts.clock.now()) + lasts).toISOString() as Instant });
    },
  );

/** The accounts of Basecamp 3 and later that the user has, with the address of each. */
export const accountsOf = (access: string, { launchpad }: Pick<BasecampApp, "launchpad">, parts: ServiceParts, signal?: AbortSignal): Promise<Answered<readonly { readonly name: string; readonly baseUrl: string }[]>> =>
  andThen(ask("Basecamp", { method: "GET", url: new URL("authorization.json", launchpad).href, headers: { authorization: `Bearer ${access}`, accept: "application/json" } }, parts, signal), ({ json }) =>
    ok(
      listOf(fieldsOf(json)["accounts"])
        .filter((account) => account["product"] === "bc3" && URL.canParse(textOf(account["href"])))
        .map((account) => ({ name: textOf(account["name"]), baseUrl: `${textOf(account["href"]).replace(/\/$/, "")}/` })),
    ),
  );
