import type { Absence } from "../book/absence";
import type { Book } from "../book/book";
import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import { occurrencesOf } from "../book/meetingTimes";
import { activeClients, clientOfProject, milestonesOf, nameOfProject, projectsOf, recordById } from "../book/queries";
import { owed } from "../owed/derive";
import type { OwedInput } from "../owed/desk";
import { numberAt } from "../owed/findAll";
import { rhythmOf } from "../owed/rhythm";
import type { TimeValue } from "../say";
import type { Instant, PlainDate, PlainTime, Zone } from "../time/types";
import { addDays, dateIn, daysBetween, instantOf } from "../time/zoned";

/** What to do about it: move it, write about it, or leave it as it is. */
type OverlapStep = "move" | "write" | "leave";

/** Something that falls into leave of mine. */
export interface Overlap {
  readonly what: "meeting" | "milestone" | "update";
  readonly clientId: Id;
  readonly projectId?: Id;
  /** Of the meeting or the milestone; of an update, its project. */
  readonly recordId: Id;
  readonly client: string;
  /** The meeting's or the milestone's; of an update, empty. */
  readonly title: string;
  /** The first time that it does. */
  readonly at: TimeValue;
  /** How many times. */
  readonly times: number;
  /** The one that fits best comes first. */
  readonly steps: readonly OverlapStep[];
}

type LeaveInput = OwedInput & { readonly absence: Pick<Absence, "from" | "to"> };

/** Meetings, milestones and updates that fall into days of leave, by day. What is over already does not count. */
export function leaveOverlaps(input: LeaveInput): readonly Overlap[] {
  const zone = input.book.me.zone ?? input.zone;
  const found = [...meetings(input, zone), ...milestones(input, zone), ...updates(input, zone)];
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ overlap }) => overlap);
}

interface OnDay {
  readonly day: PlainDate;
  readonly overlap: Overlap;
}

const midnight = (date: PlainDate, zone: Zone): Instant => instantOf(date, "00:00" as PlainTime, zone);

function meetings({ book, absence, now }: LeaveInput, zone: Zone): readonly OnDay[] {
  const begins = midnight(absence.from, zone);
  const from = begins > now ? begins : now;
  return book.meeting.flatMap((meeting) => {
    const client = shownClient(book, meeting.clientId);
    const times = occurrencesOf(meeting, from, midnight(addDays(absence.to, 1), zone));
    const [first] = times;
    if (!client || !first) return [];
    // One of many is easier left out than moved.
    const steps: readonly OverlapStep[] = meeting.recurs === undefined ? ["move", "write", "leave"] : ["write", "move", "leave"];
    const at = { time: "moment", at: first.startsAt, zone, now } as const;
    return [{ day: dateIn(first.startsAt, zone), overlap: { what: "meeting", ...of(client, meeting.projectId), recordId: meeting.id, title: meeting.title, at, times: times.length, steps } }];
  });
}

function milestones({ book, absence, now }: LeaveInput, zone: Zone): readonly OnDay[] {
  const today = dateIn(now, zone);
  return activeClients(book).flatMap((client) =>
    projectsOf(book, client.id)
      .filter(({ status }) => status !== "closed")
      .flatMap((project) =>
        milestonesOf(book, project.id).flatMap(({ id, title, due, state }): readonly OnDay[] => {
          if (!due || state === "delivered" || state === "accepted") return [];
          const day = due.by === "date" ? due.on : dateIn(due.at, zone);
          if (day < absence.from || day > absence.to || day < today) return [];
          const at: TimeValue = due.by === "date" ? { time: "day", on: due.on, today } : { time: "moment", at: due.at, zone, now };
          // The client counts on the date, so moving it begins with a word; a hard clock is moved by the marketplace alone.
          return [{ day, overlap: { what: "milestone", ...of(client, project.id), recordId: id, title, at, times: 1, steps: ["write", "move", "leave"] } }];
        }),
      ),
  );
}

/** The rules that ask for an update by the rhythm of a project. */
const rhythmic = new Set(["smallUpdate", "largeUpdate"]);

/** Updates that would fall due in these days by their rhythm, as if I worked: with leave they are owed before it. */
function updates(input: LeaveInput, zone: Zone): readonly OnDay[] {
  const { book, absence, now, settings } = input;
  const today = dateIn(now, zone);
  const next = owed({ ...input, book: { ...book, absence: [] } }).filter(({ rule, projectId }) => rhythmic.has(rule) && projectId !== undefined);
  return next.flatMap(({ projectId, sendBy, rule }) => {
    const project = recordById(book, "project", projectId ?? "");
    const client = project && clientOfProject(book, project);
    if (!project || !client) return [];
    const number = numberAt(settings)(rule, { client, project }) ?? 1;
    const days = daysOf(rhythmOf(project, number));
    const first = dateIn(sendBy, zone);
    const skipped = Math.max(0, Math.ceil(daysBetween(first, absence.from) / days));
    const day = addDays(first, skipped * days);
    if (day > absence.to || day < today) return [];
    const times = 1 + Math.floor(daysBetween(day, absence.to) / days);
    const overlap: Overlap = { what: "update", ...of(client, project.id), client: nameOfProject(book, project), recordId: project.id, title: "", at: { time: "day", on: day, today }, times, steps: ["write", "leave"] };
    return [{ day, overlap }];
  });
}

function daysOf(pace: ReturnType<typeof rhythmOf>): number {
  switch (pace.every) {
    case "workingDay":
      return Math.max(1, pace.idleDays);
    case "week":
      return 7;
    case "days":
      return Math.max(1, pace.days);
    case "milestone":
      return Math.max(1, pace.ceilingDays);
    case "never":
      return Number.MAX_SAFE_INTEGER;
  }
}

const of = (client: Client, projectId: Id | undefined) => ({ clientId: client.id, client: client.name, ...(projectId !== undefined && { projectId }) });

function shownClient(book: Book, id: Id): Client | undefined {
  const client = recordById(book, "client", id);
  return client?.archivedAt === undefined ? client : undefined;
}
