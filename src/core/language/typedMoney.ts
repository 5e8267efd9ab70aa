import { toLatinDigits } from "./digits";
import type { Text } from "../say";
import { decimalOf, moneyOf, type Money } from "../book/money";

/** By what people write before or after the number. */
const signs: readonly (readonly [sign: string, currency: string])[] = [
  ["us$", "USD"], ["a$", "AUD"], ["au$", "AUD"], ["ca$", "CAD"], ["c$", "CAD"], ["nz$", "NZD"], ["s$", "SGD"],
  ["$", "USD"], ["£", "GBP"], ["€", "EUR"], ["৳", "BDT"], ["₹", "INR"], ["¥", "JPY"],
  ["taka", "BDT"], ["tk", "BDT"], ["টাকা", "BDT"], ["ডলার", "USD"], ["পাউন্ড", "GBP"], ["ইউরো", "EUR"], ["রুপি", "INR"],
  ["dollar", "USD"], ["dollars", "USD"], ["pound", "GBP"], ["pounds", "GBP"], ["euro", "EUR"], ["euros", "EUR"],
];
const currencyOf = new Map(signs);

export type TypedMoney = { readonly money: Money; readonly problem?: never } | { readonly problem: Text; readonly money?: never };

/**
 * Reads an amount as people type it: "500", "$500", "12,500.50 BDT", "১২,৫০০ টাকা", "tk 500". Undefined where nothing was typed.
 * @param usual the currency of a bare number; absent: one has to be named
 */
export function readTypedMoney(text: string, usual?: string): TypedMoney | undefined {
  const typed = toLatinDigits(text.normalize("NFC")).toLowerCase().replace(/\s+/g, " ").trim();
  if (typed === "") return undefined;
  const values = { text: text.trim() };
  const [, before = "", number = "", after = ""] = /^(\D*?)\s*(\d[\d.,' ]*|\.\d+)\s*(\D*)$/.exec(typed.replace(/[.;]$/, "")) ?? [];
  const named = [before, after].map((part) => part.replace(/\.$/, "").trim()).filter((part) => part !== "");
  const currencies = new Set(named.map(currencyNamed));
  if (number === "" || currencies.has(undefined) || currencies.size > 1) return { problem: { id: "typedMoney.unknown", values } };
  const currency = [...currencies][0] ?? usual;
  if (currency === undefined) return { problem: { id: "typedMoney.whichCurrency", values } };
  const decimal = plainDecimal(number.trim());
  const money = decimal === undefined ? undefined : moneyOf(decimal, currency);
  return money ? { money } : { problem: { id: "typedMoney.unknown", values } };
}

/** As it can be typed again: "12500.50 BDT"; whole amounts without decimals. */
export const moneyAsTyped = (money: Money): string => `${decimalOf(money).replace(/\.0+$/, "")} ${money.currency}`;

function currencyNamed(name: string): string | undefined {
  const compact = name.replace(/[\s.]+/g, "");
  return currencyOf.get(compact) ?? (/^[a-z]{3}$/.test(compact) ? compact.toUpperCase() : undefined);
}

/** Commas group, in threes or in lakhs; a point divides off the decimals. What could be read in two ways is not read. */
function plainDecimal(number: string): string | undefined {
  if (/^\d+(\.\d+)?$/.test(number)) return number;
  const grouped = /^(?:\d{1,3}(?:[,' ]\d{3})+|\d{1,2}(?:,\d\d)*,\d{3})(\.\d+)?$/;
  return grouped.test(number) ? number.replace(/[,' ]/g, "") : undefined;
}
