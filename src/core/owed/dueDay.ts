import type { Rhythm } from "../book/project";
import type { PlainDate } from "../time/types";
import { addDays, weekdayOf } from "../time/zoned";
import type { SharedDays } from "./sendWindow";

export interface Since {
  /** The day of the last word, in my zone. */
  readonly word: PlainDate;
  /** The day up to which nothing more is owed, because what was due by then has been answered. */
  readonly settledTo?: PlainDate;
  /** False: there is nothing new to tell. */
  readonly hasWork: boolean;
}

/** The day on which the next update by rhythm is due, one of my working days; undefined where none is. */
export function dueDay(rhythm: Rhythm, since: Since, days: SharedDays): PlainDate | undefined {
  const settledTo = since.settledTo !== undefined && since.settledTo > since.word ? since.settledTo : since.word;
  const from = addDays(settledTo, 1);
  const within = (limit: number): PlainDate => {
    const last = addDays(since.word, limit);
    return days.last(from, last > from ? last : from);
  };
  switch (rhythm.every) {
    case "never":
      return undefined;
    case "workingDay": {
      const first = days.first(from);
      return since.hasWork ? first : days.first(addDays(first, 1));
    }
    case "days":
      return within(rhythm.days);
    case "milestone":
      return within(rhythm.ceilingDays);
    case "week": {
      // Where nobody is at work on the day agreed, the week's update comes on the nearest good day before it.
      let agreed = addDays(from, (rhythm.day - weekdayOf(from) + 7) % 7);
      for (;;) {
        const day = days.last(addDays(agreed, -6), agreed);
        if (day > settledTo) return day;
        agreed = addDays(agreed, 7);
      }
    }
  }
}
