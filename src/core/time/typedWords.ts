import type { Weekday } from "./types";

// The words of a typed date, in English and in Bangla, as people type them. Keys are lower-case and in NFC, since য় and ড়
// have two encodings.

const words = <T>(entries: readonly (readonly [value: T, names: string])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([value, names]) => names.normalize("NFC").split(" ").map((name) => [name, value] as const)));

/** Days from today. কাল and পরশু point both ways in speech; a date that something is due on lies ahead. */
export const dayWords = words<number>([
  [0, "today tod আজ আজকে"],
  [1, "tomorrow tom tmr tmrw আগামীকাল আগামিকাল কাল কালকে"],
  [2, "overmorrow পরশু পরশুদিন"],
]);

export const weekdayWords = words<Weekday>([
  [1, "mon monday সোম সোমবার"],
  [2, "tue tues tuesday মঙ্গল মঙ্গলবার"],
  [3, "wed weds wednesday বুধ বুধবার"],
  [4, "thu thur thurs thursday বৃহস্পতি বৃহস্পতিবার বৃহঃ"],
  [5, "fri friday শুক্র শুক্রবার"],
  [6, "sat saturday শনি শনিবার"],
  [7, "sun sunday রবি রবিবার"],
]);

export const monthWords = words<number>([
  [1, "jan january জানু জানুয়ারি জানুয়ারী"],
  [2, "feb february ফেব ফেব্রু ফেব্রুয়ারি ফেব্রুয়ারী"],
  [3, "mar march মার্চ"],
  [4, "apr april এপ্রিল"],
  [5, "may মে"],
  [6, "jun june জুন"],
  [7, "jul july জুলাই"],
  [8, "aug august আগস্ট অগাস্ট"],
  [9, "sep sept september সেপ্ট সেপ্টেম্বর"],
  [10, "oct october অক্টো অক্টোবর"],
  [11, "nov november নভে নভেম্বর"],
  [12, "dec december ডিসে ডিসেম্বর"],
]);

export type Step = "hour" | "day" | "week" | "month";
export const stepWords = words<Step>([
  ["hour", "h hr hrs hour hours ঘণ্টা ঘন্টা"],
  ["day", "d day days দিন"],
  ["week", "w wk wks week weeks স সপ্তাহ"],
  ["month", "m mo mos month months মাস"],
]);

/** Parts of the day, which stand where English has am and pm: the clock hours that each may hold. */
export const partsOfDay = words<readonly [from: number, to: number]>([
  [[4, 6], "ভোর"],
  [[5, 12], "সকাল"],
  [[11, 15], "দুপুর"],
  [[14, 19], "বিকাল বিকেল"],
  [[17, 21], "সন্ধ্যা"],
  [[19, 28], "রাত"],
]);

/** Words that say nothing by themselves. */
export const fillers = new Set("by on at before due the of এর মধ্যে তারিখ".normalize("NFC").split(" "));
