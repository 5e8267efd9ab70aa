import assert from "node:assert/strict";
import { on } from "./sample";
import { at, by, date, monday, world } from "./rulesWorld";

describe("meetings", () => {
  it("are announced within a working day, and the client is reminded the working day before", () => {
    const w = world();
    const meeting = w.meeting(at(24, "16:00"));
    assert.deepEqual(w.sendBy("meetingAnnounce", monday), [by(17)]);
    w.send(at(17), { kind: "meeting", about: { meetingId: meeting.id } });
    assert.deepEqual(w.find("meetingAnnounce", at(18)), []);
    const [item] = w.find("meetingRemind", at(18));
    assert.deepEqual([item?.sendBy, item?.about], [by(23), { meetingId: meeting.id, form: "reminder" }]);
  });
  it("set for tomorrow morning are announced before they begin", () => {
    const w = world();
    w.meeting(at(17, "12:00"));
    assert.deepEqual(w.sendBy("meetingAnnounce", monday), [at(17, "12:00")]);
    assert.deepEqual(w.find("meetingRemind", monday), []);
  });
  it("begin ten minutes after they become due, at any hour, and go when they are over", () => {
    const w = world();
    w.meeting(at(20, "22:00"));
    const level = (time: string) => w.find("meetingBegins", at(20, time)).map((item) => item.level);
    assert.deepEqual([level("21:49"), level("21:50"), level("22:10"), level("22:30")], [["soon"], ["due"], ["overdue"], []]);
  });
  it("that recur are announced once and begin each time", () => {
    const w = world();
    const meeting = w.meeting(at(17, "16:00"), { recurs: "FREQ=WEEKLY", except: [on("2026-12-01 16:00")] });
    assert.equal(w.find("meetingAnnounce", monday).length, 1);
    w.send(at(17, "11:00"), { kind: "meeting", about: { meetingId: meeting.id } });
    const begins = [at(17), at(24), on("2026-12-01 15:55"), on("2026-12-08 15:55")].map((now) => w.find("meetingBegins", now).map((item) => item.sendBy));
    assert.deepEqual(begins, [[at(17, "16:00")], [at(24, "16:00")], [], [on("2026-12-08 16:00")]]);
  });
  it("are followed up, unless a decision or a talk was written down since", () => {
    const w = world();
    const meeting = w.meeting(at(17, "16:00"));
    assert.deepEqual(w.sendBy("meetingFollowUp", at(18)), [by(18)]);
    w.note("decision", { meetingId: meeting.id }, at(17, "16:40"));
    assert.deepEqual(w.find("meetingFollowUp", at(18)), []);
  });
  it("of today that are called off, or that I cannot attend, are due at once and before they begin", () => {
    const off = world();
    const meeting = off.meeting(at(17, "16:00"));
    off.send(at(16, "11:00"), { kind: "meeting", about: { meetingId: meeting.id } });
    off.put("meeting", { ...meeting, rev: 2, cancelledAt: at(17) });
    const dates = (w: ReturnType<typeof world>) => w.find("meetingAnnounce", at(17, "10:01")).map(({ about, level, sendBy }) => [about?.form, level, sendBy]);
    assert.deepEqual(dates(off), [["cancelled", "due", at(17, "16:00")]]);
    const ill = world();
    const missed = ill.meeting(at(17, "16:00"));
    ill.send(at(16, "11:00"), { kind: "meeting", about: { meetingId: missed.id } });
    ill.absence("2026-11-17", "2026-11-18", at(17));
    assert.deepEqual(dates(ill), [["cannotAttend", "due", at(17, "16:00")]]);
  });
  it("that are moved, called off or fall into leave are told of", () => {
    const w = world();
    const meeting = w.meeting(at(24, "16:00"));
    w.send(at(16, "11:00"), { kind: "meeting", about: { meetingId: meeting.id } });
    w.put("meeting", { ...meeting, rev: 2, changedAt: at(17), startsAt: at(25, "16:00"), movedFrom: at(24, "16:00") });
    assert.deepEqual(w.find("meetingAnnounce", at(17)).map(({ what, sendBy }) => [what.id, sendBy]), [["owed.what.meetingMoved", by(18)]]);
    w.absence("2026-11-25", "2026-11-26", at(18));
    assert.deepEqual(w.find("meetingAnnounce", at(18)).map(({ what, about }) => [what.id, about?.form]), [["owed.what.meetingCannot", "cannotAttend"]]);
    w.put("meeting", { ...meeting, rev: 3, cancelledAt: at(19) });
    assert.deepEqual(w.find("meetingAnnounce", at(19)).map(({ what }) => what.id), ["owed.what.meetingOff"]);
  });

  /** Every Tuesday at 16:00, told of; away from Sunday, 29 November to Thursday, 10 December, over the third and the fourth. */
  const weekly = () => {
    const w = world();
    const call = w.meeting(at(17, "16:00"), { recurs: "FREQ=WEEKLY" });
    w.send(at(16, "11:00"), { kind: "meeting", about: { meetingId: call.id, form: "set" } });
    w.send(at(17, "17:00"), { kind: "meeting", about: { meetingId: call.id, form: "decisions" } });
    const leave = w.absence("2026-11-29", "2026-12-10", at(18));
    const cannot = (now = at(18)) => w.find("meetingAnnounce", now).map(({ what, about, sendBy }) => [what.id, about?.at, sendBy]);
    const first = [["owed.what.meetingCannot", on("2026-12-01 16:00"), by(19)]];
    return { w, call, leave, cannot, first };
  };
  it("that recur are looked for in leave at each time, and word of one tells of all in that leave", () => {
    const { w, call, cannot, first } = weekly();
    assert.deepEqual(cannot(), first);
    w.send(at(18, "10:30"), { kind: "meeting", about: { meetingId: call.id, form: "reminder" } });
    assert.deepEqual(cannot(at(18, "11:00")), first);
    const [item] = w.find("meetingAnnounce", at(18));
    w.send(at(18, "11:00"), { kind: "meeting", about: item?.about ?? {} });
    assert.deepEqual(cannot(at(18, "12:00")), []);
    assert.deepEqual(w.find("meetingBegins", on("2026-12-01 15:55")), []);
    assert.deepEqual(w.find("meetingFollowUp", on("2026-12-08 17:00")), []);
    assert.equal(w.find("meetingBegins", on("2026-12-15 15:55")).length, 1);
  });
  it("that recur and are taken out once, fall into another leave, or were settled by a talk, are asked for on their own", () => {
    const { w, call, leave, cannot } = weekly();
    w.put("meeting", { ...call, rev: 2, except: [on("2026-12-01 16:00")] });
    assert.deepEqual(cannot().map(([, time]) => time), [on("2026-12-08 16:00")]);
    const [item] = w.find("meetingAnnounce", at(18));
    w.more.answers = [{ owedId: item?.id ?? "", at: at(18), said: { what: "settled" } }];
    assert.deepEqual(cannot(), []);
    assert.deepEqual(w.find("meetingBegins", on("2026-12-08 15:55")), []);
    w.put("absence", { ...leave, id: "another", from: date("2026-11-24"), to: date("2026-11-24") });
    assert.deepEqual(cannot().map(([, time]) => time), [at(24, "16:00")]);
  });
  it("that recur and are called off after their first time are called off before the next", () => {
    const { w, call, cannot } = weekly();
    w.put("meeting", { ...call, rev: 2, cancelledAt: at(22, "11:00") });
    assert.deepEqual(cannot(at(22, "11:00")), [["owed.what.meetingOff", undefined, by(23)]]);
    w.put("meeting", { ...call, rev: 3, cancelledAt: at(24, "11:00") });
    assert.deepEqual(cannot(at(24, "11:00")), [["owed.what.meetingOff", undefined, at(24, "16:00")]]);
    w.send(at(24, "12:00"), { kind: "meeting", about: { meetingId: call.id, form: "cancelled" } });
    assert.deepEqual(cannot(at(24, "12:00")), []);
  });
});
