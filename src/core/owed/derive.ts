import type { Book } from "../book/book";
import type { Text } from "../say";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainTime, Zone } from "../time/types";
import { instantOf } from "../time/zoned";
import { newestOf, type AnswerTo } from "./answers";
import { latestSaid, myCalendar, type OwedInput } from "./desk";
import type { FoundAt } from "./findAll";
import { createFinder } from "./keptFindings";
import { byUrgency, levelAt } from "./level";
import { lastOnly } from "./memory";
import { nextChange } from "./nextChange";
import type { Owed } from "./owed";
import { nameOfPlace } from "./places";
import { areSame } from "./records";

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
 * what it keeps from call to call only spares making the same again, and lets whoever paints see what has not changed.
 */
export function createSurveyor(): (input: OwedInput) => Survey {
  const calendar = lastOnly((me: Book["me"], absence: Book["absence"], zone: Zone) => myCalendar({ book: { me, absence }, zone }));
  const find = createFinder();
  const answersTo = lastOnly(newestOf);
  let last: { readonly items: readonly Owed[]; readonly owed: readonly Owed[] } = { items: [], owed: [] };

  return (input) => {
    const { book, zone, now } = input;
    const mine = calendar(book.me, book.absence, zone);
    const today = mine.dateAt(now);
    const answer = answersTo(input.answers, latestSaid(mine, today));
    const found = find(input, mine, today);
    // Times are written as seen from the beginning of today, so that an item holds still until its level changes.
    const seen = { zone: mine.zone, now: instantOf(today, "00:00" as PlainTime, mine.zone) };
    const items = found
      .filter(({ found: { from, until } }) => (from === undefined || now >= from) && (until === undefined || now < until))
      .map((item) => (item.written.owed = asOwed(item, now, seen, answer)));
    if (!areSame(last.items, items)) last = { items, owed: inOrder(items, last.owed) };
    return { owed: last.owed, next: nextChange({ now, mine, owed: last.owed, found }), mine };
  };
}

/** Sorted; where most of it was sorted before, in hardly more than one walk, since what is in order already is found to be so. */
function inOrder(items: readonly Owed[], before: readonly Owed[]): readonly Owed[] {
  const now = new Set(items);
  const kept = before.filter((one) => now.has(one));
  const known = new Set(kept);
  return [...kept, ...items.filter((one) => !known.has(one)).sort(byUrgency)].sort(byUrgency);
}

/** The same for whoever asks once. */
export const owed = (input: OwedInput): readonly Owed[] => createSurveyor()(input).owed;

interface Seen {
  readonly zone: Zone;
  readonly now: Instant;
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

function asOwed(item: FoundAt, now: Instant, seen: Seen, answer: AnswerTo): Owed {
  const { found, place, project, rule, kind } = item;
  const { id, readyFrom, sendBy, kindWhenOverdue, about } = found;
  const level = levelAt({ soonFrom: item.soonFrom, readyFrom, sendBy }, now);
  const said = answer(id)?.said;
  const snoozedUntil = said?.what === "snoozed" && said.until > now ? said.until : undefined;
  const before = item.written.owed;
  if (before?.level === level && before.snoozedUntil === snoozedUntil) return before;
  const what: Text = { id: `owed.what.${found.what}`, values: found.values ?? {} };
  const when = { time: "moment" as const, at: sendBy, zone: seen.zone, now: seen.now };
  const form = found.happens ? "owed.at" : level === "overdue" ? "owed.overdue" : "owed.by";
  const name = nameOfPlace(place, project);
  const reason: Text = { id: form, values: { client: name, what, when } };
  // By the thousand, field by field is five times quicker than spreading what may be absent.
  const owed: Writable<Owed> = { id, rule, clientId: place.client.id, name, reason, what, kind: level === "overdue" ? (kindWhenOverdue ?? kind) : kind, readyFrom, sendBy, level };
  if (project) owed.projectId = project.id;
  if (place.client.zone) owed.theirZone = place.client.zone;
  if (about) owed.about = about;
  if (found.hard) owed.hard = true;
  if (!found.overlaps) owed.outsideTheirHours = true;
  if (snoozedUntil !== undefined) owed.snoozedUntil = snoozedUntil;
  return owed;
}
