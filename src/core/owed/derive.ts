import type { Answer } from "../book/answer";
import type { Book } from "../book/book";
import type { HistoryEntry } from "../book/sentRecord";
import type { Text } from "../say";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainDate, Zone } from "../time/types";
import { addDays } from "../time/zoned";
import { createLayOut, myCalendar, type Desk, type OwedInput, type WorkSigns } from "./desk";
import { findAll, numberAt, type FoundAt } from "./findAll";
import { byUrgency, levelAt } from "./level";
import { lastOnly } from "./memory";
import { nextChange } from "./nextChange";
import type { Owed } from "./owed";
import { nameOfPlace, placesOf } from "./places";
import type { OwedSettings } from "./settings";

/** What is owed at one moment. */
export interface Survey {
  /** To all clients, most urgent first, also what is not due yet. */
  readonly owed: readonly Owed[];
  /** The next moment at which any of it changes. */
  readonly next: Instant;
  readonly mine: WorkingCalendar;
}

/**
 * Looks at what is owed. A function of its input alone: the same input gives the same survey, whatever was asked before;
 * what it keeps from call to call only spares finding the same again while nothing but the time has changed.
 */
export function createSurveyor(): (input: OwedInput) => Survey {
  const calendar = lastOnly((me: Book["me"], absence: Book["absence"], zone: Zone) => myCalendar({ book: { me, absence }, zone }));
  const places = lastOnly(placesOf);
  const layOut = createLayOut();
  const numbers = lastOnly(numberAt);
  const find = lastOnly(
    (
      book: Book, history: readonly HistoryEntry[], answers: readonly Answer[], zone: Zone, workAt: WorkSigns | undefined,
      settings: OwedSettings | undefined, mine: WorkingCalendar, today: PlainDate,
    ) => {
      const input = { book, history, answers, zone, ...(workAt && { workAt }), ...(settings && { settings }) };
      const desk = layOut(input, mine, today, numbers(settings));
      return { desk, found: findAll(places(book), desk) };
    },
  );
  return (input) => {
    const { book, history, answers, zone, workAt, settings, now } = input;
    const mine = calendar(book.me, book.absence, zone);
    const { desk, found } = find(book, history, answers, zone, workAt, settings, mine, mine.dateAt(now));
    const owed = found
      .filter((item) => isShown(item, desk, now))
      .map((item) => asOwed(item, desk, now))
      .sort(byUrgency);
    return { owed, next: nextChange({ now, mine, owed, found: found.map((item) => item.found) }), mine };
  };
}

/** The same for whoever asks once. */
export const owed = (input: OwedInput): readonly Owed[] => createSurveyor()(input).owed;

/** What lies further ahead than this nobody needs to see yet. */
const AHEAD_DAYS = 30;

function isShown({ found }: FoundAt, { mine, today }: Desk, now: Instant): boolean {
  if (found.until !== undefined && now >= found.until) return false;
  return found.from === undefined ? mine.dateAt(found.readyFrom) <= addDays(today, AHEAD_DAYS) : now >= found.from;
}

function asOwed({ found, place, project, rule, kind }: FoundAt, desk: Desk, now: Instant): Owed {
  const { id, readyFrom, sendBy, kindWhenOverdue, about } = found;
  const level = levelAt(found, desk.mine, now);
  const answer = desk.answer(id)?.said;
  const what: Text = { id: `owed.what.${found.what}`, values: found.values ?? {} };
  const when = { time: "moment" as const, at: sendBy, zone: desk.mine.zone, now };
  const form = found.happens ? "owed.at" : level === "overdue" ? "owed.overdue" : "owed.by";
  return {
    id,
    rule,
    clientId: place.client.id,
    ...(project && { projectId: project.id }),
    reason: { id: form, values: { client: nameOfPlace(place, project), what, when } },
    what,
    kind: level === "overdue" ? (kindWhenOverdue ?? kind) : kind,
    ...(about && { about }),
    readyFrom,
    sendBy,
    level,
    ...(found.hard && { hard: true }),
    ...(!found.overlaps && { outsideTheirHours: true }),
    ...(answer?.what === "snoozed" && answer.until > now && { snoozedUntil: answer.until }),
  };
}
