import { cancelMeeting as cancelled, markUrgent as marked, moveMeeting as moved, noteDecisions as decided } from "../../../core/book/meetingChanges";
import { lastOccurrence } from "../../../core/book/meetingTimes";
import { recordById } from "../../../core/book/queries";
import type { Text } from "../../../core/say";
import type { Instant } from "../../../core/time/types";
import { understood } from "../../../core/time/typedDate";
import { askMoment, momentSteps } from "../../prompts/askMoment";
import { neededText } from "../../prompts/dateQuestion";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { keepAndSay } from "../book/keep";
import { readLines } from "../../prompts/readLines";
import type { NodeArgument } from "../nodeArgument";
import type { MeetingCommandsDeps } from "./deps";
import { timeForBoth } from "./timeForBoth";
import { whichMeeting, whichTime } from "./whichMeeting";
import { writeAction } from "./writeAction";
import { keepMeeting, keepMeetings, keepQuietly } from "./zoomAlong";

/** To another time: one of a recurring meeting, or all from now on. Then the client is told. */
export async function moveMeeting(node: NodeArgument | undefined, deps: MeetingCommandsDeps): Promise<void> {
  const { say, screen, newId } = deps;
  const at = here(deps);
  const { meeting, to, which } = await askInSteps(screen, { title: say("meetings.move") }, async (ask) => {
    const found = await whichMeeting(ask, deps, node);
    const time = await whichTime(ask, deps, found.meeting, true);
    const theirs = found.client.zone ?? at.zone;
    ask.more(momentSteps({ mine: at.zone, theirs }));
    const when = await askMoment(ask, say, { key: "to", prompt: say("meetings.moveTo"), now: at.now, mine: at.zone, theirs, name: found.client.name, value: time.at });
    return { meeting: found.meeting, which: time.which, to: when };
  });
  const change = moved(meeting, { startsAt: to.at }, which, { now: at.now, newId });
  const values = { name: meeting.title, when: understood({ by: "instant", at: to.at }, at) };
  await keepMeeting(change, { did: { id: "did.edit", values: { name: meeting.title } }, done: { id: "meetings.moved", values }, next: [writeAction(deps, change.meeting, "moved")] }, deps);
}

/** I cannot come: with another time to propose, it moves there; without one, it is off. The client is told at once. @param known which of a recurring one */
export async function cannotAttend(node: NodeArgument | undefined, deps: MeetingCommandsDeps, known?: Instant): Promise<void> {
  const { say, screen, newId, commands } = deps;
  const at = here(deps);
  const { meeting, to, time } = await askInSteps(screen, { title: say("meetings.cannotAttend") }, async (ask) => {
    const found = await whichMeeting(ask, deps, node);
    const which = await whichTime(ask, deps, found.meeting, false, known);
    const theirs = found.client.zone ?? at.zone;
    ask.more(1 + momentSteps({ mine: at.zone, theirs }));
    const propose = await ask.pick("propose", {
      placeholder: say("meetings.anotherTime"),
      choices: [
        { label: say("meetings.proposeTime"), value: true },
        { label: say("meetings.proposeNone"), value: false },
      ],
    });
    const when = propose ? await askMoment(ask, say, { key: "to", prompt: say("meetings.proposed"), now: at.now, mine: at.zone, theirs, name: found.client.name, value: timeForBoth(which.at, { book: deps.book.current(), client: found.client, machineZone: deps.clock.zone() }, { sameTime: true }), not: which.at }) : undefined;
    return { meeting: found.meeting, time: which, to: when };
  });
  const stamp = { now: at.now, newId };
  const change = to ? moved(meeting, { startsAt: to.at }, time.which, stamp) : cancelled(meeting, time.which, stamp);
  const values = { name: meeting.title };
  await keepQuietly(change, { id: "did.edit", values }, deps);
  await writeAction({ commands }, change.meeting, "cannotAttend").run();
}

export async function cancelMeeting(node: NodeArgument | undefined, deps: MeetingCommandsDeps): Promise<void> {
  const { say, screen, newId } = deps;
  const at = here(deps);
  const { meeting, which } = await askInSteps(screen, { title: say("meetings.cancel") }, async (ask) => {
    const found = await whichMeeting(ask, deps, node);
    return { meeting: found.meeting, ...(await whichTime(ask, deps, found.meeting, true)) };
  });
  const change = cancelled(meeting, which, { now: at.now, newId });
  const values = { name: meeting.title };
  await keepMeeting(change, { did: { id: "did.cancel", values }, done: { id: "meetings.cancelled", values }, next: [writeAction(deps, change.meeting, "cancelled")] }, deps);
}

/** Calls off meetings as a whole, without a word to the client: of one that was archived nobody waits for it. */
export async function cancelThese(ids: readonly string[], deps: MeetingCommandsDeps): Promise<void> {
  const { book, newId } = deps;
  const { now } = here(deps);
  const meetings = ids.flatMap((id) => recordById(book.current(), "meeting", id) ?? []).filter(({ cancelledAt }) => cancelledAt === undefined);
  const [first] = meetings;
  if (!first) return;
  const values = { count: meetings.length };
  const did = meetings.length === 1 ? ({ id: "did.cancel", values: { name: first.title } } as const) : ({ id: "did.cancelMeetings" } as const);
  await keepMeetings(meetings.map((meeting) => cancelled(meeting, undefined, { now, newId })), { did, done: { id: "meetings.calledOff", values } }, deps);
}

/** The client wants to talk at once; called again, not any more. */
export async function markMeetingUrgent(node: NodeArgument | undefined, deps: MeetingCommandsDeps): Promise<void> {
  const { say, screen } = deps;
  const { meeting } = await askInSteps(screen, { title: say("meetings.markUrgent") }, (ask) => whichMeeting(ask, deps, node));
  const urgent = meeting.urgent !== true;
  const values = { name: meeting.title };
  const done: Text = { id: urgent ? "meetings.isUrgent" : "meetings.notUrgent", values };
  await keepAndSay(deps, { id: "did.edit", values }, marked(meeting, urgent, here(deps)), done, ...(urgent ? [writeAction(deps, meeting, "urgent")] : []));
}

/** After a meeting: what was decided, which the client is told, and nobody misremembers. */
export async function noteDecisions(node: NodeArgument | undefined, deps: MeetingCommandsDeps): Promise<void> {
  const { say, screen, newId } = deps;
  const at = here(deps);
  const { meeting, decisions } = await askInSteps(screen, { title: say("meetings.decisions") }, async (ask) => {
    const found = await whichMeeting(ask, deps, node, (each) => lastOccurrence(each, at.now) !== undefined);
    ask.more(1);
    return { meeting: found.meeting, decisions: readLines(await ask.text("decisions", neededText(say, { prompt: say("meetings.decided"), placeholder: say("meetings.decidedExample") }))) };
  });
  const changes = decided(meeting, decisions, { now: at.now, newId });
  await keepAndSay(deps, { id: "did.add", values: { name: say("meetings.decisionsOf", { name: meeting.title }) } }, changes, { id: "meetings.noted", values: { count: decisions.length } }, writeAction(deps, meeting, "decisions"));
}
