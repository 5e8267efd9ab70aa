import ICAL from "ical.js";
import type { CalendarEvent, CalendarReading } from "../../core/ports/calendars";
import { readRule, recurringDates, type RecurrenceRule } from "../../core/time/recurrence";
import type { PlainDate, Zone } from "../../core/time/types";
import { addDays, dateIn, daysBetween, later, minutesBetween } from "../../core/time/zoned";
import { clockFor, clockOf, dateOf, keyOf } from "./fileClock";

export interface Within {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly zone: Zone;
}

const mostCharacters = 20_000_000;
const mostEvents = 20_000;
const mostTimes = 5_000;
/** Of all events together: a file that says more says it to keep the editor busy. */
const mostTimesInAll = 50_000;

/** Reads a calendar file. ical.js takes it apart; when things recur is worked out as everywhere here. */
export function readCalendar(text: string, within: Within): CalendarReading | undefined {
  const calendars = parse(text);
  if (!calendars) return undefined;
  const components = calendars.flatMap((calendar) => calendar.getAllSubcomponents("vevent")).slice(0, mostEvents);
  const apart = occurrencesApart(components);
  const events: CalendarEvent[] = [];
  let leftOut = 0;
  for (const component of components) {
    if (events.length >= mostTimesInAll) {
      leftOut++;
      continue;
    }
    try {
      const found = eventsOf(component, apart.get(uidOf(component)), within);
      events.push(...found.events);
      if (!found.understood) leftOut++;
    } catch {
      // One entry that makes no sense does not spoil the others.
      leftOut++;
    }
  }
  const order = ({ from, startsAt, uid }: CalendarEvent) => `${from} ${startsAt ?? ""} ${uid}`;
  return { events: events.sort((a, b) => (order(a) < order(b) ? -1 : 1)), leftOut };
}

/** A file may hold several calendars, one after the other. */
function parse(text: string): readonly ICAL.Component[] | undefined {
  const trimmed = text.replace(/^[\uFEFF\s]+/, "");
  if (text.length > mostCharacters || !/^BEGIN:VCALENDAR/i.test(trimmed)) return undefined;
  try {
    const parsed = ICAL.parse(trimmed) as unknown[];
    const calendars = typeof parsed[0] === "string" ? [parsed] : (parsed as unknown[][]);
    return calendars.map((calendar) => new ICAL.Component(calendar)).filter(({ name }) => name === "vcalendar");
  } catch {
    return undefined;
  }
}

const valueOf = (component: ICAL.Component, name: string): unknown => component.getFirstPropertyValue(name);
function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = valueOf(component, name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
const uidOf = (component: ICAL.Component): string => textOf(component, "uid") ?? "";
const timesOf = (component: ICAL.Component, name: string): readonly ICAL.Time[] =>
  component
    .getAllProperties(name)
    .flatMap((property) => property.getValues() as unknown[])
    .filter((value): value is ICAL.Time => value instanceof ICAL.Time);

/** Per UID: the times of a recurring event that have an entry of their own, moved or cancelled. */
function occurrencesApart(components: readonly ICAL.Component[]): ReadonlyMap<string, ReadonlySet<string>> {
  const apart = new Map<string, Set<string>>();
  for (const component of components) {
    for (const id of timesOf(component, "recurrence-id")) apart.set(uidOf(component), (apart.get(uidOf(component)) ?? new Set()).add(keyOf(id)));
  }
  return apart;
}

interface Read {
  readonly events: readonly CalendarEvent[];
  /** By a rule that is not understood, only the first time is told. */
  readonly understood: boolean;
}

function eventsOf(component: ICAL.Component, apart: ReadonlySet<string> | undefined, within: Within): Read {
  const start = valueOf(component, "dtstart");
  if (!(start instanceof ICAL.Time)) return { events: [], understood: false };
  if (textOf(component, "status")?.toUpperCase() === "CANCELLED") return { events: [], understood: true };
  const name = textOf(component, "summary");
  const description = textOf(component, "description");
  const about = { uid: uidOf(component), ...(name !== undefined && { name }), ...(description !== undefined && { description }) };
  const single = component.hasProperty("recurrence-id");
  const rules = component.getAllProperties("rrule").map((property) => readRule(String(property.getFirstValue())));
  const { days, place } = placing(component, start, within.zone);
  const dates = single ? [dateOf(start)] : beginnings(component, start, rules, { ...within, from: addDays(within.from, -days) });
  const except = new Set(single ? [] : [...(apart ?? []), ...timesOf(component, "exdate").map(keyOf)]);
  const events = dates
    .filter((date) => !except.has(date) && !except.has(`${date}T${clockOf(start)}`))
    .map((date): CalendarEvent => ({ ...about, ...place(date) }))
    .filter(({ from, to }) => to >= within.from && from <= within.to);
  return { events, understood: rules.every((rule) => rule !== undefined) };
}

/** The days on which it begins. The first counts whether the rule names it or not, and so does every day that the file names. */
function beginnings(component: ICAL.Component, start: ICAL.Time, rules: readonly (RecurrenceRule | undefined)[], { from, to }: Within): readonly PlainDate[] {
  const first = dateOf(start);
  const dates = new Set([first, ...timesOf(component, "rdate").map(dateOf)]);
  for (const rule of rules) {
    if (!rule) continue;
    for (const date of recurringDates(rule, first, from > first ? from : first)) {
      // In another zone it may be a day earlier.
      if (date > addDays(to, 1) || dates.size > mostTimes) break;
      dates.add(date);
    }
  }
  return [...dates].sort();
}

/** How many days each lasts at most, and where one that begins on a day lies. */
function placing(component: ICAL.Component, start: ICAL.Time, reader: Zone): { readonly days: number; readonly place: (date: PlainDate) => Omit<CalendarEvent, "uid"> } {
  const end = valueOf(component, "dtend");
  const duration = valueOf(component, "duration");
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : undefined;
  if (start.isDate) {
    // The end is the first day after it.
    const length = end instanceof ICAL.Time ? daysBetween(dateOf(start), dateOf(end)) : Math.round((seconds ?? 0) / 86_400);
    const days = Math.min(Math.max(1, length), 366);
    return { days, place: (date) => ({ from: date, to: addDays(date, days - 1) }) };
  }
  const clock = clockFor(component, "dtstart", reader);
  const startsAt = clock(dateOf(start), clockOf(start));
  const length = end instanceof ICAL.Time ? minutesBetween(startsAt, clockFor(component, "dtend", reader)(dateOf(end), clockOf(end))) : (seconds ?? 0) / 60;
  const minutes = Math.min(Math.max(0, length), 366 * 1440);
  return {
    days: Math.ceil(minutes / 1440) + 1,
    place: (date) => {
      const at = clock(date, clockOf(start));
      const endsAt = later(at, minutes);
      const last = minutes > 0 ? later(endsAt, -1) : endsAt;
      return { from: dateIn(at, reader), to: dateIn(last, reader), startsAt: at, endsAt };
    },
  };
}
