import type { CalendarFiles } from "../../../core/ports/calendars";
import type { OwedInput } from "../../../core/owed/desk";
import type { CalendarText } from "../../../flows/calendarText";
import type { BookCommandsDeps } from "../book/deps";
import type { ChosenFiles } from "../keep/chosenFiles";

/** What the commands on leave, holidays and the calendar need. */
export interface PlanCommandsDeps extends BookCommandsDeps {
  readonly calendarFiles: CalendarFiles;
  readonly chosenFiles: ChosenFiles;
  /** All that what is owed follows from, now. */
  readonly owedInput: () => Promise<OwedInput>;
  /** Everything owed and every meeting, of all clients that this machine knows. */
  readonly calendarText: () => Promise<CalendarText>;
}
