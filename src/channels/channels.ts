import type { Channel, Channels, Http, MailAccount, Tested, Way } from "../core/ports/channels";
import type { Clock } from "../core/ports/clock";
import type { Secrets } from "../core/ports/secrets";
import { secretOf, tokenFor, webhookName } from "../core/sending/accounts";
import { formOf } from "../core/sending/waysOut";
import { createCopy, createMailto, createWhatsApp, type HandOverParts } from "./handOver";

export interface ChannelsParts extends HandOverParts {
  readonly http: Http;
  readonly clock: Pick<Clock, "now">;
  readonly secrets: Pick<Secrets, "get">;
  readonly settings: {
    mail(): MailAccount | undefined;
    slackUrl(): string;
    webhookUrl(): string | undefined;
  };
}

/** Opens each way's channel with what it needs. Mail and HTTP are loaded when the first of them is opened. */
export function createChannels({ http, clock, secrets, settings, ...parts }: ChannelsParts): Channels {
  const secret = (way: Pick<Way, "by" | "account">) => async () => {
    const name = secretOf(way);
    return name && secrets.get(name);
  };
  const slackBot = async (account: string) => {
    const baseUrl = settings.slackUrl();
    const kept = secret({ by: "slackBot", account });
    return (await import("./slackBot")).createSlackBot(async () => tokenFor(baseUrl, await kept()), { http, clock, baseUrl });
  };
  const tried = async (way: Way): Promise<(Channel & { readonly test: () => Promise<Tested> }) | undefined> => {
    switch (way.by) {
      case "smtp": {
        const mail = settings.mail();
        return mail && (await import("./smtp")).createSmtp(mail, secret(way));
      }
      case "slackBot":
        return slackBot(way.account);
      case "slackWebhook":
        return (await import("./slackWebhook")).createSlackWebhook(secret(way), { http, clock });
      case "webhook": {
        const url = settings.webhookUrl();
        // The secret is for one host: requests to another are not signed with it.
        return url === undefined || webhookName(url) !== way.account ? undefined : (await import("./webhook")).createWebhook({ url, secret: secret(way) }, { http, clock });
      }
      default:
        return undefined;
    }
  };
  return {
    async of(way, page) {
      switch (way.by) {
        case "mailto":
          return createMailto(parts);
        case "whatsapp":
          return createWhatsApp(parts);
        case "copy":
          return createCopy(formOf(way), page, parts);
        // Whoever asks has saved the file, or told the client, by now.
        case "mailFile":
        case "phone":
          return { name: way.channel, send: () => Promise.resolve({ is: "handedOver" }) };
        default:
          return (await tried(way)) ?? { name: way.channel, send: () => Promise.resolve(notConnected) };
      }
    },
    test: async (way) => (await tried(way))?.test() ?? notConnected,
    recall: async ({ account, ...held }) => (await slackBot(account)).recall(held),
    heldAs: async (account, message) => (await slackBot(account)).heldAs(message),
    slackChannels: async (account) => (await slackBot(account)).channels(),
    html: async (text) => (await import("./html")).htmlOf(text),
    mailFile: async (message, from) => (await import("./mime")).emlOf(message, from),
  };
}

const notConnected = { is: "failed", reason: { id: "send.notConnected" }, detail: "not connected" } as const;
