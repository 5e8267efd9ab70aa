import { usualContact, type ChannelName, type Client } from "../book/client";
import { contactMayBeShared } from "../book/marketplaces";
import type { Connected, Way, WayName } from "../ports/channels";
import { mailtoLink, whatsAppLink } from "../drafting/messageLinks";
import { mailAccountName } from "./accounts";

export interface WaysOut {
  /** By the channel that the client uses, the best first. */
  readonly own: readonly Way[];
  readonly others: readonly Way[];
}

/** What only the user can know to have gone out. */
export const handsOver = ({ by }: Pick<Way, "by">): boolean => by === "mailFile" || by === "mailto" || by === "whatsapp" || by === "copy" || by === "phone";

/** Files go with it; otherwise the text alone does. */
export const carriesFiles = ({ by }: Pick<Way, "by">): boolean => by === "smtp" || by === "mailFile" || by === "slackBot";

type Letter = { readonly subject?: string; readonly text: string };

/**
 * The ways that a message to this client can take. Where a marketplace does not let contact details be shared yet, none
 * leads past it.
 */
export function waysOut(client: Client, connected: Connected, letter: Letter): WaysOut {
  const byChannel: Readonly<Record<"email" | "slack" | "whatsapp", readonly Way[]>> = {
    email: mailWays(client, connected, letter),
    slack: slackWays(client, connected),
    whatsapp: whatsAppWays(client, letter),
  };
  const copy = way("copy", client.channel);
  const phone = way("phone", "phone");
  const { channel } = client;
  const own = channel === "email" || channel === "slack" || channel === "whatsapp" ? byChannel[channel] : channel === "phone" ? [phone] : [copy];
  const mayLeave = contactMayBeShared(client);
  const elsewhere = mayLeave ? (["email", "slack", "whatsapp"] as const).filter((name) => name !== channel).flatMap((name) => byChannel[name]) : [];
  const rest = [...elsewhere, ...(connected.webhook === undefined ? [] : [way("webhook", "webhook", connected.webhook)]), copy, ...(mayLeave ? [phone] : [])];
  // Without a way of its own, copying is the next best thing.
  const first = own.length > 0 ? own : [copy];
  return { own: first, others: rest.filter((one) => !first.some((each) => each.by === one.by && each.account === one.account)) };
}

const way = (by: WayName, channel: Way["channel"], account = ""): Way => ({ by, channel, account });

function mailWays(client: Client, { mail }: Connected, letter: Letter): readonly Way[] {
  const address = usualContact(client).email;
  const file = way("mailFile", "email");
  if (address === undefined) return client.channel === "email" ? [file] : [];
  return [
    ...(mail ? [way("smtp", "email", mailAccountName(mail))] : []),
    file,
    ...(mailtoLink({ ...letter, to: [address] }) === undefined ? [] : [way("mailto", "email")]),
  ];
}

/** The account that was chosen for this client is the only one that they are written to by. */
function slackWays({ channelTo, channel }: Client, { slackBots, slackWebhooks }: Connected): readonly Way[] {
  const all = [...slackBots.map((account) => way("slackBot", "slack", account)), ...slackWebhooks.map((account) => way("slackWebhook", "slack", account))];
  const chosen = channelTo && all.filter(({ account }) => account === channelTo.account);
  return chosen && chosen.length > 0 ? chosen : channel === "slack" ? all : [];
}

/** Where the number is not known yet, it can be asked for. */
function whatsAppWays(client: Client, letter: Letter): readonly Way[] {
  const { phone } = usualContact(client);
  const opens = phone === undefined ? client.channel === "whatsapp" : whatsAppLink(phone, letter) !== undefined;
  return opens ? [way("whatsapp", "whatsapp")] : [];
}

/** What the form of the text goes by, where the way is a copy for someone else's box. */
export const formOf = ({ channel }: Way): ChannelName => (channel === "webhook" ? "copy" : channel);
