import type { CalendarEntry, CalendarItem } from "../../core/ports/calendars";
import type { Instant, Zone } from "../../core/time/types";
import { contentLine, textValue } from "./contentLines";
import { event, isUtc, ruleOf, utc } from "./writeCalendar";
import { zoneDefinition } from "./zoneDefinition";

/** One calendar file (RFC 5545) with all of these: recurring meetings in their zones, days as dates, moments in UTC. */
export function writeAll(entries: readonly CalendarEntry[], items: readonly CalendarItem[]): string {
  const zones = new Map<Zone, Instant>();
  const withZone = entries.map((entry) => {
    const whole = entry.series ?? entry.meeting;
    const zone = ruleOf(whole) === undefined || isUtc(whole.zone) ? undefined : whole.zone;
    const known = zone === undefined ? undefined : zones.get(zone);
    if (zone !== undefined && (known === undefined || whole.startsAt < known)) zones.set(zone, whole.startsAt);
    return { entry, zone };
  });
  return [
    contentLine("BEGIN", "VCALENDAR"),
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//Khobor//Khobor//EN"),
    contentLine("CALSCALE", "GREGORIAN"),
    contentLine("METHOD", "PUBLISH"),
    ...[...zones].map(([zone, from]) => zoneDefinition(zone, from)),
    ...withZone.map(({ entry, zone }) => event(entry, zone, false)),
    ...items.map(itemEvent),
    contentLine("END", "VCALENDAR"),
  ].join("");
}

function itemEvent({ uid, name, since, at, on }: CalendarItem): string {
  return [
    contentLine("BEGIN", "VEVENT"),
    contentLine("UID", textValue(`${uid}@khobor`)),
    contentLine("DTSTAMP", utc(since)),
    // Without an end, a moment takes no time and a day lasts a day.
    at === undefined ? contentLine("DTSTART;VALUE=DATE", on.replaceAll("-", "")) : contentLine("DTSTART", utc(at)),
    contentLine("SUMMARY", textValue(name)),
    // What is owed keeps nobody from being free.
    contentLine("TRANSP", "TRANSPARENT"),
    contentLine("END", "VEVENT"),
  ].join("");
}
