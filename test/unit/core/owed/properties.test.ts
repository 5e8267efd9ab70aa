import assert from "node:assert/strict";
import fc from "fast-check";
import { applyChanges, emptyBook, type Book, type BookChange } from "../../../../src/core/book/book";
import type { Answer } from "../../../../src/core/book/answer";
import type { WorkingTime } from "../../../../src/core/book/fields";
import { addClient, addProject } from "../../../../src/core/book/clientChanges";
import { addMilestone, deliverMilestone } from "../../../../src/core/book/milestoneChanges";
import { addNote } from "../../../../src/core/book/noteChanges";
import { projectStatuses, type Rhythm } from "../../../../src/core/book/project";
import type { HistoryEntry } from "../../../../src/core/book/sentRecord";
import { owed } from "../../../../src/core/owed/derive";
import { myCalendar, type OwedInput } from "../../../../src/core/owed/desk";
import { byUrgency } from "../../../../src/core/owed/level";
import { nextChange } from "../../../../src/core/owed/nextChange";
import { toNudge } from "../../../../src/core/owed/nudge";
import type { Level, Owed } from "../../../../src/core/owed/owed";
import type { Instant, PlainDate, PlainTime, Weekday, Zone } from "../../../../src/core/time/types";
import { addDays, dateIn, epochMs, instantAt, later, minutesBetween } from "../../../../src/core/time/zoned";
import { sent, stampAt } from "./sample";

// Random people, clients, histories and answers, from before a change of the clocks to long after the last word.

const zones = fc.constantFrom(...(["Asia/Dhaka", "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Asia/Tehran"] as Zone[]));
const START = Date.UTC(2026, 9, 1);
const DAYS_90 = 90 * 1440;
const moments = fc.integer({ min: 0, max: DAYS_90 }).map((minutes) => instantAt(START + minutes * 60_000));
const weekdays = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday);
const workingTimes = fc
  .record({ days: fc.uniqueArray(weekdays, { minLength: 1 }), start: fc.integer({ min: 0, max: 22 }), hours: fc.integer({ min: 1, max: 12 }) })
  .map(({ days, start, hours }) => ({ days, start: clock(start), end: clock(Math.min(start + hours, 23)) }));
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00` as PlainTime;
const rhythms: fc.Arbitrary<Rhythm | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant<Rhythm>({ every: "workingDay" }),
  fc.integer({ min: 1, max: 20 }).map((ceilingDays): Rhythm => ({ every: "milestone", ceilingDays })),
  fc.integer({ min: 1, max: 20 }).map((days): Rhythm => ({ every: "days", days })),
  weekdays.map((day): Rhythm => ({ every: "week", day })),
);
const projects = fc.record({
  rhythm: rhythms,
  size: fc.constantFrom("small" as const, "large" as const),
  status: fc.constantFrom(...projectStatuses),
  sentAt: fc.array(moments, { maxLength: 3 }),
  deliveredAt: fc.option(moments),
  requestAt: fc.option(moments),
  contactAt: fc.option(moments),
  hasWork: fc.option(fc.boolean()),
});
const clients = fc.record({ zone: fc.option(zones), workingTime: fc.option(workingTimes), projects: fc.array(projects, { maxLength: 2 }) });
const worlds = fc
  .record({
    zone: zones,
    now: moments,
    myTimes: fc.option(workingTimes),
    leave: fc.option(fc.record({ from: moments, days: fc.integer({ min: 0, max: 20 }) })),
    clients: fc.array(clients, { maxLength: 3 }),
    answers: fc.array(fc.record({ which: fc.nat(), at: moments, what: fc.constantFrom("skipped" as const, "settled" as const, "snoozed" as const), until: moments }), { maxLength: 4 }),
  })
  .map(build);

interface World {
  readonly zone: Zone;
  readonly now: Instant;
  readonly myTimes: WorkingTime | null;
  readonly leave: { from: Instant; days: number } | null;
  readonly clients: readonly { zone: Zone | null; workingTime: WorkingTime | null; projects: readonly ProjectSpec[] }[];
  readonly answers: readonly { which: number; at: Instant; what: "skipped" | "settled" | "snoozed"; until: Instant }[];
}
interface ProjectSpec {
  readonly rhythm: Rhythm | undefined;
  readonly size: "small" | "large";
  readonly status: (typeof projectStatuses)[number];
  readonly sentAt: readonly Instant[];
  readonly deliveredAt: Instant | null;
  readonly requestAt: Instant | null;
  readonly contactAt: Instant | null;
  readonly hasWork: boolean | null;
}

function build(world: World): OwedInput {
  const stamp = stampAt(instantAt(START));
  const changes: BookChange[] = [];
  const history: HistoryEntry[] = [];
  const hasWork = new Map<string, boolean>();
  const me = { ...emptyBook.me, ...(world.myTimes ? { workingTimes: [world.myTimes] } : {}) };
  changes.push({ op: "me", me });
  if (world.leave) {
    const from = dateIn(world.leave.from, world.zone);
    const to: PlainDate = addDays(from, world.leave.days);
    changes.push({ op: "put", kind: "absence", record: { id: "leave", rev: 1, createdAt: stamp.now, changedAt: stamp.now, from, to } });
  }
  for (const spec of world.clients) {
    const added = addClient({ name: "Client", scopes: [], size: "large", channel: "copy", language: "en", zone: spec.zone ?? undefined }, stamp);
    const client = { ...added.client, ...(spec.workingTime ? { workingTime: spec.workingTime } : {}) };
    changes.push({ op: "put", kind: "client", record: client });
    for (const part of spec.projects) {
      const { rhythm, size, status } = part;
      const { changes: put, project } = addProject({ clientId: client.id, name: "Project", rhythm, size, status }, stamp);
      changes.push(...put);
      if (part.hasWork !== null) hasWork.set(project.id, part.hasWork);
      for (const at of part.sentAt) history.push(sent({ book: emptyBook, client, project }, at, { id: stamp.newId() }));
      if (part.deliveredAt) {
        const { milestone } = addMilestone({ projectId: project.id, title: "Stage" }, stamp);
        changes.push(...deliverMilestone(milestone, { now: part.deliveredAt }));
      }
      const about = { clientId: client.id, projectId: project.id };
      if (part.requestAt) changes.push(...addNote({ ...about, kind: "request", text: "A request", at: part.requestAt }, stamp).changes);
      if (part.contactAt) changes.push(...addNote({ ...about, kind: "contact", text: "A call", at: part.contactAt }, stamp).changes);
    }
  }
  const book: Book = applyChanges(emptyBook, changes);
  let input: OwedInput = { book, history, answers: [], now: world.now, zone: world.zone, hasWork };
  // Each answer is to something that was owed when it was given.
  for (const { which, at, what, until } of world.answers) {
    const list = owed(input);
    const item = list[which % Math.max(list.length, 1)];
    const said: Answer["said"] = what === "snoozed" ? { what, until } : { what };
    if (item) input = { ...input, answers: [...input.answers, { owedId: item.id, at, said }] };
  }
  return input;
}

const levels: readonly Level[] = ["fine", "soon", "due", "overdue"];
const runs = { numRuns: 200 };

/** What can be seen of a list at a moment. */
const seen = (list: readonly Owed[]) => list.map((item) => [item.id, item.level, item.snoozedUntil]);

describe("what is owed, for any book", function () {
  // Hundreds of books, each looked at many times: a busy machine may take its time.
  this.timeout(30_000);

  it("is the same however the book, the history and the answers are ordered, and stays the same when asked again", () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const list = owed(input);
        const { book } = input;
        const turned: Book = { ...book, client: book.client.toReversed(), project: book.project.toReversed(), note: book.note.toReversed() };
        assert.deepEqual(owed(input), list);
        assert.deepEqual(owed({ ...input, book: turned, history: input.history.toReversed() }), list);
        assert.equal(new Set(list.map((item) => item.id)).size, list.length);
        for (const [n, item] of list.entries()) for (const other of list.slice(n + 1)) assert.ok(byUrgency(item, other) < 0);
      }),
      runs,
    );
  });

  it("never becomes less pressing while nobody answers and nothing is sent", () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 60 * 24 * 40 }), (input, minutes) => {
        const before = owed(input);
        const after = new Map(owed({ ...input, now: later(input.now, minutes) }).map((item) => [item.id, item]));
        assert.equal(after.size, before.length);
        for (const item of before) {
          const then = after.get(item.id)!;
          assert.ok(levels.indexOf(then.level) >= levels.indexOf(item.level));
          assert.deepEqual([then.readyFrom, then.sendBy], [item.readyFrom, item.sendBy]);
        }
      }),
      runs,
    );
  });

  it("is ready before it is due, on one of my working days and within my hours", () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const mine = myCalendar(input);
        for (const item of owed(input)) {
          const span = mine.span(mine.dateAt(item.readyFrom))!;
          assert.equal(item.readyFrom, span.start);
          assert.ok(item.readyFrom < item.sendBy && item.sendBy <= span.end);
        }
      }),
      runs,
    );
  });

  it("does not bring back what was skipped or settled", () => {
    fc.assert(
      fc.property(worlds, fc.nat(), fc.constantFrom("skipped" as const, "settled" as const), fc.integer({ min: 0, max: DAYS_90 }), (input, which, what, minutes) => {
        const list = owed(input);
        const item = list[which % Math.max(list.length, 1)];
        fc.pre(item !== undefined);
        const answers: Answer[] = [...input.answers, { owedId: item.id, at: later(moment(input), 1), said: { what } }];
        const after = owed({ ...input, answers, now: later(moment(input), minutes) });
        assert.ok(!after.some((other) => other.id === item.id));
        const next = after.find((other) => other.projectId === item.projectId && other.kind === item.kind && item.kind === "progress");
        if (next) assert.ok(next.sendBy > item.sendBy);
      }),
      runs,
    );
  });

  it("wakes before anything changes, and within an hour", () => {
    fc.assert(
      fc.property(worlds, fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 5, maxLength: 5 }), (input, shares) => {
        const mine = myCalendar(input);
        let { now } = input;
        for (let step = 0; step < 6; step++) {
          const list = owed({ ...input, now });
          const next = nextChange({ ...input, now }, list);
          assert.ok(next > now && minutesBetween(now, next) <= 60);
          // Anywhere before the next moment, up to the millisecond before it, everything is as it was.
          for (const share of [...shares, 1]) {
            const between = instantAt(Math.max(epochMs(now), Math.floor(epochMs(now) + (epochMs(next) - 1 - epochMs(now)) * share)));
            assert.deepEqual(seen(owed({ ...input, now: between })), seen(list));
            assert.equal(mine.isWorkingAt(between), mine.isWorkingAt(now));
            assert.equal(mine.dateAt(between), mine.dateAt(now));
          }
          now = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("nudges only in my hours, once per item and working day, and about all that is due", () => {
    fc.assert(
      fc.property(worlds, (input) => {
        const mine = myCalendar(input);
        const nudged = new Map<string, Instant>();
        const days = new Map<string, Set<string>>();
        let { now } = input;
        for (let step = 0; step < 60; step++) {
          const list = owed({ ...input, now });
          const asking = toNudge(list, { nudged, answers: input.answers.filter((answer) => answer.at <= now), mine, now });
          if (asking.length > 0) assert.ok(mine.isWorkingAt(now));
          for (const item of asking) {
            assert.ok(item.level === "due" || item.level === "overdue");
            const today = `${item.id} ${mine.dateAt(now)}`;
            const snoozes = input.answers.filter((answer) => answer.owedId === item.id && answer.said.what === "snoozed").length;
            const times = days.get(today) ?? new Set();
            times.add(now);
            days.set(today, times);
            assert.ok(times.size <= 1 + snoozes);
            nudged.set(item.id, now);
          }
          if (mine.isWorkingAt(now))
            for (const item of list)
              if ((item.level === "due" || item.level === "overdue") && item.snoozedUntil === undefined)
                assert.equal(mine.dateAt(nudged.get(item.id)!), mine.dateAt(now));
          now = nextChange({ ...input, now }, list);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A moment after everything that happened. */
const moment = (input: OwedInput): Instant => later(instantAt(START), DAYS_90 + minutesBetween(instantAt(START), input.now));
