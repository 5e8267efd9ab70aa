import assert from "node:assert/strict";
import type { Due } from "../../../../src/core/book/fields";
import { openToTalk } from "../../../../src/core/owed/talkable";
import { on } from "./sample";
import { at, by, date, monday, world } from "./rulesWorld";

describe("promises", () => {
  it("are due from a working day before their date, and are gone when told on the day itself", () => {
    const w = world();
    const note = w.note("promise", { due: { by: "date", on: date("2026-11-19") } });
    const [item] = w.find("promise", at(17));
    assert.deepEqual([item?.readyFrom, item?.sendBy, item?.about], [at(18, "09:00"), by(19), { noteId: note.id }]);
    w.send(at(19), { noteIds: [note.id] });
    assert.deepEqual(w.find("promise", at(19, "11:00")), []);
  });
  it("that were named in a message beforehand stay until they are kept", () => {
    const w = world();
    const note = w.note("promise", { due: { by: "date", on: date("2026-11-19") } });
    w.send(at(18), { noteIds: [note.id] });
    assert.deepEqual(w.find("promise", at(19)).map(({ level, sendBy }) => [level, sendBy]), [["due", by(19)]]);
    assert.deepEqual(w.find("promise", at(22)).map(({ level }) => level), ["overdue"]);
    w.put("note", { ...note, rev: 2, settledAt: at(22) });
    assert.deepEqual(w.find("promise", at(22)), []);
  });
  it("of a next word on a problem is settled by `problem`", () => {
    const w = world();
    const blocker = w.note("blocker", { forUpdate: false });
    w.note("promise", { due: { by: "instant", at: at(18, "22:00") }, fromNoteId: blocker.id });
    const [item] = w.find("promise", at(17));
    assert.deepEqual([item?.kind, item?.about, item?.sendBy, item?.hard], ["problem", { noteId: blocker.id }, at(18, "22:00"), true]);
  });
  it("without a date are to be given one, three working days after", () => {
    const w = world();
    const note = w.note("promise");
    const [item] = w.find("promise", at(17));
    assert.deepEqual([item?.what.id, item?.sendBy, item?.level, item?.about], ["owed.what.promiseUndated", by(19), "fine", { noteId: note.id }]);
    assert.equal(w.find("promise", at(22))[0]?.level, "overdue");
    w.put("note", { ...note, due: { by: "date", on: date("2026-11-24") } });
    assert.deepEqual(w.find("promise", at(22)).map(({ what, sendBy }) => [what.id, sendBy]), [["owed.what.promise", by(24)]]);
  });
});

describe("questions", () => {
  it("are asked again three working days after they were last asked", () => {
    const w = world();
    const question = w.note("question");
    assert.deepEqual(w.sendBy("question", at(17)), [by(19)]);
    // Three working days of mine after Wednesday: Thursday, Sunday, Monday.
    w.send(at(18), { noteIds: [question.id] });
    assert.deepEqual(w.sendBy("question", at(19)), [by(23)]);
  });
  it("come sooner where the answer is needed by a date", () => {
    const w = world();
    w.note("question", { due: { by: "date", on: date("2026-11-18") } });
    assert.deepEqual(w.sendBy("question", at(16)), [by(18)]);
  });
  it("that are private or answered are not", () => {
    const w = world();
    w.note("question", { forUpdate: false });
    w.note("question", { settledAt: at(17) });
    assert.deepEqual(w.find("question", at(18)), []);
  });
});

describe("requests", () => {
  it("are answered by when the client needs it, from the moment on that they asked; else within a working day", () => {
    const due = (needed: Due, now = at(16, "12:00")) => {
      const w = world();
      w.note("request", { at: at(16, "11:00"), due: needed }, at(16, "11:00"));
      return w.find("request", now).map(({ readyFrom, sendBy, hard }) => [readyFrom, sendBy, hard === true]);
    };
    assert.deepEqual(due({ by: "instant", at: at(16, "13:00") }), [[at(16, "11:00"), at(16, "13:00"), true]]);
    assert.deepEqual(due({ by: "date", on: date("2026-11-19") }), [[at(17, "09:00"), by(19), false]]);
    const usual = world();
    usual.note("request", { at: at(16, "11:00") }, at(16, "11:00"));
    assert.deepEqual(due({ by: "instant", at: at(16, "09:00") }), usual.find("request", at(16, "12:00")).map(({ readyFrom, sendBy }) => [readyFrom, sendBy, false]));
  });
});

describe("problems", () => {
  it("that the client feels are told the same day while there is time, else on the next", () => {
    const early = world();
    early.note("blocker", { effect: "Orders fail" });
    assert.deepEqual(early.sendBy("blocker", monday), [by(16)]);
    const late = world();
    late.note("blocker", { effect: "Orders fail" }, at(16, "16:30"));
    assert.deepEqual(late.sendBy("blocker", at(16, "16:30")), [by(17)]);
    const quiet = world();
    quiet.note("blocker");
    assert.deepEqual(quiet.find("blocker", at(17)), []);
  });
  it("are told again when they are solved, where the client knew or felt them", () => {
    const w = world();
    const note = w.note("blocker", { effect: "Orders fail", settledAt: at(17) });
    assert.deepEqual(w.find("blocker", at(17)), []);
    assert.deepEqual(w.find("solved", at(17)).map(({ sendBy, kind, about }) => [sendBy, kind, about]), [[by(17), "problem", { noteId: note.id, form: "solved" }]]);
    w.send(at(17, "11:00"), { kind: "problem", about: { noteId: note.id } });
    assert.deepEqual(w.find("solved", at(18)), []);
  });
});

describe("a contact", () => {
  it("begins the rhythm anew, and closes what was talked over in it and nothing else", () => {
    const w = world();
    const request = w.note("request", { at: monday });
    const blocker = w.note("blocker", { effect: "Orders fail" });
    const milestone = w.milestone({ state: "delivered", deliveredAt: monday });
    w.milestone({});
    w.note("contact", { at: at(17), forUpdate: false, settles: `milestone:${milestone.id}` }, at(17));
    const open = () => w.all(at(18)).map(({ rule }) => rule).filter((rule) => ["request", "blocker", "milestone"].includes(rule)).sort();
    assert.deepEqual(open(), ["blocker", "milestone", "request"]);
    w.note("contact", { at: at(17), forUpdate: false }, at(17));
    assert.deepEqual(open(), ["blocker", "milestone", "request"]);
    w.note("contact", { at: at(17), forUpdate: false, tells: [milestone.id, request.id] }, at(17));
    assert.deepEqual(open(), ["blocker"]);
    w.note("contact", { at: at(17), forUpdate: false, tells: [blocker.id] }, at(17));
    assert.deepEqual(open(), []);
    // Delivered anew, or solved, it is news again.
    w.put("milestone", { ...milestone, rev: 2, deliveredAt: on("2026-11-19 12:00") });
    w.put("note", { ...blocker, rev: 2, settledAt: at(19) });
    assert.deepEqual(w.all(at(19, "13:00")).map(({ rule }) => rule).filter((rule) => rule === "milestone" || rule === "solved").sort(), ["milestone", "solved"]);
  });
  it("is asked about all that a talk may have told at that project", () => {
    const w = world();
    const open = [w.note("request", { at: monday }), w.note("question", { forUpdate: true }), w.note("blocker", { effect: "Orders fail" }), w.milestone({ state: "delivered", deliveredAt: monday }), w.meeting(at(17, "08:00"))];
    w.milestone({});
    w.note("promise", { due: { by: "date", on: date("2026-11-19") } });
    const found = openToTalk(w.input(at(17)), w.client.id, w.project.id).map(({ recordId }) => recordId);
    assert.deepEqual([...found].sort(), open.map(({ id }) => id).sort());
    assert.deepEqual(openToTalk(w.input(at(17)), w.client.id, "another"), []);
    assert.equal(openToTalk(w.input(at(17)), w.client.id, undefined).length, open.length);
  });
});
