import { writeNumber } from "./digits";
import type { Writing } from "./writing";

const units = {
  en: { day: " day", days: " days", hour: " h", minute: " min" },
  bn: { day: " দিন", days: " দিন", hour: " ঘণ্টা", minute: " মিনিট" },
} as const;

/**
 * "45 min", "6 h 20 min", "1 day 4 h", "3 days": two units at most, and never more time than there is (what is left over is
 * cut, not rounded up). A negative length is written without its sign.
 * @param minutes may have a fraction
 */
export function writeLength(minutes: number, writing: Writing): string {
  const unit = units[writing.language];
  const whole = Math.floor(Math.abs(minutes));
  const days = Math.floor(whole / 1440);
  const hours = Math.floor(whole / 60) - days * 24;
  const rest = whole % 60;
  const part = (count: number, name: string) => (count === 0 ? [] : [`${writeNumber(count, writing)}${name}`]);
  if (days >= 2) return `${writeNumber(days, writing)}${unit.days}`;
  if (days === 1) return [...part(1, unit.day), ...part(hours, unit.hour)].join(" ");
  return [...part(hours, unit.hour), ...part(rest, unit.minute)].join(" ") || `${writeNumber(0, writing)}${unit.minute}`;
}
