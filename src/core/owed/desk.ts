import type { Answer } from "../book/answer";
import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { HistoryEntry } from "../book/sentRecord";
import { workingCalendar, type WorkingCalendar } from "../time/calendar";
import type { Instant, PlainDate, Zone } from "../time/types";
import { lastOnly } from "./memory";
import type { Place } from "./places";
import type { RuleName } from "./ruleNames";
import { onOrAfter, onOrBefore, sharedDays, within, type SendWindow, type SharedDays } from "./sendWindow";
import { countsAsContact, type OwedSettings } from "./settings";
import { contactsIn, latest, toldBy, type Told } from "./told";

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

/** The input laid out for quick looking up. It holds for one day of mine. */
export interface Desk extends Pick<Told, "sent" | "noteTold" | "lastIncentive"> {
  readonly book: Book;
  readonly today: PlainDate;
  readonly mine: WorkingCalendar;
  readonly workAt: WorkSigns;
  readonly settings: OwedSettings | undefined;
  /** My days and this client's. */
  days(client: Client): SharedDays;
  /** A good day for word to this client; see sendWindow.ts. Undefined where I never work. */
  within(client: Client, at: Instant, workingDays: number): SendWindow | undefined;
  onOrAfter(client: Client, day: PlainDate): SendWindow | undefined;
  onOrBefore(client: Client, day: PlainDate, since: Instant): SendWindow | undefined;
  /** When the client last had word, of this project or of nothing in particular; undefined: never. */
  lastWord(clientId: Id, projectId: Id | undefined): Instant | undefined;
  /** The same for contacts logged by hand alone: a call, a chat. */
  lastContact(clientId: Id, projectId: Id | undefined): Instant | undefined;
  /** The newest answer to an Owed. */
  answer(owedId: string): Answer | undefined;
  /** The number by which another rule goes at this place; undefined: it is off there. */
  numberOf(rule: RuleName, place: Pick<Place, "client" | "project">): number | undefined;
  /** It was skipped or settled. */
  isClosed(owedId: string): boolean;
}

export const myCalendar = ({ book, zone }: { readonly book: Pick<Book, "me" | "absence">; readonly zone: Zone }): WorkingCalendar =>
  workingCalendar({ me: book.me, absences: book.absence, machineZone: zone });

/** Lays the input out, and keeps what the next one is likely to need again. */
export function createLayOut(): (input: Omit<OwedInput, "now">, mine: WorkingCalendar, today: PlainDate, numberOf: Desk["numberOf"]) => Desk {
  const told = lastOnly(toldBy);
  const contacts = lastOnly(contactsIn);
  const answered = lastOnly(newestOf);
  const days = lastOnly(daysOf);
  return ({ book, history, answers, settings, workAt = noSigns }, mine, today, numberOf) => {
    const { lastMessage, ...known } = told(history, settings);
    const lastContact = contacts(book);
    const calls = countsAsContact(settings, "contact") ? lastContact : () => undefined;
    const answer = answered(answers);
    const daysWith = days(mine);
    return {
      ...known,
      book,
      today,
      mine,
      workAt,
      settings,
      days: daysWith,
      within: (client, at, workingDays) => within(daysWith(client), mine, at, workingDays),
      onOrAfter: (client, day) => onOrAfter(daysWith(client), day),
      onOrBefore: (client, day, since) => onOrBefore(daysWith(client), mine, day, since),
      lastWord: (clientId, projectId) => latest(lastMessage(clientId, projectId), calls(clientId, projectId)),
      lastContact,
      answer,
      numberOf,
      isClosed: (owedId) => {
        const said = answer(owedId)?.said.what;
        return said === "skipped" || said === "settled";
      },
    };
  };
}

const noSigns: WorkSigns = new Map();

function newestOf(answers: readonly Answer[]): Desk["answer"] {
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const known = newest.get(answer.owedId);
    if (!known || known.at <= answer.at) newest.set(answer.owedId, answer);
  }
  return (owedId) => newest.get(owedId);
}

/** Clients who keep the same hours share one calendar, so that each day is worked out once. */
function daysOf(mine: WorkingCalendar): Desk["days"] {
  const shared = new Map<string, SharedDays>();
  const known = new WeakMap<Client, SharedDays>();
  const me = { names: [], emails: [] };
  const of = (client: Client): SharedDays => {
    const key = JSON.stringify([client.zone, client.workingTime, client.holidays]);
    const same = shared.get(key);
    if (same) return same;
    const days = sharedDays(mine, workingCalendar({ me, client, absences: [], machineZone: mine.zone }));
    shared.set(key, days);
    return days;
  };
  return (client) => {
    const days = known.get(client) ?? of(client);
    known.set(client, days);
    return days;
  };
}
