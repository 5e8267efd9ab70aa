import { readRule, recurringDates } from "../time/recurrence";
import type { Instant, PlainDate, Zone } from "../time/types";
import { addDays, clockIn, dateIn, instantOf, later, parseInstant } from "../time/zoned";
import type { Book } from "./book";
import type { Id } from "./fields";
import type { Meeting } from "./meeting";

/** One time that a meeting takes place: of a single one, or of those of a recurring one. */
export interface Occurrence {
  readonly meeting: Meeting;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** More than a year of days, so that no rule fills the memory. */
const most = 1000;

/**
 * When a meeting takes place between two instants: what has ended by `from` or begins at `to` or later is left out. A
 * recurring one keeps its time of day in its own zone when the clocks change; a rule that cannot be read counts once.
 * What was cancelled or archived takes place no more.
 */
export function occurrencesOf(meeting: Meeting, from: Instant, to: Instant): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of times(meeting, from)) {
    if (occurrence.startsAt >= to || found.length >= most) break;
    if (occurrence.endsAt > from) found.push(occurrence);
  }
  return found;
}

/** The first that has not ended by `now`; undefined where there is none any more. */
export function nextOccurrence(meeting: Meeting, now: Instant): Occurrence | undefined {
  for (const occurrence of times(meeting, now)) if (occurrence.endsAt > now) return occurrence;
  return undefined;
}

/** Meetings to come of a client or a project that were made in a service as well: whatever becomes of the record, they stay there. */
export const madeThereAhead = ({ meeting }: Pick<Book, "meeting">, { kind, recordId }: { readonly kind: string; readonly recordId: Id }, now: Instant): readonly Meeting[] =>
  meeting.filter((one) => (kind === "client" ? one.clientId : kind === "project" ? one.projectId : undefined) === recordId && one.linked !== undefined && nextOccurrence(one, now) !== undefined);

const lookBack = 100;

/** The last that has begun by `now`, up to a hundred days ago. */
export const lastOccurrence = (meeting: Meeting, now: Instant): Occurrence | undefined =>
  occurrencesOf(meeting, later(now, -lookBack * 1440), later(now, 1)).findLast(({ startsAt }) => startsAt <= now);

function* times(meeting: Meeting, from: Instant): Generator<Occurrence> {
  if (meeting.cancelledAt !== undefined || meeting.archivedAt !== undefined) return;
  const except = new Set(meeting.except);
  for (const startsAt of beginnings(meeting, from)) {
    if (!except.has(startsAt)) yield { meeting, startsAt, endsAt: later(startsAt, meeting.minutes) };
  }
}

/** In order, from some time before `from` on. */
function* beginnings({ startsAt, recurs, zone, minutes }: Meeting, from: Instant): Generator<Instant> {
  const rule = recurs === undefined ? undefined : readRule(recurs);
  if (!rule) {
    yield startsAt;
    return;
  }
  const start = dateIn(startsAt, zone);
  const time = clockIn(startsAt, zone);
  const until = rule.until === undefined ? undefined : momentOf(rule.until, zone);
  // One that has begun the day before may still go on.
  const first = addDays(dateIn(later(from, -minutes), zone), -1);
  for (const date of recurringDates(rule, start, first > start ? first : start)) {
    const at = instantOf(date, time, zone);
    if (until !== undefined && at > until) return;
    yield at;
  }
}

/** The last moment that "20261231", "20261231T170000Z" or the same without a zone stands for. */
function momentOf(until: string, zone: Zone): Instant | undefined {
  const date = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` as PlainDate;
  if (until.length === 8) return instantOf(addDays(date, 1), "00:00" as never, zone);
  const time = `${until.slice(9, 11)}:${until.slice(11, 13)}`;
  return until.endsWith("Z") ? parseInstant(`${date}T${time}:${until.slice(13, 15)}Z`) : instantOf(date, time as never, zone);
}

/** All that takes place between two instants, by time. */
export const occurrencesIn = (book: Pick<Book, "meeting">, from: Instant, to: Instant): readonly Occurrence[] =>
  book.meeting
    .flatMap((meeting) => occurrencesOf(meeting, from, to))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.meeting.id < b.meeting.id ? -1 : 1));
