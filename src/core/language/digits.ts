import type { Writing } from "./writing";

const banglaZero = 0x09e6;

/** "12" -> "১২"; everything else stays. */
export const toBanglaDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(banglaZero + Number(digit)));

/** "১২" -> "12"; everything else stays. What people type goes through here before it is read. */
export const toLatinDigits = (text: string): string =>
  text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - banglaZero));

export const writeNumber = (value: number | string, writing: Writing): string =>
  writing.digits === "bangla" ? toBanglaDigits(String(value)) : String(value);
