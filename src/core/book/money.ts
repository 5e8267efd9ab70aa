/** Minor units (poisha, cents) as an integer, and the ISO 4217 code. As `money` of fields.ts. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/**
 * Digits of the minor unit where it is not two: ISO 4217, list one. Not asked of Intl, whose answers follow shopping habits
 * (none for HUF or PKR) and change with its data: what is stored would be worth something else then.
 */
const digitsOf: Readonly<Record<string, number>> = {
  ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0 },
  ...{ BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4 },
};
export const minorDigits = (currency: string): number => digitsOf[currency] ?? 2;

/** "1250050" of taka is "12500.50": every digit of the minor unit, and no sign but the minus. */
export function decimalOf({ minor, currency }: Money): string {
  const decimals = minorDigits(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Undefined where the text is no decimal number, has more digits than the currency, or is too large to be kept exactly. */
export function moneyOf(decimal: string, currency: string): Money | undefined {
  const [, whole, part = ""] = /^(\d{1,16})(?:\.(\d+))?$/.exec(decimal) ?? [];
  const decimals = minorDigits(currency);
  const used = part.replace(/0+$/, "");
  if (whole === undefined || used.length > decimals) return undefined;
  const minor = Number(whole + used.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}

export const nothing = (currency: string): Money => ({ minor: 0, currency });
export const plus = (a: Money, b: Money): Money => exact(BigInt(a.minor) + BigInt(same(a, b).minor), a.currency);
export const minus = (a: Money, b: Money): Money => exact(BigInt(a.minor) - BigInt(same(a, b).minor), a.currency);

/** What so many hours or pieces cost. @param quantity a decimal number, "7.25" */
export const times = (rate: Money, quantity: string): Money => scaled(rate, quantity, 0);
/** @param percent a decimal number, "7.5" */
export const percentOf = (amount: Money, percent: string): Money => scaled(amount, percent, 2);

/** Rounded half up to the minor unit (half away from zero below it), once, on exact numbers. */
function scaled({ minor, currency }: Money, decimal: string, places: number): Money {
  const [whole = "0", part = ""] = decimal.split(".");
  const product = BigInt(minor) * BigInt(whole + part);
  const divisor = 10n ** BigInt(part.length + places);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return exact(product < 0n ? -rounded : rounded, currency);
}

function same(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be added up.`);
  return b;
}

function exact(minor: bigint, currency: string): Money {
  if (minor > BigInt(Number.MAX_SAFE_INTEGER) || minor < BigInt(-Number.MAX_SAFE_INTEGER)) throw new RangeError("An amount is too large.");
  return { minor: Number(minor), currency };
}
