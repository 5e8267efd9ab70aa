import type { CalendarFiles } from "../../core/calendarPorts";
import { readCalendar } from "./readCalendar";
import { writeCalendar } from "./writeCalendar";

export const createCalendarFiles = (): CalendarFiles => ({
  write: (entry) => Promise.resolve(writeCalendar(entry)),
  read: (text, within) => Promise.resolve(readCalendar(text, within)),
});
