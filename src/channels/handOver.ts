import type { Channel, OutgoingMessage } from "../core/channelPorts";
import type { ChannelName } from "../core/book/client";
import { channelForm } from "../core/drafting/channelForm";
import { safeAddress } from "../core/drafting/address";
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

/** What fits into an address: browsers and mail programs cut longer ones. */
const mostAddress = 1900;

/** https://faq.whatsapp.com/5913398998672934: the number with its country code, digits alone. */
export function whatsAppLink(phone: string, message: Pick<OutgoingMessage, "text">): string | undefined {
  const digits = phone.replace(/[^\d+]/g, "").replace(/^\+|^00/, "");
  if (!/^[1-9]\d{6,14}$/.test(digits)) return undefined;
  const link = `https://wa.me/${digits}?text=${encodeURIComponent(channelForm("whatsapp", message.text).trim())}`;
  return link.length > mostAddress * 4 ? undefined : link;
}

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

/** RFC 6068. Undefined where it is too long: then a file is the way. */
export function mailtoLink({ to, subject, text }: Pick<OutgoingMessage, "to" | "subject" | "text">): string | undefined {
  const fields = [...(subject === undefined ? [] : [["subject", subject] as const]), ["body", channelForm("email", text).trim().replace(/\r?\n/g, "\r\n")] as const];
  const link = `mailto:${to.map((one) => encodeURIComponent(one).replaceAll("%40", "@")).join(",")}?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
  return link.length > mostAddress ? undefined : link;
}

export const createMailto = ({ open }: HandOverParts): Channel => ({
  name: "email",
  async send(message) {
    const link = mailtoLink(message);
    if (link === undefined) return failed({ id: "send.mailto.long" }, "too long for an address");
    return (await open(link)) ? { is: "handedOver" } : failed({ id: "send.mailto.none" }, "nothing opened it");
  },
});
