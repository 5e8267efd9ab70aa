import assert from "node:assert/strict";
import type { Answer } from "../../../../src/core/book/answer";
import { applyChanges } from "../../../../src/core/book/book";
import { createSurveyor, owed } from "../../../../src/core/owed/derive";
import { myCalendar } from "../../../../src/core/owed/desk";
import type { Owed } from "../../../../src/core/owed/owed";
import { toNudge } from "../../../../src/core/owed/nudge";
import type { Instant, PlainDate, PlainTime, Weekday, Zone } from "../../../../src/core/time/types";
import { instantOf } from "../../../../src/core/time/zoned";
import type { Book } from "../../../../src/core/book/book";
import type { HistoryEntry } from "../../../../src/core/book/sentRecord";
import type { WorkingTime } from "../../../../src/core/book/fields";
import { asked, bookWith, dhaka, london, newYork, on, sent, type Sample } from "./sample";

const every: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const always = (start: string, end: string) => ({ days: every, start: start as PlainTime, end: end as PlainTime });

/** The client and I keep the same hours. */
const both = (sample: Sample, time: WorkingTime): Book => ({
  ...sample.book,
  me: { ...sample.book.me, workingTimes: [time] },
  client: [{ ...sample.client, workingTime: time }],
});

describe("time", () => {
  it("in a gap: hours that begin in it begin after it, by as much", () => {
    // New York's clocks go from 02:00 to 03:00 on Sunday 8 March 2026.
    const sample = bookWith(on("2026-03-06 12:00", newYork), { zone: newYork }, { rhythm: { every: "days", days: 2 } });
    const book = both(sample, always("02:30", "10:30"));
    const [item] = owed(asked(book, on("2026-03-06 12:00", newYork), [sent(sample, on("2026-03-06 12:00", newYork))], { zone: newYork }));
    assert.equal(item?.readyFrom, on("2026-03-08 03:30", newYork));
    assert.equal(item.sendBy, on("2026-03-08 09:30", newYork));
  });

  it("in a fold: the earlier of two equal times counts", () => {
    // Clocks in New York show 01:30 twice on Sunday 1 November 2026.
    assert.equal(instantOf("2026-11-01" as PlainDate, "01:30" as PlainTime, newYork), "2026-11-01T05:30:00.000Z");
    const sample = bookWith(on("2026-10-30 12:00", newYork), { zone: newYork }, { rhythm: { every: "days", days: 2 } });
    const book = both(sample, always("00:30", "01:30"));
    const [item] = owed(asked(book, on("2026-10-30 12:00", newYork), [sent(sample, on("2026-10-30 12:00", newYork))], { zone: newYork }));
    // An hour long, so that there is no hour before its end to keep free.
    assert.deepEqual([item?.readyFrom, item?.sendBy], ["2026-11-01T04:30:00.000Z", "2026-11-01T05:30:00.000Z"]);
  });

  it("moves with me when I travel: my hours are those of the place, and the client's stay", () => {
    const sample = bookWith(on("2026-11-16 10:00"), { zone: london });
    const history = [sent(sample, on("2026-11-16 20:00"))];
    const now = on("2026-11-22 12:00");
    const [home] = owed(asked(sample.book, now, history));
    const [away] = owed(asked(sample.book, now, history, { zone: newYork }));
    assert.equal(home?.id, away?.id);
    // 17:00 in Dhaka is noon in London; from New York London is reached until its last hour, 17:00 there.
    assert.deepEqual([home?.sendBy, away?.sendBy], [on("2026-11-23 17:00"), on("2026-11-23 17:00", london)]);
  });

  it("set back makes nothing less owed than it was at that time, and nudges nobody twice in a day", () => {
    const sample = bookWith(on("2026-11-16 10:00"));
    const history = [sent(sample, on("2026-11-16 10:00"))];
    const survey = createSurveyor();
    const input = (text: string) => asked(sample.book, on(text), history);
    const before = survey(input("2026-11-23 10:00"));
    survey(input("2026-11-24 10:00"));
    assert.deepEqual(survey(input("2026-11-23 10:00")).owed, before.owed);
    const [item] = before.owed;
    const nudged = new Map<string, Instant>([[item?.id ?? "", on("2026-11-23 15:00")]]);
    assert.deepEqual(toNudge(before.owed, { nudged, answers: [], mine: myCalendar(input("2026-11-23 10:00")), now: on("2026-11-23 10:00") }), []);
    // Set back by more than a day: that nudge was made by a clock that was wrong, and must not silence the days up to it.
    const later = survey(input("2026-12-23 10:00")).owed;
    const ahead = new Map<string, Instant>(later.map(({ id }) => [id, on("2027-03-01 10:00")]));
    const nudging = toNudge(later, { nudged: ahead, answers: [], mine: myCalendar(input("2026-12-23 10:00")), now: on("2026-12-23 10:00") });
    assert.deepEqual(nudging.map(({ id }) => id), later.filter(({ level }) => level === "due" || level === "overdue").map(({ id }) => id));
    assert.ok(nudging.length > 0);
  });

  it("answers and messages that a clock dated far ahead silence nothing until then", () => {
    const began = on("2026-11-16 10:00");
    const sample = bookWith(began);
    const now = on("2026-11-24 10:00");
    const look = (history: readonly HistoryEntry[], answers: readonly Answer[] = []): Owed => {
      const [one, ...others] = owed(asked(sample.book, now, history, { answers }));
      assert.ok(one && others.length === 0);
      return one;
    };
    const due = look([sent(sample, began)]);
    assert.deepEqual([due.level, due.sendBy], ["overdue", on("2026-11-23 17:00")]);
    const ahead = on("2027-03-01 10:00");
    assert.deepEqual(look([sent(sample, began), sent(sample, ahead)]), due);
    for (const said of [{ what: "snoozed", until: on("2027-03-01 11:00") }, { what: "settled" }, { what: "skipped" }] as const)
      assert.deepEqual(look([sent(sample, began)], [{ owedId: due.id, at: ahead, said }]), due, said.what);
    // A real one counts beside it.
    const until = on("2026-11-24 12:00");
    const both = [{ owedId: due.id, at: ahead, said: { what: "skipped" } }, { owedId: due.id, at: now, said: { what: "snoozed", until } }] as const;
    assert.equal(look([sent(sample, began)], both).snoozedUntil, until);
  });

  it("slept through for three weeks leaves one update owed, not three", () => {
    const sample = bookWith(on("2026-11-16 10:00"));
    const history = [sent(sample, on("2026-11-16 10:00"))];
    const [item, ...others] = owed(asked(sample.book, on("2026-12-14 10:00"), history));
    assert.deepEqual([item?.level, item?.sendBy, others], ["overdue", on("2026-11-23 17:00"), []]);
    assert.equal(createSurveyor()(asked(sample.book, on("2026-12-14 10:00"), history)).next, on("2026-12-14 11:00"));
  });

  it("goes over the end of a year, and of a leap year's February", () => {
    const by = (since: string, days: number, zone: Zone = dhaka) => {
      const sample = bookWith(on(since), { zone }, { rhythm: { every: "days", days } });
      return owed(asked(sample.book, on(since), [sent(sample, on(since))]))[0]?.sendBy;
    };
    // 31 December 2026 is a Thursday, the last day of my week; 3 January 2027 a Sunday.
    assert.equal(by("2026-12-31 10:00", 3), on("2027-01-03 17:00"));
    assert.equal(by("2028-02-28 10:00", 1), on("2028-02-29 17:00"));
    assert.equal(by("2028-02-29 10:00", 1), on("2028-03-01 17:00"));
  });

  it("of an item whose hours never meet the client's is the end of my day, and says so", () => {
    const sample = bookWith(on("2026-11-16 10:00"), { zone: "Pacific/Honolulu" as Zone });
    const client = { ...sample.client, workingTime: { days: [1, 2, 3, 4, 5] as Weekday[], start: "09:00" as PlainTime, end: "12:00" as PlainTime } };
    const book = applyChanges(sample.book, [{ op: "put", kind: "client", record: client }]);
    const [item] = owed(asked(book, on("2026-11-20 10:00"), [sent(sample, on("2026-11-16 10:00"))]));
    assert.deepEqual([item?.sendBy, item?.outsideTheirHours], [on("2026-11-23 18:00"), true]);
  });
});
