import type english from "../../l10n/bundle.l10n.json";
import type { Money } from "./book/money";
import type { Instant, PlainDate, Zone } from "./time/types";

type Key = keyof typeof english;

/**
 * The id of a text that a person reads. A text that counts has two entries in the bundles, `x.one` and `x.other`, and is
 * named `x`; its value `count` decides.
 */
export type TextId = Key extends infer K ? (K extends `${infer Base}.one` | `${infer Base}.other` ? Base : K) : never;

/** A moment, a day or a length of time inside a text: written in the reader's language only when the text is said. */
export type TimeValue =
  /** "today 17:00", "tomorrow 09:00", "Fri 20 Nov 17:00", as seen from `now` in `zone`. */
  | { readonly time: "moment"; readonly at: Instant; readonly zone: Zone; readonly now: Instant }
  /** "17:00" */
  | { readonly time: "clock"; readonly at: Instant; readonly zone: Zone }
  /** "Fri 20 Nov", with the year when it is not the year of `today`. */
  | { readonly time: "day"; readonly on: PlainDate; readonly today: PlainDate }
  /** "6 h 20 min", "3 days" */
  | { readonly time: "length"; readonly minutes: number };

/** An amount, as a table has it: "৳12,500". */
interface MoneyValue {
  readonly money: Money;
}

export type Value = string | number | TimeValue | MoneyValue | Text;
export type Values = Readonly<Record<string, Value>>;

/** What core hands out instead of a sentence. */
export interface Text {
  readonly id: TextId;
  readonly values?: Values;
}

/** Puts a text into words, in the language of the interface. */
export type Say = (text: TextId | Text, values?: Values) => string;
