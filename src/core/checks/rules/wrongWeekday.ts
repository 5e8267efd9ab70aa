import { weekdayOf } from "../../time/zoned";
import { replaceWith } from "../find/fixes";
import { defineRule } from "../finding";

// Of a weekday and a date that do not belong together the reader believes one, and nobody knows which. Source: the calendar.

const names = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  bn: ["সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার"],
} as const;

export const wrongWeekday = defineRule({
  id: "wrongWeekday",
  level: "warning",
  find: ({ reading, dates, today }) =>
    dates.flatMap(({ date, weekday }) => {
      if (weekday === undefined || weekdayOf(date) === weekday.is) return [];
      const range = reading.range(weekday.start, weekday.end);
      const written = reading.original.slice(range.start, range.end);
      const bangla = /\p{Script=Bengali}/u.test(written);
      const name = names[bangla ? "bn" : "en"][weekdayOf(date) - 1] ?? written;
      const right = bangla || written.length > 4 ? name : name.slice(0, 3);
      return [{ range, message: { id: "check.wrongWeekday", values: { found: written, on: { time: "day", on: date, today } } } as const, fixes: [replaceWith(range, right)] }];
    }),
});
