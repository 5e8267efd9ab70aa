import type { Say } from "../../core/say";
import { asTyped, readTypedDate, understood, type TypedAt, type TypedDate } from "../../core/time/typedDate";
import type { Instant, PlainTime } from "../../core/time/types";
import { dateIn, instantOf, later, minutesBetween } from "../../core/time/zoned";
import { readPastDate } from "./readPastDate";
import type { TextQuestion } from "./screen";

// When something took place: now, unless an earlier time is typed.

const DAY = 24 * 60;
/** A weekday was within the week, a date within the year. */
const looksBack = [6, 364];
const yesterday = /^(?:yesterday|গতকাল)(?=\s|$)/i;
/** Where only the day was said, the middle of it. */
const noon = "12:00" as PlainTime;

type Problem = { readonly problem: NonNullable<TypedDate["problem"]> };

/** Reads a moment that lies behind us: "10:00" is the last ten o'clock, "fri" the noon of last Friday. Empty is now. */
export function readPastMoment(text: string, at: TypedAt): { readonly at: Instant } | Problem {
  const { now, zone } = at;
  const typed = text.trim();
  if (yesterday.test(typed)) return readPast(typed.replace(yesterday, "today"), { zone, now: later(now, -DAY) }, now);
  return readPast(typed, at, now);
}

function readPast(text: string, at: TypedAt, latest: Instant): { readonly at: Instant } | Problem {
  const { now, zone } = at;
  const ahead: Problem = { problem: { id: "prompt.notPast", values: { text } } };
  const read = readTypedDate(text, at);
  if (!read) return { at: now };
  if (read.problem) return { problem: read.problem };
  if (read.due.by === "date") {
    const day = readPastDate(text, at);
    if (!day || "problem" in day) return day ?? ahead;
    return { at: day.on === dateIn(latest, zone) ? latest : instantOf(day.on, noon, zone) };
  }
  const first = read.due.at;
  if (first <= latest) return { at: first };
  const earlier = lastSuch(text, first, at);
  return earlier === undefined ? ahead : { at: earlier };
}

/** The last moment that a text means which is read as the next one, `first`. What keeps its distance from "now" was counted from it, "+2h", and has none. */
function lastSuch(text: string, first: Instant, { now, zone }: TypedAt): Instant | undefined {
  const from = (then: Instant): Instant | undefined => {
    const { due } = readTypedDate(text, { now: then, zone }) ?? {};
    return due?.by !== "instant" || minutesBetween(then, due.at) === minutesBetween(now, first) ? undefined : due.at;
  };
  const today = dateIn(now, zone);
  const midnight = instantOf(today, "00:00" as PlainTime, zone);
  const onThisDay = from(midnight);
  if (onThisDay !== undefined && dateIn(onThisDay, zone) === today) return onThisDay <= now ? onThisDay : later(onThisDay, -DAY);
  return looksBack.map((days) => from(later(now, -days * DAY))).find((found) => found !== undefined && found <= now);
}

/** Asks when it was; what was understood is shown while typing. Enter alone is now, or what stands. @param value what stands */
export function pastMomentQuestion(say: Say, at: TypedAt, prompt: string, value?: Instant): TextQuestion {
  return {
    prompt,
    placeholder: say("prompt.pastMomentPlaceholder"),
    ...(value !== undefined && { value: asTyped({ by: "instant", at: value }, at.zone) }),
    check: (typed) => {
      if (typed.trim() === "") return undefined;
      const read = readPastMoment(typed, at);
      return "problem" in read ? { wrong: say(read.problem) } : { understood: say("prompt.understood", { what: understood({ by: "instant", at: read.at }, at) }) };
    },
  };
}

/** The moment that an accepted answer holds. */
export function pastMomentOf(typed: string, at: TypedAt): Instant {
  const read = readPastMoment(typed, at);
  return "at" in read ? read.at : at.now;
}
