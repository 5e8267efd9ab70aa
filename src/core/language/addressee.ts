import type { Language } from "../book/fields";
import { scriptOf } from "./script";

/**
 * How a message names the one it is for. What they asked to be called is taken as it is, title included; a plain name gets
 * the word that a Bangla letter puts before it: জনাব for everybody in a formal one, প্রিয় in a friendly one and for names
 * from elsewhere. Empty: nobody is named.
 */
export function writeAddressee(
  contact: { readonly name: string; readonly addressAs?: string },
  language: Language,
  formal: boolean,
): string {
  if (contact.addressAs !== undefined) return contact.addressAs;
  if (language === "en") return contact.name;
  return `${formal && scriptOf(contact.name) === "bn" ? "জনাব" : "প্রিয়"} ${contact.name}`;
}
