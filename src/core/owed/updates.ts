import type { Client } from "../book/client";
import type { Milestone } from "../book/milestone";
import type { Project } from "../book/project";
import type { Instant, PlainDate } from "../time/types";
import { addDays } from "../time/zoned";
import type { Desk } from "./desk";
import { dueDay } from "./dueDay";
import type { Found } from "./found";
import { rhythmOf } from "./rhythm";

/** The update that a project's rhythm asks for next: one at most, since any word resets the rhythm. */
export function updateOwed(project: Project, client: Client, delivered: readonly Milestone[], desk: Desk): Found | undefined {
  const rhythm = rhythmOf(project);
  if (rhythm.every === "never") return undefined;
  const told = desk.lastWord(client.id, project.id);
  if (rhythm.every === "milestone") {
    const milestone = deliveredSince(told, delivered, desk);
    if (milestone) return milestoneOwed(project, client, milestone, desk);
  }

  const days = desk.days(client);
  const hasWork = desk.input.hasWork?.get(project.id) ?? true;
  const first = told ?? project.createdAt;
  let word = later(first, settledMilestones(delivered, first, desk));
  let settledTo: PlainDate | undefined;
  // One that was skipped or settled makes way for the next, which has an id of its own.
  for (let n = 0; ; n++) {
    const id = `update:${project.id}:${first}${n === 0 ? "" : `:${n}`}`;
    const since = { word: desk.mine.dateAt(word), hasWork, ...(settledTo === undefined ? {} : { settledTo }) };
    const day = dueDay(rhythm, since, days);
    const window = day && days.window(day);
    if (day === undefined || !window) return undefined;
    const answer = desk.answer(id);
    if (answer === undefined || answer.said.what === "snoozed")
      return { id, client, project, kind: "progress", reason: "owed.update", ...window };
    // Skipped: as if it had gone out when it was due. Settled: the client had word when the user said so.
    const by = answer.said.what === "skipped" ? later(window.sendBy, answer.at) : answer.at;
    word = later(word, by);
    settledTo = day;
  }
}

const later = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);

const milestoneId = (milestone: Milestone): string => `milestone:${milestone.id}:${milestone.deliveredAt ?? ""}`;
const isClosed = (id: string, desk: Desk): boolean => {
  const said = desk.answer(id)?.said.what;
  return said === "skipped" || said === "settled";
};

/** The first milestone that was delivered since the last word and not been answered. */
function deliveredSince(told: Instant | undefined, delivered: readonly Milestone[], desk: Desk): Milestone | undefined {
  return delivered
    .filter(({ deliveredAt }) => deliveredAt !== undefined && (told === undefined || deliveredAt > told))
    .filter((milestone) => !isClosed(milestoneId(milestone), desk))
    .sort((a, b) => ((a.deliveredAt ?? "") < (b.deliveredAt ?? "") ? -1 : 1))[0];
}

/** Milestones that were settled by hand gave the client word as well. */
function settledMilestones(delivered: readonly Milestone[], since: Instant, desk: Desk): Instant | undefined {
  const times = delivered.flatMap((milestone) => {
    const answer = desk.answer(milestoneId(milestone));
    return answer?.said.what === "settled" && answer.at > since ? [answer.at] : [];
  });
  return times.sort().at(-1);
}

/** Due on the next day that is good for both: the day of delivery may be over. */
function milestoneOwed(project: Project, client: Client, milestone: Milestone, desk: Desk): Found | undefined {
  const { deliveredAt } = milestone;
  const days = desk.days(client);
  if (deliveredAt === undefined) return undefined;
  const window = days.window(days.first(addDays(desk.mine.dateAt(deliveredAt), 1)));
  const id = milestoneId(milestone);
  const about = { milestone: milestone.title };
  return window && { id, client, project, kind: "milestone", reason: "owed.milestone", about, ...window };
}
