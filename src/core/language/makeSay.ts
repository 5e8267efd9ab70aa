import type { Language } from "../book/fields";
import type { Say, Text, TimeValue, Value, Values } from "../say";
import { clockIn } from "../time/zoned";
import { writeDay } from "./dates";
import { writeNumber } from "./digits";
import { writeLength } from "./lengths";
import { writeCell } from "./moneyTable";
import { writeMoment, writeTime } from "./times";
import { writingIn, type Digits } from "./writing";

export interface SayOptions {
  /** The texts of one language by id. */
  readonly bundle: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly digits: Digits;
  /** Puts values into the {places} of a text, in one pass: a value is never read as a text with places of its own. */
  readonly format: (template: string, values: Record<string, string>) => string;
}

/** What core hands out as ids with values becomes a sentence here. An id that the bundle lacks is said as it is. */
export function makeSay({ bundle, language, digits, format }: SayOptions): Say {
  const writing = writingIn(language, digits);

  const writeTimeValue = (value: TimeValue): string => {
    switch (value.time) {
      case "moment":
        return writeMoment(value.at, value.zone, value.now, writing);
      case "clock":
        return writeTime(clockIn(value.at, value.zone), writing);
      case "day":
        return writeDay(value.on, writing, { today: value.today, short: true });
      case "length":
        return writeLength(value.minutes, writing);
    }
  };
  const write = (value: Value): string => {
    if (typeof value === "string") return value;
    if (typeof value === "number") return writeNumber(value, writing);
    if ("money" in value) return writeCell(value.money, writing, false);
    return "time" in value ? writeTimeValue(value) : say(value);
  };
  const say: Say = (text, more) => {
    const { id, values }: Text = typeof text === "string" ? { id: text } : text;
    const all: Values = { ...values, ...more };
    const template = bundle[`${id}.${all["count"] === 1 ? "one" : "other"}`] ?? bundle[id] ?? id;
    return format(template, Object.fromEntries(Object.entries(all).map(([name, value]) => [name, write(value)])));
  };
  return say;
}
