import type { Absence } from "../../book/absence";
import { isUnderWay } from "../../book/absenceChanges";
import { leaveAsTold, leaveNews, leaveTold, type ToldLeave } from "../../book/leaveTold";
import type { Instant, PlainDate, PlainTime } from "../../time/types";
import { addDays, instantOf, later } from "../../time/zoned";
import type { Desk } from "../desk";
import type { When } from "../found";
import type { Place } from "../places";
import { none, one, type Find } from "./rule";
import { untilDue } from "./untilDue";

/** Who is waiting for something from me. */
const isAffected = ({ projects }: Place): boolean => projects.some(({ status }) => isUnderWay(status));

/**
 * Leave, certain or not: `n` days before it begins; entered later than that, as soon as can be. Once it was told, whatever
 * becomes of it is told within a working day: other days, certain or not certain any more, off. Where word was promised
 * whether I go, that is owed by the day that was named.
 */
export const leave: Find = (place, desk, n) => {
  if (place.project || !isAffected(place)) return none;
  return desk.absences.flatMap((absence) => {
    const told = toldOf(absence, place, desk);
    if (told) return leaveNews(told, absence) === undefined ? toConfirm(absence, told, place, desk) : newsOf(absence, told, place, desk);
    if (absence.archivedAt !== undefined) return none;
    return one(whenOf(absence, desk, Math.round(n)), {
      id: leaveId(absence, place),
      what: "leave",
      values: { from: { time: "day", on: absence.from, today: desk.today } },
      about: { absenceId: absence.id },
      until: midnightAfter(absence.to, desk),
    });
  });
};

const leaveId = ({ id, from, to }: Absence, { client }: Place): string => `leave:${id}:${client.id}:${from}:${to}`;
const midnightAfter = (day: PlainDate, desk: Desk): Instant => instantOf(addDays(day, 1), "00:00" as PlainTime, desk.mine.zone);

/** What the client knows of it: by a message, or settled without one. */
function toldOf(absence: Absence, place: Place, desk: Desk): ToldLeave | undefined {
  const { archivedAt: _, ...asItWas } = absence;
  const settled = desk.answer(leaveId(absence, place))?.said.what === "settled";
  return leaveTold(desk.sent("leave"), absence) ?? (settled ? leaveAsTold(asItWas) : undefined);
}

function newsOf(absence: Absence, told: ToldLeave, place: Place, desk: Desk): ReturnType<Find> {
  const news = leaveNews(told, absence);
  if (news === undefined) return none;
  const first = told.from < absence.from ? told.from : absence.from;
  const last = told.to > absence.to ? told.to : absence.to;
  // Away or back, what was told is over.
  if (news === "off" && told.to < desk.mine.dateAt(absence.changedAt)) return none;
  const when = desk.within(absence.changedAt, 1);
  const promised = promisedBy(absence, told, place, desk);
  const early = when && promised && promised.sendBy < when.sendBy ? promised : when;
  return one(early && desk.mine.dateAt(early.sendBy) < first ? early : atOnce(absence.changedAt), {
    id: `leave:${news}:${absence.id}:${place.client.id}:${absence.from}:${absence.to}:${absence.tentative === true ? "?" : ""}`,
    what: news === "off" ? "leaveOff" : "leaveChanged",
    values: { from: { time: "day", on: news === "off" ? told.from : absence.from, today: desk.today } },
    about: { absenceId: absence.id },
    until: midnightAfter(last, desk),
  });
}

function toConfirm(absence: Absence, told: ToldLeave, place: Place, desk: Desk): ReturnType<Find> {
  return one(promisedBy(absence, told, place, desk), {
    id: `leave:confirm:${absence.id}:${place.client.id}:${told.confirmBy ?? ""}`,
    what: "leaveConfirm",
    values: { from: { time: "day", on: absence.from, today: desk.today } },
    about: { absenceId: absence.id },
    until: midnightAfter(absence.to, desk),
  });
}

/** When word whether I go was promised; as long before it as any promise. */
const promisedBy = (absence: Absence, { confirmBy }: ToldLeave, place: Place, desk: Desk): When | undefined =>
  confirmBy === undefined ? undefined : untilDue({ by: "date", on: confirmBy }, absence.createdAt, desk, desk.numberOf("promise", place) ?? 1);

/** An illness begins today and leaves no working day to tell it on: then within the next hours. */
const AT_ONCE_MINUTES = 120;

function whenOf(absence: Absence, desk: Desk, days: number): When | undefined {
  const since: Instant = absence.createdAt;
  const when = desk.onOrBefore(addDays(absence.from, -Math.max(1, days)), since);
  if (when && desk.mine.dateAt(when.sendBy) < absence.from) return when;
  return atOnce(since);
}

const atOnce = (since: Instant): When => ({ readyFrom: since, sendBy: later(since, AT_ONCE_MINUTES), overlaps: false });
