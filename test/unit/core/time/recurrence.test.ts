import assert from "node:assert/strict";
import fc from "fast-check";
import ICAL from "ical.js";
import { occurrences } from "../../../../src/core/time/recurrence";
import type { Instant, PlainDate, PlainTime, Zone, ZonedTime } from "../../../../src/core/time/types";
import { addDays, instantOf } from "../../../../src/core/time/zoned";

const london = "Europe/London" as Zone;
const at = (date: string, time = "10:00"): ZonedTime => ({ date: date as PlainDate, time: time as PlainTime, zone: london });
const days = (rule: string | undefined, first: string, from: string, to: string) =>
  occurrences(rule, at(first), from as PlainDate, to as PlainDate).map((instant) => instant.slice(0, 10));

describe("what recurs", function () {
  // Random rules by the hundred, on machines that may be busy.
  this.timeout(30_000);

  it("stays at the same time on its own clock when the clocks change", () => {
    // London goes back to winter time on 25 October 2026.
    assert.deepEqual(occurrences("FREQ=WEEKLY", at("2026-10-21"), "2026-10-01" as PlainDate, "2026-11-01" as PlainDate), [
      "2026-10-21T09:00:00.000Z",
      "2026-10-28T10:00:00.000Z",
    ]);
  });

  it("happens once without a rule, and where a rule has parts that nobody here reads", () => {
    assert.deepEqual(days(undefined, "2026-11-20", "2026-11-01", "2027-11-30"), ["2026-11-20"]);
    assert.deepEqual(days(undefined, "2026-11-20", "2026-11-21", "2027-11-30"), []);
    for (const rule of ["FREQ=HOURLY", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", "FREQ=WEEKLY;BYDAY=XX", "nonsense", "FREQ=WEEKLY;INTERVAL=0"])
      assert.deepEqual(days(rule, "2026-11-20", "2026-11-01", "2027-11-30"), ["2026-11-20"], rule);
  });

  it("skips what a month does not have, and knows the last day", () => {
    assert.deepEqual(days("FREQ=MONTHLY", "2026-10-31", "2026-10-01", "2027-03-31"), ["2026-10-31", "2026-12-31", "2027-01-31", "2027-03-31"]);
    assert.deepEqual(days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-10-31", "2026-11-01", "2027-02-28"), ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]);
    assert.deepEqual(days("FREQ=YEARLY", "2024-02-29", "2024-01-01", "2030-01-01"), ["2024-02-29", "2028-02-29"]);
  });

  it("agrees with a calendar library on rules that people make", () => {
    const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    const some = fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }).map((list) => `;BYDAY=${list.join(",")}`);
    const ends = fc.oneof(fc.constant(""), fc.integer({ min: 1, max: 30 }).map((n) => `;COUNT=${String(n)}`), fc.constant(";UNTIL=20270115T100000Z"));
    const interval = fc.integer({ min: 1, max: 4 }).map((n) => (n === 1 ? "" : `;INTERVAL=${String(n)}`));
    const rules = fc.oneof(
      fc.tuple(fc.constant("FREQ=DAILY"), interval, ends),
      fc.tuple(fc.constant("FREQ=WEEKLY"), interval, fc.oneof(fc.constant(""), some), ends, fc.constantFrom("", ";WKST=SU", ";WKST=MO")),
      fc.tuple(fc.constant("FREQ=MONTHLY"), interval, fc.oneof(fc.constantFrom("", ";BYMONTHDAY=15", ";BYMONTHDAY=-1"), fc.tuple(fc.constantFrom("1", "2", "-1"), weekday).map(([nth, day]) => `;BYDAY=${nth}${day}`)), ends),
    ).map((parts) => parts.join(""));
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 60 }), (rule, later) => {
        const first = addDays("2026-10-01" as PlainDate, later);
        const to = "2027-06-30" as PlainDate;
        const ours = occurrences(rule, at(first), first, to);
        assert.deepEqual(ours, byLibrary(rule, first, to), rule);
      }),
      { numRuns: 500 },
    );
  });
});

/** Expanded on the wall, as ours is, so that the library needs no zones. UTC stands in for London's winter in UNTIL. */
function byLibrary(rule: string, first: PlainDate, to: PlainDate): readonly Instant[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(new ICAL.Time({ year: Number(first.slice(0, 4)), month: Number(first.slice(5, 7)), day: Number(first.slice(8)), hour: 10 }, ICAL.Timezone.localTimezone));
  const found: Instant[] = [];
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
    const date = next.toString().slice(0, 10) as PlainDate;
    if (date > to) break;
    found.push(instantOf(date, "10:00" as PlainTime, london));
  }
  return found;
}
