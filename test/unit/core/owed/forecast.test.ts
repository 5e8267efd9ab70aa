import assert from "node:assert/strict";
import fc from "fast-check";
import type { Milestone } from "../../../../src/core/book/milestone";
import type { Project } from "../../../../src/core/book/project";
import { atRiskFrom, forecast, type Work } from "../../../../src/core/owed/forecast";
import { workingCalendar } from "../../../../src/core/time/calendar";
import { nobodyYet } from "../../../../src/core/book/me";
import type { Instant, PlainDate } from "../../../../src/core/time/types";
import { bookWith, dhaka, on } from "./sample";

const begin = on("2026-11-15 10:00");
const mine = workingCalendar({ me: nobodyYet, absences: [], machineZone: dhaka });

/** A milestone begun on Sunday 15 November. @param done the days on which parts were done */
function work(done: readonly string[], all: number, due = "2026-12-10", project: Partial<Project> = {}): Work {
  const deliverables = Array.from({ length: all }, (_, n) => {
    const day = done[n];
    return { id: String(n), text: "Part", ...(day !== undefined && { doneAt: on(`2026-11-${day} 16:00`) }) };
  });
  const milestone: Milestone = {
    id: "m", rev: 1, createdAt: begin, changedAt: begin, projectId: "p", title: "Stage", state: "active", startedAt: begin, due: { by: "date", on: due as PlainDate }, deliverables,
  };
  return { milestone, project: { ...bookWith(begin).project, ...project }, milestones: [milestone], mine };
}
const at = (day: string): Instant => on(`2026-11-${day} 17:00`);

describe("the forecast of a milestone", () => {
  it("is a range around what the pace so far makes likely", () => {
    // Two of five parts in four working days: six more for the other three.
    assert.deepEqual(forecast(work(["17", "19"], 5), at("19")), {
      says: "range", done: 2, all: 5, from: "2026-11-25", likely: "2026-11-29", to: "2026-12-06", daysLate: -9,
    });
  });

  it("says when there is too little to tell: few parts, few days, nothing left, or no list at all", () => {
    const tooLittle = { says: "tooLittle" };
    assert.deepEqual(forecast(work(["17"], 5), at("19")), tooLittle);
    assert.deepEqual(forecast(work(["15", "15"], 5), at("16")), tooLittle);
    assert.deepEqual(forecast(work(["15", "16"], 2), at("19")), tooLittle);
    assert.deepEqual(forecast(work([], 0), at("19")), tooLittle);
    assert.deepEqual(forecast(work(["15", "16"], 500), at("26")), tooLittle);
  });

  it("counts working days of mine, and none that were lost waiting for the client", () => {
    const waited = [{ from: on("2026-11-15 17:00"), to: on("2026-11-19 09:00") }];
    const freely = forecast(work(["15", "19"], 4), at("22"));
    const lost = forecast(work(["15", "19"], 4, "2026-12-10", { waited }), at("22"));
    assert.equal(freely.says === "range" && freely.likely, "2026-11-29");
    assert.equal(lost.says === "range" && lost.likely, "2026-11-24");
  });

  it("only gets later while nothing is done", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 19, max: 29 }), (done, left, day) => {
        const days = ["15", "16", "16", "17", "18", "18"].slice(0, done);
        const [now, then] = [forecast(work(days, done + left), at(String(day))), forecast(work(days, done + left), at(String(day + 1)))];
        if (now.says === "range" && then.says === "range") assert.ok(now.from <= now.likely && now.likely <= now.to && now.likely <= then.likely);
      }),
    );
  });
});

describe("a date at risk", () => {
  it("is told long before it, where half of the time is gone and a quarter of the work done", () => {
    // Nineteen working days from the 15th to 10 December; one of four parts was done on the 17th.
    assert.equal(atRiskFrom(work(["17"], 4), 1), "2026-11-30");
    assert.equal(atRiskFrom(work(["17"], 4), 3), "2026-12-01");
  });

  it("is not told of work that keeps its pace, or that has no parts, or has not begun", () => {
    // Each of four parts takes its fifth working day.
    const due = "2026-12-13";
    for (const [done, day] of [[["19"], "22"], [["19", "26"], "29"]] as const) {
      const from = atRiskFrom(work(done, 4, due), 1);
      assert.ok(from === undefined || from > `2026-11-${day}`, `${from ?? ""} after ${done.join()}`);
    }
    assert.equal(atRiskFrom(work([], 0), 1), undefined);
    const planned = work([], 4);
    const { startedAt: _, ...milestone } = planned.milestone;
    assert.equal(atRiskFrom({ ...planned, milestone: { ...milestone, state: "planned" } }, 1), undefined);
  });

  it("is always before the date, and later with each part that is done", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 18, max: 30 }), (done, left, dueDay) => {
        const due = `2026-12-${String(dueDay)}`;
        const parts = ["16", "17", "17", "18", "19", "19", "22"];
        const [before, after] = [done, done + 1].map((n) => atRiskFrom(work(parts.slice(0, n), done + left + 1, due), 1));
        for (const day of [before, after]) assert.ok(day === undefined || day < due);
        if (done >= 2 && before !== undefined && after !== undefined) assert.ok(after >= before);
      }),
    );
  });
});
