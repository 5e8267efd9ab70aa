import type { Answer } from "../book/answer";
import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { HistoryEntry } from "../book/sentRecord";
import { workingCalendar, type WorkingCalendar } from "../time/calendar";
import { standing } from "../book/sentRecord";
import type { Instant, Zone } from "../time/types";
import { sharedDays, type SharedDays } from "./sendWindow";

/** All that what is owed follows from. */
export interface OwedInput {
  readonly book: Book;
  readonly history: readonly HistoryEntry[];
  readonly answers: readonly Answer[];
  readonly now: Instant;
  /** The machine's zone, which is mine unless I have set one. */
  readonly zone: Zone;
  /** By project id: whether there is work that was not told yet. A project that is not in it counts as having some. */
  readonly hasWork?: ReadonlyMap<Id, boolean>;
}

/** The input laid out for quick looking up. */
export interface Desk {
  readonly input: OwedInput;
  readonly mine: WorkingCalendar;
  /** My days and this client's. */
  days(client: Client): SharedDays;
  /** When the client last had word, of this project or of nothing in particular; undefined: never. */
  lastWord(clientId: Id, projectId: Id | undefined): Instant | undefined;
  /** The same for contacts logged by hand alone: a call, a chat. */
  lastContact(clientId: Id, projectId: Id | undefined): Instant | undefined;
  /** Notes that a message told which still stands. */
  readonly toldNotes: ReadonlySet<Id>;
  /** The newest answer to an Owed. */
  answer(owedId: string): Answer | undefined;
}

export const myCalendar = ({ book, zone }: Pick<OwedInput, "book" | "zone">): WorkingCalendar =>
  workingCalendar({ me: book.me, absences: book.absence, machineZone: zone });

export function layOut(input: OwedInput): Desk {
  const { book, zone } = input;
  const mine = myCalendar(input);
  // Clients who keep the same hours share one calendar, so that each day is worked out once.
  const shared = new Map<string, SharedDays>();
  const sent = standing(input.history);
  const logged = contactsIn(input);
  const contacts = lastOf(logged);
  const words = lastOf([...sent, ...logged]);
  const answers = new Map<string, Answer>();
  for (const answer of input.answers) {
    const known = answers.get(answer.owedId);
    if (!known || known.at <= answer.at) answers.set(answer.owedId, answer);
  }
  return {
    input,
    mine,
    days: (client) => {
      const key = JSON.stringify([client.zone, client.workingTime]);
      let days = shared.get(key);
      if (!days) {
        days = sharedDays(mine, workingCalendar({ me: book.me, client, absences: [], machineZone: zone }));
        shared.set(key, days);
      }
      return days;
    },
    lastWord: of(words),
    lastContact: of(contacts),
    toldNotes: new Set(sent.flatMap(({ noteIds }) => noteIds)),
    answer: (owedId) => answers.get(owedId),
  };
}

const latest = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

interface Word {
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly at: Instant;
}

/** The last of them by project id, and by client id for those about no project in particular. */
function lastOf(words: readonly Word[]): ReadonlyMap<Id, Instant> {
  const last = new Map<Id, Instant>();
  for (const { clientId, projectId, at } of words) {
    const key = projectId ?? clientId;
    last.set(key, latest(last.get(key), at) ?? at);
  }
  return last;
}

const of =
  (last: ReadonlyMap<Id, Instant>): Desk["lastWord"] =>
  (clientId, projectId) =>
    latest(last.get(clientId), projectId === undefined ? undefined : last.get(projectId));

/** Contacts that were logged by hand. */
const contactsIn = ({ book }: OwedInput): readonly Word[] =>
  book.note
    .filter((note) => note.kind === "contact" && note.archivedAt === undefined)
    .map(({ clientId, projectId, at, createdAt }) => ({ clientId, at: at ?? createdAt, ...(projectId !== undefined && { projectId }) }));
