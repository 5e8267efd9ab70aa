import assert from "node:assert/strict";
import fc from "fast-check";
import type { Answer } from "../../../../src/core/book/answer";
import type { Book } from "../../../../src/core/book/book";
import { recordById } from "../../../../src/core/book/queries";
import { kindOff } from "../../../../src/core/book/marketplaces";
import { createSurveyor, owed } from "../../../../src/core/owed/derive";
import { latestSaid, myCalendar, type OwedInput } from "../../../../src/core/owed/desk";
import { byUrgency } from "../../../../src/core/owed/level";
import { toNudge } from "../../../../src/core/owed/nudge";
import type { Level, Owed } from "../../../../src/core/owed/owed";
import type { RuleName } from "../../../../src/core/owed/ruleNames";
import { workingCalendar } from "../../../../src/core/time/calendar";
import type { Instant } from "../../../../src/core/time/types";
import { daysBetween, epochMs, instantAt, later, minutesBetween } from "../../../../src/core/time/zoned";
import { DAYS, moments, START, worlds } from "./worlds";

const levels: readonly Level[] = ["fine", "soon", "due", "overdue"];
const runs = { numRuns: 300 };
let cases = 0;
/** Worlds that are counted as they are drawn. */
const drawn = worlds.map((world) => {
  cases++;
  return world;
});
/** What nobody is helped by once its time is over goes by itself. */
const passing: readonly RuleName[] = ["meetingAnnounce", "meetingRemind", "meetingBegins", "meetingFollowUp", "leave", "worklog", "thanks"];
const lasts = (item: Owed): boolean => !passing.includes(item.rule);

/** What can be seen of a list at a moment. */
const seen = (list: readonly Owed[]) => list.map((item) => [item.id, item.level, item.snoozedUntil]);

/** Without what is dated so far ahead that it says nothing yet: on its day it is answered or sent. */
function saidByNow(input: OwedInput): OwedInput {
  const mine = myCalendar(input);
  const until = latestSaid(mine, mine.dateAt(input.now));
  const { book, history, answers } = input;
  return {
    ...input,
    book: { ...book, note: book.note.filter(({ kind, at, createdAt }) => kind !== "contact" || (at ?? createdAt) <= until) },
    history: history.filter(({ at }) => at <= until),
    answers: answers.filter(({ at }) => at <= until),
  };
}

describe("what is owed, for any book", function () {
  // Hundreds of books, each looked at many times: a busy machine may take its time.
  this.timeout(60_000);
  after(() => void process.stdout.write(`        ${String(cases)} random books, calendars and moments\n`));

  it("is the same however the book and the history are ordered, and stays the same when asked again", () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const list = owed(input);
        const { book } = input;
        const turned = Object.fromEntries(Object.entries(book).map(([kind, part]) => [kind, Array.isArray(part) ? part.toReversed() : part])) as Book;
        assert.deepEqual(owed(input), list);
        assert.deepEqual(owed({ ...input, book: turned, history: input.history.toReversed() }), list);
        assert.equal(new Set(list.map((item) => item.id)).size, list.length);
        for (const [n, item] of list.entries()) for (const other of list.slice(n + 1)) assert.ok(byUrgency(item, other) < 0);
      }),
      runs,
    );
  });

  it("does not depend on what was asked before", () => {
    fc.assert(
      fc.property(drawn, fc.array(moments, { minLength: 3, maxLength: 6 }), (input, times) => {
        const survey = createSurveyor();
        for (const [n, now] of times.entries()) {
          // Messages, answers, notes, work and milestones that come and go between two looks.
          const { book, history, answers, workAt } = input;
          const part = <T>(list: readonly T[]) => list.slice(0, Math.ceil((list.length * (n + 1)) / times.length));
          const seen = {
            ...input, now, history: part(history), answers: n % 2 === 0 ? answers : part(answers), workAt: new Map(part([...(workAt ?? [])])),
            book: { ...book, note: part(book.note), milestone: n % 3 === 0 ? book.milestone : part(book.milestone), meeting: part(book.meeting) },
          };
          const [again, afresh] = [survey(seen), createSurveyor()(seen)];
          assert.deepEqual([again.owed, again.next], [afresh.owed, afresh.next]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("never becomes less pressing while nobody answers and nothing is sent", () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 60 * 24 * 40 }), (any, minutes) => {
        const input = saidByNow(any);
        const after = new Map(owed({ ...input, now: later(input.now, minutes) }).map((item) => [item.id, item]));
        for (const item of owed(input)) {
          const then = after.get(item.id);
          if (!then && !lasts(item)) continue;
          assert.ok(then, `${item.id} is gone`);
          assert.ok(levels.indexOf(then.level) >= levels.indexOf(item.level));
          assert.deepEqual([then.readyFrom, then.sendBy], [item.readyFrom, item.sendBy]);
        }
      }),
      runs,
    );
  });

  it("follows dates: the level is what its dates say, and nothing else", () => {
    fc.assert(
      fc.property(drawn, (input) => {
        for (const { level, readyFrom, sendBy } of owed(input)) {
          assert.ok(readyFrom <= sendBy);
          assert.equal(level === "overdue", input.now >= sendBy);
          assert.equal(level === "due", readyFrom <= input.now && input.now < sendBy);
        }
      }),
      runs,
    );
  });

  it("is to be sent in my hours and theirs, or says that theirs cannot be met", () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const mine = myCalendar(input);
        const { book, zone } = input;
        for (const item of owed(input).filter(({ hard, rule }) => !hard && rule !== "meetingAnnounce" && rule !== "leave")) {
          const span = mine.span(mine.dateAt(item.readyFrom))!;
          assert.equal(item.readyFrom, span.start);
          const day = mine.span(mine.dateAt(item.sendBy))!;
          assert.ok(day.start <= item.sendBy && item.sendBy <= day.end);
          if (item.outsideTheirHours) continue;
          const theirs = workingCalendar({ me: book.me, client: recordById(book, "client", item.clientId)!, absences: [], machineZone: book.me.zone ?? zone });
          const their = theirs.span(theirs.dateAt(later(item.sendBy, -1)))!;
          assert.ok(their.start <= item.sendBy && item.sendBy <= their.end);
        }
      }),
      runs,
    );
  });

  it("does not bring back what was skipped or settled", () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.constantFrom("skipped" as const, "settled" as const), fc.integer({ min: 0, max: DAYS * 1440 }), (any, which, what, minutes) => {
        const input = saidByNow(any);
        const list = owed(input);
        const item = list[which % Math.max(list.length, 1)];
        fc.pre(item !== undefined);
        const answers: Answer[] = [...input.answers, { owedId: item.id, at: later(moment(input), 1), said: { what } }];
        const after = owed({ ...input, answers, now: later(moment(input), minutes) });
        assert.ok(!after.some((other) => other.id === item.id));
        const next = after.find((other) => other.rule === item.rule && other.projectId === item.projectId);
        if (next && /Update$/.test(item.rule)) assert.ok(next.sendBy > item.sendBy);
      }),
      runs,
    );
  });

  it("never asks for a review twice, or within 14 days of anything given, nor for what a marketplace rules out", () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const mine = myCalendar(input);
        for (const item of owed(input)) {
          const client = recordById(input.book, "client", item.clientId)!;
          assert.equal(kindOff(client, item.kind), undefined);
          if (item.rule !== "review") continue;
          for (const entry of input.history) {
            if (entry.what !== "sent" || entry.clientId !== item.clientId) continue;
            assert.ok(entry.kind !== "review" || (entry.projectId !== undefined && entry.projectId !== item.projectId));
            if (entry.incentive) assert.ok(daysBetween(mine.dateAt(entry.at), mine.dateAt(item.readyFrom)) > 14);
          }
        }
      }),
      runs,
    );
  });

  it("wakes before anything changes, and within an hour", () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 5, maxLength: 5 }), (input, shares) => {
        const survey = createSurveyor();
        let { now } = input;
        for (let step = 0; step < 8; step++) {
          const { owed: list, next, mine } = survey({ ...input, now });
          assert.ok(next > now && minutesBetween(now, next) <= 60);
          // Anywhere before the next moment, up to the millisecond before it, everything is as it was.
          for (const share of [...shares, 1]) {
            const between = instantAt(Math.max(epochMs(now), Math.floor(epochMs(now) + (epochMs(next) - 1 - epochMs(now)) * share)));
            assert.deepEqual(seen(survey({ ...input, now: between }).owed), seen(list));
            const nudging = (at: Instant) => toNudge(list, { nudged: new Map(), answers: input.answers, mine, now: at }).map(({ id }) => id);
            assert.deepEqual(nudging(between), nudging(now));
            assert.equal(mine.dateAt(between), mine.dateAt(now));
          }
          now = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  it("nudges in my hours but for hard clocks, once per item and working day, and about all that is due", () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const survey = createSurveyor();
        const nudged = new Map<string, Instant>();
        const nudges = new Map<string, number>();
        let { now } = input;
        for (let step = 0; step < 60; step++) {
          const { owed: list, next, mine } = survey({ ...input, now });
          for (const item of toNudge(list, { nudged, answers: input.answers.filter((answer) => answer.at <= now), mine, now })) {
            assert.ok(mine.isWorkingAt(now) || (item.hard && now < item.sendBy));
            assert.ok(item.level === "due" || item.level === "overdue");
            const today = `${item.id} ${mine.dateAt(now)}`;
            const snoozes = input.answers.filter((answer) => answer.owedId === item.id && answer.said.what === "snoozed").length;
            nudges.set(today, (nudges.get(today) ?? 0) + 1);
            assert.ok((nudges.get(today) ?? 0) <= 1 + snoozes);
            nudged.set(item.id, now);
          }
          if (mine.isWorkingAt(now))
            for (const item of list)
              if ((item.level === "due" || item.level === "overdue") && item.snoozedUntil === undefined) assert.equal(mine.dateAt(nudged.get(item.id)!), mine.dateAt(now));
          now = next;
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** A moment after everything that happened. */
const moment = (input: OwedInput): Instant => later(instantAt(START), DAYS * 1440 + minutesBetween(instantAt(START), input.now));
