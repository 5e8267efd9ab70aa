import assert from "node:assert/strict";
import type { Answer } from "../../../../src/core/book/answer";
import { createSurveyor, owed } from "../../../../src/core/owed/derive";
import { myCalendar } from "../../../../src/core/owed/desk";
import { toNudge } from "../../../../src/core/owed/nudge";
import type { Instant } from "../../../../src/core/time/types";
import { asked, bookWith, on, sent } from "./sample";

// Due on Monday 23 November: ready from 09:00, to be sent by 17:00.
const sample = bookWith(on("2026-11-16 10:00"));
const history = [sent(sample, on("2026-11-16 10:00"))];
const at = (text: string, answers: readonly Answer[] = []) => asked(sample.book, on(text), history, { answers });
const id = owed(at("2026-11-23 10:00"))[0]!.id;
const snoozed = (from: string, until: string): Answer => ({ owedId: id, at: on(from), said: { what: "snoozed", until: on(until) } });

describe("the next change", () => {
  const next = (text: string, answers: readonly Answer[] = []) => createSurveyor()(at(text, answers)).next;

  it("is an hour ahead at most", () => {
    assert.equal(next("2026-11-23 11:00"), on("2026-11-23 12:00"));
  });
  it("is the moment that something becomes soon, due or overdue", () => {
    assert.equal(next("2026-11-22 08:30"), on("2026-11-22 09:00"));
    assert.equal(next("2026-11-23 08:30"), on("2026-11-23 09:00"));
    assert.equal(next("2026-11-23 16:30"), on("2026-11-23 17:00"));
  });
  it("is the end of a snooze, unless that has passed", () => {
    assert.equal(next("2026-11-23 11:00", [snoozed("2026-11-23 10:00", "2026-11-23 11:20")]), on("2026-11-23 11:20"));
    assert.equal(next("2026-11-23 11:20", [snoozed("2026-11-23 10:00", "2026-11-23 11:20")]), on("2026-11-23 12:20"));
  });
  it("is the end of my day, and midnight, when “today” becomes another day", () => {
    assert.equal(next("2026-11-23 17:30"), on("2026-11-23 18:00"));
    assert.equal(next("2026-11-23 23:30"), on("2026-11-24 00:00"));
  });
});

describe("nudges", () => {
  const nudges = (text: string, last?: string, answers: readonly Answer[] = []) => {
    const input = at(text, answers);
    const nudged = new Map<string, Instant>(last === undefined ? [] : [[id, on(last)]]);
    return toNudge(owed(input), { nudged, answers, mine: myCalendar(input), now: input.now }).map((item) => item.id);
  };

  it("come when something is due, in my hours", () => {
    assert.deepEqual(nudges("2026-11-22 10:00"), []);
    assert.deepEqual(nudges("2026-11-23 08:59"), []);
    assert.deepEqual(nudges("2026-11-23 09:00"), [id]);
    assert.deepEqual(nudges("2026-11-23 18:00"), []);
    // My weekend.
    assert.deepEqual(nudges("2026-11-27 12:00"), []);
  });
  it("come once a working day", () => {
    assert.deepEqual(nudges("2026-11-23 15:00", "2026-11-23 09:00"), []);
    assert.deepEqual(nudges("2026-11-24 09:00", "2026-11-23 09:00"), [id]);
  });
  it("wait for the end of a snooze, and come again then, since that was asked for", () => {
    const answers = [snoozed("2026-11-23 09:05", "2026-11-23 10:05")];
    assert.deepEqual(nudges("2026-11-23 10:04", "2026-11-23 09:00", answers), []);
    assert.deepEqual(nudges("2026-11-23 10:05", "2026-11-23 09:00", answers), [id]);
    assert.deepEqual(nudges("2026-11-23 11:00", "2026-11-23 10:05", answers), []);
  });
});
