import type { PlainDate } from "../time/types";
import { addDays, daysBetween, weekdayOf } from "../time/zoned";
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

/** Days from one good day to the next over the weekends of two countries: Thursday to Monday. */
const LONGEST_WEEKEND = 4;

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
      // Whoever was away meanwhile gives word on the first good day.
      const left = daysBetween(settledTo, idle) > LONGEST_WEEKEND ? 0 : pace.idleDays - 1;
      for (let n = 0; n < left; n++) {
        const next = days.first(addDays(idle, 1));
        // Somebody is away then: word comes on the last good day before that.
        if (daysBetween(idle, next) > LONGEST_WEEKEND) break;
        idle = next;
      }
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
