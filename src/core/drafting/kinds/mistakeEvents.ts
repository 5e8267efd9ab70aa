import type { Note } from "../../book/note";
import { readTypedDate, type TypedAt } from "../../time/typedDate";
import { instantOf, later } from "../../time/zoned";
import type { Instant, PlainTime } from "../../time/types";

export type MistakeEvent = NonNullable<Note["outline"]>["events"][number];

const DAY = 24 * 60;
/** A time of today or yesterday, a weekday of the last week, a day of the last year. */
const looksBack = [0, 1, 6, 364];

/** Reads one line of what happened: "10:15 ran the import again", "19 nov 17:30: the first complaint". A time lies in the past. */
export function readEvent(line: string, at: TypedAt): MistakeEvent {
  const suggested = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.+)$/s.exec(line);
  if (suggested?.[1] !== undefined && suggested[2] !== undefined) return { at: suggested[1] as NonNullable<MistakeEvent["at"]>, text: suggested[2] };
  const timed = /^(\d{1,2}[:.]\d\d)[\s,–-]+(.+)$/su.exec(line) ?? /^([^:]{3,24}(?:\d{1,2}:\d\d)?)\s*[:–]\s+(.+)$/su.exec(line);
  const [, when = "", text = ""] = timed ?? [];
  const moment = timed ? pastMoment(when.replace(".", ":"), at) : undefined;
  return moment === undefined || text.trim() === "" ? { text: line } : { at: moment, text: text.trim() };
}

/** Dates are read as the next such day; what happened lies behind, so it is read as if some days ago. */
function pastMoment(when: string, at: TypedAt): Instant | undefined {
  for (const days of looksBack) {
    const due = readTypedDate(when, { ...at, now: later(at.now, -days * DAY) })?.due;
    const moment = due && (due.by === "instant" ? due.at : instantOf(due.on, "00:00" as PlainTime, at.zone));
    if (moment !== undefined && moment <= at.now) return moment;
  }
  return undefined;
}

/** As a choice hands it over, so that it is read again as what it was. */
export const writtenSuggestion = ({ at, text }: MistakeEvent): string => (at === undefined ? text : `${at} ${text}`);
