import type { Place } from "../book/client";
import type { Language } from "../book/fields";
import type { Me } from "../book/me";
import { scriptOf } from "../language/script";

/** Before many names in Bangladesh; nobody is called by it. */
const beforeNames = /^(?:md|mohd|mohammad|mohammed|muhammad|মো|মোঃ|মো:|মোহাম্মদ|মুহাম্মদ)\.?$/i;
const mostLines = 8;

/**
 * How I sign: my signature, else my first name, in the letters of the message where I have it in both. On a marketplace the
 * first name alone, because a signature may hold contact details, which marketplaces forbid.
 */
export function signatureOf(me: Me, language: Language, place: Place): readonly string[] {
  const onMarketplace = place === "fiverr" || place === "upwork" || place === "marketplace";
  const own = onMarketplace ? [] : (me.signature ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");
  if (own.length > 0) return own.slice(0, mostLines);
  const name = me.names.find((candidate) => scriptOf(candidate) === language) ?? me.names[0];
  const words = name?.trim().split(/\s+/) ?? [];
  const first = words.find((word) => !beforeNames.test(word)) ?? words[0];
  return first === undefined ? [] : [first];
}
