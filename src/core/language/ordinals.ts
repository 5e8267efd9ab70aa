import { writeNumber } from "./digits";
import type { Writing } from "./writing";

const words = {
  en: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
  bn: ["প্রথম", "দ্বিতীয়", "তৃতীয়", "চতুর্থ", "পঞ্চম", "ষষ্ঠ", "সপ্তম", "অষ্টম", "নবম", "দশম"],
} as const;
/** ১ম to ১০ম; from there on every number takes তম. */
const banglaEndings = ["ম", "য়", "য়", "র্থ", "ম", "ষ্ঠ", "ম", "ম", "ম", "ম"] as const;

/** "first" to "tenth", then "11th"; "প্রথম" to "দশম", then "১১তম". @param place from 1 */
export const writeOrdinal = (place: number, writing: Writing): string =>
  words[writing.language][place - 1] ?? writeShortOrdinal(place, writing);

/** "1st", "22nd"; "১ম", "২২তম". @param place from 1 */
export function writeShortOrdinal(place: number, writing: Writing): string {
  const ending = writing.language === "bn" ? (banglaEndings[place - 1] ?? "তম") : englishEnding(place);
  return `${writeNumber(place, writing)}${ending}`;
}

function englishEnding(place: number): string {
  const teens = place % 100 >= 11 && place % 100 <= 13;
  return teens ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
}
