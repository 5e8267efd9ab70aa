import type { Due } from "../../book/fields";
import type { Milestone } from "../../book/milestone";
import { milestonesOf } from "../../book/queries";
import type { PlainDate } from "../../time/types";
import { dateIn, daysBetween, later } from "../../time/zoned";
import type { Effect } from "../draft";
import { theirCalendar, theirZone } from "./baseView";
import { dateTrouble, dueDay, isToCome } from "./dateTrouble";
import type { KindInput, Need } from "./kind";

/** A date that the new one leaves behind, and where it goes then. */
export interface MovedToo {
  /** Absent: the whole project. */
  readonly milestone?: Milestone;
  readonly from: Due;
  readonly to: Due;
}

/**
 * What comes after the milestone and was to be ready before its new date, or before one that moves with it: each is put off by as
 * many of the client's working days as the milestone is, to a good day. At last the whole project, where it would be over too early.
 */
export function movedToo(milestoneId: string, before: PlainDate | undefined, to: PlainDate, input: KindInput): readonly MovedToo[] {
  const { book, project } = input;
  if (!project) return [];
  const calendar = theirCalendar(input);
  const shift = before === undefined || before >= to ? 0 : calendar.workingDaysBetween(before, to);
  const all = milestonesOf(book, project.id);
  const moved: MovedToo[] = [];
  let last = to;
  for (const milestone of all.slice(all.findIndex(({ id }) => id === milestoneId) + 1).filter(isToCome)) {
    const { due } = milestone;
    const day = dueDay(milestone, input);
    if (due === undefined || day === undefined || day > last || (day === last && moved.length === 0)) continue;
    const shifted = shift > 0 ? calendar.addWorkingDays(day, shift) : day;
    const free = shifted > last ? shifted : calendar.nextWorkingDay(last);
    last = dateTrouble(free, input, milestone.id)?.next ?? free;
    moved.push({ milestone, from: due, to: due.by === "date" ? { by: "date", on: last } : { by: "instant", at: later(due.at, daysBetween(day, last) * 24 * 60) } });
  }
  if (project.dueOn !== undefined && project.dueOn < last) moved.push({ from: { by: "date", on: project.dueOn }, to: { by: "date", on: last } });
  return moved;
}

export const movedEffects = (moved: readonly MovedToo[], input: KindInput): readonly Effect[] =>
  moved.map(({ milestone, to }): Effect => (milestone ? { do: "moveMilestone", milestoneId: milestone.id, due: to } : { do: "moveProject", on: to.by === "date" ? to.on : theirCalendar(input).dateAt(to.at) }));

/** The offer to move it all, with where the first of it goes. */
export function moveChoice(value: string, moved: readonly MovedToo[], input: KindInput): NonNullable<Need["choices"]> {
  const [first] = moved;
  if (!first) return [];
  const today = dateIn(input.now, theirZone(input));
  const on = first.to.by === "date" ? first.to.on : dateIn(first.to.at, theirZone(input));
  return [{ value, label: { id: "need.delay.moveToo" }, detail: { id: "need.delay.moves", values: { count: moved.length, name: first.milestone?.title ?? input.project?.name ?? "", on: { time: "day", on, today } } } }];
}
