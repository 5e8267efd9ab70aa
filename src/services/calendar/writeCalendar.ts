import type { Meeting } from "../../core/book/meeting";
import type { CalendarEntry } from "../../core/ports/calendars";
import { safeAddress } from "../../core/drafting/address";
import { readRule } from "../../core/time/recurrence";
import type { Instant, Zone } from "../../core/time/types";
import { clockIn, dateIn, later } from "../../core/time/zoned";
import { contentLine, parameterValue, textValue } from "./contentLines";
import { zoneDefinition } from "./zoneDefinition";

/**
 * A calendar file (RFC 5545) that puts a meeting into a calendar, moves it there, or takes it out again: whoever opens a
 * later file of the same meeting has its entry replaced, since the UID stays and SEQUENCE grows.
 */
export function writeCalendar(entry: CalendarEntry): string {
  const { meeting, series } = entry;
  const cancelled = meeting.cancelledAt !== undefined;
  // A single meeting needs no zone: calendars show a moment in their own. A recurring one keeps its time of day in its zone.
  const zone = ruleOf(series ?? meeting) === undefined ? undefined : (series ?? meeting).zone;
  return [
    contentLine("BEGIN", "VCALENDAR"),
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//Khobor//Khobor//EN"),
    contentLine("CALSCALE", "GREGORIAN"),
    contentLine("METHOD", cancelled ? "CANCEL" : "PUBLISH"),
    zone === undefined || isUtc(zone) ? "" : zoneDefinition(zone, earliest((series ?? meeting).startsAt, meeting.startsAt)),
    event(entry, zone, cancelled),
    contentLine("END", "VCALENDAR"),
  ].join("");
}

export function event({ meeting, series, notes, organizer, now }: CalendarEntry, zone: Zone | undefined, cancelled: boolean): string {
  const link = meeting.link === undefined ? undefined : safeAddress(meeting.link);
  const description = [...notes, ...(meeting.link === undefined ? [] : [meeting.link])].join("\n");
  const optional = (name: string, value: string | undefined) => (value === undefined || value === "" ? "" : contentLine(name, value));
  return [
    contentLine("BEGIN", "VEVENT"),
    contentLine("UID", textValue(`${(series ?? meeting).id}@khobor`)),
    series && meeting.ofSeries ? moment("RECURRENCE-ID", meeting.ofSeries.at, zone) : "",
    // Each change of a record raises its revision, so that this grows with every file.
    contentLine("SEQUENCE", String(meeting.rev - 1 + (series?.rev ?? 0))),
    contentLine("DTSTAMP", utc(now)),
    contentLine("CREATED", utc(meeting.createdAt)),
    contentLine("LAST-MODIFIED", utc(meeting.changedAt)),
    moment("DTSTART", meeting.startsAt, zone),
    moment("DTEND", later(meeting.startsAt, meeting.minutes), zone),
    series ? "" : optional("RRULE", ruleOf(meeting)),
    ...(series || ruleOf(meeting) === undefined ? [] : (meeting.except ?? []).map((at) => moment("EXDATE", at, zone))),
    contentLine("SUMMARY", textValue(meeting.title)),
    optional("DESCRIPTION", textValue(description)),
    // Most calendars make the place clickable, not the URL.
    optional("LOCATION", link && textValue(link)),
    optional("URL", link),
    contentLine("STATUS", cancelled ? "CANCELLED" : "CONFIRMED"),
    organizer && isAddress(organizer.email) ? contentLine(`ORGANIZER;CN=${parameterValue(organizer.name)}`, `mailto:${organizer.email}`) : "",
    meeting.urgent === true ? contentLine("PRIORITY", "1") : "",
    contentLine("END", "VEVENT"),
  ].join("");
}

/** A rule that cannot be read counts once, here as everywhere. */
export const ruleOf = ({ recurs }: Meeting): string | undefined => (recurs !== undefined && readRule(recurs) ? recurs.trim().toUpperCase().replace(/^RRULE:/, "") : undefined);
export const isUtc = (zone: Zone): boolean => zone === "UTC" || zone === "Etc/UTC";
const isAddress = (email: string): boolean => /^[^\s"<>@,;:]+@[^\s"<>@,;:]+$/.test(email);
const earliest = (a: Instant, b: Instant): Instant => (a < b ? a : b);

const moment = (name: string, at: Instant, zone: Zone | undefined): string =>
  zone === undefined || isUtc(zone) ? contentLine(name, utc(at)) : contentLine(`${name};TZID=${zone}`, `${dateIn(at, zone).replaceAll("-", "")}T${clockIn(at, zone).replace(":", "")}00`);

/** "20261120T110000Z" */
export const utc = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;
