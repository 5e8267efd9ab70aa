import type { Note } from "../../book/note";
import type { Project, ProjectSize } from "../../book/project";
import type { Instant, PlainDate } from "../../time/types";
import { addDays, later } from "../../time/zoned";
import type { Desk } from "../desk";
import { dueDay, type Since } from "../dueDay";
import type { Found } from "../found";
import type { Place } from "../places";
import { rhythmOf, type Pace } from "../rhythm";
import type { SharedDays } from "../sendWindow";
import { announcementId } from "./announcementId";
import { none, one, type Find } from "./rule";

/**
 * The update that a project's rhythm asks for next: one at most, since any word resets the rhythm.
 * `n`: small, the working days after which word comes also without work; large, the longest silence in days.
 */
export const updates =
  (size: ProjectSize): Find =>
  (place, desk, n) => {
    const { project } = place;
    if (project?.size !== size) return none;
    const pace = rhythmOf(project, n);
    return pace.every === "never" ? none : nextUpdate(place, project, pace, desk);
  };

function nextUpdate(place: Place, project: Project, pace: Pace, desk: Desk): ReturnType<Find> {
  const days = desk.days;
  const first = desk.lastWord(project.id) ?? project.createdAt;
  let word = settledSince(first, place, desk);
  let settledTo: PlainDate | undefined;
  // One that was skipped or settled makes way for the next, which has an id of its own.
  for (let n = 0; ; n++) {
    const id = `update:${project.id}:${first}${n === 0 ? "" : `:${n}`}`;
    const work = workDay(word, place, days, desk);
    const since: Since = { word: desk.mine.dateAt(word), ...(work !== undefined && { work }), ...(settledTo !== undefined && { settledTo }) };
    const day = dueDay(pace, since, days);
    const window = day && days.window(day);
    if (day === undefined || !window) return none;
    const answer = desk.answer(id);
    if (answer === undefined || answer.said.what === "snoozed") return one(window, { id, ...asked(place, project) });
    // Skipped: as if it had gone out when it was due. Settled: the client had word when the user said so.
    const by = answer.said.what === "skipped" && window.sendBy > answer.at ? window.sendBy : answer.at;
    if (by > word) word = by;
    settledTo = day;
  }
}

/** While the client is waited for, the update is a short reminder of what for. */
function asked(place: Place, project: Project): Pick<Found, "what" | "kind" | "about"> {
  if (project.status !== "waitingForClient") return { what: "update" };
  const question = place.notes.find((note) => note.kind === "question" && note.settledAt === undefined);
  return question ? { what: "reminder", kind: "question", about: { noteId: question.id } } : { what: "reminder", kind: "status" };
}

/** Milestones that were settled by hand gave the client word as well. */
function settledSince(first: Instant, { milestones }: Place, desk: Desk): Instant {
  return milestones.reduce((word, milestone) => {
    const answer = milestone.deliveredAt === undefined ? undefined : desk.answer(announcementId(milestone));
    return answer?.said.what === "settled" && answer.at > word ? answer.at : word;
  }, first);
}

/** Work that comes so shortly before the day's send-by is told on the next day. */
const LATE_MINUTES = 120;

/** The day on which the first work after `word` can be told: commits of mine, and work that was noted by hand. */
function workDay(word: Instant, place: Place, days: SharedDays, desk: Desk): PlainDate | undefined {
  const commits = (place.project && desk.workAt(place.project.id)) ?? none;
  const times = [commits.find((at) => at > word), ...place.notes.filter(isWork).map(whenDone).filter((at) => at > word)];
  const first = times.filter((at) => at !== undefined).sort()[0];
  if (first === undefined) return undefined;
  const day = desk.mine.dateAt(first);
  const window = days.window(day);
  return window && first > later(window.sendBy, -LATE_MINUTES) ? addDays(day, 1) : day;
}

const isWork = (note: Note): boolean => note.kind === "done";
const whenDone = (note: Note): Instant => note.at ?? note.createdAt;
