import type { Answer } from "../book/answer";
import type { Id } from "../book/fields";
import type { SentRecord } from "../book/sentRecord";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainDate } from "../time/types";
import { newestOf } from "./answers";
import { daysWith, latestSaid, layOut, type Desk, type OwedInput } from "./desk";
import { findAll, numberAt, type FoundAt } from "./findAll";
import { lastOnly } from "./memory";
import { placesOf } from "./places";
import { areSame, createGrouping, createSentByClient, type ClientRecords } from "./records";

/** What was found at a client, with all that it was found from. */
interface Kept {
  readonly records: ClientRecords;
  readonly sent: readonly SentRecord[];
  readonly work: readonly (readonly Instant[] | undefined)[];
  readonly answers: ReadonlyMap<string, Answer | undefined>;
  readonly found: readonly FoundAt[];
}

/**
 * Finds what is owed to everybody today. Most looks come when an hour has passed or one client's record has changed: what was
 * found at the others is kept, as long as nothing that it rests on is another.
 */
export function createFinder(): (input: Omit<OwedInput, "now">, mine: WorkingCalendar, today: PlainDate) => readonly FoundAt[] {
  const days = lastOnly(daysWith);
  const numbers = lastOnly(numberAt);
  const records = createGrouping();
  const sent = lastOnly(createSentByClient());
  const newest = lastOnly(newestOf);
  // A new one whenever something changes that all clients share.
  const keptFor = lastOnly((..._shared: readonly unknown[]) => new Map<Id, Kept>());
  const all = lastOnly((..._all: readonly unknown[]): { found?: readonly FoundAt[] } => ({}));

  return ({ book, history, answers, settings, workAt }, mine, today) => {
    const whole = all(book, history, answers, settings, workAt, mine, today);
    if (whole.found) return whole.found;
    const kept = keptFor(mine, today, settings, book.absence);
    const daysOf = days(mine);
    const numberOf = numbers(settings);
    const sentTo = sent(history);
    const until = latestSaid(mine, today);
    const answer = newest(answers, until);

    const findAtClient = (own: ClientRecords): readonly FoundAt[] => {
      const before = kept.get(own.client.id);
      const told = sentTo(own.client.id);
      const work = own.projects.map(({ id }) => workAt?.get(id));
      if (before && areSameRecords(before.records, own) && areSame(before.sent, told) && isSameWork(before.work, work) && hasSameAnswers(before.answers, answer))
        return before.found;
      const asked = new Map<string, Answer | undefined>();
      const ask: Desk["answer"] = (id) => {
        const said = answer(id);
        asked.set(id, said);
        return said;
      };
      const desk = layOut({ records: own, sent: told, workAt, settings, until, mine, today, absences: book.absence, days: daysOf(own.client), answer: ask, numberOf });
      const found = findAll(placesOf(own), desk);
      kept.set(own.client.id, { records: own, sent: told, work, answers: asked, found });
      return found;
    };
    return (whole.found = records(book).flatMap(findAtClient));
  };
}

function areSameRecords(a: ClientRecords, b: ClientRecords): boolean {
  return (
    a.client === b.client &&
    areSame(a.projects, b.projects) &&
    areSame(a.milestones, b.milestones) &&
    areSame(a.notes, b.notes) &&
    areSame(a.meetings, b.meetings) &&
    areSame(a.invoices, b.invoices)
  );
}

/** Signs are read anew each time, so that equal ones are seldom the same. */
const isSameWork = (a: Kept["work"], b: Kept["work"]): boolean => a.length === b.length && a.every((times, n) => areSame(times ?? none, b[n] ?? none));
const none: readonly never[] = [];

const hasSameAnswers = (asked: Kept["answers"], answer: Desk["answer"]): boolean => [...asked].every(([id, said]) => answer(id) === said);
