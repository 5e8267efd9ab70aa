import type { Answer } from "../book/answer";
import type { Id } from "../book/fields";
import type { SentRecord } from "../book/sentRecord";
import type { WorkingCalendar } from "../time/calendar";
import type { PlainDate } from "../time/types";
import type { AnswerTo } from "./answers";
import { daysWith, layOut, type OwedInput, type WorkSigns } from "./desk";
import { findAll, numberAt, type FoundAt } from "./findAll";
import { areSame } from "./groups";
import { lastOnly } from "./memory";
import { meetingTimesOn } from "./meetingTimes";
import { placesOf } from "./places";
import { createGrouping, createSentByClient, type ClientRecords } from "./records";

/** What was found at a client, with all that it was found from. */
interface Kept {
  readonly records: ClientRecords;
  readonly sent: readonly SentRecord[];
  readonly workAt: WorkSigns | undefined;
  readonly answer: AnswerTo;
  readonly answers: ReadonlyMap<string, Answer | undefined>;
  readonly found: readonly FoundAt[];
}

/** What was found at each client: the same list for as long as nothing that it rests on is another. */
type Findings = readonly (readonly FoundAt[])[];

/**
 * Finds what is owed to everybody today. Most looks come when an hour has passed or one client's record has changed: what was
 * found at the others is kept.
 */
export function createFinder(): (input: Omit<OwedInput, "now">, mine: WorkingCalendar, today: PlainDate, answer: AnswerTo) => Findings {
  const days = lastOnly(daysWith);
  const numbers = lastOnly(numberAt);
  const times = lastOnly(meetingTimesOn);
  const records = lastOnly(createGrouping());
  const sent = lastOnly(createSentByClient());
  // A new one whenever something changes that all clients share.
  const keptFor = lastOnly((..._shared: readonly unknown[]) => new Map<Id, Kept>());
  const all = lastOnly((..._all: readonly unknown[]): { found?: Findings } => ({}));

  return ({ book, history, settings, workAt }, mine, today, answer) => {
    const whole = all(book, history, answer, settings, workAt, mine, today);
    if (whole.found) return whole.found;
    const kept = keptFor(mine, today, settings, book.absence);
    const daysOf = days(mine);
    const numberOf = numbers(settings);
    const timesOf = times(mine, today);
    const sentTo = sent(history);

    const findAtClient = (own: ClientRecords): readonly FoundAt[] => {
      const { id } = own.client;
      const before = kept.get(id);
      const told = sentTo(id);
      if (before?.records === own && before.sent === told && hasSameWork(before, workAt) && hasSameAnswers(before, answer)) {
        if (before.workAt !== workAt || before.answer !== answer) kept.set(id, { ...before, workAt, answer });
        return before.found;
      }
      const asked = new Map<string, Answer | undefined>();
      const ask: AnswerTo = (owedId) => {
        const said = answer(owedId);
        asked.set(owedId, said);
        return said;
      };
      const desk = layOut({ records: own, sent: told, workAt, settings, mine, today, absences: book.absence, days: daysOf(own.client), answer: ask, numberOf, timesOf });
      const found = findAll(placesOf(own), desk);
      kept.set(id, { records: own, sent: told, workAt, answer, answers: asked, found });
      return found;
    };
    return (whole.found = records(book).map(findAtClient));
  };
}

/** Signs are read anew each time, so that equal ones are seldom the same. */
const hasSameWork = (kept: Kept, workAt: WorkSigns | undefined): boolean =>
  kept.workAt === workAt || kept.records.projects.every(({ id }) => areSame(kept.workAt?.get(id) ?? none, workAt?.get(id) ?? none));
const none: readonly never[] = [];

function hasSameAnswers(kept: Kept, answer: AnswerTo): boolean {
  if (kept.answer === answer) return true;
  for (const [id, said] of kept.answers) if (answer(id) !== said) return false;
  return true;
}
