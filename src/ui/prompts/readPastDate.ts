import { readTypedDate, type TypedAt, type TypedDate } from "../../core/time/typedDate";
import type { PlainDate } from "../../core/time/types";
import { dateIn, daysBetween, later } from "../../core/time/zoned";

const DAY = 24 * 60;
/** Far enough back to meet every weekday once, or every day of the year once; never twice. */
const looksBack = [6, 364];

/**
 * Reads a date that lies behind us: "fri" is last Friday, "12 dec" the last 12 December. What can only lie ahead ("+2w",
 * "2030-01-01") is a problem. A time of day is left aside.
 */
export function readPastDate(text: string, at: TypedAt): { readonly on: PlainDate } | { readonly problem: NonNullable<TypedDate["problem"]> } | undefined {
  const read = readTypedDate(text, at);
  if (!read || read.problem) return read;
  const today = dateIn(at.now, at.zone);
  const dayOf = ({ due }: TypedDate & { problem?: never }) => (due.by === "date" ? due.on : dateIn(due.at, at.zone));
  const first = dayOf(read);
  if (first <= today) return { on: first };
  for (const days of looksBack) {
    const now = later(at.now, -days * DAY);
    const earlier = readTypedDate(text, { ...at, now });
    if (!earlier || earlier.problem) continue;
    const on = dayOf(earlier);
    // What keeps its distance from "now" was counted from today: "tomorrow", "+2w".
    const counted = daysBetween(dateIn(now, at.zone), on) === daysBetween(today, first);
    if (on <= today && !counted) return { on };
  }
  return { problem: { id: "prompt.notPast", values: { text: text.trim() } } };
}
