import { writeNumber } from "./digits";
import type { Writing } from "./writing";

/** Minor units (poisha, cents) as an integer, and the ISO 4217 code. */
interface Money {
  readonly minor: number;
  readonly currency: string;
}

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

/** How many digits the minor unit has: 2 of taka, 0 of yen. */
export const minorDigits = (currency: string): number => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "$500", "BDT 12,500.50"; "৫০০ ডলার", "১২,৩৪,৫৬৭ টাকা": as it stands in a sentence. */
export function writeMoney(money: Money, writing: Writing): string {
  const amount = writeAmount(money, writing);
  const { currency } = money;
  return writing.language === "bn" ? `${amount} ${banglaNames[currency] ?? currency}` : `${englishSigns[currency] ?? `${currency} `}${amount}`;
}

/** "$400 to $500"; "৪০,০০০ থেকে ৫০,০০০ টাকা". A range that ends where it begins is one amount. */
export function writeMoneyRange(low: Money, high: Money | undefined, writing: Writing): string {
  if (!high || (high.minor === low.minor && high.currency === low.currency)) return writeMoney(low, writing);
  if (writing.language === "en") return `${writeMoney(low, writing)} to ${writeMoney(high, writing)}`;
  return `${low.currency === high.currency ? writeAmount(low, writing) : writeMoney(low, writing)} থেকে ${writeMoney(high, writing)}`;
}

/** The number alone. Whole amounts have no decimals. Done on the digits, because a division would round. */
function writeAmount({ minor, currency }: Money, writing: Writing): string {
  const decimals = minorDigits(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals);
  const grouped = whole.replace(writing.language === "bn" ? lakhs : thousands, ",");
  const fraction = /^0*$/.test(rest) ? "" : `.${rest}`;
  return `${minor < 0 ? "−" : ""}${writeNumber(`${grouped}${fraction}`, writing)}`;
}

const thousands = /\B(?=(?:\d{3})+$)/g;
/** 12,34,567: the last three digits, then pairs. */
const lakhs = /\B(?=(?:\d{2})*\d{3}$)/g;
