import type { CalendarEvent } from "../ports/calendars";
import type { Book, BookChange } from "./book";
import { revised, type Stamp } from "./changes";
import type { Client } from "./client";
import type { Holiday } from "./fields";

/** Whose public holidays: mine, or a client's. */
export type HolidaysOf = "me" | Client;

export const holidaysOf = (book: Book, whose: HolidaysOf): readonly Holiday[] => (whose === "me" ? book.me : (book.client.find(({ id }) => id === whose.id) ?? whose)).holidays ?? [];

export function keepHolidays(book: Book, whose: HolidaysOf, holidays: readonly Holiday[], stamp: Pick<Stamp, "now">): readonly BookChange[] {
  if (whose === "me") return [{ op: "me", me: { ...book.me, holidays } }];
  const client = book.client.find(({ id }) => id === whose.id) ?? whose;
  return [revised("client", client, { holidays: holidays.length > 0 ? holidays : undefined }, stamp)];
}

/** Whole days of a calendar as holidays, by day. What has an hour is an appointment and no holiday. */
export const holidaysIn = (events: readonly CalendarEvent[]): readonly Holiday[] =>
  events
    .filter(({ startsAt }) => startsAt === undefined)
    .map(({ from, to, name }) => ({ from, ...(to > from && { to }), ...(name !== undefined && { name }) }));

const keyOf = ({ from, to = from }: Holiday): string => `${from} ${to}`;

/** Those that are not there yet: days that are known already keep the name they have. */
export function newAmong(found: readonly Holiday[], known: readonly Holiday[]): readonly Holiday[] {
  const seen = new Set(known.map(keyOf));
  return found.filter((holiday) => !seen.has(keyOf(holiday)) && seen.add(keyOf(holiday)));
}

export const together = (a: readonly Holiday[], b: readonly Holiday[]): readonly Holiday[] => [...a, ...b].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

export const without = (holidays: readonly Holiday[], gone: readonly Holiday[]): readonly Holiday[] => holidays.filter((holiday) => !gone.includes(holiday));
