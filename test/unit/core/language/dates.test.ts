import assert from "node:assert/strict";
import { writeDay } from "../../../../src/core/language/dates";
import { writeMoment, writeTime } from "../../../../src/core/language/times";
import { writeLength } from "../../../../src/core/language/lengths";
import { writingIn } from "../../../../src/core/language/writing";
import type { Instant, PlainDate, PlainTime, Zone } from "../../../../src/core/time/types";

const en = writingIn("en");
const bn = writingIn("bn");
const day = (date: string) => date as PlainDate;
const today = day("2026-11-20");

describe("days", () => {
  it("in English, long and short", () => {
    assert.equal(writeDay(day("2026-12-03"), en, { today }), "Thursday, 3 December");
    assert.equal(writeDay(day("2026-12-03"), en, { today, short: true }), "Thu 3 Dec");
    assert.equal(writeDay(day("2026-12-03"), en, { today, weekday: false }), "3 December");
  });
  it("in Bangla, the weekday last", () => {
    assert.equal(writeDay(day("2026-12-03"), bn, { today }), "৩ ডিসেম্বর, বৃহস্পতিবার");
    assert.equal(writeDay(day("2026-12-03"), bn, { today, short: true }), "৩ ডিসে, বৃহস্পতি");
  });
  it("with the year when it is another", () => {
    assert.equal(writeDay(day("2027-01-07"), en, { today }), "Thursday, 7 January 2027");
    assert.equal(writeDay(day("2027-01-07"), bn, { today }), "৭ জানুয়ারি ২০২৭, বৃহস্পতিবার");
    assert.equal(writeDay(day("2025-12-31"), en, { today, short: true }), "Wed 31 Dec 2025");
  });
  it("in Bangla with Latin digits where they were chosen, and English always", () => {
    assert.equal(writeDay(day("2026-12-03"), writingIn("bn", "latin"), { today }), "3 ডিসেম্বর, বৃহস্পতিবার");
    assert.equal(writeDay(day("2026-12-03"), writingIn("en", "bangla"), { today }), "Thursday, 3 December");
  });
});

describe("times of day", () => {
  const time = (text: string, ending?: "at" | "of") => writeTime(text as PlainTime, bn, ending);
  it("has a word for each part of the day in Bangla", () => {
    const hours = ["03:59", "04:00", "06:00", "12:00", "15:00", "18:00", "20:00", "00:00"];
    assert.deepEqual(hours.map((hour) => time(hour)), [
      "রাত ৩টা ৫৯ মিনিট",
      "ভোর ৪টা",
      "সকাল ৬টা",
      "দুপুর ১২টা",
      "বিকাল ৩টা",
      "সন্ধ্যা ৬টা",
      "রাত ৮টা",
      "রাত ১২টা",
    ]);
  });
  it("takes endings", () => {
    assert.equal(time("16:00", "at"), "বিকাল ৪টায়");
    assert.equal(time("16:00", "of"), "বিকাল ৪টার");
    assert.equal(time("09:20", "at"), "সকাল ৯টা ২০ মিনিটে");
    assert.equal(time("09:20", "of"), "সকাল ৯টা ২০ মিনিটের");
  });
  it("is the clock in English", () => assert.equal(writeTime("09:05" as PlainTime, en, "at"), "09:05"));
});

describe("moments", () => {
  const dhaka = "Asia/Dhaka" as Zone;
  const now = "2026-11-20T05:00:00.000Z" as Instant;
  const say = (at: string, writing = en) => writeMoment(at as Instant, dhaka, now, writing);
  it("are near or dated", () => {
    assert.equal(say("2026-11-20T11:00:00.000Z"), "today 17:00");
    assert.equal(say("2026-11-21T03:00:00.000Z"), "tomorrow 09:00");
    assert.equal(say("2026-11-19T03:00:00.000Z"), "yesterday 09:00");
    assert.equal(say("2026-11-27T11:00:00.000Z"), "Fri 27 Nov 17:00");
  });
  it("never leave open in Bangla which way they point", () => {
    assert.equal(say("2026-11-20T11:00:00.000Z", bn), "আজ বিকাল ৫টা");
    assert.equal(say("2026-11-21T03:00:00.000Z", bn), "আগামীকাল সকাল ৯টা");
    assert.equal(say("2026-11-19T03:00:00.000Z", bn), "গতকাল সকাল ৯টা");
    assert.equal(say("2026-11-27T11:00:00.000Z", bn), "২৭ নভে, শুক্র বিকাল ৫টা");
  });
  it("belong to the day of the zone, not of UTC", () => {
    assert.equal(say("2026-11-20T19:00:00.000Z"), "tomorrow 01:00");
  });
});

describe("lengths of time", () => {
  const cases: readonly (readonly [number, string, string])[] = [
    [0, "0 min", "০ মিনিট"],
    [0.9, "0 min", "০ মিনিট"],
    [45, "45 min", "৪৫ মিনিট"],
    [380, "6 h 20 min", "৬ ঘণ্টা ২০ মিনিট"],
    [-380, "6 h 20 min", "৬ ঘণ্টা ২০ মিনিট"],
    [360, "6 h", "৬ ঘণ্টা"],
    [1440, "1 day", "১ দিন"],
    [1440 + 250, "1 day 4 h", "১ দিন ৪ ঘণ্টা"],
    [1440 * 3 + 700, "3 days", "৩ দিন"],
  ];
  for (const [minutes, english, bangla] of cases) {
    it(english, () => {
      assert.equal(writeLength(minutes, en), english);
      assert.equal(writeLength(minutes, bn), bangla);
    });
  }
});
