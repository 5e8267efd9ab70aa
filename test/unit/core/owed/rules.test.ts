import assert from "node:assert/strict";
import { applyChanges, type Book, type RecordKind, type RecordTypes } from "../../../../src/core/book/book";
import type { Absence } from "../../../../src/core/book/absence";
import type { Client } from "../../../../src/core/book/client";
import { leaveAsTold } from "../../../../src/core/book/leaveTold";
import type { Milestone } from "../../../../src/core/book/milestone";
import type { Note, NoteKind } from "../../../../src/core/book/note";
import type { Project } from "../../../../src/core/book/project";
import type { SentRecord } from "../../../../src/core/book/sentRecord";
import { owed } from "../../../../src/core/owed/derive";
import type { OwedInput } from "../../../../src/core/owed/desk";
import type { Owed } from "../../../../src/core/owed/owed";
import { openToTalk } from "../../../../src/core/owed/talkable";
import type { RuleName } from "../../../../src/core/owed/ruleNames";
import type { Instant, PlainDate, Zone } from "../../../../src/core/time/types";
import { asked, bookWith, on, sent, stampAt } from "./sample";
import { addClient } from "../../../../src/core/book/clientChanges";

// London is six hours behind Dhaka in November 2026: send-by is 17:00 in Dhaka. The 19th is a Thursday, the last day of my week.
const monday = on("2026-11-16 10:00");
const at = (day: number, time = "10:00") => on(`2026-11-${String(day).padStart(2, "0")} ${time}`);
const by = (day: number) => at(day, "17:00");
const date = (text: string) => text as PlainDate;
const usd = (minor: number) => ({ minor, currency: "USD" });

/** A book with one project and more records, looked at through one rule. */
function world(client: Partial<Client> = {}, project: Partial<Project> = {}) {
  const sample = bookWith(monday, {}, project);
  let book: Book = applyChanges(sample.book, [{ op: "put", kind: "client", record: { ...sample.client, ...client } }]);
  const history: SentRecord[] = [];
  const more: { -readonly [K in keyof OwedInput]?: OwedInput[K] } = {};
  let n = 0;
  const base = (since: Instant) => ({ id: `r${String(n++)}`, rev: 1, createdAt: since, changedAt: since });
  const self = {
    project: sample.project,
    client: sample.client,
    put: <K extends RecordKind>(kind: K, record: RecordTypes[K]) => ((book = applyChanges(book, [{ op: "put", kind, record } as never])), record),
    note: (kind: NoteKind, fields: Partial<Note> = {}, since = monday): Note =>
      self.put("note", { ...base(since), kind, text: "Words", clientId: sample.client.id, projectId: sample.project.id, forUpdate: true, ...fields }),
    milestone: (fields: Partial<Milestone> = {}, since = monday): Milestone =>
      self.put("milestone", { ...base(since), projectId: sample.project.id, title: "Checkout", deliverables: [], state: "active", ...fields }),
    meeting: (startsAt: Instant, fields: Partial<RecordTypes["meeting"]> = {}, since = monday) =>
      self.put("meeting", { ...base(since), clientId: sample.client.id, projectId: sample.project.id, title: "Call", startsAt, minutes: 30, zone: "Europe/London" as Zone, ...fields }),
    invoice: (fields: Partial<RecordTypes["invoice"]> = {}, since = monday) =>
      self.put("invoice", { ...base(since), clientId: sample.client.id, projectId: sample.project.id, number: "2026-7", lines: [], ...fields }),
    absence: (from: string, to: string, since = monday) => self.put("absence", { ...base(since), from: date(from), to: date(to) }),
    send: (when: Instant, fields: Partial<SentRecord>) => void history.push(sent(sample, when, { id: `s${String(n++)}`, ...fields })),
    more,
    input: (now: Instant) => asked(book, now, history, more),
    all: (now: Instant) => owed(asked(book, now, history, more)),
    find: (rule: RuleName, now: Instant): readonly Owed[] => self.all(now).filter((item) => item.rule === rule),
    sendBy: (rule: RuleName, now: Instant) => self.find(rule, now).map((item) => item.sendBy),
  };
  return self;
}

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

describe("money", () => {
  it("a deposit is asked for when work begins before it came, not on a marketplace", () => {
    const deposit = { deposit: { amount: usd(5000) } };
    const w = world({}, deposit);
    assert.deepEqual(w.find("deposit", monday), []);
    w.milestone({ startedAt: at(17) });
    assert.deepEqual(w.find("deposit", at(17)).map(({ sendBy, kind }) => [sendBy, kind]), [[by(18), "invoice"]]);
    w.invoice({ forDeposit: true, issuedOn: date("2026-11-17") });
    assert.deepEqual(w.find("deposit", at(18)), []);
    const there = world({ place: "upwork" }, deposit);
    there.milestone({ startedAt: at(17) });
    assert.deepEqual(there.find("deposit", at(18)), []);
  });
  it("an invoice follows a priced milestone, or a project with a budget", () => {
    const w = world();
    const milestone = w.milestone({ state: "delivered", deliveredAt: at(17), price: usd(20000) });
    assert.deepEqual(w.find("invoice", at(18)).map(({ sendBy, about }) => [sendBy, about]), [[by(18), { milestoneId: milestone.id }]]);
    w.invoice({ issuedOn: date("2026-11-18"), lines: [{ text: "Checkout", amount: usd(20000), milestoneId: milestone.id }] });
    assert.deepEqual(w.find("invoice", at(19)), []);
    const whole = world({}, { status: "delivered", deliveredAt: at(17), budget: usd(90000) });
    assert.equal(whole.find("invoice", at(18)).length, 1);
    whole.invoice({ issuedOn: date("2026-11-18") });
    assert.deepEqual(whole.find("invoice", at(19)), []);
  });
  it("a payment is asked for after its date, never before, then more firmly every week", () => {
    const w = world();
    const invoice = w.invoice({ issuedOn: date("2026-11-10"), dueOn: date("2026-11-17") });
    assert.deepEqual(w.find("payment", at(17)).map(({ sendBy, about }) => [sendBy, about]), [[by(18), { invoiceId: invoice.id, form: "friendly" }]]);
    w.send(at(18), { kind: "payment", about: { invoiceId: invoice.id } });
    assert.deepEqual(w.find("payment", at(19)), []);
    assert.deepEqual(w.find("paymentAgain", at(19)).map(({ sendBy, about }) => [sendBy, about?.form]), [[by(25), "firm"]]);
    w.put("invoice", { ...invoice, paidOn: date("2026-11-20") });
    assert.deepEqual([...w.find("payment", at(25)), ...w.find("paymentAgain", at(25))], []);
  });
});

describe("an invoice without a date", () => {
  it("is asked about two weeks after it was issued, and again", () => {
    const w = world();
    const invoice = w.invoice({ issuedOn: date("2026-11-03") });
    assert.deepEqual(w.find("payment", at(17)).map(({ sendBy, about }) => [sendBy, about]), [[by(18), { invoiceId: invoice.id, form: "friendly" }]]);
    w.send(at(18), { kind: "payment", about: { invoiceId: invoice.id } });
    assert.deepEqual(w.find("payment", at(19)), []);
    assert.deepEqual(w.sendBy("paymentAgain", at(19)), [by(25)]);
    assert.deepEqual(world().find("payment", at(19)), []);
  });
});

describe("work logs", () => {
  it("are due before Upwork locks its diary on Monday at noon UTC, and ready in my hours before it", () => {
    const w = world({ place: "upwork" }, { hourly: {}, startsOn: date("2026-11-16") });
    // 12:00 UTC is 18:00 in Dhaka.
    const [item] = w.find("worklog", at(20));
    assert.deepEqual([item?.sendBy, item?.readyFrom, item?.hard], [at(23, "18:00"), at(23, "09:00"), true]);
    w.send(at(23, "12:00"), { kind: "worklog" });
    assert.deepEqual(w.sendBy("worklog", at(24, "08:00")), [on("2026-11-30 18:00")]);
  });
  it("that were missed make way for the next after half a day", () => {
    const w = world({ place: "upwork" }, { hourly: {}, startsOn: date("2026-11-16") });
    assert.deepEqual(w.find("worklog", at(24, "05:00")).map(({ level }) => level), ["overdue"]);
    assert.deepEqual(w.sendBy("worklog", at(24, "06:01")), [on("2026-11-30 18:00")]);
  });
  it("are due at the end of my week elsewhere", () => {
    const w = world({}, { hourly: {} });
    assert.deepEqual(w.sendBy("worklog", at(18)), [by(19)]);
  });
});

describe("after delivery", () => {
  const delivered = { status: "delivered" as const, deliveredAt: monday };

  it("feedback is asked for three days later, unless it came", () => {
    const w = world({}, delivered);
    assert.deepEqual(w.sendBy("feedback", at(17)), [by(19)]);
    w.note("feedback", { feedback: "good", at: at(18) });
    assert.deepEqual(w.find("feedback", at(19)), []);
  });
  it("a review is asked for once, whatever the feedback was, and never near anything given", () => {
    const w = world({}, delivered);
    assert.deepEqual(w.sendBy("review", at(18)), [by(23)]);
    w.note("feedback", { feedback: "bad", at: at(18) });
    assert.deepEqual(w.sendBy("review", at(18)), [by(23)]);
    w.send(at(19), { kind: "mistake", incentive: true });
    // The 15th day after it is a Friday here, and then a weekend there.
    assert.deepEqual(w.sendBy("review", at(30)), [on("2026-12-07 17:00")]);
    w.send(on("2026-12-07 11:00"), { kind: "review" });
    assert.deepEqual(w.find("review", on("2026-12-08 11:00")), []);
  });
  it("the support window has a word in its middle and one before its end", () => {
    const w = world({}, { ...delivered, status: "support", supportUntil: date("2026-12-15") });
    assert.deepEqual(w.sendBy("supportMidway", at(17)), [on("2026-11-30 17:00")]);
    assert.deepEqual(w.sendBy("supportEnding", at(17)), [on("2026-12-10 17:00")]);
    w.send(on("2026-11-30 11:00"), { kind: "support", about: { form: "midway" } });
    assert.deepEqual(w.find("supportMidway", on("2026-12-01 11:00")), []);
    assert.equal(w.find("supportEnding", on("2026-12-01 11:00")).length, 1);
  });
  it("a closed project is thanked for, and the client invited back once after three months", () => {
    const w = world({}, { status: "closed", deliveredAt: monday, closedAt: at(18) });
    assert.deepEqual(w.sendBy("thanks", at(18)), [by(19)]);
    assert.deepEqual(w.find("comeback", at(18)), []);
    assert.deepEqual(w.sendBy("comeback", on("2027-02-10 10:00")), [on("2027-02-18 17:00")]);
    w.send(on("2027-02-18 11:00"), { kind: "comeback" });
    assert.deepEqual(w.find("comeback", on("2028-02-18 11:00")), []);
  });
});

describe("what is off by default", () => {
  it("is owed where a client, a project or the user asks for it", () => {
    const quiet = world({ owedRules: { touch: { off: false, number: 30 } } }, { rhythm: { every: "never" } });
    assert.equal(quiet.find("touch", on("2026-12-16 10:00")).length, 1);
    const former = world({ owedRules: { touch: { off: false, number: 30 } } }, { status: "closed", deliveredAt: monday, closedAt: at(18) });
    assert.deepEqual(former.find("touch", on("2027-02-18 10:00")), [], "the word that asks them back comes first");
    former.send(on("2027-02-18 11:00"), { kind: "comeback" });
    assert.equal(former.find("touch", on("2027-04-20 10:00")).length, 1);
    const w = world();
    assert.deepEqual(w.find("serviceReview", on("2027-02-16 10:00")), []);
    Object.assign(w.more, { settings: { rules: { serviceReview: true } } });
    assert.equal(w.find("serviceReview", on("2027-02-16 10:00")).length, 1);
  });
});
