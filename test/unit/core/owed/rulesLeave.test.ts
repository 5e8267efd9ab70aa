import assert from "node:assert/strict";
import type { Absence } from "../../../../src/core/book/absence";
import { leaveAsTold } from "../../../../src/core/book/leaveTold";
import type { Instant } from "../../../../src/core/time/types";
import { on, stampAt } from "./sample";
import { addClient } from "../../../../src/core/book/clientChanges";
import { at, by, date, monday, world } from "./rulesWorld";

describe("leave", () => {
  it("is announced two weeks before, or as soon as it is entered, or at once where it begins today", () => {
    const early = world();
    const absence = early.absence("2026-12-13", "2026-12-17");
    assert.deepEqual(early.find("leave", monday).map(({ sendBy, about }) => [sendBy, about]), [[on("2026-11-26 17:00"), { absenceId: absence.id }]]);
    const late = world();
    late.absence("2026-11-22", "2026-11-24", at(18));
    assert.deepEqual(late.sendBy("leave", at(18)), [by(18)]);
    const ill = world();
    ill.absence("2026-11-16", "2026-11-17", monday);
    assert.deepEqual(ill.sendBy("leave", monday), [at(16, "12:00")]);
  });
  it("is told to each client with something under way, and only while it helps", () => {
    const w = world();
    const absence = w.absence("2026-11-22", "2026-11-24", at(17));
    const other = addClient({ name: "Rahim", scopes: [], size: "large", channel: "copy", language: "en" }, stampAt(monday, "rahim"));
    for (const change of other.changes) if (change.op === "put") w.put(change.kind, change.record);
    assert.equal(w.find("leave", at(18)).length, 2);
    w.send(at(18), { kind: "leave", about: { absenceId: absence.id } });
    assert.deepEqual(w.find("leave", at(18, "11:00")).map(({ clientId }) => clientId), [other.client.id]);
    assert.deepEqual(w.find("leave", at(25)), []);
  });
  it("that may or may not be is announced too, so that the client can plan", () => {
    const w = world();
    const absence = w.put("absence", { ...w.absence("2026-11-22", "2026-11-24"), tentative: true });
    assert.deepEqual(w.find("leave", at(18)).map(({ what, about }) => [what.id, about?.absenceId]), [["owed.what.leave", absence.id]]);
    w.send(at(18), { kind: "leave", about: { absenceId: absence.id, leave: [leaveAsTold(absence)] } });
    assert.deepEqual(w.find("leave", at(18, "11:00")), []);
  });

  it("that is not certain is owed the word that was promised on it, until there is news of it or another date", () => {
    const w = world();
    const absence = w.put("absence", { ...w.absence("2026-12-13", "2026-12-17"), tentative: true });
    const tell = (day: Instant, confirmBy: string) => w.send(day, { kind: "leave", about: { absenceId: absence.id, leave: [{ ...leaveAsTold(absence), confirmBy: date(confirmBy) }] } });
    const found = (now: Instant) => w.find("leave", now).map(({ what, sendBy, about }) => [what.id, sendBy, about?.absenceId]);
    tell(at(17), "2026-11-24");
    assert.deepEqual(found(at(18)), [["owed.what.leaveConfirm", by(24), absence.id]]);
    tell(at(23), "2026-11-26");
    assert.deepEqual(found(at(23, "11:00")), [["owed.what.leaveConfirm", by(26), absence.id]]);
    const { tentative, ...certain } = absence;
    w.put("absence", { ...certain, rev: 2, changedAt: at(23, "12:00") });
    assert.deepEqual(found(at(23, "13:00")).map(([what]) => what), ["owed.what.leaveChanged"]);
    w.send(at(24), { kind: "leave", about: { absenceId: absence.id, leave: [leaveAsTold(certain)] } });
    assert.deepEqual(found(at(24, "13:00")), []);
  });

  /** Leave from the 13th to the 17th of December, told on the 17th of November as it was then. */
  const told = (fields: Partial<Absence> = {}) => {
    const w = world();
    const absence = w.put("absence", { ...w.absence("2026-12-13", "2026-12-17"), ...fields });
    w.send(at(17), { kind: "leave", about: { absenceId: absence.id, leave: [leaveAsTold(absence)] } });
    const now = (change: Partial<Absence>) => w.put("absence", { ...absence, rev: 2, changedAt: at(18), ...change });
    const found = () => w.find("leave", at(18, "11:00")).map(({ what, sendBy, about }) => [what.id, sendBy, about?.absenceId]);
    return { w, absence, now, found };
  };
  it("that changes after it was told is told again: other days, certain now, or not certain any more", () => {
    const changed = (absence: Absence) => [["owed.what.leaveChanged", by(19), absence.id]];
    const moved = told();
    assert.deepEqual(moved.found(), []);
    moved.now({ reason: "A wedding" });
    assert.deepEqual(moved.found(), []);
    moved.now({ from: date("2026-12-20"), to: date("2026-12-24") });
    assert.deepEqual(moved.found(), changed(moved.absence));
    moved.w.send(at(18, "11:00"), { kind: "leave", about: { absenceId: moved.absence.id, leave: [{ absenceId: moved.absence.id, from: date("2026-12-20"), to: date("2026-12-24") }] } });
    assert.deepEqual(moved.found(), []);
    const maybe = told({ tentative: true });
    assert.deepEqual(maybe.found(), []);
    maybe.w.put("absence", { id: maybe.absence.id, rev: 2, createdAt: monday, changedAt: at(18), from: maybe.absence.from, to: maybe.absence.to });
    assert.deepEqual(maybe.found(), changed(maybe.absence));
    const doubtful = told();
    doubtful.now({ tentative: true });
    assert.deepEqual(doubtful.found(), changed(doubtful.absence));
  });
  describe("with word promised by a day", () => {
    /** Told on the 17th as not certain, with word whether I go by Wednesday, the 25th. */
    const promised = () => {
      const w = world();
      const absence = w.put("absence", { ...w.absence("2026-12-13", "2026-12-17"), tentative: true });
      w.send(at(17), { kind: "leave", about: { absenceId: absence.id, leave: [{ ...leaveAsTold(absence), confirmBy: date("2026-11-25") }] } });
      const now = (when: Instant, change: Partial<Absence>) => w.put("absence", { ...absence, rev: 2, changedAt: when, ...change });
      const { tentative: _, ...certain } = absence;
      const confirm = (when: Instant) => w.put("absence", { ...certain, rev: 2, changedAt: when });
      const found = (when: Instant) => w.find("leave", when).map(({ what, kind, level, sendBy, about }) => [what.id, kind, level, sendBy, about?.absenceId]);
      return { w, absence, now, confirm, found };
    };
    it("is owed by that day while it is not certain: near, and past", () => {
      const { absence, found } = promised();
      const owing = (level: string) => [["owed.what.leaveConfirm", "leave", level, by(25), absence.id]];
      assert.deepEqual(found(at(18)), owing("fine"));
      assert.deepEqual(found(at(24)), owing("due"));
      assert.deepEqual(found(at(25, "17:00")), owing("overdue"));
      assert.deepEqual(found(on("2026-12-18 10:00")), []);
    });
    it("is not owed once it was confirmed or called off, which is told by that day instead", () => {
      const sure = promised();
      sure.confirm(at(25, "12:00"));
      assert.deepEqual(sure.found(at(25, "12:00")), [["owed.what.leaveChanged", "leave", "due", by(25), sure.absence.id]]);
      const off = promised();
      off.now(at(18), { archivedAt: at(18) });
      assert.deepEqual(off.found(at(18)).map(([what, , , sendBy]) => [what, sendBy]), [["owed.what.leaveOff", by(19)]]);
    });
    it("is owed by another day where that was named instead, and not again where it was answered", () => {
      const later = promised();
      later.w.send(at(24), { kind: "leave", about: { absenceId: later.absence.id, leave: [{ ...leaveAsTold(later.absence), confirmBy: date("2026-12-02") }] } });
      assert.deepEqual(later.found(at(24)).map(([, , , sendBy]) => sendBy), [on("2026-12-02 17:00")]);
      const told = promised();
      const [item] = told.w.find("leave", at(24));
      told.w.more.answers = [{ owedId: item?.id ?? "", at: at(24), said: { what: "settled" } }];
      assert.deepEqual(told.found(at(24, "11:00")), []);
    });
  });
  it("that is moved to today is told at once", () => {
    const { w, now } = told();
    now({ from: date("2026-11-18"), to: date("2026-11-19") });
    assert.deepEqual(w.sendBy("leave", at(18, "11:00")), [at(18, "12:00")]);
  });
  it("that was told and is called off is told to be off; one that nobody heard of is not", () => {
    const off = told();
    off.now({ archivedAt: at(18) });
    assert.deepEqual(off.found(), [["owed.what.leaveOff", by(19), off.absence.id]]);
    off.w.send(at(18, "11:00"), { kind: "leave", about: { absenceId: off.absence.id, leave: [{ ...leaveAsTold(off.absence), off: true }] } });
    assert.deepEqual(off.found(), []);
    off.now({});
    assert.deepEqual(off.found().map(([what]) => what), ["owed.what.leaveChanged"]);
    const unheard = world();
    unheard.put("absence", { ...unheard.absence("2026-12-13", "2026-12-17"), archivedAt: at(18) });
    assert.deepEqual(unheard.find("leave", at(18, "11:00")), []);
    const byPhone = world();
    const absence = byPhone.absence("2026-11-22", "2026-11-24");
    const [item] = byPhone.find("leave", at(17));
    byPhone.more.answers = [{ owedId: item?.id ?? "", at: at(17), said: { what: "settled" } }];
    byPhone.put("absence", { ...absence, rev: 2, changedAt: at(18), archivedAt: at(18) });
    assert.deepEqual(byPhone.find("leave", at(18)).map(({ what }) => what.id), ["owed.what.leaveOff"]);
  });
  it("of a year, told in one message, is all told", () => {
    const w = world();
    const all = [w.absence("2026-12-13", "2026-12-17"), w.absence("2027-03-21", "2027-03-25")];
    w.send(at(18), { kind: "leave", about: { absenceId: all[0]?.id ?? "", leave: all.map(leaveAsTold) } });
    assert.deepEqual(w.find("leave", at(18, "11:00")), []);
    assert.deepEqual(w.find("leave", on("2027-03-10 11:00")), []);
  });
});
