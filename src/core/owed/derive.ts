import type { Book } from "../book/book";
import type { Text } from "../say";
import type { WorkingCalendar } from "../time/calendar";
import type { Instant, PlainTime, Zone } from "../time/types";
import { instantOf } from "../time/zoned";
import { newestOf, type AnswerTo } from "./answers";
import { latestSaid, myCalendar, type OwedInput } from "./desk";
import type { FoundAt } from "./findAll";
import { areSame } from "./groups";
import { createFinder } from "./keptFindings";
import { levelAt } from "./level";
import { lastOnly } from "./memory";
import { nextChange, stillAt, type Still } from "./nextChange";
import { createOrder } from "./order";
import type { Owed } from "./owed";
import { nameOfPlace } from "./places";

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
  const inOrder = createOrder();
  const listed = new WeakMap<readonly FoundAt[], Listed>();

  return (input) => {
    const { book, zone, now } = input;
    const mine = calendar(book.me, book.absence, zone);
    const today = mine.dateAt(now);
    const answer = answersTo(input.answers, latestSaid(mine, today));
    // Times are written as seen from the beginning of today, so that an item holds still until its level changes.
    const seen = { zone: mine.zone, now: instantOf(today, "00:00" as PlainTime, mine.zone) };
    const lists = find(input, mine, today, answer).map((found) => {
      const before = listed.get(found);
      // An answer to anything in it would have made another list.
      if (before && holds(before.still, now)) return before;
      const items = found.filter((item) => isShown(item, now)).map((item) => (item.written.owed = asOwed(item, now, seen, answer)));
      const list = { still: stillAt(now, found, answer), items: before && areSame(before.items, items) ? before.items : items };
      listed.set(found, list);
      return list;
    });
    return { owed: inOrder(lists.map(({ items }) => items)), next: nextChange(now, mine, lists.map(({ still }) => still)), mine };
  };
}

/** What is owed to one client, and for how long. */
interface Listed {
  readonly still: Still;
  readonly items: readonly Owed[];
}

const holds = ({ since, next }: Still, now: Instant): boolean => (since === undefined || since <= now) && (next === undefined || now < next);
const isShown = ({ found: { from, until } }: FoundAt, now: Instant): boolean => (from === undefined || now >= from) && (until === undefined || now < until);

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
