/** Digits after the point, where they are not two (ISO 4217). */
const decimals: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, ISK: 0, BHD: 3, KWD: 3, OMR: 3, JOD: 3, TND: 3 };
const signs: Readonly<Record<string, string>> = { "৳": "BDT", "টাকা": "BDT", TAKA: "BDT", TK: "BDT", "$": "USD", "ডলার": "USD", "€": "EUR", "£": "GBP", "₹": "INR" };
const BANGLA_ZERO = 0x09e6;

export interface TypedMoney {
  readonly minor: number;
  readonly currency: string;
}

/**
 * Reads an amount as people type it, in major units: "12500 BDT", "৳১২,৫০০", "$80", "12,345.50". Undefined where it is none.
 * @param usual the currency where none is typed
 */
export function readTypedMoney(text: string, usual?: string): TypedMoney | undefined {
  const typed = text.normalize("NFC").replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BANGLA_ZERO)).trim().toUpperCase();
  const found = /^(\D*?)\s*(\d[\d,]*)(?:\.(\d+))?\s*(\D*)$/.exec(typed);
  if (!found) return undefined;
  const [, before = "", whole = "", fraction = "", after = ""] = found;
  const name = (before + after).trim().replace(/\.$/, "");
  const currency = name === "" ? usual : (signs[name] ?? (/^[A-Z]{3}$/.test(name) ? name : undefined));
  const places = decimals[currency ?? ""] ?? 2;
  if (currency === undefined || fraction.length > places) return undefined;
  const minor = Number(whole.replaceAll(",", "") + fraction.padEnd(places, "0"));
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}
