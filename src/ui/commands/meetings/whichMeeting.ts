import type { Client } from "../../../core/book/client";
import type { Meeting } from "../../../core/book/meeting";
import { repeatsOf, type Which } from "../../../core/book/meetingChanges";
import { lastOccurrence, nextOccurrence, occurrencesOf } from "../../../core/book/meetingTimes";
import { activeClients, recordById } from "../../../core/book/queries";
import { understood } from "../../../core/time/typedDate";
import type { Instant } from "../../../core/time/types";
import { later } from "../../../core/time/zoned";
import { Cancelled } from "../../prompts/cancelled";
import type { Choice } from "../../prompts/screen";
import type { Ask } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { lineageOf } from "../book/lineage";
import { here, type BookCommandsDeps } from "../book/deps";

export interface MeetingOf {
  readonly meeting: Meeting;
  readonly client: Client;
}

/** The meeting of the row that was called on; else one is picked of those that fit, which are those to come unless said. */
export async function whichMeeting(ask: Ask, deps: BookCommandsDeps, node: NodeArgument | undefined, fits: (meeting: Meeting) => boolean = isToCome(deps)): Promise<MeetingOf> {
  const book = deps.book.current();
  const clicked = node && recordById(book, "meeting", node.recordId);
  const lineage = lineageOf(book, node);
  const clients = lineage.client ? [lineage.client] : activeClients(book);
  const of = (meeting: Meeting) => clients.find(({ id }) => id === meeting.clientId) ?? recordById(book, "client", meeting.clientId);
  if (clicked) {
    const client = of(clicked);
    if (client) return { meeting: clicked, client };
  }
  const at = here(deps);
  const found = book.meeting.flatMap((meeting) => {
    const client = clients.find(({ id }) => id === meeting.clientId);
    const time = nextOccurrence(meeting, at.now)?.startsAt ?? lastOccurrence(meeting, at.now)?.startsAt;
    return client && time !== undefined && meeting.archivedAt === undefined && fits(meeting) ? [{ meeting, client, time }] : [];
  });
  if (found.length === 0) {
    deps.messages.inform({ id: "which.noMeeting" });
    throw new Cancelled();
  }
  const choices = found
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .map((value): Choice<MeetingOf> => ({
      label: value.meeting.title,
      description: `${value.client.name} · ${deps.say("prompt.day", { on: understood({ by: "instant", at: value.time }, at) })}`,
      icon: "calendar",
      value,
    }));
  return ask.pick("meeting", { placeholder: deps.say("which.meeting"), choices });
}

const isToCome =
  (deps: BookCommandsDeps) =>
  (meeting: Meeting): boolean =>
    nextOccurrence(meeting, deps.clock.now()) !== undefined;

const MONTHS_AHEAD = 3;
const MOST = 12;

export interface WhichTime {
  readonly at: Instant;
  /** Undefined: the meeting takes place once. */
  readonly which: Which | undefined;
}

/** Which of a recurring meeting is meant: one of the next ones, or all from now on. @param all offered where the whole can be meant @param known which one it is */
export async function whichTime(ask: Ask, deps: BookCommandsDeps, meeting: Meeting, all: boolean, known?: Instant): Promise<WhichTime> {
  const { say } = deps;
  const at = here(deps);
  const next = nextOccurrence(meeting, at.now)?.startsAt ?? meeting.startsAt;
  if (repeatsOf(meeting) === undefined) return { at: next, which: undefined };
  if (known !== undefined) return { at: known, which: { only: known } };
  const times = occurrencesOf(meeting, at.now, later(at.now, MONTHS_AHEAD * 31 * 1440)).slice(0, MOST);
  const whole: Choice<Which> = { label: say("meetings.allOfThem"), icon: "calendar", value: { from: next } };
  const which = await ask.pick<Which>("which", {
    placeholder: say("meetings.whichOne"),
    choices: [
      ...times.map(({ startsAt }): Choice<Which> => ({ label: say("prompt.day", { on: understood({ by: "instant", at: startsAt }, at) }), icon: "circle-outline", value: { only: startsAt } })),
      ...(all ? [whole] : []),
    ],
  });
  return { at: "only" in which ? which.only : which.from, which };
}
