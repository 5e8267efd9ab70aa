import type { Absence } from "../../book/absence";
import { isUnderWay } from "../../book/absenceChanges";
import type { Instant, PlainTime } from "../../time/types";
import { addDays, instantOf, later } from "../../time/zoned";
import type { Desk } from "../desk";
import type { When } from "../found";
import type { Place } from "../places";
import { none, one, type Find } from "./rule";

/** Who is waiting for something from me. */
const isAffected = ({ projects }: Place): boolean => projects.some(({ status }) => isUnderWay(status));

/** Leave that is certain: `n` days before it begins; entered later than that, as soon as can be. */
export const leave: Find = (place, desk, n) => {
  if (place.project || !isAffected(place)) return none;
  return desk.absences.flatMap((absence) => {
    if (absence.tentative || absence.archivedAt !== undefined || isTold(absence, desk)) return none;
    return one(whenOf(absence, desk, Math.round(n)), {
      id: `leave:${absence.id}:${place.client.id}:${absence.from}:${absence.to}`,
      what: "leave",
      values: { from: { time: "day", on: absence.from, today: desk.today } },
      about: { absenceId: absence.id },
      until: instantOf(addDays(absence.to, 1), "00:00" as PlainTime, desk.mine.zone),
    });
  });
};

const isTold = (absence: Absence, desk: Desk): boolean => desk.sent("leave").some(({ about }) => about?.absenceId === absence.id);

/** An illness begins today and leaves no working day to tell it on: then within the next hours. */
const AT_ONCE_MINUTES = 120;

function whenOf(absence: Absence, desk: Desk, days: number): When | undefined {
  const since: Instant = absence.createdAt;
  const when = desk.onOrBefore(addDays(absence.from, -Math.max(1, days)), since);
  if (when && desk.mine.dateAt(when.sendBy) < absence.from) return when;
  return { readyFrom: since, sendBy: later(since, AT_ONCE_MINUTES), overlaps: false };
}
