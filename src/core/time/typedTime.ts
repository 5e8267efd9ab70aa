import { partsOfDay } from "./typedWords";
import type { PlainTime } from "./types";

/** A time on the wall. The hours after midnight of "Friday night" are on the day after. */
export interface TimeOfDay {
  readonly at: PlainTime;
  readonly daysOn: 0 | 1;
}

const parts = [...partsOfDay.keys()].join("|");
const forms: readonly [pattern: RegExp, read: (found: readonly (string | undefined)[]) => TimeOfDay | undefined][] = [
  // সকাল ৯টা, বিকাল ৫:৩০, রাত ৮টা ৩০ মিনিটে
  [
    new RegExp(`(?:^| )(${parts}) ?(\\d{1,2})(?:[:.](\\d\\d))? ?(?:টায়|টার|টা|টে)?(?: (\\d{1,2}) ?মিনিটে?)?(?= |$)`.normalize("NFC")),
    ([, part, hour, minutes, spelled]) => inPart(part ?? "", Number(hour), Number(minutes ?? spelled ?? 0)),
  ],
  // 6pm, 6:30 pm
  [
    /(?:^| )(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\.?(?= |$)/,
    ([, hour, minutes, half]) => {
      const h = Number(hour);
      return h < 1 || h > 12 ? undefined : clock((h % 12) + (half === "p" ? 12 : 0), Number(minutes ?? 0));
    },
  ],
  // 18:00, also as 2026-12-12t18:00
  [/(?:^|[ t])(\d{1,2}):(\d\d)(?::00)?(?= |$)/, ([, hour, minutes]) => clock(Number(hour), Number(minutes))],
  [/(?:^| )noon(?= |$)/, () => clock(12, 0)],
];

/**
 * Takes a time of day out of typed text (lower-case, Latin digits, single spaces).
 * @returns the time, if there is one, and what is left; "none such" for a time that no clock shows
 */
export function readTypedTime(typed: string): { readonly time?: TimeOfDay; readonly rest: string } | "none such" {
  for (const [pattern, read] of forms) {
    const found = pattern.exec(typed);
    if (!found) continue;
    const time = read(found);
    return time ? { time, rest: typed.replace(found[0], " ").replace(/\s+/g, " ").trim() } : "none such";
  }
  return { rest: typed };
}

function clock(hour: number, minutes: number, daysOn: 0 | 1 = 0): TimeOfDay | undefined {
  if (hour > 23 || minutes > 59) return undefined;
  return { at: `${two(hour)}:${two(minutes)}` as PlainTime, daysOn };
}

/** বিকাল ৫টা is 17:00: of 5 and 17, the hour that lies in that part of the day. রাত ১২টা belongs to the night before it. */
function inPart(part: string, hour: number, minutes: number): TimeOfDay | undefined {
  const [from, to] = partsOfDay.get(part) ?? [0, 24];
  if (hour < 1 || hour > 12) return undefined;
  const found = [hour, hour + 12, hour + 24].find((candidate) => from <= candidate && candidate <= to);
  if (found === undefined) return undefined;
  return found >= 24 ? clock(found - 24, minutes, 1) : clock(found, minutes);
}

const two = (number: number): string => String(number).padStart(2, "0");
