import assert from "node:assert/strict";
import fc from "fast-check";
import ICAL from "ical.js";
import { readRule, recurringDates } from "../../../../src/core/time/recurrence";
import type { PlainDate } from "../../../../src/core/time/types";

const day = (text: string) => text as PlainDate;

function dates(rule: string, start: string, many: number, from = start): readonly string[] {
  const read = readRule(rule);
  assert.ok(read, rule);
  const found: string[] = [];
  for (const date of recurringDates(read, day(start), day(from))) {
    if (found.length === many) break;
    found.push(date);
  }
  return found;
}

/** The same by another hand. */
function byIcal(rule: string, start: string, many: number): readonly string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  const found: string[] = [];
  for (let next = iterator.next() as ICAL.Time | null; next && found.length < many; next = iterator.next() as ICAL.Time | null) found.push(next.toString());
  return found;
}

describe("recurrence rules", () => {
  it("come week by week, on several days, every other week", () => {
    assert.deepEqual(dates("FREQ=WEEKLY", "2026-11-24", 3), ["2026-11-24", "2026-12-01", "2026-12-08"]);
    assert.deepEqual(dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "2026-11-24", 4), ["2026-11-24", "2026-11-29", "2026-12-08", "2026-12-13"]);
    assert.deepEqual(dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "2026-11-24", 4), ["2026-11-24", "2026-12-06", "2026-12-08", "2026-12-20"]);
  });

  it("leave out the days that a month lacks", () => {
    assert.deepEqual(dates("FREQ=MONTHLY", "2026-12-31", 3), ["2026-12-31", "2027-01-31", "2027-03-31"]);
    assert.deepEqual(dates("FREQ=YEARLY", "2028-02-29", 2), ["2028-02-29", "2032-02-29"]);
    assert.deepEqual(dates("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-12-31", 3), ["2026-12-31", "2027-01-31", "2027-02-28"]);
  });

  it("find the second Tuesday, the last Friday, the last working day", () => {
    assert.deepEqual(dates("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10", 2), ["2026-11-10", "2026-12-08"]);
    assert.deepEqual(dates("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", 2), ["2026-11-27", "2026-12-25"]);
    assert.deepEqual(dates("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-01-29", 2), ["2027-01-29", "2027-02-26"]);
    assert.deepEqual(dates("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26", 2), ["2026-11-26", "2027-11-25"]);
  });

  it("end after so many times, and on a day", () => {
    assert.deepEqual(dates("FREQ=DAILY;COUNT=3", "2026-11-24", 9), ["2026-11-24", "2026-11-25", "2026-11-26"]);
    assert.deepEqual(dates("FREQ=DAILY;COUNT=3", "2026-11-24", 9, "2026-11-26"), ["2026-11-26"]);
    assert.deepEqual(dates("FREQ=WEEKLY;UNTIL=20261208", "2026-11-24", 9), ["2026-11-24", "2026-12-01", "2026-12-08"]);
  });

  it("come to an end where the day never comes", () => {
    assert.deepEqual(dates("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", 1), []);
    assert.deepEqual(dates("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "2026-01-01", 1), []);
    assert.deepEqual(dates("FREQ=MONTHLY;BYDAY=-6FR", "2026-01-01", 1), []);
  });

  it("are refused where they are none, or not understood", () => {
    for (const rule of ["", "weekly", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=0MO", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=DAILY;COUNT=x", "FREQ=DAILY;UNTIL=soon", "FREQ=MONTHLY;BYMONTHDAY=32"])
      assert.equal(readRule(rule), undefined, rule);
  });

  it("skip to a later day without missing one", () => {
    const rules = fc.constantFrom("FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1WE", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=31,30", "FREQ=MONTHLY;BYMONTHDAY=31");
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 1500 }), (rule, later) => {
        const from = new Date(Date.UTC(2026, 4, 7 + later)).toISOString().slice(0, 10);
        const all = dates(rule, "2026-05-07", 700).filter((date) => date >= from).slice(0, 5);
        assert.deepEqual(dates(rule, "2026-05-07", 5, from), all);
      }),
      { numRuns: 60 },
    );
  });

  it("are worked out as ical.js does, wherever the first day fits the rule", () => {
    const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    const some = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { minLength: 1, maxLength: 3 }).map((list) => list.join(","));
    const rule = fc.oneof(
      fc.constant("FREQ=DAILY"),
      some(weekday).map((list) => `FREQ=WEEKLY;BYDAY=${list}`),
      some(fc.constantFrom("1", "2", "15", "28", "-1")).map((list) => `FREQ=MONTHLY;BYMONTHDAY=${list}`),
      fc.tuple(fc.constantFrom(1, 2, 3, 4, -1), weekday).map(([nth, code]) => `FREQ=MONTHLY;BYDAY=${nth}${code}`),
      fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, -1), weekday).map(([month, nth, code]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${code}`),
    );
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 400 }), (text, interval, later) => {
        const seed = new Date(Date.UTC(2026, 0, 1 + later)).toISOString().slice(0, 10);
        const start = dates(text, seed, 1)[0]!;
        const all = `${text};INTERVAL=${interval}`;
        assert.deepEqual(dates(all, start, 6), byIcal(all, start, 6), `${all} from ${start}`);
      }),
      { numRuns: 300 },
    );
  });
});
