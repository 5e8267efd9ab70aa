import type { OutgoingMessage } from "../ports/channels";
import { channelForm } from "./channelForm";

// Messages as addresses that another program opens.

/** What fits into an address: browsers and mail programs cut longer ones. */
const mostAddress = 1900;

/** A number with its country's code, digits alone; undefined where it is none. ITU-T E.164: at most 15. */
export function phoneDigits(phone: string): string | undefined {
  const digits = phone.replace(/[^\d+]/g, "").replace(/^\+|^00/, "");
  return /^[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}

/** https://faq.whatsapp.com/5913398998672934 */
export function whatsAppLink(phone: string, message: Pick<OutgoingMessage, "text">): string | undefined {
  const digits = phoneDigits(phone);
  if (digits === undefined) return undefined;
  const link = `https://wa.me/${digits}?text=${encodeURIComponent(channelForm("whatsapp", message.text).trim())}`;
  return link.length > mostAddress * 4 ? undefined : link;
}

/** RFC 6068. Undefined where it is too long: then a file is the way. */
export function mailtoLink({ to, subject, text }: Pick<OutgoingMessage, "to" | "subject" | "text">): string | undefined {
  const fields = [...(subject === undefined ? [] : [["subject", subject] as const]), ["body", channelForm("email", text).trim().replace(/\r?\n/g, "\r\n")] as const];
  const link = `mailto:${to.map((one) => encodeURIComponent(one).replaceAll("%40", "@")).join(",")}?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
  return link.length > mostAddress ? undefined : link;
}
