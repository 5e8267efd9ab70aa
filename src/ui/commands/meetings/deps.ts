import type { CalendarFiles } from "../../../core/calendarPorts";
import type { BookCommandsDeps } from "../book/deps";
import type { ChosenFiles } from "../keep/chosenFiles";

export interface MeetingCommandsDeps extends BookCommandsDeps {
  readonly calendarFiles: CalendarFiles;
  readonly chosenFiles: ChosenFiles;
}
