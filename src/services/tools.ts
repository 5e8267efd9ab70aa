import * as v from "valibot";
import type { Http } from "../core/ports/channels";
import type { Clock } from "../core/ports/clock";
import type { Secrets } from "../core/ports/secrets";
import { toolNames, type Answered, type ProjectTool, type ToolAccount, type ToolKeys, type ToolName, type Tools } from "../core/ports/services";
import type { Instant } from "../core/time/types";
import { createAsana } from "./asana/asana";
import { andThen, ok } from "./asking";
import { createBasecamp } from "./basecamp/basecamp";
import { accountsOf, codeIn, refreshed, signInAddress, tokensFor, type BasecampApp } from "./basecamp/signIn";
import { createPatience } from "./patience";
import { createTrello } from "./trello/trello";

export interface ToolsParts {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
  readonly secrets: Secrets;
  /** The base address of each API, from the settings; of Basecamp the one where people sign in. */
  readonly urls: () => Readonly<Record<ToolName, string>>;
  /** Basecamp wants to know who asks, and how to reach them. */
  readonly whoAsks: () => string;
  /** Makes what nobody can guess. */
  readonly newState: () => string;
}

const text = v.pipe(v.string(), v.minLength(1));
/** What is kept as one secret. Keys are for the address at which they were tried: no other one gets them. */
const kept = v.variant("service", [
  v.object({ service: v.literal("trello"), at: text, key: text, token: text }),
  v.object({ service: v.literal("asana"), at: text, token: text }),
  v.object({ service: v.literal("basecamp"), at: text, clientId: text, clientSecret: text, access: text, refresh: text, until: text, company: text, baseUrl: text }),
]);

/**
 * The page that a Basecamp app sends people back to. Nobody answers there, and nobody needs to: the browser shows an address
 * with the code in it, which works the same wherever VS Code runs.
 */
const basecampRedirect = "http://localhost:8747/khobor";
/** A token that ends sooner than this is exchanged for a new one. */
const soon = 24 * 60 * 60_000;

/** The tools of clients, each opened with what its account's secret holds. */
export function createTools({ secrets, urls, whoAsks, newState, ...parts }: ToolsParts): Tools {
  const appOf = ({ clientId, clientSecret }: Pick<BasecampApp, "clientId" | "clientSecret">): BasecampApp => ({ launchpad: urls().basecamp, clientId, clientSecret, redirectUri: basecampRedirect });

  const patient = createPatience(parts);

  /** Undefined where there are none, or none for the address that the settings name now. */
  async function keysOf(name: ToolAccount): Promise<ToolKeys | undefined> {
    const secret = await secrets.get(name);
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), kept), secret);
    if (!read.success || read.output.service !== name.service || read.output.at !== urls()[name.service]) return undefined;
    const { at: _, ...keys } = read.output;
    return keys.service === "basecamp" ? { ...keys, until: keys.until as Instant } : keys;
  }
  const keep = (name: ToolAccount, keys: ToolKeys) => secrets.set(name, JSON.stringify({ ...keys, at: urls()[name.service] }));

  /** One exchange at a time of each account: each window asks for itself, and the refresh token stays as it is. */
  const exchanging = new Map<string, Promise<Answered<string>>>();
  function exchange(name: ToolAccount, keys: BasecampKeys): Promise<Answered<string>> {
    const running = exchanging.get(name.account) ?? exchanged(name, keys).finally(() => exchanging.delete(name.account));
    exchanging.set(name.account, running);
    return running;
  }
  const exchanged = (name: ToolAccount, keys: BasecampKeys): Promise<Answered<string>> =>
    andThen(refreshed(keys, appOf(keys), parts), async (tokens) => {
      await keep(name, { ...keys, ...tokens });
      return ok(tokens.access);
    });

  async function basecampToken(name: ToolAccount): Promise<string | undefined> {
    const keys = await keysOf(name);
    if (keys?.service !== "basecamp") return undefined;
    if (Date.parse(keys.until) - Date.parse(parts.clock.now()) > soon) return keys.access;
    const answered = await exchange(name, keys);
    // Where no new one is to be had the old one is tried: its answer says what is the matter.
    return answered.is === "ok" ? answered.value : keys.access;
  }
  /** For a token that was refused before its time. Another window may have a new one by now. */
  async function basecampRenewed(name: ToolAccount, refused: string): Promise<Answered<string>> {
    const keys = await keysOf(name);
    if (keys?.service !== "basecamp") return notAccepted;
    return keys.access === refused ? exchange(name, keys) : ok(keys.access);
  }

  interface Let {
    readonly http: Http;
    readonly keys: () => Promise<ToolKeys | undefined>;
    readonly token: () => Promise<string | undefined>;
    readonly renewed: (refused: string) => Promise<Answered<string>>;
  }
  function build(service: ToolName, baseUrl: string, { http, keys, token, renewed }: Let): ProjectTool {
    const by = { ...parts, http };
    switch (service) {
      case "trello": {
        const field = (name: "key" | "token") => async () => {
          const found = await keys();
          return found?.service === "trello" ? found[name] : undefined;
        };
        return createTrello({ baseUrl, key: field("key"), token: field("token") }, by);
      }
      case "asana":
        return createAsana({ baseUrl, token }, by);
      case "basecamp":
        return createBasecamp({ baseUrl, token, renewed, userAgent: `Khobor (${whoAsks()})` }, by);
    }
  }
  const withKeys = (keys: ToolKeys): ProjectTool => {
    const token = keys.service === "basecamp" ? keys.access : keys.token;
    const baseUrl = keys.service === "basecamp" ? keys.baseUrl : urls()[keys.service];
    return build(keys.service, baseUrl, { http: parts.http, keys: () => Promise.resolve(keys), token: () => Promise.resolve(token), renewed: () => Promise.resolve(notAccepted) });
  };

  return {
    basecampRedirect,
    accounts: () => secrets.names().flatMap(({ service, account }) => (isTool(service) ? [{ service, account }] : [])),
    async open(name) {
      const keys = await keysOf(name);
      const baseUrl = keys?.service === "basecamp" ? keys.baseUrl : urls()[name.service];
      const token = async () => {
        if (name.service === "basecamp") return basecampToken(name);
        const found = await keysOf(name);
        return found?.service === "asana" ? found.token : undefined;
      };
      return build(name.service, baseUrl, { http: patient(`${name.service} ${name.account}`), keys: () => keysOf(name), token, renewed: (refused) => basecampRenewed(name, refused) });
    },
    connect: (keys, signal) =>
      andThen(withKeys(keys).whoAmI(signal), async (person) => {
        const account = keys.service === "basecamp" ? keys.company : person || keys.service;
        const name: ToolAccount = { service: keys.service, account };
        await keep(name, keys);
        return ok(name);
      }),
    disconnect: (name) => secrets.forget(name),
    signInToBasecamp(own) {
      const app = appOf(own);
      const state = newState();
      return {
        address: signInAddress(app, state),
        codeIn: (pasted) => codeIn(pasted, state),
        finish: (code, signal): Promise<Answered<readonly Extract<ToolKeys, { service: "basecamp" }>[]>> =>
          andThen(tokensFor(code, app, parts, signal), (tokens) =>
            andThen(accountsOf(tokens.access, app, parts, signal), (companies) =>
              ok(companies.map(({ name, baseUrl }) => ({ service: "basecamp" as const, ...own, ...tokens, company: name, baseUrl }))),
            ),
          ),
      };
    },
  };
}

type BasecampKeys = Extract<ToolKeys, { readonly service: "basecamp" }>;
const notAccepted = { is: "failed", reason: { id: "service.token", values: { service: "Basecamp" } }, detail: "no other token" } as const;
const isTool = (service: string): service is ToolName => toolNames.some((name) => name === service);
