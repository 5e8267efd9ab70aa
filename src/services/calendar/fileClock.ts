import ICAL from "ical.js";
import type { Instant, PlainDate, PlainTime, Zone } from "../../core/time/types";
import { instantAt, instantOf } from "../../core/time/zoned";

// Times as they stand in a calendar file.

const two = (number: number): string => String(number).padStart(2, "0");
export const dateOf = (time: ICAL.Time): PlainDate => `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}` as PlainDate;
export const clockOf = (time: ICAL.Time): PlainTime => `${two(time.hour)}:${two(time.minute)}` as PlainTime;
/** What exceptions are known by. */
export const keyOf = (time: ICAL.Time): string => (time.isDate ? dateOf(time) : `${dateOf(time)}T${clockOf(time)}`);

export type FileClock = (date: PlainDate, time: PlainTime) => Instant;

/**
 * The clock that a property's times are read from: UTC, the zone that it names, the one that the file itself defines under
 * this name (Outlook has names of its own), else the reader's.
 */
export function clockFor(component: ICAL.Component, name: string, reader: Zone): FileClock {
  const property = component.getFirstProperty(name);
  const value: unknown = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time)) return (date, time) => instantOf(date, time, reader);
  if (value.zone === ICAL.Timezone.utcTimezone) return (date, time) => instantOf(date, time, "UTC" as Zone);
  const id = property.getFirstParameter("tzid");
  if (id && isZone(id)) return (date, time) => instantOf(date, time, id);
  const calendar = component.parent as ICAL.Component | null;
  const defined = id ? calendar?.getAllSubcomponents("vtimezone").find((zone) => zone.getFirstPropertyValue("tzid") === id) : undefined;
  if (!defined) return (date, time) => instantOf(date, time, reader);
  const zone = new ICAL.Timezone(defined);
  return (date, time) => {
    const local = ICAL.Time.fromDateTimeString(`${date}T${time}:00`);
    local.zone = zone;
    return instantAt(local.toUnixTime() * 1000);
  };
}

function isZone(name: string): name is Zone {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
