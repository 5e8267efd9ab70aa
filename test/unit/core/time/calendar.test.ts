import assert from "node:assert/strict";
import fc from "fast-check";
import type { Absence } from "../../../../src/core/book/absence";
import type { Client } from "../../../../src/core/book/client";
import type { WorkingTime } from "../../../../src/core/book/fields";
import { nobodyYet, type Me } from "../../../../src/core/book/me";
import { workingCalendar } from "../../../../src/core/time/calendar";
import type { Instant, PlainDate, PlainTime, Weekday, Zone } from "../../../../src/core/time/types";
import { addDays, dateIn, daysBetween, instantAt, instantOf, weekdayOf } from "../../../../src/core/time/zoned";

const at = "2026-11-01T00:00:00.000Z" as Instant;
const base = { id: "x", rev: 1, createdAt: at, changedAt: at };
const d = (text: string) => text as PlainDate;
const dhaka = "Asia/Dhaka" as Zone;
const hours = (start: string, end: string) => ({ start: start as PlainTime, end: end as PlainTime });
const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const away = (from: string, to: string, more: Partial<Absence> = {}): Absence => ({ ...base, from: d(from), to: d(to), ...more });
const calendar = (zone: Zone, me: Me = nobodyYet, absences: readonly Absence[] = []) =>
  workingCalendar({ me, absences, machineZone: zone });
const clientIn = (zone: Zone | undefined, workingTime?: WorkingTime): Client => ({
  ...base,
  name: "Acme",
  place: "direct",
  contacts: [{ id: "c", name: "Sara", language: "en", tone: "friendly" }],
  channel: "copy",
  ...(zone ? { zone } : {}),
  ...(workingTime ? { workingTime } : {}),
});
const week = (zone: string) => {
  const days = calendar(zone as Zone);
  return [...Array(7).keys()].filter((n) => days.isWorkingDay(addDays(d("2026-11-16"), n))).map((n) => n + 1);
};

describe("working calendar", function () {
  // Random cases by the hundred, on machines that may be busy.
  this.timeout(30_000);

  it("knows the usual weekends", () => {
    assert.deepEqual(week("Asia/Dhaka"), [1, 2, 3, 4, 7]);
    assert.deepEqual(week("Asia/Riyadh"), [1, 2, 3, 4, 7]);
    assert.deepEqual(week("Asia/Kabul"), [1, 2, 3, 6, 7]);
    assert.deepEqual(week("Asia/Tehran"), [1, 2, 3, 4, 6, 7]);
    assert.deepEqual(week("Asia/Kathmandu"), [1, 2, 3, 4, 5, 7]);
    assert.deepEqual(week("Asia/Dubai"), [1, 2, 3, 4, 5]);
    assert.deepEqual(week("Europe/London"), [1, 2, 3, 4, 5]);
    assert.deepEqual(week("Etc/GMT+5"), [1, 2, 3, 4, 5]);
  });

  it("takes the first of my working times that covers the day, and else the usual week", () => {
    const ramadan = { from: d("2027-02-08"), to: d("2027-03-09"), days: workdays, ...hours("10:00", "15:00") };
    const mine = calendar(dhaka, { ...nobodyYet, workingTimes: [ramadan] });
    assert.deepEqual(mine.hours(d("2027-02-08")), hours("10:00", "15:00"));
    assert.equal(mine.hours(d("2027-02-14")), undefined);
    assert.deepEqual(mine.hours(d("2027-03-10")), hours("09:00", "18:00"));
    assert.deepEqual(mine.hours(d("2027-03-14")), hours("09:00", "18:00"));
  });

  it("leaves out my absences, but not tentative or archived ones, and not from the client's calendar", () => {
    const absences = [away("2026-11-16", "2026-11-17"), away("2026-11-18", "2026-11-18", { tentative: true }), away("2026-11-19", "2026-11-19", { archivedAt: at })];
    const mine = calendar(dhaka, nobodyYet, absences);
    assert.deepEqual(["15", "16", "17", "18", "19", "20"].map((n) => mine.isWorkingDay(d(`2026-11-${n}`))), [true, false, false, true, true, false]);
    const theirs = workingCalendar({ me: nobodyYet, client: clientIn("Europe/London" as Zone), absences, machineZone: dhaka });
    assert.ok(theirs.isWorkingDay(d("2026-11-16")));
  });

  it("leaves out public holidays, mine and the client's apart", () => {
    const holidays = [{ from: d("2026-11-17"), name: "A holiday" }, { from: d("2026-11-23"), to: d("2026-11-25") }];
    const mine = calendar(dhaka, { ...nobodyYet, holidays });
    const off = ["2026-11-16", "2026-11-17", "2026-11-22", "2026-11-23", "2026-11-25", "2026-11-26"].filter((day) => !mine.isWorkingDay(d(day)));
    assert.deepEqual(off, ["2026-11-17", "2026-11-23", "2026-11-25"]);
    const client = { ...clientIn(dhaka), holidays: [{ from: d("2026-11-18") }] };
    const theirs = workingCalendar({ me: { ...nobodyYet, holidays }, client, absences: [], machineZone: dhaka });
    assert.deepEqual(["2026-11-17", "2026-11-18"].map((day) => theirs.isWorkingDay(d(day))), [true, false]);
  });

  it("knows the hours before a moment and after it", () => {
    const mine = calendar(dhaka);
    const at = (text: string) => instantOf(d(text.slice(0, 10)), text.slice(11) as PlainTime, dhaka);
    // The 19th is a Thursday: the weekend follows.
    assert.equal(mine.lastSpanAt(at("2026-11-19 12:00"))?.start, at("2026-11-19 09:00"));
    assert.equal(mine.lastSpanAt(at("2026-11-22 08:59"))?.start, at("2026-11-19 09:00"));
    assert.equal(mine.nextStart(at("2026-11-19 08:00")), at("2026-11-19 09:00"));
    assert.equal(mine.nextStart(at("2026-11-19 09:00")), at("2026-11-22 09:00"));
  });

  it("places a client without a zone where I am", () => {
    const theirs = workingCalendar({ me: { ...nobodyYet, zone: "Asia/Riyadh" as Zone }, client: clientIn(undefined), absences: [], machineZone: dhaka });
    assert.equal(theirs.zone, "Asia/Riyadh");
  });

  it("gives hours as instants, through a change of the clocks", () => {
    const london = workingCalendar({ me: nobodyYet, client: clientIn("Europe/London" as Zone), absences: [], machineZone: dhaka });
    assert.deepEqual(london.span(d("2026-10-23")), { start: "2026-10-23T08:00:00.000Z", end: "2026-10-23T17:00:00.000Z" });
    assert.deepEqual(london.span(d("2026-10-26")), { start: "2026-10-26T09:00:00.000Z", end: "2026-10-26T18:00:00.000Z" });
    assert.equal(london.span(d("2026-10-25")), undefined);
  });

  it("cuts hours that run past midnight at midnight", () => {
    const night = calendar(dhaka, { ...nobodyYet, workingTimes: [{ days: [1], ...hours("20:00", "02:00") }] });
    assert.deepEqual(night.hours(d("2026-11-16")), hours("20:00", "23:59"));
    assert.ok(night.isWorkingAt("2026-11-16T15:00:00.000Z" as Instant));
  });

  it("finds working days around a weekend", () => {
    const mine = calendar(dhaka);
    assert.equal(mine.nextWorkingDay(d("2026-11-19")), "2026-11-22");
    assert.equal(mine.previousWorkingDay(d("2026-11-22")), "2026-11-19");
    assert.equal(mine.workingDayFrom(d("2026-11-20")), "2026-11-22");
    assert.equal(mine.workingDayUntil(d("2026-11-20")), "2026-11-19");
    assert.equal(mine.addWorkingDays(d("2026-11-19"), 2), "2026-11-23");
    assert.equal(mine.addWorkingDays(d("2026-11-23"), -2), "2026-11-19");
    assert.equal(mine.workingDaysBetween(d("2026-11-19"), d("2026-11-26")), 5);
    assert.equal(mine.workingDaysBetween(d("2026-11-26"), d("2026-11-19")), -5);
  });

  it("does not search for ever where nobody works", () => {
    const never = calendar(dhaka, { ...nobodyYet, workingTimes: [{ days: [], ...hours("09:00", "18:00") }] });
    assert.equal(never.nextWorkingDay(d("2026-11-19")), "2026-11-20");
    assert.equal(never.previousWorkingDay(d("2026-11-19")), "2026-11-18");
  });

  it("knows the day at any moment, also where clocks change at midnight", () => {
    const places = fc.constantFrom(...(["Asia/Dhaka", "Africa/Cairo", "America/Asuncion", "Pacific/Apia", "Atlantic/Azores", "America/New_York", "Pacific/Pago_Pago"] as Zone[]));
    fc.assert(
      fc.property(places, fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) }), (zone, ms) => {
        assert.equal(calendar(zone).dateAt(instantAt(ms)), dateIn(instantAt(ms), zone));
      }),
      { numRuns: 500 },
    );
    for (let minutes = -90; minutes <= 90; minutes += 15)
      for (const [zone, change] of [["Africa/Cairo", "2026-04-23T22:00"], ["Africa/Cairo", "2026-10-29T21:00"], ["Atlantic/Azores", "2026-10-25T01:00"]] as const) {
        const moment = instantAt(Date.parse(`${change}Z`) + minutes * 60_000);
        assert.equal(calendar(zone as Zone).dateAt(moment), dateIn(moment, zone as Zone));
      }
  });

  it("counts and steps agree", () => {
    const dates = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(d("2000-01-01"), n));
    const zones = fc.constantFrom(...(["Asia/Dhaka", "Asia/Kathmandu", "Europe/London", "Asia/Tehran"] as Zone[]));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), zones, (from, days, zone) => {
        const mine = calendar(zone);
        const to = mine.addWorkingDays(from, days);
        assert.equal(mine.workingDaysBetween(from, to), days);
        assert.ok(mine.isWorkingDay(to) && to > from);
        const start = mine.workingDayFrom(from);
        assert.equal(mine.addWorkingDays(mine.addWorkingDays(start, days), -days), start);
        assert.equal(daysBetween(from, addDays(from, days)), days);
        assert.equal((weekdayOf(addDays(from, days)) - weekdayOf(from) + 700) % 7, days % 7);
      }),
    );
  });
});
