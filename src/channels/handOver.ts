import type { Channel } from "../core/ports/channels";
import type { ChannelName } from "../core/book/client";
import { channelForm } from "../core/drafting/channelForm";
import { safeAddress } from "../core/drafting/address";
import { mailtoLink, whatsAppLink } from "../core/drafting/messageLinks";
import { failed } from "./answers";

export interface HandOverParts {
  readonly copy: (text: string) => Promise<void>;
  /** Opens an address outside the editor, letter by letter as it is given. */
  readonly open: (address: string) => Promise<boolean>;
}

/** The clipboard, in the form that the channel takes; for marketplaces also the page where the message goes. */
export const createCopy = (name: ChannelName, pageUrl: string | undefined, { copy, open }: HandOverParts): Channel => ({
  name,
  async send(message) {
    await copy(channelForm(name, message.text));
    const page = pageUrl === undefined ? undefined : safeAddress(pageUrl);
    if (page !== undefined) await open(page);
    return { is: "handedOver" };
  },
});

export const createWhatsApp = ({ copy, open }: HandOverParts): Channel => ({
  name: "whatsapp",
  async send(message) {
    const [phone] = message.to;
    const link = phone === undefined ? undefined : whatsAppLink(phone, message);
    if (link !== undefined && (await open(link))) return { is: "handedOver" };
    await copy(channelForm("whatsapp", message.text));
    return { is: "handedOver" };
  },
});

export const createMailto = ({ open }: HandOverParts): Channel => ({
  name: "email",
  async send(message) {
    const link = mailtoLink(message);
    if (link === undefined) return failed({ id: "send.mailto.long" }, "too long for an address");
    return (await open(link)) ? { is: "handedOver" } : failed({ id: "send.mailto.none" }, "nothing opened it");
  },
});
