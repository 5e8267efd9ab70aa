import assert from "node:assert/strict";
import { applyChanges, type Book } from "../../../../src/core/book/book";
import { archive } from "../../../../src/core/book/changes";
import { addMilestone, deliverMilestone } from "../../../../src/core/book/milestoneChanges";
import { addNote, logContact, settleNote } from "../../../../src/core/book/noteChanges";
import type { Answer } from "../../../../src/core/book/answer";
import type { Rhythm } from "../../../../src/core/book/project";
import { owed } from "../../../../src/core/owed/derive";
import type { Owed } from "../../../../src/core/owed/owed";
import type { Instant, PlainDate, Weekday, Zone } from "../../../../src/core/time/types";
import { asked, bookWith, dhaka, london, newYork, on, sent, stampAt, withSecondProject, type Sample } from "./sample";

// In November 2026 London is six hours behind Dhaka, New York eleven. The 19th is a Thursday: the last day of my week.
const monday = on("2026-11-16 10:00");
const thursday = on("2026-11-19 17:00");

const answered = (owedId: string, at: Instant, what: "skipped" | "settled"): Answer => ({ owedId, at, said: { what } });
function only(list: readonly Owed[]): Owed {
  assert.equal(list.length, 1);
  return list[0]!;
}
const next = (sample: Sample, since: Instant, more: Parameters<typeof asked>[3] = {}) =>
  owed(asked(sample.book, since, [sent(sample, since)], more))[0];
const dueBy = (rhythm: Rhythm, since: Instant, zone: Zone = london) =>
  next(bookWith(monday, { zone }, { rhythm }), since)?.sendBy;

describe("updates owed by rhythm", () => {
  it("lets a large project be silent for seven days at most", () => {
    const item = next(bookWith(monday), monday)!;
    assert.equal(item.readyFrom, on("2026-11-23 09:00"));
    // An hour before my day ends, which is noon there.
    assert.equal(item.sendBy, on("2026-11-23 17:00"));
    assert.equal(item.kind, "progress");
  });

  it("moves a date before a weekend of either of us, so that the silence does not grow", () => {
    // Seven days after a Sunday is a Sunday, when London is closed; Friday and Saturday are my weekend.
    assert.equal(next(bookWith(monday), on("2026-11-22 12:00"))!.sendBy, on("2026-11-26 17:00"));
  });

  it("owes a small project an update on every day that we both work", () => {
    const small = bookWith(monday, { size: "small" });
    const worked = (at: Instant) => ({ workAt: new Map([[small.project.id, [monday, at]]]) });
    assert.equal(next(small, monday, worked(on("2026-11-16 18:00")))!.sendBy, on("2026-11-17 17:00"));
    assert.equal(next(small, thursday, worked(on("2026-11-21 12:00")))!.sendBy, on("2026-11-23 17:00"));
  });

  it("tells work that comes late in the day on the next one", () => {
    const small = bookWith(monday, { size: "small" });
    const by = (work: string) => next(small, monday, { workAt: new Map([[small.project.id, [on(work)]]]) })!.sendBy;
    assert.equal(by("2026-11-17 14:00"), on("2026-11-17 17:00"));
    assert.equal(by("2026-11-17 15:30"), on("2026-11-18 17:00"));
  });

  it("gives a small project a day more where no work was seen since the last word", () => {
    const small = bookWith(monday, { size: "small" });
    assert.equal(next(small, monday)!.sendBy, on("2026-11-18 17:00"));
    assert.equal(next(small, monday, { workAt: new Map([[small.project.id, [on("2026-11-16 09:00")]]]) })!.sendBy, on("2026-11-18 17:00"));
    const noted = addNote({ kind: "done", text: "Moved the site", clientId: small.client.id, projectId: small.project.id, at: on("2026-11-17 10:00") }, stampAt(monday, "n"));
    assert.equal(owed(asked(applyChanges(small.book, noted.changes), monday, [sent(small, monday)]))[0]!.sendBy, on("2026-11-17 17:00"));
  });

  it("keeps to a day of the week, or the good day before it", () => {
    assert.equal(dueBy({ every: "week", day: 3 as Weekday }, monday), on("2026-11-18 17:00"));
    assert.equal(dueBy({ every: "week", day: 1 as Weekday }, monday), on("2026-11-23 17:00"));
    assert.equal(dueBy({ every: "week", day: 5 as Weekday }, monday), thursday);
    assert.equal(dueBy({ every: "week", day: 5 as Weekday }, on("2026-11-19 16:00")), on("2026-11-26 17:00"));
  });

  it("counts days", () => {
    assert.equal(dueBy({ every: "days", days: 2 }, monday), on("2026-11-18 17:00"));
    // Two days after Thursday nobody works with anybody: it slips over both weekends.
    assert.equal(dueBy({ every: "days", days: 2 }, thursday), on("2026-11-23 17:00"));
    assert.equal(dueBy({ every: "never" }, monday), undefined);
  });

  it("keeps send-by inside the client's hours where they meet mine, and at the end of my day where they never do", () => {
    assert.equal(dueBy({ every: "days", days: 1 }, monday, dhaka), on("2026-11-17 17:00"));
    assert.equal(dueBy({ every: "days", days: 1 }, monday, newYork), on("2026-11-17 18:00"));
    // Auckland is seven hours ahead: our hours meet from 9 to 11.
    assert.equal(dueBy({ every: "days", days: 1 }, monday, "Pacific/Auckland" as Zone), on("2026-11-17 10:00"));
  });

  it("follows the client's clocks when they change and mine do not", () => {
    const berlin = "Europe/Berlin" as Zone;
    const workingTime = { days: [1, 2, 3, 4, 5] as Weekday[], start: "06:00" as never, end: "12:00" as never };
    const sample = bookWith(monday, { zone: berlin }, { rhythm: { every: "days", days: 1 } });
    const client = { ...sample.client, workingTime };
    const book = applyChanges(sample.book, [{ op: "put", kind: "client", record: client }]);
    const by = (since: Instant) => owed(asked(book, since, [sent(sample, since)]))[0]!.sendBy;
    assert.equal(by(on("2026-10-21 10:00")), on("2026-10-22 15:00"));
    assert.equal(by(on("2026-10-27 10:00")), on("2026-10-28 16:00"));
  });

  it("comes before my leave where a rhythm allows, and after it else", () => {
    const base = { id: "leave", rev: 1, createdAt: monday, changedAt: monday };
    const away = (sample: Sample, from: string): Book =>
      applyChanges(sample.book, [{ op: "put", kind: "absence", record: { ...base, from: from as PlainDate, to: "2026-12-05" as PlainDate } }]);
    const large = bookWith(monday);
    const update = (from: string) => only(owed(asked(away(large, from), monday, [sent(large, monday)])).filter(({ kind }) => kind === "progress"));
    assert.equal(update("2026-11-22").sendBy, thursday);
    assert.equal(update("2026-11-17").sendBy, on("2026-12-07 17:00"));
    // Small ones, too: on Tuesday, when Wednesday is the second working day and the first of leave; no day is left where Tuesday is.
    const small = bookWith(monday, { size: "small" });
    const short = (from: string, working = {}) => only(owed(asked(away(small, from), monday, [sent(small, monday)], working)).filter(({ kind }) => kind === "progress")).sendBy;
    assert.equal(short("2026-11-18"), on("2026-11-17 17:00"));
    assert.equal(short("2026-11-19"), on("2026-11-18 17:00"));
    assert.equal(short("2026-11-17"), on("2026-12-07 17:00"));
  });
  it("of a small project is not hurried by a weekend", () => {
    const small = bookWith(monday, { size: "small" });
    // Wednesday; Thursday is good, then comes Monday, when both are at work again.
    const wednesday = on("2026-11-18 10:00");
    assert.equal(only(owed(asked(small.book, wednesday, [sent(small, wednesday)])).filter(({ kind }) => kind === "progress")).sendBy, on("2026-11-23 17:00"));
  });
});

describe("what counts as word", () => {
  it("counts from the project's beginning where there was none yet", () => {
    const sample = bookWith(monday);
    assert.equal(only(owed(asked(sample.book, monday))).sendBy, on("2026-11-23 17:00"));
  });

  it("counts a contact logged by hand, and a message about no project in particular for all of them", () => {
    const sample = bookWith(monday);
    const call = logContact(sample.client, sample.project, "A call", on("2026-11-18 10:00"), stampAt(thursday, "call"));
    assert.equal(only(owed(asked(applyChanges(sample.book, call), thursday))).sendBy, on("2026-11-25 17:00"));

    const both = withSecondProject(sample, monday);
    const about = owed(asked(both.book, thursday, [sent(both, on("2026-11-18 10:00"))]));
    assert.deepEqual(about.map((item) => [item.projectId, item.sendBy]), [
      [sample.project.id, on("2026-11-23 17:00")],
      [both.project.id, on("2026-11-25 17:00")],
    ]);
    const general = structuredClone(sent(both, on("2026-11-18 10:00")));
    delete (general as { projectId?: string }).projectId;
    assert.deepEqual(owed(asked(both.book, thursday, [general])).map((item) => item.sendBy), Array(2).fill(on("2026-11-25 17:00")));
  });

  it("is by the kind of message: as the client has it, else as the user has it, else as usual", () => {
    const word = (kind: "invoice" | "leave", own: Record<string, boolean> | undefined, user: Record<string, boolean>) => {
      const sample = bookWith(monday);
      const book = applyChanges(sample.book, [{ op: "put", kind: "client", record: { ...sample.client, ...(own && { countsAsContact: own }) } }]);
      const history = [sent(sample, on("2026-11-18 10:00"), { kind })];
      return only(owed(asked(book, thursday, history, { settings: { countsAsContact: user } })).filter(({ rule }) => rule === "largeUpdate")).sendBy === on("2026-11-25 17:00");
    };
    assert.deepEqual([word("leave", undefined, {}), word("invoice", undefined, {})], [true, false]);
    assert.deepEqual([word("leave", undefined, { leave: false }), word("invoice", undefined, { invoice: true })], [false, true]);
    assert.deepEqual([word("leave", { leave: true }, { leave: false }), word("invoice", { invoice: false }, { invoice: true })], [true, false]);
  });

  it("does not count what was withdrawn, and knows the old item again", () => {
    const sample = bookWith(monday);
    const before = owed(asked(sample.book, thursday));
    const record = sent(sample, thursday);
    const withdrawn = { version: 2, what: "withdrawn", id: "w", recordId: record.id, at: thursday } as const;
    assert.notEqual(only(owed(asked(sample.book, thursday, [record]))).id, only(before).id);
    assert.deepEqual(owed(asked(sample.book, thursday, [record, withdrawn])), before);
  });

  it("owes nothing to leads, closed projects and archived clients, and goes on while waiting for the client", () => {
    for (const status of ["lead", "closed", "delivered", "support"] as const)
      assert.deepEqual(owed(asked(bookWith(monday, {}, { status }).book, thursday)), []);
    assert.equal(owed(asked(bookWith(monday, {}, { status: "waitingForClient" }).book, thursday)).length, 1);
    const supported = bookWith(monday, {}, { status: "support", rhythm: { every: "days", days: 7 } });
    assert.equal(owed(asked(supported.book, thursday)).length, 1);
    const sample = bookWith(monday);
    const request = addNote({ kind: "request", text: "Prices?", clientId: sample.client.id }, stampAt(monday, "n")).changes;
    const archived = applyChanges(sample.book, [...request, ...archive("client", sample.client, { now: thursday })]);
    assert.deepEqual(owed(asked(archived, thursday)), []);
  });
});

describe("a milestone that was delivered", () => {
  const delivered = (sample: Sample, at: Instant): Book => {
    const { changes, milestone } = addMilestone({ projectId: sample.project.id, title: "Checkout" }, stampAt(monday, "m"));
    return applyChanges(sample.book, [...changes, ...deliverMilestone(milestone, { now: at })]);
  };
  const sample = bookWith(monday);
  const at = on("2026-11-17 16:00");

  it("is told on the next working day, instead of the update", () => {
    const item = only(owed(asked(delivered(sample, at), at)));
    assert.equal(item.sendBy, on("2026-11-18 17:00"));
    assert.deepEqual(item.what, { id: "owed.what.delivery", values: { milestone: "Checkout" } });
    assert.equal(item.kind, "delivery");
  });

  it("is settled by any word after it", () => {
    const item = only(owed(asked(delivered(sample, at), thursday, [sent(sample, on("2026-11-18 11:00"))])));
    assert.equal(item.kind, "progress");
    assert.equal(item.sendBy, on("2026-11-25 17:00"));
  });

  it("once skipped leaves the rhythm as it was, once settled begins it anew", () => {
    const book = delivered(sample, at);
    const { id } = only(owed(asked(book, at)));
    const skipped = only(owed(asked(book, thursday, [], { answers: [answered(id, thursday, "skipped")] })));
    assert.equal(skipped.sendBy, on("2026-11-23 17:00"));
    const settled = only(owed(asked(book, thursday, [], { answers: [answered(id, on("2026-11-18 11:00"), "settled")] })));
    assert.equal(settled.sendBy, on("2026-11-25 17:00"));
  });

  it("is told at once also where the rhythm is a slow one, unless that is switched off", () => {
    const weekly = bookWith(monday, {}, { rhythm: { every: "week", day: 4 } });
    assert.equal(only(owed(asked(delivered(weekly, at), at))).rule, "milestone");
    const off = bookWith(monday, {}, { rhythm: { every: "week", day: 4 }, owedRules: { milestone: { off: true } } });
    assert.equal(only(owed(asked(delivered(off, at), at))).rule, "largeUpdate");
  });
});

describe("a request", () => {
  const sample = bookWith(monday);
  const { changes, note } = addNote({ kind: "request", text: "A price for search?", clientId: sample.client.id, at: thursday }, stampAt(thursday, "n"));
  const book = applyChanges(sample.book, changes);
  const request = (list: readonly Owed[]) => list.find((item) => item.rule === "request");

  it("is owed an answer within a working day", () => {
    const item = request(owed(asked(book, thursday)))!;
    assert.equal(item.sendBy, on("2026-11-23 17:00"));
    assert.equal(item.kind, "status");
    assert.equal(item.projectId, sample.project.id);
  });

  it("is answered by a message that tells it, by a talk of it, by being settled, and by an answer to the item", () => {
    assert.equal(request(owed(asked(book, thursday, [sent(sample, on("2026-11-19 17:30"), { noteIds: [note.id] })]))), undefined);
    const talk = (tells: readonly string[]) => applyChanges(book, logContact(sample.client, sample.project, "A call", on("2026-11-19 17:30"), stampAt(on("2026-11-19 17:30"), "c"), { tells }));
    assert.equal(request(owed(asked(talk([note.id]), thursday))), undefined);
    assert.ok(request(owed(asked(talk([]), thursday))));
    assert.equal(request(owed(asked(applyChanges(book, settleNote(note, { now: thursday })), thursday))), undefined);
    const { id } = request(owed(asked(book, thursday)))!;
    assert.equal(request(owed(asked(book, thursday, [], { answers: [answered(id, thursday, "skipped")] }))), undefined);
  });
});

describe("a request that a message leaves out", () => {
  it("is still owed an answer", () => {
    const sample = bookWith(monday);
    const { changes } = addNote({ kind: "request", text: "Prices?", clientId: sample.client.id, at: thursday }, stampAt(thursday, "n"));
    const list = owed(asked(applyChanges(sample.book, changes), thursday, [sent(sample, on("2026-11-19 17:30"))]));
    assert.ok(list.some((item) => item.rule === "request"));
  });
});

describe("answers to what is owed", () => {
  const sample = bookWith(monday, {}, { rhythm: { every: "week", day: 4 } });
  const history = [sent(sample, monday)];
  const first = only(owed(asked(sample.book, monday, history)));

  it("skips one update, not the one after it", () => {
    const after = only(owed(asked(sample.book, monday, history, { answers: [answered(first.id, monday, "skipped")] })));
    assert.equal(after.sendBy, on("2026-11-26 17:00"));
    assert.notEqual(after.id, first.id);
    const answers = [answered(first.id, monday, "skipped"), answered(after.id, monday, "skipped")];
    assert.equal(only(owed(asked(sample.book, monday, history, { answers }))).sendBy, on("2026-12-03 17:00"));
  });

  it("settles one for good, and counts it as word", () => {
    const large = bookWith(monday);
    const { id } = only(owed(asked(large.book, monday)));
    const settled = only(owed(asked(large.book, thursday, [], { answers: [answered(id, on("2026-11-18 11:00"), "settled")] })));
    assert.equal(settled.sendBy, on("2026-11-25 17:00"));
    const weekly = only(owed(asked(sample.book, monday, history, { answers: [answered(first.id, monday, "settled")] })));
    assert.equal(weekly.sendBy, on("2026-11-26 17:00"));
  });

  it("puts a snoozed one behind all that is pressing until its time", () => {
    const other = withSecondProject(sample, monday, { rhythm: { every: "days", days: 1 } });
    const until = on("2026-11-19 15:00");
    const answers: Answer[] = [{ owedId: first.id, at: on("2026-11-19 09:30"), said: { what: "snoozed", until } }];
    const before = owed(asked(other.book, on("2026-11-19 14:00"), history, { answers }));
    assert.deepEqual(before.map((item) => [item.projectId, item.level, item.snoozedUntil]), [
      [other.project.id, "overdue", undefined],
      [sample.project.id, "due", until],
    ]);
    const after = owed(asked(other.book, until, history, { answers })).find((item) => item.id === first.id)!;
    assert.equal(after.snoozedUntil, undefined);
  });

  it("takes the newest answer", () => {
    const answers: Answer[] = [
      { owedId: first.id, at: thursday, said: { what: "snoozed", until: thursday } },
      answered(first.id, monday, "skipped"),
    ];
    assert.equal(only(owed(asked(sample.book, thursday, history, { answers }))).id, first.id);
  });
});

describe("levels", () => {
  const sample = bookWith(monday);
  const at = (text: string) => only(owed(asked(sample.book, on(text), [sent(sample, monday)])));

  it("rise with the dates: fine, soon a working day before, due from the morning, overdue past send-by", () => {
    assert.equal(at("2026-11-22 08:59").level, "fine");
    assert.equal(at("2026-11-22 09:00").level, "soon");
    assert.equal(at("2026-11-23 08:59").level, "soon");
    assert.equal(at("2026-11-23 09:00").level, "due");
    assert.equal(at("2026-11-23 16:59").level, "due");
    assert.equal(at("2026-11-23 17:00").level, "overdue");
    assert.equal(at("2027-11-23 17:00").level, "overdue");
  });

  it("are said with the client, and the moment in my zone", () => {
    const now = on("2026-11-23 10:00");
    const item = at("2026-11-23 10:00");
    const when = { time: "moment", at: on("2026-11-23 17:00"), zone: dhaka, now: on("2026-11-23 00:00") };
    assert.deepEqual(item.reason, { id: "owed.by", values: { client: "Acme", what: { id: "owed.what.update", values: {} }, when } });
    assert.equal(at("2026-11-24 10:00").reason.id, "owed.overdue");
    const two = withSecondProject(sample, monday);
    assert.deepEqual(owed(asked(two.book, now)).map((owing) => owing.reason.values?.["client"]).sort(), ["Acme", "Acme · Second"]);
  });
});
