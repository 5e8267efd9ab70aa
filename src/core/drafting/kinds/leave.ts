import type { Absence } from "../../book/absence";
import { leaveAsTold, leaveNews, leaveTold } from "../../book/leaveTold";
import { milestonesOf } from "../../book/queries";
import { instantOf, clockIn, dateIn } from "../../time/zoned";
import type { PlainDate } from "../../time/types";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { baseView, clocksOf, myCalendar, myZone, theirCalendar } from "./baseView";
import { defineKind, type KindInput, type Need } from "./kind";
import type { Meanings, MessageView } from "./messageView";
import { dueMeaning } from "./sharedMeanings";

interface SpanView {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly oneDay: boolean;
  /** Not certain yet. */
  readonly tentative: boolean;
}
interface LeaveView extends MessageView, SpanView {
  readonly returns: PlainDate;
  readonly lastMoment: DueView;
  readonly before: readonly string[];
  readonly waits: readonly string[];
  readonly nextUpdate: PlainDate;
  /** The next update comes on the day of the return. */
  readonly updateThatDay: boolean;
  /** Until when it is certain; only of one that is not certain yet. */
  readonly confirmBy?: PlainDate;
  /** Other days off ahead that are known already. */
  readonly later: readonly SpanView[];
  /** It was told and is called off. */
  readonly isOff: boolean;
  /** It was told as not certain, and is certain now. */
  readonly confirmed: boolean;
  /** Other days that were told for it before. */
  readonly was?: SpanView;
}

const soon = 21;
/** So many of my working days before it begins, a client still can plan by what is then certain. */
const daysToPlan = 5;

/** An absence, announced early: from when to when, what is finished before, what waits, and when the next word comes. */
export const leave = defineKind<LeaveView>({
  kind: "leave",
  project: "optional",
  about: "absence",
  fits: (input) => {
    const news = ahead(input).filter((absence) => {
      const told = leaveTold(input.sent, absence);
      return !told || leaveNews(told, absence) !== undefined;
    });
    if (news.length === 0) return 0;
    const mine = myCalendar(input);
    return news.some(({ from }) => mine.workingDaysBetween(mine.dateAt(input.now), from) <= soon) ? 2 : 1;
  },
  needs,
  compose: (input) => {
    const { absence } = input.about;
    const mine = myCalendar(input);
    const told = absence && leaveTold(input.sent, absence);
    const isOff = absence?.archivedAt !== undefined;
    const { from, to } = (isOff ? told : undefined) ?? absence ?? { from: mine.dateAt(input.now), to: mine.dateAt(input.now) };
    const tentative = absence?.tentative === true && !isOff;
    const moved = told !== undefined && told.off !== true && (told.from !== from || told.to !== to);
    const returns = mine.nextWorkingDay(to);
    const nextUpdate = answered(input, "nextUpdate") ?? firstUpdate(input, to);
    return {
      ...baseView(input),
      ...spanOf({ from, to, tentative }),
      returns,
      lastMoment: lastMoment(input, from),
      before: linesOf(input, "before"),
      waits: linesOf(input, "waits"),
      nextUpdate,
      updateThatDay: nextUpdate === returns,
      ...(tentative && { confirmBy: confirmBy(input, from) }),
      later: isOff ? [] : laterThan(to, absence, input).map((other) => spanOf({ ...other, tentative: other.tentative === true })),
      isOff,
      confirmed: told?.tentative === true && !moved && !isOff && !tentative,
      ...(moved && { was: spanOf({ ...told, tentative: told.tentative === true }) }),
    };
  },
  tells: (input) => {
    const { absence } = input.about;
    if (!absence) return {};
    const told = leaveTold(input.sent, absence);
    if (absence.archivedAt !== undefined) return { leave: [{ ...leaveAsTold(absence), ...(told && { from: told.from, to: told.to }) }] };
    const promised = absence.tentative === true && { confirmBy: confirmBy(input, absence.from) };
    return { leave: [{ ...leaveAsTold(absence), ...promised }, ...laterThan(absence.to, absence, input).map(leaveAsTold)] };
  },
  meanings: {
    from: "variable.from",
    to: "variable.to",
    oneDay: "variable.leave.oneDay",
    tentative: "variable.leave.tentative",
    returns: "variable.leave.returns",
    lastMoment: dueMeaning("variable.leave.lastMoment"),
    before: "variable.leave.before",
    waits: "variable.leave.waits",
    nextUpdate: "variable.leave.nextUpdate",
    updateThatDay: "variable.leave.updateThatDay",
    confirmBy: "variable.leave.confirmBy",
    isOff: "variable.leave.isOff",
    confirmed: "variable.leave.confirmed",
    was: {
      means: "variable.leave.was",
      fields: { from: "variable.from", to: "variable.to", oneDay: "variable.leave.oneDay", tentative: "variable.leave.tentative" } satisfies Meanings<SpanView>,
    },
    later: {
      means: "variable.leave.later",
      fields: { from: "variable.from", to: "variable.to", oneDay: "variable.leave.oneDay", tentative: "variable.leave.tentative" } satisfies Meanings<SpanView>,
    },
  },
});

const spanOf = ({ from, to, tentative }: Omit<SpanView, "oneDay">): SpanView => ({ from, to, oneDay: from === to, tentative });

/** Absences that are not over, by their beginning. */
function ahead(input: KindInput): readonly Absence[] {
  const today = dateIn(input.now, myZone(input));
  return input.book.absence.filter(({ archivedAt, to }) => archivedAt === undefined && to >= today).toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const laterThan = (to: PlainDate, absence: Absence | undefined, input: KindInput): readonly Absence[] => ahead(input).filter(({ id, from }) => id !== absence?.id && from > to);

const linesOf = ({ answers }: KindInput, name: string): readonly string[] => (answers[name] as readonly string[] | undefined) ?? [];

const answered = ({ answers }: KindInput, name: string): PlainDate | undefined => answers[name] as PlainDate | undefined;

/** The first day after the absence on which I write and they read. */
function firstUpdate(input: KindInput, to: PlainDate): PlainDate {
  const [mine, theirs] = [myCalendar(input), theirCalendar(input)];
  let day = mine.nextWorkingDay(to);
  for (let tries = 0; tries < mostTries && !theirs.isWorkingDay(day); tries++) day = mine.nextWorkingDay(day);
  return theirs.workingDayFrom(day);
}
/** Weeks that share no day at all are not searched for ever. */
const mostTries = 30;

/** By when it is certain, as it was said or as can be proposed. */
const confirmBy = (input: KindInput, from: PlainDate): PlainDate => answered(input, "confirmBy") ?? earlyEnough(input, from);

/** Early enough to plan by, but not in the past and not on a day off. */
function earlyEnough(input: KindInput, from: PlainDate): PlainDate {
  const mine = myCalendar(input);
  const today = mine.dateAt(input.now);
  const early = mine.addWorkingDays(from, -daysToPlan);
  const day = early > today ? early : mine.previousWorkingDay(from);
  return theirCalendar(input).workingDayUntil(day > today ? day : today);
}

/** The one that was set, else the end of my last working day before. */
function lastMoment(input: KindInput, from: PlainDate): DueView {
  const set = input.about.absence?.lastMoment;
  if (set !== undefined) return viewDue({ by: "instant", at: set }, clocksOf(input));
  const mine = myCalendar(input);
  const day = mine.previousWorkingDay(from);
  const end = mine.span(day)?.end ?? instantOf(day, clockIn(input.now, mine.zone), mine.zone);
  return viewDue({ by: "instant", at: end }, clocksOf(input));
}

/** What is finished and what waits is about this client alone, while an absence is told to several: so it is asked for each message. */
function needs(input: KindInput): readonly Need[] {
  const { absence } = input.about;
  if (!absence || absence.archivedAt !== undefined) return [];
  const open = input.project ? milestonesOf(input.book, input.project.id).filter(({ state }) => state === "active" || state === "planned") : [];
  const before = open.filter(({ due }) => due?.by === "date" && due.on < absence.from).map(({ title }) => title);
  const after = open.filter(({ due }) => due?.by === "date" && due.on >= absence.from).slice(0, 1).map(({ title }) => title);
  return [
    { name: "before", as: "lines", optional: true, ask: { id: "need.leave.before" }, hint: { id: "need.leave.before.hint" }, ...(before.length > 0 && { proposed: before.join("; ") }) },
    { name: "waits", as: "lines", optional: true, ask: { id: "need.leave.waits" }, hint: { id: "need.leave.waits.hint" }, ...(after.length > 0 && { proposed: after.join("; ") }) },
    { name: "nextUpdate", as: "date", optional: true, ask: { id: "need.leave.nextUpdate" }, proposed: firstUpdate(input, absence.to) },
    ...(absence.tentative === true ? [{ name: "confirmBy", as: "date", optional: true, ask: { id: "need.leave.confirmBy" }, proposed: earlyEnough(input, absence.from) } as const] : []),
  ];
}
