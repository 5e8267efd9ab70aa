import type { Client } from "../book/client";
import type { Meeting } from "../book/meeting";
import { repeatsOf } from "../book/meetingChanges";
import { lastOccurrence, nextOccurrence } from "../book/meetingTimes";
import type { Level } from "../owed/owed";
import type { Text, Value } from "../say";
import { dateIn, later } from "../time/zoned";
import type { Instant } from "../time/types";
import { writeZone } from "../language/zoneNames";
import type { TreeNode } from "./treeNode";
import { described, type TreeView } from "./treeView";

/** Held this long ago, a meeting is still shown, so that what was decided can be noted. */
const daysAfter = 3;

/** Meetings to come by time, and those held a short while ago of which nothing was noted yet. */
export function meetingNodes(client: Client | undefined, meetings: readonly Meeting[], view: TreeView): readonly TreeNode[] {
  return meetings
    .flatMap((meeting) => {
      const at = shownAt(meeting, view);
      return at === undefined ? [] : [{ meeting, at }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.meeting.id < b.meeting.id ? -1 : 1))
    .map(({ meeting, at }) => meetingNode(meeting, at, client, view));
}

/** The time that a row stands for; undefined where there is no row. */
function shownAt(meeting: Meeting, view: TreeView): Instant | undefined {
  const { now } = view;
  if (meeting.cancelledAt !== undefined) return meeting.startsAt > now ? meeting.startsAt : undefined;
  const next = nextOccurrence(meeting, now)?.startsAt;
  if (next !== undefined) return next;
  const last = lastOccurrence(meeting, now)?.startsAt;
  const noted = view.notes(meeting.clientId).some(({ meetingId }) => meetingId === meeting.id);
  return last !== undefined && !noted && last > later(now, -daysAfter * 1440) ? last : undefined;
}

function meetingNode(meeting: Meeting, at: Instant, client: Client | undefined, view: TreeView): TreeNode {
  const { now } = view;
  const held = later(at, meeting.minutes) <= now;
  const cancelled = meeting.cancelledAt !== undefined;
  const level: Level = held || cancelled ? "fine" : dateIn(at, view.zone) === view.today ? "due" : "fine";
  const depends = [at, level, held, client?.zone, client?.name].join(" ");
  return view.remembered(meeting, depends, () => {
    const series = repeatsOf(meeting) !== undefined;
    return {
      id: `meeting:${meeting.id}`,
      kind: "meeting",
      recordId: meeting.id,
      label: meeting.title,
      ...described([view.moment(at), ...stateOf(meeting, held)]),
      icon: { name: "meeting", level },
      tooltip: tooltip(meeting, at, client, view),
      contextValue: cancelled ? "meeting.cancelled" : held ? "meeting.held" : series ? "meeting.series" : "meeting",
      children: [],
    };
  });
}

function stateOf({ cancelledAt, urgent, movedFrom }: Meeting, held: boolean): readonly Value[] {
  if (cancelledAt !== undefined) return [{ id: "tree.meetingCancelled" }];
  if (held) return [{ id: "tree.meetingHeld" }];
  return [...(urgent === true ? [{ id: "tree.meetingUrgent" } as const] : []), ...(movedFrom === undefined ? [] : [{ id: "tree.meetingMoved" } as const])];
}

const AGENDA_LINES = 5;

function tooltip(meeting: Meeting, at: Instant, client: Client | undefined, view: TreeView): readonly (string | Text)[] {
  const { minutes, link, agenda = [], movedFrom } = meeting;
  const theirs = client?.zone;
  const repeats = repeatsOf(meeting);
  return [
    meeting.title,
    { id: "tree.meetingAt", values: { when: view.moment(at), length: { time: "length", minutes } } },
    ...(theirs !== undefined && theirs !== view.zone
      ? [{ id: "tree.meetingTheirs", values: { when: { ...view.moment(at), zone: theirs } as Value, name: client?.name ?? "", place: writeZone(theirs, "en") } } as const]
      : []),
    ...(repeats === undefined ? [] : [{ id: `tree.repeats.${repeats}` } as const]),
    ...(movedFrom === undefined ? [] : [{ id: "tree.meetingMovedFrom", values: { when: view.moment(movedFrom) } } as const]),
    ...(link === undefined ? [] : [link]),
    ...agenda.slice(0, AGENDA_LINES).map((text): Text => ({ id: "tree.agenda", values: { text } })),
    ...(agenda.length > AGENDA_LINES ? [{ id: "tree.moreAgenda", values: { count: agenda.length - AGENDA_LINES } } as const] : []),
  ];
}
