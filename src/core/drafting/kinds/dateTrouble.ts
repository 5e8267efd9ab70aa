import type { Holiday } from "../../book/fields";
import type { Milestone } from "../../book/milestone";
import { milestonesOf } from "../../book/queries";
import type { Text } from "../../say";
import type { PlainDate } from "../../time/types";
import { addDays, dateIn } from "../../time/zoned";
import { myCalendar, theirCalendar, theirZone } from "./baseView";
import type { KindInput } from "./kind";

/** Why a day is a bad one to promise something for, and the first good one after it. */
export interface DateTrouble {
  readonly why: Text;
  readonly next: PlainDate;
}

const FAR = 60;

/** Looks at both weeks, holidays, my absences, and at the other milestones of the project. Undefined: nothing speaks against the day. */
export function dateTrouble(on: PlainDate, input: KindInput, except?: string): DateTrouble | undefined {
  const today = dateIn(input.now, theirZone(input));
  const why = (day: PlainDate) => troubleOn(day, input, today, except);
  const trouble = why(on);
  if (!trouble) return undefined;
  for (let days = 1; days <= FAR; days++) if (!why(addDays(on, days))) return { why: trouble, next: addDays(on, days) };
  return { why: trouble, next: on };
}

function troubleOn(on: PlainDate, input: KindInput, today: PlainDate, except: string | undefined): Text | undefined {
  const { book, me, client, project } = input;
  const day = { time: "day", on, today } as const;
  // Whether a day is worked the calendars say; this tells which holiday or absence it is.
  const covers = ({ from, to = from }: { readonly from: PlainDate; readonly to?: PlainDate }) => from <= on && on <= to;
  const named = ({ name }: Holiday, id: "need.date.theirHoliday" | "need.date.myHoliday"): Text => ({ id, values: { day, name: name ?? "" } });

  if (on < today) return { id: "need.date.past", values: { day } };
  if (book.absence.some((absence) => absence.archivedAt === undefined && covers(absence))) return { id: "need.date.absence", values: { day } };
  const myHoliday = me.holidays?.find(covers);
  if (myHoliday) return named(myHoliday, "need.date.myHoliday");
  const theirHoliday = client.holidays?.find(covers);
  if (theirHoliday) return named(theirHoliday, "need.date.theirHoliday");
  if (!theirCalendar(input).isWorkingDay(on)) return { id: "need.date.theirDayOff", values: { day } };
  if (!myCalendar(input).isWorkingDay(on)) return { id: "need.date.myDayOff", values: { day } };
  const same = (project ? milestonesOf(book, project.id) : []).find((one) => one.id !== except && isToCome(one) && dueDay(one, input) === on);
  return same ? { id: "need.date.milestone", values: { day, name: same.title } } : undefined;
}

export const isToCome = ({ state }: Milestone): boolean => state === "planned" || state === "active";
/** Where the client is. */
export const dueDay = ({ due }: Milestone, input: KindInput): PlainDate | undefined => (due === undefined ? undefined : due.by === "date" ? due.on : dateIn(due.at, theirZone(input)));

/** What comes after the milestone, or the whole project, is due before that day, and would have to move, too. No later day is better. */
export function overtakes(on: PlainDate, input: KindInput, milestoneId: string): Text | undefined {
  const { book, project } = input;
  if (!project) return undefined;
  const today = dateIn(input.now, theirZone(input));
  const day = (due: PlainDate) => ({ time: "day", on: due, today }) as const;
  const all = milestonesOf(book, project.id);
  const after = all.slice(all.findIndex(({ id }) => id === milestoneId) + 1).filter(isToCome);
  for (const one of after) {
    const due = dueDay(one, input);
    if (due !== undefined && due < on) return { id: "need.date.overtakes", values: { name: one.title, due: day(due) } };
  }
  return project.dueOn !== undefined && project.dueOn < on ? { id: "need.date.pastWhole", values: { due: day(project.dueOn) } } : undefined;
}
