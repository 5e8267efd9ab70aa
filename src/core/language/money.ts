import { decimalOf, type Money } from "../book/money";
import { writeNumber } from "./digits";
import type { Writing } from "./writing";

/** Before the number, as letters to clients have it; of any other currency the code. */
const englishSigns: Readonly<Record<string, string>> = { USD: "$", GBP: "£", EUR: "€", AUD: "A$", CAD: "CA$", INR: "₹", BDT: "BDT " };
const banglaNames: Readonly<Record<string, string>> = {
  BDT: "টাকা",
  USD: "ডলার",
  GBP: "পাউন্ড",
  EUR: "ইউরো",
  INR: "রুপি",
  AUD: "অস্ট্রেলীয় ডলার",
  CAD: "কানাডীয় ডলার",
};

/** "$500", "BDT 12,500.50"; "৫০০ ডলার", "১২,৩৪,৫৬৭ টাকা": as it stands in a sentence. */
export function writeMoney(money: Money, writing: Writing): string {
  const amount = writeAmount(money, writing);
  const { currency } = money;
  return writing.language === "bn" ? `${amount} ${banglaNames[currency] ?? currency}` : `${englishSign(money)}${amount}`;
}

const englishSign = ({ currency }: Money): string => englishSigns[currency] ?? `${currency} `;

/** "$400 to $500", "BDT 40,000 to 50,000"; "৪০,০০০ থেকে ৫০,০০০ টাকা". A range that ends where it begins is one amount. */
export function writeMoneyRange(low: Money, high: Money | undefined, writing: Writing): string {
  if (!high || (high.minor === low.minor && high.currency === low.currency)) return writeMoney(low, writing);
  // A code is said once, a sign with each amount.
  if (writing.language === "en") return `${writeMoney(low, writing)} to ${low.currency === high.currency && / $/.test(englishSign(high)) ? writeAmount(high, writing) : writeMoney(high, writing)}`;
  return `${low.currency === high.currency ? writeAmount(low, writing) : writeMoney(low, writing)} থেকে ${writeMoney(high, writing)}`;
}

/**
 * The number alone, without a sign. Written from its digits, because a division would round.
 * @param decimals with those of the minor unit, even where they are zeros
 */
export function writeAmount(money: Money, writing: Writing, decimals = false): string {
  const [, whole = "", part = ""] = /^-?(\d+)(?:\.(\d+))?$/.exec(decimalOf(money)) ?? [];
  const grouped = whole.replace(writing.language === "bn" ? lakhs : thousands, ",");
  const fraction = part !== "" && (decimals || !/^0*$/.test(part)) ? `.${part}` : "";
  return `${money.minor < 0 ? "−" : ""}${writeNumber(`${grouped}${fraction}`, writing)}`;
}

const thousands = /\B(?=(?:\d{3})+$)/g;
/** 12,34,567: the last three digits, then pairs. */
const lakhs = /\B(?=(?:\d{2})*\d{3}$)/g;
