import { marketplaceOf } from "../../book/marketplaces";
import type { Instant, PlainDate, PlainTime, Zone } from "../../time/types";
import { addDays, instantOf, later, weekdayOf } from "../../time/zoned";
import type { Desk } from "../desk";
import type { When } from "../found";
import type { Place } from "../places";
import { none, one, type Find } from "./rule";

const UTC = "UTC" as Zone;

/**
 * Work logs of projects that are paid by the hour: by the moment at which the marketplace locks its diary, else on the last
 * good day of each week of mine. One that was missed makes way for the next `n` hours after its time: a locked diary stays
 * as it is.
 */
export const worklogs: Find = (place, desk, n) => {
  const { project } = place;
  if (project?.hourly === undefined || project.status !== "active") return none;
  const sent = desk.sent("worklog").filter(({ projectId }) => projectId === undefined || projectId === project.id);
  const began = project.startsOn ?? desk.mine.dateAt(project.createdAt);
  let from: Instant | undefined;
  return [-1, 0, 1].flatMap((week) => {
    const monday = addDays(desk.today, 1 - weekdayOf(desk.today) + 7 * week);
    const when = locksIn(monday, place, desk);
    if (!when || desk.mine.dateAt(when.sendBy) <= began) return none;
    const until = later(when.sendBy, n * 60);
    const found = sent.some(({ at }) => at >= when.readyFrom && at < until)
      ? none
      : one(when, { id: `worklog:${project.id}:${monday}`, what: "worklog", until, ...(from !== undefined && { from }) });
    from = until;
    return found;
  });
};

/** When the work of the week before this Monday has to stand in the log. */
function locksIn(monday: PlainDate, { client }: Place, desk: Desk): When | undefined {
  const locks = marketplaceOf(client)?.diaryLocks?.is;
  if (!locks) return desk.onOrBefore(addDays(monday, -1), instantOf(addDays(monday, -7), "00:00" as PlainTime, desk.mine.zone));
  const sendBy = instantOf(addDays(monday, locks.weekday - 1), `${String(locks.hour).padStart(2, "0")}:00` as PlainTime, UTC);
  // In my last hours before it, or from a day before where those are longer ago or not over.
  const ready = desk.mine.lastSpanAt(later(sendBy, -60))?.start ?? later(sendBy, -24 * 60);
  return { readyFrom: ready, sendBy, overlaps: true, hard: true };
}
