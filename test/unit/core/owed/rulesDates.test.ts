import assert from "node:assert/strict";
import { on } from "./sample";
import { at, by, date, monday, world } from "./rulesWorld";

describe("dates", () => {
  it("that are near are to be delivered on; missed, the delay is told", () => {
    const w = world();
    const milestone = w.milestone({ due: { by: "date", on: date("2026-11-19") } });
    const [near] = w.find("deadline", at(19));
    assert.deepEqual([near?.kind, near?.sendBy, near?.level], ["delivery", by(19), "due"]);
    const [missed] = w.find("deadline", at(22));
    assert.deepEqual([missed?.kind, missed?.level, missed?.about], ["delay", "overdue", { milestoneId: milestone.id }]);
    w.send(at(22), { kind: "delay", about: { milestoneId: milestone.id } });
    assert.deepEqual(w.find("deadline", at(22, "11:00")), []);
  });
  it("that nobody was to be reminded of are told of all the same when they were missed", () => {
    const w = world();
    w.milestone({ due: { by: "date", on: date("2026-11-19") } });
    const [near] = w.find("deadline", at(19));
    const answers = [{ owedId: near?.id ?? "", at: at(19), said: { what: "skipped" as const } }];
    Object.assign(w.more, { answers });
    assert.deepEqual(w.find("deadline", at(19, "16:59")), []);
    const [missed] = w.find("deadline", by(19));
    assert.deepEqual([missed?.kind, missed?.level], ["delay", "overdue"]);
    // Said once the date was missed, it is said of that.
    Object.assign(w.more, { answers: [...answers, { owedId: missed?.id ?? "", at: at(22), said: { what: "skipped" } }] });
    assert.deepEqual(w.find("deadline", at(22)), []);
    Object.assign(w.more, { answers: [{ owedId: near?.id ?? "", at: at(22), said: { what: "settled" } }] });
    assert.deepEqual(w.find("deadline", at(22)), []);
  });
  it("on a weekend are met on the good day before it", () => {
    const w = world();
    w.milestone({ due: { by: "date", on: date("2026-11-21") } });
    assert.deepEqual(w.sendBy("deadline", monday), [by(19)]);
  });
  it("of a marketplace keep their instant, and are due while I still work", () => {
    const w = world({ place: "fiverr" });
    w.milestone({ due: { by: "instant", at: on("2026-11-21 03:00") } });
    const [item] = w.find("deadline", at(18));
    assert.deepEqual([item?.sendBy, item?.readyFrom, item?.hard], [on("2026-11-21 03:00"), at(19, "09:00"), true]);
  });
  it("of a project without an open milestone stand for its delivery, and its delay", () => {
    const w = world({}, { dueOn: date("2026-11-19") });
    const [near] = w.find("deadline", at(18));
    assert.deepEqual([near?.kind, near?.sendBy, near?.projectId, near?.about], ["delivery", by(19), w.project.id, undefined]);
    assert.deepEqual(w.find("deadline", at(22)).map(({ kind, level }) => [kind, level]), [["delay", "overdue"]]);
    w.send(at(22), { kind: "delay" });
    assert.deepEqual(w.find("deadline", at(22, "11:00")), []);
    for (const status of ["lead", "waitingForClient", "delivered", "support", "closed"] as const) assert.deepEqual(world({}, { status, dueOn: date("2026-11-19") }).find("deadline", at(22)), []);
  });
  it("of a project are left to its milestones while one is open, or its delivery is to be told", () => {
    const w = world({}, { dueOn: date("2026-11-24") });
    const milestone = w.milestone({ due: { by: "date", on: date("2026-11-24") } });
    assert.deepEqual(w.find("deadline", at(23)).map(({ about }) => about), [{ milestoneId: milestone.id }]);
    w.put("milestone", { ...milestone, state: "delivered", deliveredAt: at(23) });
    assert.deepEqual(w.all(at(23)).filter(({ rule }) => rule === "deadline" || rule === "milestone").map(({ rule }) => rule), ["milestone"]);
    w.send(at(23, "11:00"), { kind: "milestone", about: { milestoneId: milestone.id } });
    assert.equal(w.find("deadline", at(23, "12:00")).length, 1);
  });
  it("stand still while the client is waited for", () => {
    const w = world({}, { status: "waitingForClient" });
    w.milestone({ due: { by: "date", on: date("2026-11-19") } });
    assert.deepEqual(w.find("deadline", at(22)), []);
    // The rhythm goes on, as a short reminder of the question that is open.
    const question = w.note("question");
    const [update] = w.find("largeUpdate", at(22));
    assert.deepEqual([update?.kind, update?.about, update?.what.id], ["question", { noteId: question.id }, "owed.what.reminder"]);
  });
  it("at risk are told early, once, and not beside the date itself", () => {
    // Twenty working days for four parts, and after eight of them only one is done.
    const w = world();
    const tick = { id: "a", text: "One", doneAt: at(18) };
    const parts = [tick, ...["b", "c", "d"].map((id) => ({ id, text: id }))];
    const milestone = w.milestone({ due: { by: "date", on: date("2026-12-14") }, startedAt: monday, deliverables: parts });
    assert.deepEqual(w.find("dateAtRisk", on("2026-11-26 10:00")).map(({ level }) => level), ["fine"]);
    const [item] = w.find("dateAtRisk", on("2026-12-02 10:00"));
    assert.deepEqual([item?.kind, item?.sendBy, item?.about], ["delay", on("2026-12-01 17:00"), { milestoneId: milestone.id }]);
    assert.deepEqual(w.find("deadline", on("2026-12-02 10:00")), []);
    w.send(on("2026-12-02 10:00"), { kind: "delay", about: { milestoneId: milestone.id } });
    assert.deepEqual(w.find("dateAtRisk", on("2026-12-03 10:00")), []);
    assert.equal(w.find("deadline", on("2026-12-03 10:00")).length, 1);
  });
});
