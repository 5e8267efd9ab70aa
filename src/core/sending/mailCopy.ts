import { usualContact, type ChannelName, type Client } from "../book/client";
import { marketplaceOf } from "../book/marketplaces";

/** What was spoken or chatted is hard to find again: the same by mail is the record that both can look up. On marketplaces their own box is. */
export const wantsMailCopy = (client: Client, channel: ChannelName | "webhook"): boolean =>
  (channel === "phone" || channel === "whatsapp") && marketplaceOf(client) === undefined && usualContact(client).email !== undefined;
