import type { Due } from "../../book/fields";
import { milestonesOf, progressOf } from "../../book/queries";
import { forecast, type Forecast } from "../../owed/forecast";
import type { Text } from "../../say";
import { asTyped } from "../../time/typedDate";
import type { PlainDate, Zone } from "../../time/types";
import { dateIn } from "../../time/zoned";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { baseView, clocksOf, myCalendar, myZone, onMarketplace, theirCalendar, theirZone } from "./baseView";
import { dateTrouble, overtakes, type DateTrouble } from "./dateTrouble";
import { delayAbouts, openMilestones } from "./delayAbouts";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { moveChoice, movedEffects, movedToo, type MovedToo } from "./movedToo";
import { dueMeaning } from "./sharedMeanings";
import { waitedFor, type WaitedView } from "./waited";

interface DelayView extends MessageView {
  /** The milestone that moves; absent: the whole project does. */
  readonly title?: string;
  readonly oldDue?: DueView;
  readonly newDue: DueView;
  /** Working days of the client's between the two. */
  readonly days?: number;
  readonly reason: string;
  readonly doing?: string;
  /** What can be ready by the old date, the rest following with the new one. */
  readonly inParts?: string;
  /** By when that part can be ready, where the old date has passed. */
  readonly partBy?: PlainDate;
  /** What can be left out to keep the old date. */
  readonly leaveOut?: string;
  readonly waited?: WaitedView;
  /** What was to be ready after it and before the new date, and moves with it. A title is absent for the whole project. */
  readonly movedToo: readonly { readonly title?: string; readonly oldDue: DueView; readonly newDue: DueView }[];
  readonly askExtension: boolean;
}

/** A working day or two before a date with open parts, it is at risk. */
const atRiskDays = 2;
const usualDays = 3;

/** A date that moves, told with its reason, the days it takes, the new date and the choices; the milestone moves when it is sent, unless the client is to choose whether. */
export const delay = defineKind<DelayView>({
  kind: "delay",
  project: "required",
  about: "milestone",
  abouts: delayAbouts,
  fits: (input) => {
    const calendar = theirCalendar(input);
    const today = calendar.dateAt(input.now);
    const dues = openMilestones(input).flatMap((one) => {
      const { done, all } = progressOf(one);
      return one.due && (all === 0 || done < all) ? [dayOf(one.due, calendar.zone)] : [];
    });
    if (dues.some((on) => on < today || calendar.workingDaysBetween(today, on) <= atRiskDays)) return 2;
    return dues.length > 0 || input.project?.dueOn !== undefined ? 1 : 0;
  },
  needs,
  compose: (input) => {
    const { answers, about } = input;
    const clocks = clocksOf(input);
    const before = oldDue(input);
    const after = newDue(input);
    const old = before && viewDue(before, clocks);
    const days = before && after ? Math.max(0, theirCalendar(input).workingDaysBetween(dayOf(before, clocks.theirs), dayOf(after, clocks.theirs))) : 0;
    const waited = waitedFor(input, about.milestone);
    const words = (name: string) => answers[name] as string | undefined;
    const [doing, inParts, leaveOut] = [words("doing"), words("inParts"), words("leaveOut")];
    const partBy = answers["partBy"] as PlainDate | undefined;
    return {
      ...baseView(input),
      ...(about.milestone && { title: about.milestone.title }),
      ...(old && { oldDue: old }),
      newDue: viewDue(after ?? { by: "date", on: dateIn(input.now, clocks.theirs) }, clocks),
      ...(days > 0 && { days }),
      reason: words("reason") ?? "",
      ...(doing !== undefined && { doing }),
      ...(inParts !== undefined && { inParts }),
      ...(partBy !== undefined && { partBy }),
      ...(leaveOut !== undefined && { leaveOut }),
      ...(waited && { waited }),
      movedToo: movingToo(input).map(({ milestone, from, to }) => ({ ...(milestone && { title: milestone.title }), oldDue: viewDue(from, clocks), newDue: viewDue(to, clocks) })),
      askExtension: onMarketplace(input.client.place),
    };
  },
  effects: (input) => {
    const due = newDue(input);
    const { milestoneId } = input.about;
    // Whether the date moves or something is left out to keep it, the client has yet to say.
    if (!due || input.answers["choice"] === "cut") return [];
    return milestoneId === undefined ? [{ do: "moveProject", on: dayOf(due, theirZone(input)) }] : [{ do: "moveMilestone", milestoneId, due }, ...movedEffects(movingToo(input), input)];
  },
  meanings: {
    title: "variable.milestone.title",
    oldDue: dueMeaning("variable.delay.oldDue"),
    newDue: dueMeaning("variable.delay.newDue"),
    days: "variable.delay.days",
    reason: "variable.delay.reason",
    doing: "variable.delay.doing",
    inParts: "variable.delay.inParts",
    partBy: "variable.delay.partBy",
    leaveOut: "variable.delay.leaveOut",
    waited: {
      means: "variable.delay.waited",
      fields: { days: "variable.delay.waitedDays", from: "variable.from", to: "variable.to", still: "variable.delay.stillWaits" },
    },
    movedToo: {
      means: "variable.delay.movedToo",
      fields: { title: "variable.milestone.title", oldDue: dueMeaning("variable.delay.oldDue"), newDue: dueMeaning("variable.delay.newDue") },
    },
    askExtension: "variable.delay.askExtension",
  },
});

const dayOf = (due: Due, zone: Zone): PlainDate => (due.by === "date" ? due.on : dateIn(due.at, zone));

function oldDue({ about, project }: KindInput): Due | undefined {
  if (about.milestoneId !== undefined) return about.milestone?.due;
  return project?.dueOn === undefined ? undefined : { by: "date", on: project.dueOn };
}

/** What was answered last: a date that something spoke against may have been exchanged. */
function newDue(input: KindInput): Due | undefined {
  const { answers } = input;
  const first = answers["newDue"] as Due | undefined;
  if (answers["dateCheck"] === "other") return (answers["otherDue"] as Due | undefined) ?? first;
  if (answers["dateCheck"] !== "next" || !first) return first;
  const trouble = troubleWith(first, input);
  return trouble ? { by: "date", on: trouble.next } : first;
}

/** What the new date leaves behind it. While the client is to choose whether it moves at all, nothing else does. */
function leftBehind(input: KindInput): readonly MovedToo[] {
  const { milestoneId } = input.about;
  const due = newDue(input);
  const zone = theirZone(input);
  const before = oldDue(input);
  return due === undefined || milestoneId === undefined || input.answers["choice"] === "cut" ? [] : movedToo(milestoneId, before && dayOf(before, zone), dayOf(due, zone), input);
}
const movingToo = (input: KindInput): readonly MovedToo[] => (input.answers["dateCheck"] === "moveToo" || input.answers["moveToo"] === "move" ? leftBehind(input) : []);

/** A date that is not later than the old one moves nothing. */
function troubleWith(due: Due, input: KindInput): DateTrouble | undefined {
  const { milestoneId } = input.about;
  const zone = theirZone(input);
  const before = oldDue(input);
  const on = dayOf(due, zone);
  if (before === undefined || on > dayOf(before, zone) || due.by === "instant") {
    const trouble = dateTrouble(on, input, milestoneId);
    const why = trouble || milestoneId === undefined ? undefined : overtakes(on, input, milestoneId);
    return why ? { why, next: on } : trouble;
  }
  const next = theirCalendar(input).nextWorkingDay(dayOf(before, zone));
  return { why: { id: "need.delay.notLater" }, next: dateTrouble(next, input, milestoneId)?.next ?? next };
}

function needs(input: KindInput): readonly Need[] {
  const { answers } = input;
  const calendar = theirCalendar(input);
  const today = calendar.dateAt(input.now);
  const before = oldDue(input);
  const from = before && dayOf(before, calendar.zone) > today ? dayOf(before, calendar.zone) : today;
  const usual = calendar.addWorkingDays(from, usualDays);
  const ends = forecastOf(input);
  // A date moves once: the new one is the latest that the pace so far makes likely.
  const likely = ends && ends.to > usual ? ends.to : usual;
  const proposed: Due = { by: "date", on: dateTrouble(likely, input, input.about.milestoneId)?.next ?? likely };
  const past = before !== undefined && dayOf(before, calendar.zone) < today;
  const all: readonly (Need | false)[] = [
    { name: "reason", as: "words", ask: { id: "need.delay.reason" }, hint: { id: "need.delay.reason.hint" } },
    { name: "newDue", as: "due", ask: ends ? forecastAsk(ends, today) : { id: "need.delay.newDue" }, proposed: asTyped(proposed, myZone(input)) },
    ...checkOf(input),
    { name: "doing", as: "words", optional: true, ask: { id: "need.delay.doing" }, hint: { id: "need.delay.doing.hint" } },
    {
      name: "choice",
      as: "choice",
      ask: { id: "need.delay.choice" },
      choices: [
        { value: "move", label: { id: "need.delay.move" }, detail: { id: "need.delay.move.detail" } },
        { value: "parts", label: { id: "need.delay.parts" }, detail: { id: "need.delay.parts.detail" } },
        { value: "cut", label: { id: "need.delay.cut" }, detail: { id: "need.delay.cut.detail" } },
      ],
    },
    answers["choice"] === "parts" && { name: "inParts", as: "words", ask: { id: "need.delay.inParts" }, hint: { id: "need.delay.inParts.hint" } },
    answers["choice"] === "parts" && past && { name: "partBy", as: "date", ask: { id: "need.delay.partBy" }, proposed: calendar.workingDayFrom(today) },
    answers["choice"] === "cut" && { name: "leaveOut", as: "words", ask: { id: "need.delay.leaveOut" }, hint: { id: "need.delay.leaveOut.hint" } },
  ];
  return all.filter((need) => need !== false);
}

/** Undefined where there is too little to tell. */
function forecastOf(input: KindInput): Extract<Forecast, { says: "range" }> | undefined {
  const { about, book, project, now } = input;
  if (!about.milestone || !project) return undefined;
  const ends = forecast({ milestone: about.milestone, project, milestones: milestonesOf(book, project.id), mine: myCalendar(input) }, now);
  return ends.says === "range" ? ends : undefined;
}

function forecastAsk(ends: { readonly from: PlainDate; readonly to: PlainDate }, today: PlainDate): Text {
  const from = { time: "day", on: ends.from, today } as const;
  const to = { time: "day", on: ends.to, today } as const;
  return ends.from === ends.to ? { id: "need.delay.newDueForecastDay", values: { on: to } } : { id: "need.delay.newDueForecast", values: { from, to } };
}

/** Asks again where the new date falls on a bad day. */
function checkOf(input: KindInput): readonly Need[] {
  const { answers } = input;
  const given = answers["newDue"] as Due | undefined;
  const zone = theirZone(input);
  const trouble = given && troubleWith(given, input);
  if (!trouble) return [];
  const next = { time: "day", on: trouble.next, today: dateIn(input.now, zone) } as const;
  const check: Need = {
    name: "dateCheck",
    as: "choice",
    ask: trouble.why,
    choices: [
      ...(isOvertaking(trouble) ? moveChoice("moveToo", leftBehind(input), input) : []),
      ...(given.by === "date" && trouble.next === given.on ? [] : [{ value: "next", label: { id: "need.date.take", values: { day: next } } } as const]),
      { value: "other", label: { id: "need.date.another" } },
      { value: "keep", label: { id: "need.date.keep" } },
    ],
  };
  const other: readonly Need[] = answers["dateCheck"] === "other" ? [{ name: "otherDue", as: "due", ask: { id: "need.delay.newDue" }, proposed: trouble.next }] : [];
  return [check, ...other, ...moveTooOf(input)];
}

const isOvertaking = ({ why }: DateTrouble): boolean => why.id === "need.date.overtakes" || why.id === "need.date.pastWhole";

/** The date that was chosen in the first one's place may leave something behind as well. */
function moveTooOf(input: KindInput): readonly Need[] {
  const { answers, about } = input;
  const due = newDue(input);
  const chosen = answers["dateCheck"] === "next" || (answers["dateCheck"] === "other" && answers["otherDue"] !== undefined);
  const why = chosen && due && about.milestoneId !== undefined ? overtakes(dayOf(due, theirZone(input)), input, about.milestoneId) : undefined;
  if (!why) return [];
  return [{ name: "moveToo", as: "choice", ask: why, choices: [...moveChoice("move", leftBehind(input), input), { value: "keep", label: { id: "need.date.keep" } }] }];
}
