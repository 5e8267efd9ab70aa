import { monthWords, weekdayWords } from "../../time/typedWords";
import type { PlainDate, Weekday } from "../../time/types";
import { addDays, daysBetween, weekdayOf } from "../../time/zoned";
import type { Reading } from "../reading";
import { matchesIn } from "./patterns";

/** A day that the text names, as our own writers write it and as people type it. Places are the reading's. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly date: PlainDate;
  /** The weekday as it is written beside the date, with its own place. */
  readonly weekday?: { readonly is: Weekday; readonly start: number; readonly end: number };
  /** How it is named: a date with its month, a weekday alone, or as seen from today. */
  readonly by: "date" | "weekday" | "fromToday";
}

const longestFirst = (names: readonly string[]): string => [...names].sort((a, b) => b.length - a.length).join("|");
const months = longestFirst([...monthWords.keys()].filter((name) => /^[a-z]/.test(name)));
const banglaMonths = longestFirst([...monthWords.keys()].filter((name) => !/^[a-z]/.test(name)));
const english = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const short = "mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun";
const bangla = longestFirst([...weekdayWords.keys()].filter((name) => /বার$/.test(name)));
/** Endings that Bangla puts behind a day or a month: ডিসেম্বরের, শুক্রবারে. */
const ending = "(?:ের|ে|এর|-এর|-এ|কে|তে)?(?:ই|ও)?";
const from = "(?<![\\p{L}\\p{M}\\p{N}_/.-])";
const to = "(?![\\p{L}\\p{M}\\p{N}_]|\\.\\d)";

const named = (name: string, source: string) => `(?<${name}>${source})`;
const forms: readonly RegExp[] = [
  // Thursday, 3 December 2026; Thu 3 Dec; 3rd of December
  `${from}(?:${named("w", `${english}|${short}`)}\\.?,? )?(?:the )?${named("d", "\\d{1,2}")}(?:st|nd|rd|th)? (?:of )?${named("m", months)}(?:\\.?,? ${named("y", "20\\d\\d")})?${to}`,
  // December 3, 2026
  `${from}(?:${named("w", `${english}|${short}`)}\\.?,? )?${named("m", months)}\\.? ${named("d", "\\d{1,2}")}(?:st|nd|rd|th)?(?!\\d|:\\d)(?:,? ${named("y", "20\\d\\d")})?${to}`,
  // ৩ ডিসেম্বর ২০২৭, বৃহস্পতিবার
  `${from}(?:${named("v", bangla)},? )?${named("d", "\\d{1,2}")}(?:লা|রা|ঠা|ই|শে)? ${named("m", banglaMonths)}${ending}(?:,? ${named("y", "20\\d\\d")})?(?:,? \\(?${named("w", bangla)}${ending})?${to}`,
  // 2026-12-03
  `${from}${named("y", "20\\d\\d")}-${named("n", "\\d\\d")}-${named("d", "\\d\\d")}${to}`,
  // 3/12/2026, the day first
  `${from}${named("d", "\\d{1,2}")}[/.]${named("n", "\\d{1,2}")}[/.]${named("y", "20\\d\\d")}${to}`,
].map((source) => new RegExp(source.normalize("NFC").replaceAll(" ", " +"), "giu"));
const alone = new RegExp(`${from}(?:(?<next>next|আগামী|সামনের) +)?(?<w>${english}|${bangla})${ending}${to}`.normalize("NFC"), "giu");
const relative = new RegExp(`${from}(?<word>today|tonight|tomorrow|আজকেই|আজকে|আজই|আজ|আগামীকালই|আগামীকালের|আগামীকাল|আগামিকাল)${to}`.normalize("NFC"), "giu");

/** The days that a text names, in its order. @param today where the reader is: a date without a year is the nearest such day */
export function findDates({ prose }: Reading, today: PlainDate): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const free = (start: number, end: number) => found.every((other) => end <= other.start || other.end <= start);
  for (const form of forms) {
    for (const match of prose.matchAll(form)) {
      const date = fullDate(match, prose, today);
      if (date && free(date.start, date.end) && !isWord(match)) found.push(date);
    }
  }
  for (const match of prose.matchAll(alone)) {
    const is = weekdayWords.get((match.groups?.["w"] ?? "").toLowerCase());
    const end = match.index + match[0].length;
    if (is === undefined || !free(match.index, end)) continue;
    const ahead = (is - weekdayOf(today) + 7) % 7 || 7;
    found.push({ start: match.index, end, date: addDays(today, ahead), by: "weekday" });
  }
  for (const match of matchesIn(prose, relative)) {
    const ahead = /tomorrow|আগাম/i.test(match.text) ? 1 : 0;
    if (free(match.start, match.end)) found.push({ start: match.start, end: match.end, date: addDays(today, ahead), by: "fromToday" });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "may 24 people": a month before its day has its capital. */
const isWord = (match: RegExpMatchArray): boolean => /^(?:mar|march|may)\b/.test(match[0]);

function fullDate(match: RegExpMatchArray, prose: string, today: PlainDate): FoundDate | undefined {
  const groups = match.groups ?? {};
  const start = match.index ?? 0;
  const month = groups["n"] === undefined ? monthWords.get((groups["m"] ?? "").toLowerCase()) : Number(groups["n"]);
  const end = start + match[0].length;
  const name = groups["w"] ?? groups["v"];
  const is = name === undefined ? undefined : weekdayWords.get(name.toLowerCase());
  const date = month && nearest(Number(groups["d"]), month, groups["y"], is, today);
  if (!date) return undefined;
  if (name === undefined || is === undefined) return { start, end, date, by: "date" };
  const at = prose.indexOf(name, start);
  return { start, end, date, by: "date", weekday: { is, start: at, end: at + name.length } };
}

/** Farther than this the weekday that stands beside a date may tell the year. */
const nearDays = 120;

/** Without a year, the nearest such day, past or coming: "was due on 13 November" looks back. */
function nearest(day: number, month: number, year: string | undefined, weekday: Weekday | undefined, today: PlainDate): PlainDate | undefined {
  const years = year === undefined ? [-1, 0, 1].map((more) => Number(today.slice(0, 4)) + more) : [Number(year)];
  const days = years.flatMap((each) => realDay(each, month, day) ?? []);
  const away = (date: PlainDate) => Math.abs(daysBetween(today, date));
  const [first, ...others] = days.sort((a, b) => away(a) - away(b));
  if (first === undefined || away(first) <= nearDays || weekday === undefined || weekdayOf(first) === weekday) return first;
  return others.find((date) => weekdayOf(date) === weekday) ?? first;
}

function realDay(year: number, month: number, day: number): PlainDate | undefined {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? (text as PlainDate) : undefined;
}
