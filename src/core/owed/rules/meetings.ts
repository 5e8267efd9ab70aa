import type { Meeting } from "../../book/meeting";
import { occurrencesOf } from "../../book/meetingTimes";
import type { MeetingForm } from "../../drafting/kinds/meetingForms";
import type { Instant, PlainTime } from "../../time/types";
import { addDays, instantOf, later } from "../../time/zoned";
import type { Desk } from "../desk";
import type { When } from "../found";
import { subjectOf, type Place } from "../places";
import { none, one, type Find } from "./rule";

/** How far a meeting is looked for: what was decided longer ago than this nobody writes down any more. */
const BACK_DAYS = 14;
const AHEAD_DAYS = 30;

/** When it begins, from two weeks ago on; a recurring one once for each time. */
function timesOf(meeting: Meeting, desk: Desk): readonly Instant[] {
  const midnight = (days: number) => instantOf(addDays(desk.today, days), "00:00" as PlainTime, desk.mine.zone);
  return occurrencesOf(meeting, midnight(-BACK_DAYS), midnight(AHEAD_DAYS)).map(({ startsAt }) => startsAt);
}

const about = (meeting: Meeting, form: MeetingForm, place: Place) => {
  const project = subjectOf(place);
  return { values: { meeting: meeting.title }, about: { meetingId: meeting.id, form }, ...(project && { project }) };
};

/** The newest message about this meeting; of one that was taken out of a series, about the series. */
function toldAt({ id, ofSeries }: Meeting, desk: Desk): Instant | undefined {
  const about = (meetingId: string | undefined) => desk.sent("meeting").findLast((record) => record.about?.meetingId === meetingId)?.at;
  return about(id) ?? (ofSeries && about(ofSeries.meetingId));
}

/**
 * Meetings that were set, moved or called off, or that fall into my leave: within `n` working days, and before they begin.
 * Of one that recurs, the first time stands for all.
 */
export const meetingsToAnnounce: Find = (place, desk, n) =>
  place.meetings.flatMap((meeting) => {
    const told = toldAt(meeting, desk);
    const calledOff = meeting.cancelledAt;
    if (calledOff !== undefined) {
      // One that nobody heard of need not be called off.
      if (told === undefined || told >= calledOff || meeting.startsAt < calledOff) return none;
      return one(inTime(calledOff, meeting.startsAt, desk, n), { id: `meeting:off:${meeting.id}`, what: "meetingOff", until: meeting.startsAt, ...about(meeting, "cancelled", place) });
    }
    const inLeave = leaveAt(meeting.startsAt, desk);
    if (inLeave && (told === undefined || told < inLeave.createdAt)) {
      const since = inLeave.createdAt > meeting.createdAt ? inLeave.createdAt : meeting.createdAt;
      return one(inTime(since, meeting.startsAt, desk, n), {
        id: `meeting:cannot:${meeting.id}:${meeting.startsAt}`, what: "meetingCannot", until: meeting.startsAt, ...about(meeting, "cannotAttend", place),
      });
    }
    const moved = meeting.movedFrom !== undefined;
    if (told !== undefined && !moved) return none;
    const since = moved ? meeting.changedAt : meeting.createdAt;
    return one(inTime(since, meeting.startsAt, desk, n), {
      id: `meeting:${moved ? "moved" : "set"}:${meeting.id}:${meeting.startsAt}`,
      what: moved ? "meetingMoved" : "meetingSet",
      until: meeting.startsAt,
      ...about(meeting, moved ? "moved" : meeting.urgent ? "urgent" : "set", place),
    });
  });

/** Within `n` working days, and before it begins: where that leaves no working day, at once. Nobody is told of it any more once it has begun. */
function inTime(since: Instant, startsAt: Instant, desk: Desk, n: number): When | undefined {
  const when = desk.within(since, n);
  if (!when || since >= startsAt) return undefined;
  const sendBy = when.sendBy < startsAt ? when.sendBy : startsAt;
  return { ...when, sendBy, readyFrom: when.readyFrom < sendBy ? when.readyFrom : since };
}

const leaveAt = (at: Instant, { absences, mine }: Desk) => {
  const day = mine.dateAt(at);
  return absences
    .filter((absence) => !absence.tentative && absence.archivedAt === undefined && absence.from <= day && day <= absence.to)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0];
};

/** A word to the client before a meeting that does not recur: on the last good day that is `n` working days before it. */
export const meetingReminders: Find = (place, desk, n) =>
  place.meetings.filter(({ recurs, urgent }) => recurs === undefined && urgent !== true).flatMap((meeting) =>
    timesOf(meeting, desk).flatMap((at) => {
      const day = desk.mine.addWorkingDays(desk.mine.dateAt(at), -Math.max(1, Math.round(n)));
      const when = desk.onOrBefore(day, meeting.createdAt);
      const told = toldAt(meeting, desk) ?? meeting.createdAt;
      // Whoever heard of it this late needs no reminder.
      if (!when || told >= when.readyFrom || when.sendBy >= at) return none;
      return one(when, { id: `meeting:near:${meeting.id}:${at}`, what: "meetingNear", until: at, ...about(meeting, "reminder", place) });
    }),
  );

/** That a meeting begins: from `n` minutes before, whatever my hours are. For me alone; it goes by itself when the meeting is over. */
export const meetingsBeginning: Find = (place, desk, n) =>
  place.meetings.flatMap((meeting) =>
    timesOf(meeting, desk).flatMap((at) =>
      one({ readyFrom: later(at, -Math.round(n)), sendBy: at, overlaps: true, hard: true }, {
        id: `meeting:begins:${meeting.id}:${at}`,
        what: "meetingBegins",
        happens: true,
        from: later(at, -24 * 60),
        until: later(at, meeting.minutes),
        ...about(meeting, "reminder", place),
      }),
    ),
  );

/** What was decided, within `n` working days of the meeting. A decision or a talk that was written down since settles it, too. */
export const meetingFollowUps: Find = (place, desk, n) =>
  place.meetings.flatMap((meeting) =>
    timesOf(meeting, desk).flatMap((at) => {
      const over = later(at, meeting.minutes);
      const told = toldAt(meeting, desk);
      const noted = place.notes.some((note) => ((note.kind === "contact" && note.settles === undefined) || note.meetingId === meeting.id) && (note.at ?? note.createdAt) >= at);
      if ((told !== undefined && told >= at) || noted) return none;
      return one(desk.within(over, Math.max(1, n)), {
        id: `meeting:after:${meeting.id}:${at}`,
        what: "meetingAfter",
        from: over,
        until: later(over, BACK_DAYS * 24 * 60),
        ...about(meeting, "decisions", place),
      });
    }),
  );
