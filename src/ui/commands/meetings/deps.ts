import type { CalendarFiles } from "../../../core/ports/calendars";
import type { Log } from "../../../core/ports/user";
import type { MeetingAccount } from "../../../core/ports/services";
import type { BookCommandsDeps } from "../book/deps";
import type { ChosenFiles } from "../keep/chosenFiles";

export interface MeetingCommandsDeps extends BookCommandsDeps {
  readonly calendarFiles: CalendarFiles;
  readonly chosenFiles: ChosenFiles;
  readonly zoom: MeetingAccount;
  /** Opens an address outside the editor, letter by letter as it is given. */
  readonly open: (address: string) => Promise<boolean>;
  /** Shows that something takes long; what is cancelled aborts the signal. */
  readonly progress: <T>(title: string, task: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  readonly log: Pick<Log, "warn">;
}
