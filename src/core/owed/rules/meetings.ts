import type { Meeting } from "../../book/meeting";
import { nextOccurrence } from "../../book/meetingTimes";
import type { MeetingForm } from "../../drafting/kinds/meetingForms";
import type { Instant } from "../../time/types";
import { later } from "../../time/zoned";
import type { Desk } from "../desk";
import type { When } from "../found";
import { MEETINGS_BACK_DAYS } from "../meetingTimes";
import { subjectOf, type Place } from "../places";
import { cannotId, isIn, missedIn } from "./missedMeetings";
import { none, one, type Find } from "./rule";

/** When it takes place, without those times that the client knows I cannot come to. */
function heldTimes(meeting: Meeting, desk: Desk): readonly Instant[] {
  const times = desk.timesOf(meeting);
  const off = missedIn(meeting, times, desk).filter(({ saidNo }) => saidNo);
  return off.length === 0 ? times : times.filter((at) => !off.some(({ absence }) => isIn(absence, at, desk)));
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
 * Of one that recurs, the first time stands for all; only leave is looked for at each time.
 */
export const meetingsToAnnounce: Find = (place, desk, n) =>
  place.meetings.flatMap((meeting) => {
    if (meeting.cancelledAt !== undefined) return calledOff(meeting, meeting.cancelledAt, place, desk, n);
    const missed = inLeave(meeting, place, desk, n);
    // One that takes place once is not announced while I cannot come to it.
    return missed.length > 0 && meeting.recurs === undefined ? missed : [...missed, ...news(meeting, place, desk, n)];
  });

function news(meeting: Meeting, place: Place, desk: Desk, n: number): ReturnType<Find> {
  const moved = meeting.movedFrom !== undefined;
  if (toldAt(meeting, desk) !== undefined && !moved) return none;
  const since = moved ? meeting.changedAt : meeting.createdAt;
  return one(inTime(since, meeting.startsAt, desk, n), {
    id: `meeting:${moved ? "moved" : "set"}:${meeting.id}:${meeting.startsAt}`,
    what: moved ? "meetingMoved" : "meetingSet",
    until: meeting.startsAt,
    ...about(meeting, moved ? "moved" : meeting.urgent ? "urgent" : "set", place),
  });
}

/** Before the next time that would have come; one that nobody heard of need not be called off. */
function calledOff({ cancelledAt: _, ...meeting }: Meeting, at: Instant, place: Place, desk: Desk, n: number): ReturnType<Find> {
  const next = nextOccurrence(meeting, at)?.startsAt;
  const told = toldAt(meeting, desk);
  if (next === undefined || told === undefined || told >= at) return none;
  return one(inTime(at, next, desk, n), { id: `meeting:off:${meeting.id}`, what: "meetingOff", until: next, ...about(meeting, "cancelled", place) });
}

/** Of each leave, the first time that falls into it: one word tells of all of them. */
function inLeave(meeting: Meeting, place: Place, desk: Desk, n: number): ReturnType<Find> {
  return missedIn(meeting, meeting.recurs === undefined ? [meeting.startsAt] : desk.timesOf(meeting), desk).flatMap(({ at, absence, isTold }) => {
    if (isTold) return none;
    const since = absence.changedAt > meeting.createdAt ? absence.changedAt : meeting.createdAt;
    const what = about(meeting, "cannotAttend", place);
    return one(inTime(since, at, desk, n), { id: cannotId(meeting, at), what: "meetingCannot", until: at, ...what, about: { ...what.about, ...(meeting.recurs !== undefined && { at }) } });
  });
}

/** Within `n` working days, and before it begins: where that leaves no working day, at once. Nobody is told of it any more once it has begun. */
function inTime(since: Instant, startsAt: Instant, desk: Desk, n: number): When | undefined {
  const when = desk.within(since, n);
  if (!when || since >= startsAt) return undefined;
  const sendBy = when.sendBy < startsAt ? when.sendBy : startsAt;
  return { ...when, sendBy, readyFrom: when.readyFrom < sendBy ? when.readyFrom : since };
}

/** A word to the client before a meeting that does not recur: on the last good day that is `n` working days before it. */
export const meetingReminders: Find = (place, desk, n) =>
  place.meetings.filter(({ recurs, urgent }) => recurs === undefined && urgent !== true).flatMap((meeting) =>
    heldTimes(meeting, desk).flatMap((at) => {
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
    heldTimes(meeting, desk).flatMap((at) =>
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

/** What was decided, within `n` working days of the meeting. A decision of it that was written down, or a talk of it since, settles it, too. */
export const meetingFollowUps: Find = (place, desk, n) =>
  place.meetings.flatMap((meeting) =>
    heldTimes(meeting, desk).flatMap((at) => {
      const over = later(at, meeting.minutes);
      const told = toldAt(meeting, desk);
      const noted = place.notes.some((note) => (note.tells?.includes(meeting.id) === true || note.meetingId === meeting.id) && (note.at ?? note.createdAt) >= at);
      if ((told !== undefined && told >= at) || noted) return none;
      return one(desk.within(over, Math.max(1, n)), {
        id: `meeting:after:${meeting.id}:${at}`,
        what: "meetingAfter",
        from: over,
        until: later(over, MEETINGS_BACK_DAYS * 24 * 60),
        ...about(meeting, "decisions", place),
      });
    }),
  );
