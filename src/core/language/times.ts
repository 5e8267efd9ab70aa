import { addDays, clockIn, dateIn } from "../time/zoned";
import type { Instant, PlainTime, Zone } from "../time/types";
import { writeDay } from "./dates";
import { writeNumber } from "./digits";
import type { Writing } from "./writing";

/**
 * The ending of a time in Bangla: none (বিকাল ৫টা), "at" (বিকাল ৫টায়), "of" (বিকাল ৫টার, as in বিকাল ৫টার মধ্যে).
 * English has none.
 */
export type TimeEnding = "none" | "at" | "of";

/** From which hour a part of the day has its name. `Intl` would print Latin AM and PM for Bangla. */
const parts = [
  [20, "রাত"],
  [18, "সন্ধ্যা"],
  [15, "বিকাল"],
  [12, "দুপুর"],
  [6, "সকাল"],
  [4, "ভোর"],
  [0, "রাত"],
] as const;
const hourEndings = { none: "টা", at: "টায়", of: "টার" } as const;
const minuteEndings = { none: "", at: "ে", of: "ের" } as const;

/** "17:00"; "বিকাল ৫টা", "সকাল ৯টা ২০ মিনিট". */
export function writeTime(time: PlainTime, writing: Writing, ending: TimeEnding = "none"): string {
  if (writing.language === "en") return time;
  const hour = Number(time.slice(0, 2));
  const minute = Number(time.slice(3, 5));
  const part = parts.find(([from]) => hour >= from)?.[1] ?? "";
  const hours = `${part} ${writeNumber(hour % 12 || 12, writing)}`;
  if (minute === 0) return `${hours}${hourEndings[ending]}`;
  return `${hours}টা ${writeNumber(minute, writing)} মিনিট${minuteEndings[ending]}`;
}

/** As short as the interface needs it: "today 17:00", "tomorrow 09:00", "Fri 20 Nov 17:00", "আজ বিকাল ৫টা". */
export function writeMoment(at: Instant, zone: Zone, now: Instant, writing: Writing): string {
  const day = dateIn(at, zone);
  const today = dateIn(now, zone);
  const time = writeTime(clockIn(at, zone), writing);
  const bangla = writing.language === "bn";
  if (day === today) return `${bangla ? "আজ" : "today"} ${time}`;
  if (day === addDays(today, 1)) return `${bangla ? "আগামীকাল" : "tomorrow"} ${time}`;
  if (day === addDays(today, -1)) return `${bangla ? "গতকাল" : "yesterday"} ${time}`;
  return `${writeDay(day, writing, { today, short: true })} ${time}`;
}
