import * as v from "valibot";
import type { Secrets } from "../../core/ports/secrets";
import type { MeetingAccount, MeetingService, ZoomKeys } from "../../core/ports/services";
import { asFolder, ok, type ServiceParts } from "../asking";
import { createZoom } from "./zoom";

interface ZoomAccountParts extends ServiceParts {
  readonly secrets: Secrets;
  /** Where the API is, and where tokens are given. */
  readonly urls: () => { readonly zoom: string; readonly zoomSignIn: string };
}

const service = "zoom";
/** `at`: where the keys were tried. No other address gets them, whatever the settings come to say. */
const keysSchema = v.object({ accountId: v.string(), clientId: v.string(), clientSecret: v.string(), at: v.string() });

/** The Zoom account that is connected: its three keys are one secret, named as Zoom names the account. */
export function createZoomAccount({ secrets, urls, ...parts }: ZoomAccountParts): MeetingAccount {
  const name = () => secrets.names().find((one) => one.service === service)?.account;
  const at = () => `${asFolder(urls().zoom)} ${urls().zoomSignIn}`;
  const open = (keys: ZoomKeys): MeetingService => {
    const { zoom, zoomSignIn } = urls();
    return createZoom({ baseUrl: asFolder(zoom), tokenUrl: zoomSignIn, accountId: keys.accountId, clientId: keys.clientId, clientSecret: () => Promise.resolve(keys.clientSecret) }, parts);
  };
  /** By its keys, so that the token of one app is never used for another. */
  let opened: { readonly raw: string; readonly service: MeetingService } | undefined;
  const current = async (): Promise<MeetingService | undefined> => {
    const account = name();
    const raw = account === undefined ? undefined : await secrets.get({ service, account });
    const keys = raw === undefined ? undefined : keysOf(raw);
    if (raw === undefined || keys?.at !== at()) return undefined;
    if (opened?.raw !== raw) opened = { raw, service: open(keys) };
    return opened.service;
  };
  return {
    name,
    open: () => ({
      name: "zoom",
      whoAmI: async (signal) => (await current())?.whoAmI(signal) ?? notConnected,
      create: async (wish) => (await current())?.create(wish) ?? notConnected,
      find: async (wish, known) => (await current())?.find(wish, known) ?? notConnected,
      move: async (id, wish) => (await current())?.move(id, wish) ?? notConnected,
      cancel: async (id) => (await current())?.cancel(id) ?? notConnected,
    }),
    async connect(keys, signal) {
      const tried = await open(keys).whoAmI(signal);
      if (tried.is !== "ok") return tried;
      const account = tried.value;
      const before = secrets.names().filter((one) => one.service === service && one.account !== account);
      await secrets.set({ service, account }, JSON.stringify({ ...keys, at: at() }));
      for (const one of before) await secrets.forget(one);
      return ok(account);
    },
  };
}

const notConnected = { is: "failed", reason: { id: "service.notConnected", values: { service: "Zoom" } }, detail: "not connected" } as const;

function keysOf(raw: string): v.InferOutput<typeof keysSchema> | undefined {
  try {
    const read = v.safeParse(keysSchema, JSON.parse(raw));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
