import type { Absence } from "../book/absence";
import type { Client, Contact } from "../book/client";
import type { Id } from "../book/fields";
import type { Me } from "../book/me";
import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { languageOf } from "../language/languageOf";
import { workingCalendar } from "../time/calendar";
import type { Instant, Zone } from "../time/types";
import type { WorkSummary } from "../work/summary";
import { foldItems } from "./fold";
import { housekeepingOf, inShort } from "./inShort";
import { baseView, myZone, theirZone } from "./kinds/baseView";
import { isHeldUp, viewMilestones } from "./milestoneViews";
import { viewNotes } from "./noteViews";
import { periodSince } from "./period";
import { safeAddress } from "./address";
import type { ProgressView } from "./progressView";

export interface ProgressInput {
  readonly me: Me;
  readonly client: Client;
  readonly contact: Contact;
  readonly project: Project;
  /** Of the project; what is archived is left out by the caller. In the order in which they come. */
  readonly milestones: readonly Milestone[];
  /** Mine: no work goes on in them. */
  readonly absences?: readonly Absence[];
  /** What a message of this project may speak of, oldest first. Only those meant for the next update are used. */
  readonly notes: readonly Note[];
  /** When a sent message last told a note. Questions, blockers and requests are told again while they are open. */
  readonly toldNotes?: ReadonlyMap<Id, Instant>;
  readonly summary: WorkSummary;
  /** The last update, or where telling begins. Absent: the beginning. */
  readonly since?: Instant;
  /** Housekeeping is told in a closing sentence. */
  readonly tellHousekeeping?: boolean;
  readonly now: Instant;
  /** Where I am. */
  readonly zone: Zone;
}

/** All that a progress update says, before it is put into words. Claims nothing that no commit, note or date says. */
export function composeProgress(input: ProgressInput): ProgressView {
  const { client, contact, project, summary, now } = input;
  const theirs = theirZone(input);
  const clocks = { now, theirs, mine: myZone(input) };
  const notes = viewNotes(input.notes, input.toldNotes ?? new Map(), clocks);
  const milestones = viewMilestones(input.milestones, project, input.since, clocks, isHeldUp(project, input.notes) ? undefined : workingCalendar({ me: input.me, absences: input.absences ?? [], machineZone: input.zone }));
  const sections = foldItems(summary.items, new Map(input.milestones.map(({ id, title }) => [id, title])));
  const housekeeping = input.tellHousekeeping === true ? housekeepingOf(summary.leftOut) : [];
  const done = sections.live !== undefined || sections.ready !== undefined;
  const told = notes.alsoDone.length + notes.fulfilled.length + notes.mended.length > 0;
  const work = done || sections.inProgress !== undefined || told;
  const previewUrl = project.previewUrl === undefined ? undefined : safeAddress(project.previewUrl);
  // One link is enough: the page of the milestone in hand says more than the project's.
  const looks = previewUrl !== undefined && sections.ready === undefined && milestones.next?.viewUrl === undefined && (work || milestones.delivered.length > 0);
  return {
    ...baseView(input),
    // Work that only goes on may have been told before: it says where things stand, and is not called new.
    period: (done || told) && input.since !== undefined ? periodSince(input.since, now, theirs, client.workingTime?.days) : {},
    inShort: inShort(summary.items),
    ...sections,
    housekeeping,
    ...(previewUrl === undefined ? {} : { previewUrl }),
    ...(looks ? { lookAt: previewUrl } : {}),
    ...notes,
    ...milestones,
    onlyAlsoDone: !done,
    shown: sections.live !== undefined || (sections.ready !== undefined && previewUrl !== undefined) || told,
    bare: !work && housekeeping.length === 0 && notes.noteIds.length === 0 && isEmpty(milestones),
    otherLanguage: summary.items.filter((item) => (languageOf(item.text) ?? contact.language) !== contact.language).length,
  };
}

const isEmpty = (views: ReturnType<typeof viewMilestones>) =>
  views.delivered.length === 0 && views.next === undefined && views.projectDue === undefined;
