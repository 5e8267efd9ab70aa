import { minorDigits, type Money } from "../book/money";
import { writeNumber } from "./digits";
import { writeAmount } from "./money";
import type { Writing } from "./writing";

/** Before the number in tables, in both languages; of any other currency the code. */
const signs: Readonly<Record<string, string>> = { BDT: "৳", USD: "$", GBP: "£", EUR: "€", INR: "₹", AUD: "A$", CAD: "CA$", SGD: "S$", NZD: "NZ$", JPY: "¥" };
const signOf = (currency: string): string => signs[currency] ?? `${currency}\u00a0`;

/**
 * "৳১২,৫০০", "$1,250.50": an amount as a table has it. In Bangla it is grouped in lakhs.
 * @param decimals with those of the minor unit, even where they are zeros: amounts that stand in one column are alike
 */
export function writeCell(money: Money, writing: Writing, decimals: boolean): string {
  const amount = writeAmount(money, writing, decimals);
  return amount.startsWith("−") ? `−${signOf(money.currency)}${amount.slice(1)}` : `${signOf(money.currency)}${amount}`;
}

/** Some of them has more than whole units. */
export const haveDecimals = (amounts: readonly Money[]): boolean => amounts.some(({ minor, currency }) => minor % 10 ** minorDigits(currency) !== 0);

/** "7.25", "৭.২৫": without zeros that say nothing. */
export const writeQuantity = (decimal: string, writing: Writing): string => writeNumber(decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal, writing);
