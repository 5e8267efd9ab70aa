import type { Language } from "../book/fields";

/**
 * One encoding for what looks the same. য়, ড় and ঢ় have two in Unicode; NFC always takes the one with the dot apart.
 * Compare and search only texts that went through here.
 */
export const normalise = (text: string): string => text.normalize("NFC");

/** The language of the script that most letters are in; undefined where there is no letter of either. */
export function scriptOf(text: string): Language | undefined {
  if (/^[ -~]*$/.test(text)) return /[a-z]/i.test(text) ? "en" : undefined;
  const bangla = text.match(/\p{Script=Bengali}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (bangla + latin === 0) return undefined;
  return bangla >= latin ? "bn" : "en";
}
