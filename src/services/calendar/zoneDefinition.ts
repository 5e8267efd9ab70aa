import type { Instant, PlainDate, Zone } from "../../core/time/types";
import { weekdayCode } from "../../core/time/recurrence";
import { offsetAt, transitionsOf, type Transition } from "../../core/time/transitions";
import { addDays, addMonths, instantAt, epochMs, weekdayOf } from "../../core/time/zoned";
import { contentLine } from "./contentLines";

/** What the clocks showed just before they were changed: that is how a calendar file dates a change. */
interface Onset extends Transition {
  readonly date: PlainDate;
  /** "020000" */
  readonly time: string;
}

const yearsAhead = 12;

/**
 * A zone as a calendar file defines it (VTIMEZONE), from a year before `start` on. Changes of clocks that come by a rule are
 * written as one; those of a zone that sets them anew each year are listed for the next years, each as a part of its own, since
 * not every calendar reads lists of dates here.
 */
export function zoneDefinition(zone: Zone, start: Instant): string {
  const from = instantAt(epochMs(start) - 366 * 86_400_000);
  const to = instantAt(epochMs(start) + yearsAhead * 366 * 86_400_000);
  const onsets = transitionsOf(zone, from, to).map(onset);
  const groups = new Map<string, Onset[]>();
  for (const each of onsets) {
    const key = `${each.before} ${each.after}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const begins = offsetAt(from, zone);
  const settled = onsets.some(({ at }) => at <= start) ? "" : observance("STANDARD", begins, begins, "19700101T000000", "");
  return [
    contentLine("BEGIN", "VTIMEZONE"),
    contentLine("TZID", zone),
    settled,
    ...[...groups.values()].map(group),
    contentLine("END", "VTIMEZONE"),
  ].join("");
}

function onset(transition: Transition): Onset {
  const shown = instantAt(epochMs(transition.at) + transition.before * 60_000);
  return { ...transition, date: shown.slice(0, 10) as PlainDate, time: shown.slice(11, 19).replaceAll(":", "") };
}

const stamp = ({ date, time }: Onset): string => `${date.replaceAll("-", "")}T${time}`;

function group(onsets: readonly Onset[]): string {
  const [first] = onsets;
  if (!first) return "";
  const name = first.after > first.before ? "DAYLIGHT" : "STANDARD";
  const rule = yearlyRule(onsets);
  if (rule !== undefined) return observance(name, first.before, first.after, stamp(first), contentLine("RRULE", rule));
  return onsets.map((each) => observance(name, each.before, each.after, stamp(each), "")).join("");
}

function observance(name: "DAYLIGHT" | "STANDARD", before: number, after: number, begins: string, repeated: string): string {
  return [
    contentLine("BEGIN", name),
    contentLine("TZOFFSETFROM", offset(before)),
    contentLine("TZOFFSETTO", offset(after)),
    contentLine("DTSTART", begins),
    repeated,
    contentLine("END", name),
  ].join("");
}

function offset(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
const two = (number: number): string => String(number).padStart(2, "0");

/** The rule that all of these follow, year by year: the last Sunday of March, the second one. Undefined where there is none. */
function yearlyRule(onsets: readonly Onset[]): string | undefined {
  const [first] = onsets;
  if (!first || onsets.length < yearsAhead - 2) return undefined;
  const year = (each: Onset) => Number(each.date.slice(0, 4));
  const month = (each: Onset) => Number(each.date.slice(5, 7));
  const nth = (each: Onset) => Math.ceil(Number(each.date.slice(8)) / 7);
  const isLast = ({ date }: Onset) => addDays(date, 7) >= addMonths(`${date.slice(0, 7)}-01` as PlainDate, 1);
  const alike = onsets.every(
    (each, n) => year(each) === year(first) + n && month(each) === month(first) && each.time === first.time && weekdayOf(each.date) === weekdayOf(first.date),
  );
  const place = onsets.every(isLast) ? -1 : onsets.every((each) => nth(each) === nth(first)) ? nth(first) : undefined;
  return alike && place !== undefined ? `FREQ=YEARLY;BYMONTH=${month(first)};BYDAY=${place}${weekdayCode(weekdayOf(first.date))}` : undefined;
}
