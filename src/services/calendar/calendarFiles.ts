import type { CalendarFiles } from "../../core/ports/calendars";
import { readCalendar } from "./readCalendar";
import { writeAll } from "./writeAll";
import { writeCalendar } from "./writeCalendar";

export const createCalendarFiles = (): CalendarFiles => ({
  write: (entry) => Promise.resolve(writeCalendar(entry)),
  writeAll: (entries, items) => Promise.resolve(writeAll(entries, items)),
  read: (text, within) => Promise.resolve(readCalendar(text, within)),
});
