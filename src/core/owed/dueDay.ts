import type { PlainDate } from "../time/types";
import { addDays, weekdayOf } from "../time/zoned";
import type { Pace } from "./rhythm";
import type { SharedDays } from "./sendWindow";

export interface Since {
  /** The day of the last word, in my zone. */
  readonly word: PlainDate;
  /** The day up to which nothing more is owed, because what was due by then has been answered. */
  readonly settledTo?: PlainDate;
  /** The first day on which there is something new to tell. Absent: nothing is known of. */
  readonly work?: PlainDate;
}

/** The day on which the next update by rhythm is due, one of my working days; undefined where none is. */
export function dueDay(pace: Pace, since: Since, days: SharedDays): PlainDate | undefined {
  const settledTo = since.settledTo !== undefined && since.settledTo > since.word ? since.settledTo : since.word;
  const from = addDays(settledTo, 1);
  const within = (limit: number): PlainDate => {
    const last = addDays(since.word, limit);
    return days.last(from, last > from ? last : from);
  };
  switch (pace.every) {
    case "never":
      return undefined;
    case "workingDay": {
      let idle = days.first(from);
      for (let n = 1; n < pace.idleDays; n++) idle = days.first(addDays(idle, 1));
      const work = since.work === undefined ? idle : days.first(since.work > from ? since.work : from);
      return work < idle ? work : idle;
    }
    case "days":
      return within(pace.days);
    case "milestone":
      return within(pace.ceilingDays);
    case "week": {
      // Where nobody is at work on the day agreed, the week's update comes on the nearest good day before it.
      let agreed = addDays(from, (pace.day - weekdayOf(from) + 7) % 7);
      for (;;) {
        const day = days.last(addDays(agreed, -6), agreed);
        if (day > settledTo) return day;
        agreed = addDays(agreed, 7);
      }
    }
  }
}
