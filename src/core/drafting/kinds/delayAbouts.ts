import type { Milestone } from "../../book/milestone";
import { milestonesOf, projectsOf } from "../../book/queries";
import { understood } from "../../time/typedDate";
import { myZone } from "./baseView";
import type { AboutChoice, KindInput } from "./kind";

const projectsOfInput = ({ book, client, project }: KindInput) => (project ? [project] : projectsOf(book, client.id)).filter(({ status }) => status !== "closed" && status !== "lead");

/** The named one, else all that are not delivered, by date. */
export function openMilestones(input: KindInput): readonly Milestone[] {
  const { book, about } = input;
  const all = about.milestone ? [about.milestone] : projectsOfInput(input).flatMap(({ id }) => milestonesOf(book, id));
  return all.filter(({ state }) => state === "active" || state === "planned");
}

/** The milestones that are not delivered, by date; of a project that has none, its own date. */
export function delayAbouts(input: KindInput): readonly AboutChoice[] {
  const at = { now: input.now, zone: myZone(input) };
  const detail = (due: Milestone["due"]) => due && { detail: { id: "need.when", values: { when: understood(due, at) } } as const };
  const milestones = openMilestones(input).map(({ id, title, projectId, due }): AboutChoice => ({ about: { milestoneId: id }, projectId, label: title, ...detail(due) }));
  const whole = projectsOfInput(input).filter(({ id, dueOn }) => dueOn !== undefined && !milestones.some(({ projectId }) => projectId === id));
  return [...milestones, ...whole.map(({ id, name, dueOn }): AboutChoice => ({ about: {}, projectId: id, label: name, ...detail(dueOn && { by: "date", on: dueOn }) }))];
}
