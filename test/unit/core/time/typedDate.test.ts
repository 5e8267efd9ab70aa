import assert from "node:assert/strict";
import fc from "fast-check";
import * as v from "valibot";
import { due as dueSchema, type Due } from "../../../../src/core/book/fields";
import { asTyped, readTypedDate, understood } from "../../../../src/core/time/typedDate";
import type { Instant, PlainDate, PlainTime, Zone } from "../../../../src/core/time/types";
import { addDays, dateIn, instantAt, instantOf, weekdayOf } from "../../../../src/core/time/zoned";

const zone = "Asia/Dhaka" as Zone;
// Friday 20 November 2026, 15:00 in Dhaka.
const now = "2026-11-20T09:00:00.000Z" as Instant;
const read = (text: string, at = { now, zone }) => readTypedDate(text, at);
const day = (on: string): { due: Due } => ({ due: { by: "date", on: on as PlainDate } });
const moment = (on: string, time: string): { due: Due } => ({
  due: { by: "instant", at: instantOf(on as PlainDate, time as PlainTime, zone) },
});

const understoodAs: Readonly<Record<string, ReturnType<typeof day>>> = {
  today: day("2026-11-20"),
  tomorrow: day("2026-11-21"),
  আজ: day("2026-11-20"),
  আগামীকাল: day("2026-11-21"),
  "আগামীকাল সকাল ৯টায়": moment("2026-11-21", "09:00"),
  fri: day("2026-11-20"),
  Friday: day("2026-11-20"),
  thu: day("2026-11-26"),
  "by Thursday": day("2026-11-26"),
  "fri 18:00": moment("2026-11-20", "18:00"),
  "fri 14:00": moment("2026-11-27", "14:00"),
  শুক্রবার: day("2026-11-20"),
  শনি: day("2026-11-21"),
  "শুক্রবারের মধ্যে": day("2026-11-20"),
  "12 dec": day("2026-12-12"),
  "dec 12": day("2026-12-12"),
  "12th December, 2027": day("2027-12-12"),
  "Dec 12 2027 6pm": moment("2027-12-12", "18:00"),
  "1 nov": day("2027-11-01"),
  "20 nov": day("2026-11-20"),
  "20 nov 9am": moment("2027-11-20", "09:00"),
  "Sat 12 Dec": day("2026-12-12"),
  "১২ ডিসেম্বর": day("2026-12-12"),
  "১২ ডিসেম্বর, শনিবার": day("2026-12-12"),
  "১২ই ডিসেম্বর ২০২৭": day("2027-12-12"),
  "১২ ডিসেম্বর বিকাল ৫টা": moment("2026-12-12", "17:00"),
  "১২ ডিসেম্বর ১৮:০০": moment("2026-12-12", "18:00"),
  "শনিবার রাত ১২টায়": moment("2026-11-22", "00:00"),
  "শনিবার রাত ৮টা ৩০ মিনিটে": moment("2026-11-21", "20:30"),
  "৫ জানুয়ারি": day("2027-01-05"),
  "12/12": day("2026-12-12"),
  "5/12": day("2026-12-05"),
  "5.12.27": day("2027-12-05"),
  "2026-12-12": day("2026-12-12"),
  "২০২৬-১২-১২": day("2026-12-12"),
  "2026-12-12 18:00": moment("2026-12-12", "18:00"),
  "2026-12-12T18:00": moment("2026-12-12", "18:00"),
  "2026-12-12 6:30 pm": moment("2026-12-12", "18:30"),
  "29 feb": day("2028-02-29"),
  "+2w": day("2026-12-04"),
  "+3d": day("2026-11-23"),
  "+1m": day("2026-12-20"),
  "+3d 18:00": moment("2026-11-23", "18:00"),
  "in 3 days": day("2026-11-23"),
  "+২ সপ্তাহ": day("2026-12-04"),
  "৩ দিন পর": day("2026-11-23"),
  "+72h": moment("2026-11-23", "15:00"),
  "18:00": moment("2026-11-20", "18:00"),
  "9am": moment("2026-11-21", "09:00"),
};

const refused: Readonly<Record<string, string>> = {
  soon: "typedDate.unknown",
  "12": "typedDate.unknown",
  "fri mon": "typedDate.unknown",
  "dec": "typedDate.unknown",
  "12 13 dec": "typedDate.unknown",
  "3 days": "typedDate.unknown",
  "31 nov": "typedDate.noSuchDay",
  "2026-02-30": "typedDate.noSuchDay",
  "29 feb 2027": "typedDate.noSuchDay",
  "32/1": "typedDate.noSuchDay",
  "0/5": "typedDate.noSuchDay",
  "12/25": "typedDate.dayFirst",
  "12/25/2026": "typedDate.dayFirst",
  "fri 25:00": "typedDate.noSuchTime",
  "fri 18:60": "typedDate.noSuchTime",
  "fri 13pm": "typedDate.noSuchTime",
  "শুক্রবার সকাল ৩টা": "typedDate.noSuchTime",
};

describe("typed dates", function () {
  // Random cases by the hundred, on machines that may be busy.
  this.timeout(30_000);

  for (const [text, expected] of Object.entries(understoodAs)) {
    it(`reads “${text}”`, () => assert.deepEqual(read(text), expected));
  }
  for (const [text, problem] of Object.entries(refused)) {
    it(`refuses “${text}”`, () => assert.equal(read(text)?.problem?.id, problem));
  }
  it("takes nothing for nothing", () => assert.equal(read("  "), undefined));

  it("takes the day from the writer's zone", () => {
    const late = "2026-11-20T20:00:00.000Z" as Instant;
    assert.deepEqual(read("today", { now: late, zone }), day("2026-11-21"));
    assert.deepEqual(read("today", { now: late, zone: "America/New_York" as Zone }), day("2026-11-20"));
  });

  it("says a bare day and a moment as what they are", () => {
    assert.deepEqual(understood(day("2026-12-12").due, { now, zone }), { time: "day", on: "2026-12-12", today: "2026-11-20" });
    const { due } = moment("2026-12-12", "18:00");
    assert.deepEqual(understood(due, { now, zone }), { time: "moment", at: due.by === "instant" && due.at, zone, now });
  });

  const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) }).map(instantAt);
  const zones = fc.constantFrom(...(["Asia/Dhaka", "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"] as Zone[]));
  const pad = (number: number) => String(number).padStart(2, "0");
  const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

  it("never throws, and gives only real dates", () => {
    const pieces = fc.constantFrom("fri", "12", "dec", "/", " ", "+", "w", ":", "60", "24", "pm", "রাত", "টা", "২৯", "ফেব্রুয়ারি", "2026", "-");
    const texts = fc.oneof(fc.string({ unit: "binary" }), fc.array(pieces).map((some) => some.join("")));
    fc.assert(
      fc.property(texts, instants, zones, (text, at, place) => {
        const found = read(text, { now: at, zone: place });
        if (found?.due) assert.ok(v.is(dueSchema, found.due), text);
      }),
    );
  });

  it("reads back what it writes for editing, to the minute", () => {
    fc.assert(
      fc.property(instants, instants, zones, fc.boolean(), (at, on, place, exact) => {
        const minute = instantOf(dateIn(on, place), on.slice(11, 16) as PlainTime, place);
        const due: Due = exact ? { by: "instant", at: minute } : { by: "date", on: dateIn(on, place) };
        const back = read(asTyped(due, place), { now: at, zone: place });
        // An hour that the clocks show twice is read as the first of the two.
        assert.equal(back?.due && asTyped(back.due, place), asTyped(due, place));
        assert.equal(back?.due?.by, due.by);
      }),
    );
  });

  it("takes a day without a year as the next one, in any spelling", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 365 }), zones, (at, ahead, place) => {
        const today = dateIn(at, place);
        const date = addDays(today, ahead);
        fc.pre(date.slice(5) !== today.slice(5) || ahead === 0);
        const [m, d] = [Number(date.slice(5, 7)), Number(date.slice(8))];
        for (const text of [`${d} ${months[m - 1]}`, `${months[m - 1]} ${d}`, `${d}/${m}`, `${pad(d)}.${pad(m)}`])
          assert.deepEqual(read(text, { now: at, zone: place }), day(date), text);
      }),
    );
  });

  it("takes a weekday as the nearest one ahead, the same in both languages and digits", () => {
    const days = [["mon", "সোমবার"], ["tue", "মঙ্গল"], ["wed", "বুধ"], ["thu", "বৃহস্পতিবার"], ["fri", "শুক্র"], ["sat", "শনিবার"], ["sun", "রবি"]] as const;
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 23 }), (at, place, n, hour) => {
        const [english, bangla] = days[n]!;
        const when = { now: at, zone: place };
        const found = read(english, when)!.due!;
        assert.ok(found.by === "date" && weekdayOf(found.on) === n + 1);
        assert.ok(found.on >= dateIn(at, place) && found.on < addDays(dateIn(at, place), 7));
        assert.deepEqual(read(bangla, when), { due: found });
        const exact = read(`${english} ${pad(hour)}:00`, when)!.due!;
        assert.ok(exact.by === "instant" && exact.at > at);
        const digits = pad(hour).replace(/\d/g, (digit) => "০১২৩৪৫৬৭৮৯"[Number(digit)]!);
        assert.deepEqual(read(`${bangla} ${digits}:০০`, when), { due: exact });
      }),
    );
  });
});
