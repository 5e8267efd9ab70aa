import assert from "node:assert/strict";
import { applyChanges, emptyBook, type Book } from "../../../../src/core/book/book";
import { acceptChange, declineChange, roundOf } from "../../../../src/core/book/changeRequest";
import type { Note } from "../../../../src/core/book/note";
import type { Project } from "../../../../src/core/book/project";
import { workingCalendar } from "../../../../src/core/time/calendar";
import type { PlainDate } from "../../../../src/core/time/types";
import * as relation from "../../../golden/relation";

const pick: relation.Pick = (en) => en;
const me = relation.meIn();
const client = relation.clientIn("en", "friendly");
const calendars = {
  mine: workingCalendar({ me, absences: [], machineZone: relation.zone }),
  theirs: workingCalendar({ me, client, absences: [], machineZone: relation.zone }),
};
let ids = 0;
const stamp = { now: relation.now, newId: () => `new${ids++}` };
const request = (change: Note["change"], more: Partial<Note> = {}): Note => ({ ...relation.questionIn(pick), id: "request", kind: "request", text: "A bigger logo", ...(change && { change }), ...more });
const taka = (amount: number) => ({ minor: amount * 100, currency: "BDT" });

function after(note: Note, project: Partial<Project> = {}, milestones = relation.milestonesIn(pick)): Book {
  const book: Book = { ...emptyBook, me, client: [client], project: [{ ...relation.projectIn(pick), ...project }], milestone: milestones, note: [note] };
  return applyChanges(book, acceptChange(book, note, calendars, stamp));
}

describe("a request for more that is accepted", () => {
  it("becomes part of the project: price, days, lines", () => {
    const book = after(request({ price: taka(5000), days: 2 }), { budget: taka(45_000), included: ["A catalogue"], dueOn: "2027-01-07" as PlainDate });
    const project = book.project[0]!;
    assert.deepEqual(project.budget, taka(50_000));
    assert.deepEqual(project.included, ["A catalogue", "A bigger logo"]);
    // From Thursday, 7 January: Sunday and Monday are working days in Dhaka, Monday is one in London too.
    assert.equal(project.dueOn, "2027-01-11");
    const checkout = book.milestone.find(({ id }) => id === "checkout");
    assert.deepEqual(checkout!.due, { by: "date", on: "2026-12-07" });
    assert.equal(checkout!.deliverables.at(-1)?.text, "A bigger logo");
    assert.deepEqual(book.milestone.find(({ id }) => id === "launch")?.due, relation.milestonesIn(pick)[2]!.due);
    assert.equal(book.note[0]!.change?.said, "accepted");
    assert.equal(book.note[0]!.settledAt, relation.now);
  });
  it("never falls due on the client's day off", () => {
    const book = after(request({ days: 1 }));
    // One working day after Thursday, 3 December is Sunday in Dhaka, a day off in London.
    assert.deepEqual(book.milestone.find(({ id }) => id === "checkout")?.due, { by: "date", on: "2026-12-07" });
  });
  it("keeps the time of day of a hard clock", () => {
    const launch = relation.milestonesIn(pick).slice(2);
    assert.deepEqual(after(request({ days: 2 }), {}, launch).milestone[0]?.due, { by: "instant", at: "2027-01-11T12:00:00.000Z" });
  });
  it("counts a round of changes instead of growing what is included", () => {
    const project = after(request({ revision: true }), { revisions: { agreed: 3, used: 1 }, included: ["A catalogue"] }).project[0]!;
    assert.deepEqual(project.revisions, { agreed: 3, used: 2 });
    assert.deepEqual(project.included, ["A catalogue"]);
  });
  it("does not add up two currencies", () => {
    const project = after(request({ price: { minor: 5000, currency: "USD" } }), { budget: taka(45_000) }).project[0]!;
    assert.deepEqual(project.budget, taka(45_000));
  });
  it("is accepted once", () => {
    const note = request({ price: taka(5000), said: "accepted" });
    assert.deepEqual(after(note, { budget: taka(45_000) }).project[0]?.budget, taka(45_000));
  });
  it("of a client without a project is remembered all the same", () => {
    const { projectId: _, ...note } = request({ days: 1 });
    assert.equal(after(note).note[0]!.change?.said, "accepted");
  });
});

describe("a request for more that is declined", () => {
  it("leaves all as it was", () => {
    const note = request({ price: taka(5000), days: 2 });
    const changes = declineChange(note, stamp);
    assert.equal(changes.length, 1);
    assert.equal(applyChanges({ ...emptyBook, note: [note] }, changes).note[0]!.change?.said, "declined");
  });
});

describe("rounds of changes", () => {
  it("are counted from those used", () => {
    assert.deepEqual(roundOf({ revisions: { agreed: 3, used: 1 } }), { number: 2, agreed: 3, within: true });
    assert.deepEqual(roundOf({ revisions: { agreed: 1, used: 1 } }), { number: 2, agreed: 1, within: false });
    assert.equal(roundOf({}), undefined);
  });
});
