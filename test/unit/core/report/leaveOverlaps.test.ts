import assert from "node:assert/strict";
import { applyChanges, emptyBook, type Book } from "../../../../src/core/book/book";
import { addAbsences, affectedClients, editAbsence } from "../../../../src/core/book/absenceChanges";
import { addClient } from "../../../../src/core/book/clientChanges";
import { created, revised } from "../../../../src/core/book/changes";
import { leaveOverlaps } from "../../../../src/core/report/leaveOverlaps";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";

/** Thursday, 19 November 2026, 15:00 in Dhaka. */
const now = "2026-11-19T09:00:00.000Z" as Instant;
const zone = "Asia/Dhaka" as Zone;
const leave = { from: "2026-12-06" as PlainDate, to: "2026-12-10" as PlainDate };

let ids = 0;
const stamp = { now, newId: () => `id${String(++ids)}` };

/** Acme, whose large project is under way. */
function acme(): { readonly book: Book; readonly clientId: string; readonly projectId: string } {
  const added = applyChanges(emptyBook, addClient({ name: "Acme", scopes: [], size: "large", channel: "copy", language: "en" }, stamp).changes);
  const [project] = added.project;
  assert.ok(project);
  const book = applyChanges(added, [revised("project", project, { status: "active", rhythm: { every: "never" } }, stamp)]);
  return { book, clientId: project.clientId, projectId: project.id };
}
const overlaps = (book: Book, absence = leave) => leaveOverlaps({ book, history: [], answers: [], now, zone, absence });

describe("what falls into leave", () => {
  it("is nothing where nothing is planned", () => {
    assert.deepEqual(overlaps(acme().book), []);
  });

  it("is a meeting, which is best moved; of one that recurs, each time counts, and word is best", () => {
    const { book, clientId } = acme();
    const meeting = { clientId, minutes: 30, zone };
    const once = created("meeting", { ...meeting, title: "Demo", startsAt: "2026-12-08T10:00:00.000Z" as Instant }, stamp);
    const before = created("meeting", { ...meeting, title: "Before", startsAt: "2026-12-05T10:00:00.000Z" as Instant }, stamp);
    const off = created("meeting", { ...meeting, title: "Off", startsAt: "2026-12-08T10:00:00.000Z" as Instant, cancelledAt: now }, stamp);
    const daily = created("meeting", { ...meeting, title: "Daily", startsAt: "2026-11-23T04:00:00.000Z" as Instant, recurs: "FREQ=DAILY" }, stamp);
    const found = overlaps(applyChanges(book, [once, before, off, daily]));
    assert.deepEqual(found.map(({ what, title, times, steps }) => [what, title, times, steps[0]]), [
      ["meeting", "Daily", 5, "write"],
      ["meeting", "Demo", 1, "move"],
    ]);
    assert.deepEqual(found[0]?.at, { time: "moment", at: "2026-12-06T04:00:00.000Z", zone, now });
  });

  it("is a milestone that is not delivered, by its day in my zone", () => {
    const { book, projectId } = acme();
    const milestone = { projectId, deliverables: [] };
    const changes = [
      created("milestone", { ...milestone, title: "Checkout", state: "active", due: { by: "date", on: "2026-12-10" as PlainDate } }, stamp),
      created("milestone", { ...milestone, title: "Done", state: "delivered", due: { by: "date", on: "2026-12-10" as PlainDate } }, stamp),
      // 01:00 on the eleventh in Dhaka.
      created("milestone", { ...milestone, title: "After", state: "active", due: { by: "instant", at: "2026-12-10T19:00:00.000Z" as Instant } }, stamp),
      created("milestone", { ...milestone, title: "No date", state: "active" }, stamp),
    ];
    assert.deepEqual(overlaps(applyChanges(book, changes)).map(({ what, title, steps }) => [what, title, steps]), [["milestone", "Checkout", ["write", "move", "leave"]]]);
  });

  it("is an update that its rhythm would ask for in these days, though the next one comes earlier", () => {
    const { book, projectId } = acme();
    const project = book.project.find(({ id }) => id === projectId);
    assert.ok(project);
    const weekly = applyChanges(book, [revised("project", project, { rhythm: { every: "days", days: 7 } }, stamp)]);
    const found = overlaps(weekly);
    assert.deepEqual(found.map(({ what, recordId, client, steps }) => [what, recordId, client, steps[0]]), [["update", projectId, "Acme", "write"]]);
    const [{ at } = { at: undefined }] = found;
    assert.ok(at?.time === "day" && at.on >= leave.from && at.on <= leave.to, JSON.stringify(at));
  });

  it("does not hang on leave that is entered already", () => {
    const { book, clientId } = acme();
    const meeting = created("meeting", { clientId, minutes: 30, zone, title: "Demo", startsAt: "2026-12-08T10:00:00.000Z" as Instant }, stamp);
    const { changes } = addAbsences([leave], stamp);
    assert.equal(overlaps(applyChanges(book, [meeting, ...changes])).length, 1);
  });
});

describe("leave", () => {
  it("is told to clients with work under way alone", () => {
    const { book } = acme();
    assert.deepEqual(affectedClients(book).map(({ name }) => name), ["Acme"]);
    const closed = book.project.map((project) => revised("project", project, { status: "closed" }, stamp));
    assert.deepEqual(affectedClients(applyChanges(book, closed)), []);
  });

  it("never ends before it begins", () => {
    const [absence] = addAbsences([leave], stamp).absences;
    assert.ok(absence);
    const [moved] = editAbsence(absence, { from: "2026-12-20" as PlainDate }, stamp);
    assert.ok(moved?.op === "put" && moved.kind === "absence");
    assert.deepEqual([moved.record.from, moved.record.to], ["2026-12-20", "2026-12-20"]);
  });
});
