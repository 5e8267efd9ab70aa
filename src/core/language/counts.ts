import { writeNumber } from "./digits";
import type { Writing } from "./writing";

/**
 * A number of things: "7", "৭টি" (formal) or "৭টা". After it Bangla puts no plural ending on the word.
 * @param value digits, or text with digits in it
 */
export function writePieces(value: number | string, writing: Writing, formal: boolean): string {
  const number = writeNumber(value, writing);
  return writing.language === "bn" ? `${number}${formal ? "টি" : "টা"}` : number;
}
