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
  const exchanging = new Map<string, Promise<string>>();
  async function basecampToken(name: ToolAccount): Promise<string | undefined> {
    const keys = await keysOf(name);
    if (keys?.service !== "basecamp") return undefined;
    if (Date.parse(keys.until) - Date.parse(parts.clock.now()) > soon) return keys.access;
    const running = exchanging.get(name.account) ?? exchanged(name, keys).finally(() => exchanging.delete(name.account));
    exchanging.set(name.account, running);
    return running;
  }

  async function exchanged(name: ToolAccount, keys: Extract<ToolKeys, { service: "basecamp" }>): Promise<string> {
    const answered = await refreshed(keys, appOf(keys), parts);
    // Where no new one is to be had the old one is tried: its answer says what is the matter.
    if (answered.is !== "ok") return keys.access;
    await keep(name, { ...keys, ...answered.value });
    return answered.value.access;
  }

  function build(service: ToolName, keys: () => Promise<ToolKeys | undefined>, baseUrl: string, token: () => Promise<string | undefined>): ProjectTool {
    switch (service) {
      case "trello": {
        const field = (name: "key" | "token") => async () => {
          const found = await keys();
          return found?.service === "trello" ? found[name] : undefined;
        };
        return createTrello({ baseUrl, key: field("key"), token: field("token") }, parts);
      }
      case "asana":
        return createAsana({ baseUrl, token }, parts);
      case "basecamp":
        return createBasecamp({ baseUrl, token, userAgent: `Khobor (${whoAsks()})` }, parts);
    }
  }
  const withKeys = (keys: ToolKeys): ProjectTool => {
    const token = keys.service === "basecamp" ? keys.access : keys.token;
    return build(keys.service, () => Promise.resolve(keys), keys.service === "basecamp" ? keys.baseUrl : urls()[keys.service], () => Promise.resolve(token));
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
      return build(name.service, () => keysOf(name), baseUrl, token);
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

const isTool = (service: string): service is ToolName => toolNames.some((name) => name === service);
