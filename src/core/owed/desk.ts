import type { Absence } from "../book/absence";
import type { Answer } from "../book/answer";
import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import { nobodyYet } from "../book/me";
import type { Note } from "../book/note";
import type { HistoryEntry, SentRecord } from "../book/sentRecord";
import { workingCalendar, type WorkingCalendar } from "../time/calendar";
import { latestTrue } from "../time/ahead";
import type { Instant, PlainDate, PlainTime, Zone } from "../time/types";
import { addDays, instantOf } from "../time/zoned";
import type { AnswerTo } from "./answers";
import type { TimesOf } from "./meetingTimes";
import type { Place } from "./places";
import type { ClientRecords } from "./records";
import type { RuleName } from "./ruleNames";
import { onOrAfter, onOrBefore, sharedDays, within, type SendWindow, type SharedDays } from "./sendWindow";
import type { OwedSettings } from "./settings";
import { toldBy, type Told } from "./told";

/** All that what is owed follows from. */
export interface OwedInput {
  readonly book: Book;
  readonly history: readonly HistoryEntry[];
  readonly answers: readonly Answer[];
  readonly now: Instant;
  /** The machine's zone, which is mine unless I have set one. */
  readonly zone: Zone;
  /**
   * By project id: when its last commits of mine were made, oldest first. A project that is not in it may have work or not:
   * nobody is told to write of work that nobody has seen.
   */
  readonly workAt?: WorkSigns;
  readonly settings?: OwedSettings;
}
export type WorkSigns = ReadonlyMap<Id, readonly Instant[]>;

/** What rules go by at one client, laid out for quick looking up. It holds for one day of mine. */
export interface Desk extends Told {
  readonly today: PlainDate;
  readonly mine: WorkingCalendar;
  /** Mine, tentative and archived ones too. */
  readonly absences: readonly Absence[];
  /** My days and this client's. */
  readonly days: SharedDays;
  note(id: Id): Note | undefined;
  readonly timesOf: TimesOf;
  /** When work on a project was committed, oldest first; undefined: nobody knows. */
  workAt(projectId: Id): readonly Instant[] | undefined;
  /** A good day for word to this client; see sendWindow.ts. Undefined where I never work. */
  within(at: Instant, workingDays: number): SendWindow | undefined;
  onOrAfter(day: PlainDate): SendWindow | undefined;
  onOrBefore(day: PlainDate, since: Instant): SendWindow | undefined;
  /** The newest answer to an Owed. */
  readonly answer: AnswerTo;
  /** It was skipped or settled. */
  isClosed(owedId: string): boolean;
  /** The number by which another rule goes at this place; undefined: it is off there. */
  numberOf(rule: RuleName, place: Pick<Place, "client" | "project">): number | undefined;
}

export const myCalendar = ({ book, zone }: { readonly book: Pick<Book, "me" | "absence">; readonly zone: Zone }): WorkingCalendar =>
  workingCalendar({ me: book.me, absences: book.absence, machineZone: zone });

/** What is dated later was written by a clock that ran ahead. It holds for the whole day. */
export const latestSaid = (mine: WorkingCalendar, today: PlainDate): Instant => latestTrue(instantOf(addDays(today, 1), "00:00" as PlainTime, mine.zone));

interface Given extends Pick<Desk, "today" | "mine" | "absences" | "days" | "answer" | "numberOf" | "timesOf"> {
  readonly records: ClientRecords;
  /** Those that stand, oldest first. */
  readonly sent: readonly SentRecord[];
  readonly workAt: WorkSigns | undefined;
  readonly settings: OwedSettings | undefined;
}

export function layOut({ records, sent, workAt, settings, ...given }: Given): Desk {
  const { days, mine, answer } = given;
  return {
    ...given,
    ...toldBy(sent, records.notes, records.client, settings, latestSaid(mine, given.today)),
    note: (id) => records.notes.find((note) => note.id === id),
    workAt: (projectId) => workAt?.get(projectId),
    within: (at, workingDays) => within(days, mine, at, workingDays),
    onOrAfter: (day) => onOrAfter(days, day),
    onOrBefore: (day, since) => onOrBefore(days, mine, day, since),
    isClosed: (owedId) => {
      const said = answer(owedId)?.said.what;
      return said === "skipped" || said === "settled";
    },
  };
}

/** Clients who keep the same hours share one calendar, so that each day is worked out once. */
export function daysWith(mine: WorkingCalendar): (client: Client) => SharedDays {
  const shared = new Map<string, SharedDays>();
  return (client) => {
    const key = JSON.stringify([client.zone, client.workingTime, client.holidays]);
    const same = shared.get(key);
    if (same) return same;
    const days = sharedDays(mine, workingCalendar({ me: nobodyYet, client, absences: [], machineZone: mine.zone }));
    shared.set(key, days);
    return days;
  };
}
