import type { Answer } from "../book/answer";
import type { Text } from "../say";
import { workingCalendar } from "../time/calendar";
import type { Instant } from "../time/types";
import { later } from "../time/zoned";
import { moment, type OwedView } from "./status";

/** One of the answers that put something off. */
export interface SnoozeChoice {
  readonly label: Text;
  /** Until when, or what it means. */
  readonly description: Text | undefined;
  readonly said: Answer["said"];
}

const HOUR = 60;

/** An hour, my next working day's start, the one after it, or not this time at all. */
export function snoozeChoices(view: Omit<OwedView, "owed">): readonly SnoozeChoice[] {
  const mine = workingCalendar({ me: view.book.me, absences: view.book.absence, machineZone: view.zone });
  const today = mine.dateAt(view.now);
  /** A calendar without any working day has no start either: then a whole day stands in. */
  const startAfter = (workingDays: number): Instant =>
    mine.span(mine.addWorkingDays(today, workingDays))?.start ?? later(view.now, workingDays * 24 * HOUR);
  const until = (id: "owedList.snooze.hour" | "owedList.snooze.nextDay" | "owedList.snooze.twoDays", at: Instant): SnoozeChoice => ({
    label: { id },
    description: { id: "owedList.until", values: { when: moment(at, view) } },
    said: { what: "snoozed", until: at },
  });
  return [
    until("owedList.snooze.hour", later(view.now, HOUR)),
    until("owedList.snooze.nextDay", startAfter(1)),
    until("owedList.snooze.twoDays", startAfter(2)),
    { label: { id: "owedList.snooze.skip" }, description: { id: "owedList.snooze.skipMeans" }, said: { what: "skipped" } },
  ];
}
