import { addMeeting as newMeeting, ruleOf, type Repeats } from "../../../core/book/meetingChanges";
import { milestonesOf, openQuestions, projectsOf } from "../../../core/book/queries";
import type { Book } from "../../../core/book/book";
import type { Client } from "../../../core/book/client";
import type { Project } from "../../../core/book/project";
import { workingCalendar } from "../../../core/time/calendar";
import type { PlainDate, Weekday } from "../../../core/time/types";
import { addDays, dateIn, weekdayOf } from "../../../core/time/zoned";
import { askMoment, momentSteps } from "../../prompts/askMoment";
import { neededText } from "../../prompts/dateQuestion";
import type { Choice } from "../../prompts/screen";
import { askInSteps, type Ask } from "../../prompts/steps";
import { here } from "../book/deps";
import { lineageOf } from "../book/lineage";
import { readLines } from "../../prompts/readLines";
import { whichClient } from "../book/which";
import type { NodeArgument } from "../nodeArgument";
import type { MeetingCommandsDeps } from "./deps";
import { timeForBoth } from "./timeForBoth";
import { writeAction } from "./writeAction";
import { keepMeeting, zoomFor } from "./zoomAlong";

/** Title, when, how long, how often, where, and what about. Resolves to its id. */
export async function addMeeting(node: NodeArgument | undefined, deps: MeetingCommandsDeps): Promise<string> {
  const { say, screen, newId } = deps;
  const book = deps.book.current();
  const at = here(deps);
  const named = lineageOf(book, node).project;
  const input = await askInSteps(screen, { title: say("meetings.add") }, async (ask) => {
    const client = await whichClient(ask, deps, { node });
    const theirs = client.zone ?? at.zone;
    const project = named ?? onlyProject(book, client);
    const proposals = agendaProposals(book, client, project);
    ask.more(5 + momentSteps({ mine: at.zone, theirs }) + (proposals.length > 0 ? 1 : 0));
    const title = await ask.text("title", neededText(say, { prompt: say("meetings.title"), placeholder: say("meetings.titleExample"), value: say("meetings.titleUsual") }));
    const when = await askMoment(ask, say, { key: "when", prompt: say("meetings.when"), now: at.now, mine: at.zone, theirs, name: client.name, value: timeForBoth(at.now, { book, client, machineZone: deps.clock.zone() }) });
    const minutes = await ask.pick("minutes", { placeholder: say("meetings.howLong"), choices: lengthChoices(deps), active: 30 });
    const first = dateIn(when.at, when.zone);
    const repeats = await ask.pick("repeats", { placeholder: say("meetings.howOften"), choices: repeatChoices(deps) });
    const byZoom = await askZoom(ask, client, deps);
    const link = byZoom ? "" : await ask.text("link", linkQuestion(deps));
    const agenda = await askAgenda(ask, deps, proposals);
    const recurs = repeats === "once" ? undefined : ruleOf(repeats, first, workdaysOf(deps, client, first));
    return { byZoom, fields: { clientId: client.id, projectId: project?.id, title, startsAt: when.at, minutes, zone: when.zone, recurs, link: link === "" ? undefined : link, agenda: agenda.length > 0 ? agenda : undefined } };
  });
  const { changes, meeting } = newMeeting(input.fields, { now: deps.clock.now(), newId });
  const values = { name: meeting.title };
  const kept = { did: { id: "did.add", values }, done: { id: "meetings.added", values }, next: [writeAction(deps, meeting)] } as const;
  await keepMeeting({ changes, meeting }, kept, deps, input.byZoom ? "make" : "follow");
  return meeting.id;
}

/** Offered where Zoom is connected; otherwise there is nothing to ask. */
async function askZoom(ask: Ask, client: Client, deps: MeetingCommandsDeps): Promise<boolean> {
  const { say } = deps;
  const account = zoomFor(client, deps);
  if (account === undefined) return false;
  ask.more(1);
  return ask.pick<boolean>("where", {
    placeholder: say("meetings.where"),
    choices: [
      { label: say("meetings.byZoom"), description: account, icon: "device-camera-video", value: true },
      { label: say("meetings.byLink"), icon: "link", value: false },
    ],
  });
}

function onlyProject(book: Book, client: Client): Project | undefined {
  const [only, ...others] = projectsOf(book, client.id).filter(({ status }) => status !== "closed");
  return others.length === 0 ? only : undefined;
}

export const lengthChoices = ({ say }: Pick<MeetingCommandsDeps, "say">): readonly Choice<number>[] =>
  [15, 30, 45, 60, 90, 120].map((value) => ({ label: say("meetings.length", { length: { time: "length", minutes: value } }), value }));

const repeatChoices = ({ say }: Pick<MeetingCommandsDeps, "say">): readonly Choice<Repeats | "once">[] =>
  (["once", "week", "twoWeeks", "workdays", "month", "monthWeekday"] as const).map((value) => ({ label: value === "once" ? say("meetings.once") : say(`tree.repeats.${value}`), value }));

export const linkQuestion = ({ say }: Pick<MeetingCommandsDeps, "say">, value?: string) => ({
  prompt: say("meetings.link"),
  placeholder: say("meetings.linkExample"),
  ...(value !== undefined && { value }),
  check: (typed: string) => (typed.trim() === "" || /^https:\/\/\S+$/i.test(typed.trim()) || !/:\/\//.test(typed) ? undefined : { wrong: say("meetings.linkUnread") }),
});

/** What waits to be talked about: open questions first, then what is to be delivered next. */
function agendaProposals(book: Book, client: Client, project: Project | undefined): readonly string[] {
  const projects = project ? [project] : projectsOf(book, client.id);
  const questions = openQuestions(book, { clientId: client.id }).filter(({ projectId }) => projectId === undefined || project === undefined || projectId === project.id).map(({ text }) => text);
  const milestones = projects.flatMap(({ id }) => milestonesOf(book, id).filter(({ state }) => state === "active" || state === "planned").slice(0, 2)).map(({ title }) => title);
  return [...new Set([...questions, ...milestones])];
}

async function askAgenda(ask: Ask, { say }: MeetingCommandsDeps, proposals: readonly string[]): Promise<readonly string[]> {
  const { picked } =
    proposals.length === 0
      ? { picked: [] }
      : await ask.pickMany("agenda", { placeholder: say("meetings.agendaPick"), choices: proposals.map((value) => ({ label: value, value })), picked: () => proposals });
  const more = readLines(await ask.text("more", { prompt: say(proposals.length === 0 ? "meetings.agenda" : "meetings.agendaMore"), placeholder: say("meetings.agendaExample") }));
  return [...picked, ...more];
}

/** The days of the week that both of us work. */
function workdaysOf({ book, clock }: MeetingCommandsDeps, client: Client, from: PlainDate): readonly Weekday[] {
  const { me, absence } = book.current();
  const calendars = [workingCalendar({ me, absences: [], machineZone: clock.zone() }), workingCalendar({ me, client, absences: absence, machineZone: clock.zone() })];
  const week = Array.from({ length: 7 }, (_, n) => addDays(from, n));
  const both = week.filter((date) => calendars.every((calendar) => calendar.isWorkingDay(date)));
  return (both.length > 0 ? both : week.slice(0, 1)).map(weekdayOf);
}
