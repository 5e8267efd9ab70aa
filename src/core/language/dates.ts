import { weekdayOf } from "../time/zoned";
import type { PlainDate, Weekday } from "../time/types";
import { writeNumber } from "./digits";
import type { Writing } from "./writing";

const months = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  bn: ["জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"],
} as const;
/** As calendars and tickets in Bangladesh shorten them; the short names are written out. */
const shortMonths = ["জানু", "ফেব্রু", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টে", "অক্টো", "নভে", "ডিসে"] as const;
/** From Monday. */
const weekdays = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  bn: ["সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার"],
} as const;

/** "Thursday", "বৃহস্পতিবার". */
export const writeWeekday = (day: Weekday, { language }: Writing): string => weekdays[language][day - 1] ?? "";

export interface DayForm {
  /** The year is written when it is not the year of this day. */
  readonly today: PlainDate;
  /** "Thu 3 Dec" instead of "Thursday, 3 December"; "৩ ডিসে, বৃহস্পতি". */
  readonly short?: boolean;
  readonly weekday?: boolean;
}

/**
 * "Thursday, 3 December", "৩ ডিসেম্বর, বৃহস্পতিবার": in Bangla the weekday comes last, so that an ending put behind it
 * is regular (বৃহস্পতিবারের মধ্যে).
 */
export function writeDay(date: PlainDate, writing: Writing, form: DayForm): string {
  const { language } = writing;
  const [year = "", month = "", day = ""] = date.split("-");
  const monthName = months[language][Number(month) - 1] ?? month;
  const weekday = form.weekday === false ? "" : (weekdays[language][weekdayOf(date) - 1] ?? "");
  const yearPart = year === form.today.slice(0, 4) ? "" : ` ${writeNumber(year, writing)}`;
  const dayPart = writeNumber(Number(day), writing);
  if (language === "bn" && form.short) return `${dayPart} ${shortMonths[Number(month) - 1] ?? month}${yearPart}${weekday && `, ${weekday.replace(/বার$/, "")}`}`;
  if (language === "bn") return `${dayPart} ${monthName}${yearPart}${weekday && `, ${weekday}`}`;
  if (form.short) return `${weekday && `${weekday.slice(0, 3)} `}${dayPart} ${monthName.slice(0, 3)}${yearPart}`;
  return `${weekday && `${weekday}, `}${dayPart} ${monthName}${yearPart}`;
}
