import type { Revision } from "../core/book/changes";
import type { Meeting } from "../core/book/meeting";
import { repeatsOf } from "../core/book/meetingChanges";
import type { Answered, MeetingService, MeetingWish, RemoteMeeting } from "../core/ports/services";

type Wished = Pick<Meeting, "title" | "startsAt" | "minutes" | "zone" | "recurs" | "agenda">;
/** What is kept with a meeting of the book about the one that was made elsewhere. */
export type Followed = Pick<Revision<"meeting">, "link" | "linked" | "unclearIn">;

/** Makes the meeting there, too: its link, and what it is called there. */
export async function makeThere(meeting: Wished, account: string, service: MeetingService): Promise<Answered<Followed>> {
  const made = await service.create(wishOf(meeting));
  if (made.is !== "ok") return made;
  return { is: "ok", value: linkedTo(made.value, meeting, account, service) };
}

/** Looks for a meeting of which nobody knows whether it was made there; undefined where it is not among those there. @param others of the book */
export async function findThere(meeting: Wished, others: readonly Meeting[], account: string, service: MeetingService): Promise<Answered<Followed | undefined>> {
  const found = await service.find(wishOf(meeting), others.flatMap(({ linked }) => (linked?.service === service.name ? [linked.id] : [])));
  if (found.is !== "ok") return found;
  return { is: "ok", value: found.value && linkedTo(found.value, meeting, account, service) };
}

const linkedTo = ({ id, joinUrl }: RemoteMeeting, meeting: Wished, account: string, service: MeetingService): Followed => ({
  link: joinUrl,
  linked: { service: service.name, account, id, url: joinUrl, seen: looksOf(meeting) },
  unclearIn: undefined,
});

/**
 * Brings the meeting there to how it stands in the book: moved, renamed, called off; made anew where somebody took it away
 * there. What has not changed since both sides were the same is not asked for again.
 */
export async function followMeeting(meeting: Meeting, account: string, service: MeetingService): Promise<Answered<Followed>> {
  const { linked } = meeting;
  if (linked?.service !== service.name) return { is: "ok", value: {} };
  const isOff = meeting.cancelledAt !== undefined || meeting.archivedAt !== undefined;
  const seen = isOff ? "" : looksOf(meeting);
  if (linked.seen === seen) return { is: "ok", value: {} };
  const answer = await (isOff ? service.cancel(linked.id) : service.move(linked.id, wishOf(meeting)));
  if (answer.is === "ok") return { is: "ok", value: { linked: { ...linked, seen } } };
  return answer.is === "failed" && answer.reason.id === "service.gone" ? makeThere(meeting, account, service) : answer;
}

/** Whether the meeting there is as it is here. */
export const isBehind = (meeting: Meeting): boolean => meeting.linked !== undefined && meeting.linked.seen !== (meeting.cancelledAt === undefined ? looksOf(meeting) : "");

function wishOf(meeting: Wished): MeetingWish {
  const { title, startsAt, minutes, zone, agenda = [] } = meeting;
  return { title, startsAt, minutes, zone, agenda, recurs: repeatsOf(meeting) !== undefined };
}

/** What of it is told over there, as one text. */
function looksOf(meeting: Wished): string {
  const { title, startsAt, minutes, agenda, recurs } = wishOf(meeting);
  return JSON.stringify(recurs ? [title, agenda] : [title, startsAt, minutes, agenda]);
}
