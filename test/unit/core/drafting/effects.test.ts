import assert from "node:assert/strict";
import { applyChanges, emptyBook, type Book } from "../../../../src/core/book/book";
import { inverse } from "../../../../src/core/book/changes";
import type { Project } from "../../../../src/core/book/project";
import type { Effect } from "../../../../src/core/drafting/draft";
import { effectChanges, withReminders } from "../../../../src/core/drafting/effects";
import type { Instant, PlainDate } from "../../../../src/core/time/types";
import * as relation from "../../../golden/relation";

const pick: relation.Pick = (en) => en;
const about = { clientId: "client", projectId: "project" };
const later = "2026-11-21T06:00:00.000Z" as Instant;
const base = { rev: 1, createdAt: relation.now, changedAt: relation.now };

const before: Book = {
  ...emptyBook,
  client: [relation.clientIn("en", "friendly")],
  project: [relation.projectIn(pick)],
  milestone: relation.milestonesIn(pick),
  note: [relation.blockerIn(pick)],
  meeting: [{ ...base, id: "call", clientId: "client", title: "Call", startsAt: later, minutes: 30, zone: relation.zone, movedFrom: relation.now }],
  invoice: [{ ...base, id: "bill", clientId: "client", projectId: "project", number: "7", lines: [] }],
};

let ids = 0;
const stampAt = (now: Instant) => ({ now, newId: () => `new-${++ids}` });
const changesOf = (book: Book, effects: readonly Effect[], now = relation.now) => effectChanges(effects, about, book, stampAt(now));
const after = (book: Book, effects: readonly Effect[], now?: Instant) => applyChanges(book, changesOf(book, effects, now));
const project = (book: Book): Project => book.project[0]!;

describe("what a sent message brings about", () => {
  it("moves a milestone, and the whole project", () => {
    const due = relation.day("2026-12-09");
    const book = after(before, [{ do: "moveMilestone", milestoneId: "checkout", due }, { do: "moveProject", on: "2026-12-20" as PlainDate }]);
    assert.deepEqual(book.milestone.find(({ id }) => id === "checkout")?.due, due);
    assert.equal(project(book).dueOn, "2026-12-20");
  });

  it("sets a milestone's state with its time", () => {
    const checkout = (book: Book) => book.milestone.find(({ id }) => id === "checkout");
    const delivered = after(before, [{ do: "milestoneState", milestoneId: "checkout", state: "delivered" }]);
    assert.deepEqual([checkout(delivered)?.state, checkout(delivered)?.deliveredAt], ["delivered", relation.now]);
    assert.deepEqual(checkout(after(delivered, [{ do: "milestoneState", milestoneId: "checkout", state: "accepted" }]))?.state, "accepted");
    assert.equal(checkout(after(delivered, [{ do: "milestoneState", milestoneId: "checkout", state: "active" }]))?.deliveredAt, undefined);
  });

  it("keeps since when a project waits, when it was delivered and closed", () => {
    const waiting = after(before, [{ do: "projectStatus", status: "waitingForClient" }]);
    assert.deepEqual(project(waiting).waited, [{ from: relation.now }]);
    const delivered = after(waiting, [{ do: "projectStatus", status: "delivered" }], later);
    assert.deepEqual(project(delivered).waited, [{ from: relation.now, to: later }]);
    assert.equal(project(delivered).deliveredAt, later);
    const closed = after(delivered, [{ do: "projectStatus", status: "closed" }], later);
    assert.deepEqual([project(closed).closedAt, project(closed).deliveredAt], [later, later]);
  });

  it("adds a promise once, however often it is tried", () => {
    const effects: readonly Effect[] = [{ do: "addPromise", text: "Call bKash", due: relation.day("2026-11-22"), fromNoteId: "blocker" }];
    const once = after(before, effects);
    const promise = once.note.find(({ kind }) => kind === "promise");
    assert.deepEqual([promise?.text, promise?.fromNoteId, promise?.projectId, promise?.forUpdate], ["Call bKash", "blocker", "project", false]);
    assert.deepEqual(changesOf(once, effects), []);
  });

  it("settles notes, tells of meetings, issues invoices", () => {
    const book = after(before, [
      { do: "settleNote", noteId: "blocker" },
      { do: "meetingTold", meetingId: "call" },
      { do: "issueInvoice", invoiceId: "bill", on: "2026-11-20" as PlainDate, dueOn: "2026-12-04" as PlainDate },
    ]);
    assert.equal(book.note[0]?.settledAt, relation.now);
    assert.equal(book.meeting[0]?.movedFrom, undefined);
    assert.deepEqual([book.invoice[0]?.issuedOn, book.invoice[0]?.dueOn], ["2026-11-20", "2026-12-04"]);
  });

  it("leaves alone what is gone or stands so already", () => {
    assert.deepEqual(changesOf(before, [{ do: "moveMilestone", milestoneId: "gone", due: relation.day("2026-12-09") }, { do: "settleNote", noteId: "gone" }]), []);
    assert.deepEqual(changesOf(before, [{ do: "moveMilestone", milestoneId: "checkout", due: relation.day("2026-12-03") }, { do: "projectStatus", status: "active" }]), []);
  });

  it("builds each effect on the one before, and is taken back as one", () => {
    const effects: readonly Effect[] = [{ do: "moveMilestone", milestoneId: "checkout", due: relation.day("2026-12-09") }, { do: "milestoneState", milestoneId: "checkout", state: "delivered" }];
    const changes = changesOf(before, effects);
    const book = applyChanges(before, changes);
    const checkout = book.milestone.find(({ id }) => id === "checkout");
    assert.deepEqual([checkout?.state, checkout?.due], ["delivered", relation.day("2026-12-09")]);
    const back = applyChanges(book, inverse(before, changes)).milestone.find(({ id }) => id === "checkout");
    assert.deepEqual([back?.state, back?.due], ["active", relation.day("2026-12-03")]);
  });

  it("still keeps the promise to send a draft at a time once the draft is written anew, and takes over nothing else", () => {
    const [note] = before.note;
    const book = { note: [{ ...note!, id: "at-nine", draftId: "draft-1" }, { ...note!, id: "other-draft", draftId: "draft-2" }, { ...note!, id: "blocker" }] };
    const settle = (noteId: string): Effect => ({ do: "settleNote", noteId });
    const old: readonly Effect[] = [settle("blocker"), settle("other-draft"), { do: "projectStatus", status: "closed" }, settle("at-nine")];
    assert.deepEqual(withReminders([], { id: "draft-1", effects: old }, book), [settle("at-nine")]);
    assert.deepEqual(withReminders([settle("blocker"), settle("at-nine")], { id: "draft-1", effects: old }, book), [settle("blocker"), settle("at-nine")]);
    assert.deepEqual(withReminders([], { id: "draft-1" }, book), []);
  });
});
