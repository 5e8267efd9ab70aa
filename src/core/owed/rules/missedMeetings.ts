import type { Absence } from "../../book/absence";
import type { Meeting } from "../../book/meeting";
import type { MeetingForm } from "../../drafting/kinds/meetingForms";
import type { Instant } from "../../time/types";
import type { Desk } from "../desk";

/** The first time of a meeting that falls into one leave. */
interface Missed {
  readonly absence: Absence;
  readonly at: Instant;
  /** The client knows that I cannot come, or heard of the meeting when the leave was known. */
  readonly isTold: boolean;
  readonly saidNo: boolean;
}

export const cannotId = ({ id }: Meeting, at: Instant): string => `meeting:cannot:${id}:${at}`;

export const isIn = ({ from, to }: Absence, at: Instant, { mine }: Pick<Desk, "mine">): boolean => from <= mine.dateAt(at) && mine.dateAt(at) <= to;

/** Leave that is certain and that any of these times falls into. */
export function missedIn(meeting: Meeting, times: readonly Instant[], desk: Desk): readonly Missed[] {
  const seen = new Set<Instant>();
  return desk.absences.flatMap((absence) => {
    if (absence.tentative || absence.archivedAt !== undefined) return [];
    const at = times.find((time) => isIn(absence, time, desk));
    if (at === undefined || seen.has(at)) return [];
    seen.add(at);
    const saidNo = desk.answer(cannotId(meeting, at))?.said.what === "settled" || wasTold(meeting, absence, absence.createdAt, sayNo, desk);
    return [{ absence, at, saidNo, isTold: saidNo || wasTold(meeting, absence, absence.changedAt, sayWhen, desk) }];
  });
}

const sayNo: ReadonlySet<string | undefined> = new Set<MeetingForm>(["cannotAttend", "cancelled"]);
/** Forms that say when it is; without any it was set. */
const sayWhen: ReadonlySet<string | undefined> = new Set<MeetingForm | undefined>(["set", "moved", "urgent", undefined]);

const wasTold = (meeting: Meeting, absence: Absence, since: Instant, forms: typeof sayNo, desk: Desk): boolean =>
  desk.sent("meeting").some(({ about, at }) => {
    if (about?.meetingId !== meeting.id || !forms.has(about.form)) return false;
    // One time of a series was named, in this leave or in another.
    return about.at === undefined ? at >= since : isIn(absence, about.at, desk);
  });
