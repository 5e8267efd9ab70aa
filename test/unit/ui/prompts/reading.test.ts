import assert from "node:assert/strict";
import type { Instant, Zone } from "../../../../src/core/time/types";
import { readHours } from "../../../../src/ui/prompts/readHours";
import { readPastMoment } from "../../../../src/ui/prompts/pastMoment";
import { readPastDate } from "../../../../src/ui/prompts/readPastDate";

describe("typed working hours", () => {
  for (const [typed, hours] of [
    ["9-18", "09:00 18:00"],
    ["9:30 to 18:00", "09:30 18:00"],
    ["9am–5pm", "09:00 17:00"],
    ["9 am - 5:30 pm", "09:00 17:30"],
    ["১০:০০ - ১৯:০০", "10:00 19:00"],
    ["সকাল ৯টা - বিকাল ৫টা", "09:00 17:00"],
    ["18-9", undefined],
    ["9", undefined],
    ["9-25", undefined],
    ["9-12-18", undefined],
    ["morning to evening", undefined],
    ["", undefined],
  ] as const)
    it(`"${typed}" reads ${hours ?? "as nothing"}`, () => {
      const read = readHours(typed);
      assert.equal(read && `${read.start} ${read.end}`, hours);
    });
});

describe("a typed moment that has passed", () => {
  // Saturday, 16:00 in Dhaka.
  const at = { now: "2026-11-21T10:00:00.000Z" as Instant, zone: "Asia/Dhaka" as Zone };
  for (const [typed, moment] of [
    ["", "2026-11-21T10:00:00.000Z"],
    ["10:00", "2026-11-21T04:00:00.000Z"],
    ["18:00", "2026-11-20T12:00:00.000Z"],
    ["yesterday 9pm", "2026-11-20T15:00:00.000Z"],
    ["fri 10:00", "2026-11-20T04:00:00.000Z"],
    ["বৃহস্পতিবার বিকাল ৫টা", "2026-11-19T11:00:00.000Z"],
    ["thu", "2026-11-19T06:00:00.000Z"],
    ["today", "2026-11-21T10:00:00.000Z"],
    ["2026-11-01 18:00", "2026-11-01T12:00:00.000Z"],
    ["+2h", "prompt.notPast"],
    ["tomorrow 10:00", "prompt.notPast"],
    ["tomorrow", "prompt.notPast"],
    ["whenever", "typedDate.unknown"],
  ] as const)
    it(`"${typed}" is ${moment}`, () => {
      const read = readPastMoment(typed, at);
      assert.equal("at" in read ? read.at : read.problem.id, moment);
    });
});

describe("a typed date that has passed", () => {
  // Saturday.
  const at = { now: "2026-11-21T10:00:00.000Z" as Instant, zone: "Asia/Dhaka" as Zone };
  const read = (text: string) => {
    const found = readPastDate(text, at);
    return found && ("on" in found ? found.on : found.problem.id);
  };
  for (const [typed, day] of [
    ["1 nov", "2026-11-01"],
    ["12 dec", "2025-12-12"],
    ["22 nov", "2025-11-22"],
    ["fri", "2026-11-20"],
    ["sun", "2026-11-15"],
    ["sat", "2026-11-21"],
    ["today", "2026-11-21"],
    ["শুক্রবার", "2026-11-20"],
    ["2026-11-01 18:00", "2026-11-01"],
    ["2024-02-29", "2024-02-29"],
    ["tomorrow", "prompt.notPast"],
    ["+2w", "prompt.notPast"],
    ["2027-01-01", "prompt.notPast"],
    ["someday", "typedDate.unknown"],
    ["", undefined],
  ] as const)
    it(`"${typed}" is ${day ?? "nothing"}`, () => assert.equal(read(typed), day));
});
