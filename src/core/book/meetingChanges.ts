import { readRule, weekdayCode } from "../time/recurrence";
import type { Instant, PlainDate, Weekday } from "../time/types";
import { addDays, dateIn, weekdayOf } from "../time/zoned";
import type { BookChange } from "./book";
import { created, revised, type Fields, type Stamp } from "./changes";
import type { Meeting } from "./meeting";
import { addNote } from "./noteChanges";

interface Changed {
  readonly changes: readonly BookChange[];
  /** The meeting that messages about the change are about. */
  readonly meeting: Meeting;
}

export function addMeeting(input: Fields<"meeting">, stamp: Stamp): Changed {
  const put = created("meeting", input, stamp);
  return { changes: [put], meeting: put.record };
}

/** Which of a recurring meeting: the one that begins then, or it and all after it. */
export type Which = { readonly only: Instant } | { readonly from: Instant };

/**
 * Moves a meeting to another time. One of a recurring one becomes a meeting of its own, which takes its place; where all are
 * moved, the recurring one begins anew at that time. Where it was is remembered until the client has been told.
 */
export function moveMeeting(meeting: Meeting, to: { readonly startsAt: Instant; readonly minutes?: number }, which: Which | undefined, stamp: Stamp): Changed {
  if (which && "only" in which && recurs(meeting)) return apart(meeting, which.only, { ...to, movedFrom: which.only }, stamp);
  const was = meeting.movedFrom ?? (which && "from" in which ? which.from : meeting.startsAt);
  const put = revised(
    "meeting",
    meeting,
    {
      ...to,
      movedFrom: was === to.startsAt ? undefined : was,
      ...(recurs(meeting) && { recurs: ruleFrom(meeting.recurs ?? "", dateIn(to.startsAt, meeting.zone)), except: undefined }),
    },
    stamp,
  );
  return { changes: [put], meeting: put.record };
}

/** One of a recurring meeting that is cancelled stays known as one, so that the client can be told. */
export function cancelMeeting(meeting: Meeting, which: Which | undefined, stamp: Stamp): Changed {
  if (which && "only" in which && recurs(meeting)) return apart(meeting, which.only, { startsAt: which.only, cancelledAt: stamp.now }, stamp);
  const put = revised("meeting", meeting, { cancelledAt: stamp.now }, stamp);
  return { changes: [put], meeting: put.record };
}

export const markUrgent = (meeting: Meeting, urgent: boolean, stamp: Pick<Stamp, "now">): readonly BookChange[] =>
  (meeting.urgent === true) === urgent ? [] : [revised("meeting", meeting, { urgent: urgent ? true : undefined }, stamp)];

/** What was decided, one note a line; each will be told in the next update, and in a message about the meeting. */
export const noteDecisions = (meeting: Meeting, decisions: readonly string[], stamp: Stamp): readonly BookChange[] =>
  decisions.flatMap((text) => addNote({ clientId: meeting.clientId, projectId: meeting.projectId, kind: "decision", text, at: stamp.now, meetingId: meeting.id }, stamp).changes);

const recurs = ({ recurs }: Meeting): boolean => recurs !== undefined && readRule(recurs) !== undefined;

function apart(series: Meeting, at: Instant, fields: Pick<Meeting, "startsAt"> & Partial<Meeting>, stamp: Stamp): Changed {
  const { clientId, projectId, title, minutes, zone, link, agenda } = series;
  const own = created("meeting", { clientId, projectId, title, minutes, zone, link, agenda, ...fields, ofSeries: { meetingId: series.id, at } }, stamp);
  const hole = revised("meeting", series, { except: [...(series.except ?? []).filter((each) => each !== at), at] }, stamp);
  return { changes: [hole, own], meeting: own.record };
}

export type Repeats = "week" | "twoWeeks" | "workdays" | "month" | "monthWeekday";

/** The rule of a meeting that is first held on this day. */
export function ruleOf(repeats: Repeats, first: PlainDate, workdays: readonly Weekday[]): string {
  switch (repeats) {
    case "week":
      return "FREQ=WEEKLY";
    case "twoWeeks":
      return "FREQ=WEEKLY;INTERVAL=2";
    case "workdays":
      return `FREQ=WEEKLY;BYDAY=${workdays.map(weekdayCode).join(",")}`;
    case "month":
      return "FREQ=MONTHLY";
    case "monthWeekday":
      return `FREQ=MONTHLY;BYDAY=${nthWeekday(first)}`;
  }
}

/** How a rule repeats, where it is one of those that are offered; "elsewhere" where it came from elsewhere. */
export function repeatsOf(meeting: Pick<Meeting, "recurs">): Repeats | "elsewhere" | undefined {
  const rule = meeting.recurs === undefined ? undefined : readRule(meeting.recurs);
  if (!rule) return undefined;
  const { every, interval, days, monthDays, months, positions } = rule;
  if (monthDays.length > 0 || months.length > 0 || positions.length > 0) return "elsewhere";
  if (every === "WEEKLY" && days.length <= 1) return interval === 1 ? "week" : interval === 2 ? "twoWeeks" : "elsewhere";
  if (every === "WEEKLY" && interval === 1) return "workdays";
  if (every === "MONTHLY" && interval === 1) return days.length === 0 ? "month" : days.length === 1 && days[0]?.nth !== undefined ? "monthWeekday" : "elsewhere";
  return "elsewhere";
}

/** "2TU", or "-1TU" where no such day of the month follows. */
function nthWeekday(date: PlainDate): string {
  const last = addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
  return `${last ? -1 : Math.ceil(Number(date.slice(8)) / 7)}${weekdayCode(weekdayOf(date))}`;
}

/** The same rule for a meeting that is held on another day of the week or month from now on. */
function ruleFrom(recurs: string, first: PlainDate): string {
  const repeats = repeatsOf({ recurs });
  if (repeats === "monthWeekday") return recurs.replace(/BYDAY=[^;]*/i, `BYDAY=${nthWeekday(first)}`);
  return repeats === "week" || repeats === "twoWeeks" ? recurs.replace(/;?BYDAY=[^;]*/i, "").replace(/^;/, "") : recurs;
}

