import type { Due } from "../../book/fields";
import type { Instant } from "../../time/types";
import type { Desk } from "../desk";
import type { When } from "../found";

/** By the due date, or the moment itself, which nobody moves; ready from `n` working days before. */
export function untilDue(due: Due, since: Instant, desk: Desk, n: number): When | undefined {
  const day = due.by === "date" ? due.on : desk.mine.dateAt(due.at);
  const window = desk.onOrBefore(day, since);
  if (!window) return undefined;
  const readyDay = desk.mine.addWorkingDays(desk.mine.dateAt(window.readyFrom), -Math.round(n));
  const ready = desk.mine.span(readyDay)?.start ?? window.readyFrom;
  if (due.by === "date") return { ...window, readyFrom: ready };
  return { readyFrom: ready < due.at ? ready : due.at, sendBy: due.at, overlaps: true, hard: true };
}
