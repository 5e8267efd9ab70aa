import type { Meeting } from "../book/meeting";
import type { Instant, PlainDate, Zone } from "../time/types";

// Calendar files (.ics), as calendars take and give them.

/** A meeting as it is put into a calendar. */
export interface CalendarEntry {
  readonly meeting: Meeting;
  /** The recurring meeting whose occurrence this one takes the place of. */
  readonly series?: Meeting;
  /** Lines for whoever reads it: the agenda. */
  readonly notes: readonly string[];
  /** Who invites. Absent where contact details must not be given. */
  readonly organizer?: { readonly name: string; readonly email: string };
  /** Of this file. */
  readonly now: Instant;
}

/** Something besides meetings that is put into a calendar: at a moment, or on a whole day. */
export type CalendarItem = {
  /** The same for the same thing, whenever the file is written. */
  readonly uid: string;
  readonly name: string;
  /** Since when it stands as it does: the same thing gives the same text. */
  readonly since: Instant;
} & ({ readonly at: Instant; readonly on?: never } | { readonly on: PlainDate; readonly at?: never });

export interface CalendarEvent {
  readonly uid: string;
  readonly name?: string;
  readonly description?: string;
  /** The first and the last day: as the file has them for whole days, else in the reader's zone. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Absent: whole days. */
  readonly startsAt?: Instant;
  readonly endsAt?: Instant;
}

export interface CalendarReading {
  /** By day. Each occurrence of a recurring event is one of its own; what was cancelled is left out. */
  readonly events: readonly CalendarEvent[];
  /** How many events could not be read, or recur by a rule that is not understood. */
  readonly leftOut: number;
}

export interface CalendarFiles {
  /** The text of an .ics file with one entry; it takes the place of an earlier one of the same meeting. */
  write(entry: CalendarEntry): Promise<string>;
  /** The text of a file with all of these, which is the same where they are. `now` of the entries stamps nothing but them. */
  writeAll(entries: readonly CalendarEntry[], items: readonly CalendarItem[]): Promise<string>;
  /**
   * What takes place between two days, both included. Undefined where the text is no calendar.
   * @param within `zone`: the reader's, which decides where the file says none
   */
  read(text: string, within: { readonly from: PlainDate; readonly to: PlainDate; readonly zone: Zone }): Promise<CalendarReading | undefined>;
}

/** What became of a calendar file that was to be kept. */
export type CalendarKept =
  | "written"
  /** It says all of it already. */
  | "same"
  /** Not a whole path: from which folder on, nobody knows. */
  | "notWhole"
  | "noFolder"
  /** There is something by that name that Khobor did not write. */
  | "notOurs"
  /** The disk does not take it. */
  | "refused";

export interface CalendarKeeper {
  /**
   * Makes the file say this, as a whole or not at all. Never rejects.
   * @param file a whole path on this machine; it may begin with "~"
   */
  keep(file: string, text: string): Promise<CalendarKept>;
}
