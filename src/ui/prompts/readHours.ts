import { toLatinDigits } from "../../core/language/digits";
import { readTypedTime } from "../../core/time/typedTime";
import type { PlainTime } from "../../core/time/types";

export interface Hours {
  readonly start: PlainTime;
  readonly end: PlainTime;
}

/**
 * Working hours as people type them: "9-18", "9:30 to 18:00", "9am–5pm", "সকাল ৯টা - বিকাল ৫টা". Undefined where they cannot be
 * read, or end before they begin: hours end on the day they begin.
 */
export function readHours(typed: string): Hours | undefined {
  const plain = toLatinDigits(typed.normalize("NFC")).toLowerCase().trim();
  const [from, to, ...more] = plain.split(/\s*(?:[-–—]|\bto\b|থেকে)\s*/).filter((part) => part !== "");
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const start = readClock(from);
  const end = readClock(to);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

function readClock(typed: string): PlainTime | undefined {
  const bare = /^(\d{1,2})(?:[.:](\d\d))?$/.exec(typed);
  if (bare) {
    const time = `${(bare[1] ?? "").padStart(2, "0")}:${bare[2] ?? "00"}`;
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? (time as PlainTime) : undefined;
  }
  const read = readTypedTime(typed.replace(/\s+/g, " "));
  return read !== "none such" && read.rest === "" && read.time?.daysOn === 0 ? read.time.at : undefined;
}
