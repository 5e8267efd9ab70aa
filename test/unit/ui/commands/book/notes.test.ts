import assert from "node:assert/strict";
import { addMilestone } from "../../../../../src/ui/commands/book/addMilestone";
import { addNote } from "../../../../../src/ui/commands/book/addNote";
import { answerChange } from "../../../../../src/ui/commands/book/answerChange";
import { archiveRecord, restoreRecord } from "../../../../../src/ui/commands/book/archive";
import { editMilestone } from "../../../../../src/ui/commands/book/editMilestone";
import { countRound } from "../../../../../src/ui/commands/book/countRound";
import { deliverMilestone } from "../../../../../src/ui/commands/book/deliverMilestone";
import { editProject } from "../../../../../src/ui/commands/book/editProject";
import { editNote } from "../../../../../src/ui/commands/book/editNote";
import { logContact } from "../../../../../src/ui/commands/book/logContact";
import { markLive } from "../../../../../src/ui/commands/book/markLive";
import { reopenNote, settleNote } from "../../../../../src/ui/commands/book/settleNote";
import { awaitsAnswer } from "../../../../../src/core/book/changeRequest";
import type { Book } from "../../../../../src/core/book/book";
import type { Client } from "../../../../../src/core/book/client";
import type { Note } from "../../../../../src/core/book/note";
import { Cancelled } from "../../../../../src/ui/prompts/cancelled";
import type { Answer } from "../../../../../src/core/book/answer";
import type { Owed } from "../../../../../src/core/owed/owed";
import type { Instant, Zone } from "../../../../../src/core/time/types";
import { showFeedback } from "../../../../../src/ui/commands/book/showFeedback";
import type { OwedCommandsDeps } from "../../../../../src/ui/commands/owed/deps";
import { settle } from "../../../../../src/ui/commands/owed/settle";
import { bookWith, now, room } from "./room";
import type { Act } from "../../prompts/scriptedScreen";

const acme = { kind: "client", recordId: "acme-client" };

async function withMilestone() {
  const made = room({ book: bookWith("Acme") }, { type: "Checkout" }, { type: "12 dec" }, { type: "bKash, emails" });
  const id = await addMilestone(acme, made.deps);
  return { book: made.book(), id, node: { kind: "milestone", recordId: id } };
}

describe("milestones", () => {
  it("are made of a title, a date as typed and parts", async () => {
    const { book, id } = await withMilestone();
    const milestone = book.milestone.find((each) => each.id === id);
    assert.deepEqual([milestone?.title, milestone?.projectId, milestone?.due], ["Checkout", "acme-project", { by: "date", on: "2026-12-12" }]);
    assert.deepEqual(milestone?.deliverables.map(({ text }) => text), ["bKash", "emails"]);
  });

  it("need no date and no parts, and the project is asked for where there are several", async () => {
    const { deps, screen, book } = room({ book: bookWith("Acme", "Rahim") }, { pick: "Rahim" }, { type: "Launch" }, { back: "soon" }, "enter", { type: "" }, "enter");
    await addMilestone(undefined, deps);
    assert.deepEqual(book().milestone.map(({ projectId, due, deliverables }) => [projectId, due, deliverables.length]), [["rahim-project", undefined, 0]]);
    assert.deepEqual(screen.shown.map(({ frame }) => `${frame.step}/${frame.of}`), ["1/4", "2/4", "3/4", "2/4", "3/4", "4/4"]);
  });

  it("can be edited part by part, going back to each menu", async () => {
    const { book, node } = await withMilestone();
    const edited = room(
      { book },
      { pick: "Parts" },
      { pick: "Add parts" }, { type: "refunds" },
      { pick: "bKash" }, { pick: "Rename" }, { type: "Pay with bKash" },
      { pick: "emails" }, { pick: "Remove" },
      { pick: "refunds" }, { pick: "Tick as done" },
      { pick: "refunds" }, { back: undefined },
      { back: undefined },
      { pick: "Title" }, { back: "half" },
      { pick: "Due" }, { type: "" },
      { pick: "Price" }, { type: "$250" },
      { pick: "Where the client can see it" }, { type: "https://shop.test/checkout" },
      { pick: "State" }, { pick: "Planned" },
      { pick: "State" }, { pick: "Under way" },
      { pick: "State" }, { pick: "Delivered" },
      "escape",
    );
    await assert.rejects(editMilestone(node, edited.deps), Cancelled);
    const [milestone] = edited.book().milestone;
    assert.deepEqual(milestone?.deliverables.map(({ text, doneAt }) => [text, doneAt]), [["Pay with bKash", undefined], ["refunds", now]]);
    assert.deepEqual([milestone.title, milestone.due, milestone.state, milestone.deliveredAt], ["Checkout", undefined, "delivered", now]);
    assert.deepEqual([milestone.price, milestone.viewUrl, milestone.startedAt], [{ minor: 25_000, currency: "USD" }, "https://shop.test/checkout", now]);
    assert.equal(edited.screen.left(), 0);
  });

  it("are delivered with one click, once", async () => {
    const { book, node } = await withMilestone();
    const { deps, said, book: after } = room({ book });
    await deliverMilestone(node, deps);
    assert.equal(after().milestone[0]?.state, "delivered");
    await deliverMilestone(node, deps);
    assert.deepEqual(said.map(({ text }) => text), ["“Checkout” is marked as delivered.", "“Checkout” was delivered before."]);
    await said[0]?.actions.find(({ label }) => label === "Undo")?.run();
    assert.equal(after().milestone[0]?.state, "planned");
  });
});

describe("notes", () => {
  const add = async (book: Parameters<typeof room>[0]["book"], node: typeof acme | undefined, ...acts: Act[]) => {
    const made = room(book ? { book } : {}, ...acts);
    const id = await addNote(node, made.deps);
    assert.equal(made.screen.left(), 0);
    return { ...made, note: made.book().note.find((each) => each.id === id) };
  };

  it("know their kind, and who reads them by default", async () => {
    const question = await add(bookWith("Acme"), undefined, { pick: "Question" }, { type: "Do coupons apply?" }, "enter");
    assert.deepEqual([question.note?.kind, question.note?.forUpdate, question.note?.clientId, question.note?.projectId], ["question", true, "acme-client", undefined]);
    assert.equal(question.said[0]?.text, "Noted for the next update: Do coupons apply?");
    const note = await add(bookWith("Acme"), acme, "enter", { type: "Likes blue" }, "enter");
    assert.deepEqual([note.note?.kind, note.note?.forUpdate], ["note", false]);
  });

  it("of a promise ask for its date, of feedback how it was", async () => {
    const promise = await add(bookWith("Acme"), acme, { pick: "Promise" }, { type: "Send the logo" }, { type: "+2w" }, "enter");
    assert.deepEqual(promise.note?.due, { by: "date", on: "2026-12-05" });
    assert.deepEqual(promise.screen.shown.map(({ frame }) => `${frame.step}/${frame.of}`), ["1/4", "2/4", "3/4", "4/4"]);
    const proposed = await add(bookWith("Acme"), acme, { pick: "Promise" }, { type: "Send the logo" }, "enter", "enter");
    assert.deepEqual(proposed.note?.due, { by: "date", on: "2026-11-24" });
    const feedback = await add(bookWith("Acme"), acme, { pick: "Feedback" }, { type: "Too slow" }, { pick: "Mixed" }, "enter");
    assert.equal(feedback.note?.feedback, "mixed");
  });

  it("that the client waits for, or feels, lead to the message about them at once", async () => {
    const offered = async (...acts: Act[]) => {
      const made = await add(bookWith("Acme"), acme, ...acts);
      const [action, ...others] = made.said[0]?.actions ?? [];
      await action?.run();
      return [action?.label, others.length, made.executed.map(([command, row]) => [command, (row as { recordId?: string }).recordId === made.note?.id])];
    };
    assert.deepEqual(await offered({ pick: "Request" }, { type: "Is it live?" }, "enter", "enter", "enter"), ["Answer", 1, [["khobor.writeTo", true]]]);
    assert.deepEqual(await offered({ pick: "Question" }, { type: "Which blue?" }, "enter"), ["Tell the client", 1, [["khobor.write.question", true]]]);
    assert.deepEqual(await offered({ pick: "Blocker" }, { type: "Bank" }, { type: "Orders wait" }, "enter"), ["Tell the client", 1, [["khobor.write.problem", true]]]);
    assert.deepEqual(await offered({ pick: "Blocker" }, { type: "Bank" }, "enter", "enter"), ["Undo", 0, []]);
  });

  it("are about the milestone of the row, or about what was picked", async () => {
    const { book, node } = await withMilestone();
    const onRow = await add(book, node, "enter", { type: "a" }, "enter");
    assert.deepEqual([onRow.note?.projectId, onRow.note?.milestoneId], ["acme-project", node.recordId]);
    const picked = await add(book, acme, "enter", { type: "a" }, { pick: "Checkout" }, "enter");
    assert.equal(picked.note?.milestoneId, node.recordId);
    const whole = await add(book, acme, "enter", { type: "a" }, "enter", "enter");
    assert.equal(whole.note?.milestoneId, undefined);
  });

  it("of a blocker ask what the client notices of it, which is what a word is owed for", async () => {
    const { book: start, note, screen } = await add(bookWith("Acme"), acme, { pick: "Blocker" }, { type: "No hosting" }, { type: "The shop is down" }, "enter");
    assert.equal(note?.effect, "The shop is down");
    assert.deepEqual(screen.shown.map(({ frame }) => `${frame.step}/${frame.of}`), ["1/4", "2/4", "3/4", "4/4"]);
    const { deps, book } = room({ book: start() }, { pick: "What the client notices" }, { type: "" }, { pick: "What is being done about it" }, { type: "Moving it" }, "escape");
    await assert.rejects(editNote({ kind: "note", recordId: note.id }, deps), Cancelled);
    assert.deepEqual([book().note[0]?.effect, book().note[0]?.doing], [undefined, "Moving it"]);
  });

  it("of a request count as a round of changes once, and so does a project's row", async () => {
    const { book: start, note } = await add(bookWith("Acme"), acme, { pick: "Request" }, { type: "A darker green" }, "enter", "enter", "enter");
    const onRequest = room({ book: start() });
    const row = { kind: "note", recordId: note?.id ?? "" };
    await countRound(row, onRequest.deps);
    assert.deepEqual(onRequest.book().project[0]?.revisions, { agreed: 0, used: 1 });
    assert.deepEqual([onRequest.book().note[0]?.change, onRequest.book().note[0]?.settledAt], [{ revision: true, said: "accepted" }, undefined]);
    await countRound(row, onRequest.deps);
    assert.deepEqual(onRequest.said.map(({ text }) => text), ["Acme: round 1 counted. No number of rounds was agreed: “Edit Project” sets one.", "This round was counted before: A darker green"]);
    await onRequest.said[0]?.actions.find(({ label }) => label === "Undo")?.run();
    assert.deepEqual([onRequest.book().project[0]?.revisions, onRequest.book().note[0]?.change], [undefined, undefined]);

    const agreed = room({ book: start() }, { pick: "Rounds of changes agreed" }, { type: "1" }, "escape");
    await assert.rejects(editProject({ kind: "project", recordId: "acme-project" }, agreed.deps), Cancelled);
    const onProject = room({ book: agreed.book() });
    for (let round = 0; round < 2; round++) await countRound({ kind: "project", recordId: "acme-project" }, onProject.deps);
    assert.deepEqual(onProject.said.map(({ text }) => text), ["Acme: round 1 of 1 counted.", "Acme: round 2 counted; 1 agreed."]);
    assert.deepEqual(onProject.book().project[0]?.revisions, { agreed: 1, used: 2 });
  });

  it("settle and open again, and can be edited", async () => {
    const { book: start, note } = await add(bookWith("Acme"), acme, { pick: "Blocker" }, { type: "No hosting" }, "enter", "enter");
    assert.ok(note);
    const node = { kind: "note", recordId: note.id };
    const { deps, book, screen } = room(
      { book: start() },
      { pick: "Text" }, { type: "No hosting yet" },
      { pick: "Who reads it" }, { pick: "Private" },
      { pick: "By when" }, { type: "2026-12-12 18:00" },
      "escape",
    );
    await settleNote(node, deps);
    assert.equal(book().note[0]?.settledAt, now);
    await reopenNote(node, deps);
    assert.equal(book().note[0]?.settledAt, undefined);
    await assert.rejects(editNote(node, deps), Cancelled);
    const [edited] = book().note;
    assert.deepEqual([edited?.text, edited?.forUpdate, edited?.due], ["No hosting yet", false, { by: "instant", at: "2026-12-12T12:00:00.000Z" }]);
    assert.equal(screen.left(), 0);
  });
});

describe("settling what the client asked for", () => {
  const noted = async (...acts: Act[]) => {
    const { deps, book } = room({ book: bookWith("Acme") }, ...acts);
    const id = await addNote(acme, deps);
    const settled = room({ book: book() });
    await settleNote({ kind: "note", recordId: id }, settled.deps);
    return settled;
  };
  it("says that the next update tells it, and can keep it from that", async () => {
    const { said, book } = await noted({ pick: "Request" }, { type: "A bigger logo" }, "enter", "enter", "enter");
    assert.equal(said[0]?.text, "Settled: A bigger logo. The next update says that it is done.");
    assert.deepEqual(said[0].actions.map(({ label }) => label), ["Do not tell", "Undo"]);
    await said[0].actions[0]?.run();
    assert.deepEqual(book().note.map(({ forUpdate, settledAt }) => [forUpdate, settledAt]), [[false, now]]);
  });
  it("says no such thing of what stays private, or of a question", async () => {
    assert.equal((await noted({ pick: "Request" }, { type: "A bigger logo" }, "enter", "enter", { pick: "Private" })).said[0]?.text, "Settled: A bigger logo");
    assert.equal((await noted({ pick: "Question" }, { type: "Which logo?" }, "enter")).said[0]?.text, "Settled: Which logo?");
  });
});

describe("a change that was put to the client", () => {
  const request = (more: Partial<Note> = {}): Note => ({
    ...{ id: "bigger", rev: 1, createdAt: now, changedAt: now, kind: "request", text: "A bigger logo", clientId: "acme-client", projectId: "acme-project", forUpdate: true },
    ...{ change: { price: { minor: 500_000, currency: "BDT" }, days: 2 } },
    ...more,
  });
  const asked = async (note = request()) => {
    const { book, id } = await withMilestone();
    return { id, book: { ...book, project: book.project.map((project) => ({ ...project, budget: { minor: 4_500_000, currency: "BDT" } })), note: [note] } };
  };
  const node = { kind: "request", recordId: "bigger" };

  it("becomes part of the project and its milestone when it is accepted, in one step that can be taken back", async () => {
    const { book: start, id } = await asked();
    const { deps, book, said, screen } = room({ book: start });
    await answerChange("accepted", node, deps);
    const [milestone] = book().milestone;
    assert.deepEqual([milestone?.id, milestone?.deliverables.at(-1)?.text, milestone?.due], [id, "A bigger logo", { by: "date", on: "2026-12-14" }]);
    assert.deepEqual([book().project[0]?.budget?.minor, book().project[0]?.included], [5_000_000, ["A bigger logo"]]);
    assert.deepEqual([book().note[0]?.change?.said, book().note[0]?.settledAt, screen.shown.length], ["accepted", now, 0]);
    assert.deepEqual(said.map(({ text }) => text), ["Accepted, and now part of “Checkout”: A bigger logo"]);
    await said[0]?.actions.find(({ label }) => label === "Undo")?.run();
    assert.deepEqual([book().milestone[0]?.due, book().project[0]?.budget, book().note[0]?.change], [start.milestone[0]?.due, start.project[0]?.budget, start.note[0]?.change]);
  });

  it("changes nothing but itself when it is declined", async () => {
    const { book: start } = await asked();
    const { deps, book, said } = room({ book: start }, { pick: "A bigger logo" });
    await answerChange("declined", undefined, deps);
    assert.deepEqual([book().milestone, book().project], [start.milestone, start.project]);
    assert.deepEqual([book().note[0]?.change?.said, book().note[0]?.settledAt], ["declined", now]);
    assert.deepEqual(said.map(({ text }) => text), ["Declined: A bigger logo. All stays as agreed."]);
    await said[0]?.actions[0]?.run();
    assert.deepEqual(book().note[0]?.change, start.note[0]?.change);
  });

  it("of no project is remembered, and only one that waits for its answer is offered", async () => {
    const { projectId: _, ...loose } = request();
    const { deps, book, said } = room({ book: { ...bookWith("Acme"), note: [loose] } });
    await answerChange("accepted", node, deps);
    assert.equal(said[0]?.text, "Accepted: A bigger logo");
    assert.equal(book().note[0]?.change?.said, "accepted");
    await assert.rejects(answerChange("declined", undefined, deps), Cancelled);
    const { change: _change, ...plain } = request();
    await assert.rejects(answerChange("accepted", undefined, room({ book: { ...bookWith("Acme"), note: [plain] } }).deps), Cancelled);
  });

  it("has a row of its own kind while it waits", () => {
    assert.deepEqual([request(), request({ change: { said: "declined" } }), request({ settledAt: now })].map(awaitsAnswer), [true, false, false]);
  });
});

describe("logging a contact", () => {
  it("notes how and what, now, for the client", async () => {
    const { deps, book } = room({ book: bookWith("Acme") }, { pick: "Meeting" }, { type: "Agreed on colours" }, "enter");
    await logContact(undefined, deps);
    assert.deepEqual(
      book().note.map(({ kind, text, at, clientId, forUpdate }) => [kind, text, at, clientId, forUpdate]),
      [["contact", "Meeting: Agreed on colours", now, "acme-client", false]],
    );
  });
});

describe("the channel that a client has come to use", () => {
  const before = (way: Note["way"], hour: number): Note => ({ ...{ id: `${way}${hour}`, rev: 1, createdAt: now, changedAt: now, kind: "contact", text: "", clientId: "acme-client", forUpdate: false }, at: `2026-11-20T0${hour}:00:00.000Z` as Instant, ...(way && { way }) });
  const calls = (...notes: Note[]) => ({ ...bookWith("Acme"), note: notes });
  const log = async (book: Book, how: string) => {
    const made = room({ book }, { pick: how }, { type: "Free delivery" }, "enter", "enter");
    await logContact(undefined, made.deps);
    return made;
  };

  it("is asked about after three contacts in a row by another way, once, with that way for Enter", async () => {
    const third = await log(calls(before("call", 1), before("call", 2)), "Call");
    assert.deepEqual(third.said.map(({ text }) => text), ["Three times in a row with Acme: Call. Is that their channel now?"]);
    assert.deepEqual(third.said[0]?.actions.map(({ label }) => label), ["Change channel…", "Write what was agreed", "Undo"]);
    await third.said[0].actions[0]?.run();
    assert.deepEqual([third.book().client[0]?.channel, third.said[1]?.text], ["phone", "Acme is written to by: Phone message (SMS)"]);
    await third.said[1]?.actions[0]?.run();
    assert.equal(third.book().client[0]?.channel, "copy");
    for (const book of [calls(before("call", 2)), calls(before("call", 1), before("mail", 2)), calls(before("call", 1), before("call", 2), before("call", 3))])
      assert.match((await log(book, "Call")).said[0]?.text ?? "", /is logged/);
  });

  it("is not asked about where it is theirs already, or on a marketplace", async () => {
    const client = (more: Partial<Client>) => ({ ...calls(before("chat", 1), before("chat", 2)), client: [{ ...bookWith("Acme").client[0]!, ...more }] });
    assert.match((await log(client({ channel: "email" }), "Chat")).said[0]?.text ?? "", /^Three times in a row with Acme: Chat/);
    assert.match((await log(client({ channel: "slack" }), "Chat")).said[0]?.text ?? "", /is logged/);
    assert.match((await log(client({ place: "fiverr", channel: "fiverr" }), "Chat")).said[0]?.text ?? "", /is logged/);
  });

  it("leads from a talk to a message of what was agreed, which a mail is already", async () => {
    const call = await log(bookWith("Acme"), "Call");
    await call.said[0]?.actions[0]?.run();
    assert.deepEqual(call.executed, [["khobor.write.meeting", { clientId: "acme-client", about: { noteId: call.book().note[0]?.id } }]]);
    assert.deepEqual((await log(bookWith("Acme"), "Email")).said[0]?.actions.map(({ label }) => label), ["Undo"]);
  });
});

describe("feedback of all clients", () => {
  it("stands in one list, what is to be put right first; Enter opens it", async () => {
    const said = (id: string, client: string, more: Partial<Note>): Note => ({ ...{ id, rev: 1, createdAt: now, changedAt: now, kind: "feedback", text: id, clientId: `${client}-client`, forUpdate: false }, ...more });
    const note = [said("Lovely", "acme", { feedback: "good" }), said("Too slow", "rahim", { feedback: "bad" }), said("Was late", "acme", { feedback: "mixed", settledAt: now }), said("Gone", "acme", { archivedAt: now })];
    const { deps, screen, executed } = room({ book: { ...bookWith("Acme", "Rahim"), note } }, { pick: "Too slow" });
    await showFeedback(deps);
    assert.deepEqual(screen.shown[0]?.labels, ["Too slow", "Lovely", "Was late"]);
    assert.deepEqual(executed, [["khobor.editNote", { kind: "note", recordId: "Too slow" }]]);
    const none = room({ book: bookWith("Acme") });
    await showFeedback(none.deps);
    assert.deepEqual(none.said.map(({ text }) => text), ["Nothing was found"]);
  });
});

describe("what took place earlier", () => {
  it("is dated when it was, a talk as well as a request, and can be dated anew", async () => {
    const call = room({ book: bookWith("Acme") }, { pick: "Call" }, { type: "" }, { type: "yesterday 5pm" });
    await logContact(undefined, call.deps);
    assert.deepEqual(call.book().note.map(({ at, createdAt }) => [at, createdAt]), [["2026-11-20T11:00:00.000Z", now]]);
    const request = room({ book: bookWith("Acme") }, { pick: "Request" }, { type: "A bigger logo" }, { type: "10:00" }, "enter", "enter");
    const recordId = await addNote(acme, request.deps);
    assert.equal(request.book().note[0]?.at, "2026-11-21T04:00:00.000Z");
    assert.equal(request.book().note[0]?.due, undefined);
    const urgent = room({ book: bookWith("Acme") }, { pick: "Request" }, { type: "Is it down?" }, "enter", { type: "17:30" }, "enter");
    await addNote(acme, urgent.deps);
    assert.deepEqual(urgent.book().note[0]?.due, { by: "instant", at: "2026-11-21T11:30:00.000Z" });
    const edit = room({ book: request.book() }, { pick: "When it was" }, "enter", { pick: "When it was" }, { type: "fri 18:00" }, "escape");
    await assert.rejects(editNote({ kind: "note", recordId }, edit.deps), Cancelled);
    assert.deepEqual(edit.book().note.map(({ at, rev }) => [at, rev]), [["2026-11-20T12:00:00.000Z", 2]]);
  });
});

describe("logging a contact while something is open", () => {
  const open = () => {
    const about = { clientId: "acme-client", projectId: "acme-project" };
    const note = (kind: Note["kind"], text: string, more: Partial<Note> = {}) => ({ ...about, id: text, rev: 1, createdAt: now, changedAt: now, kind, text, forUpdate: true, ...more });
    return { ...bookWith("Acme"), note: [note("question", "Which blue?"), note("request", "A price?", { at: now }), note("blocker", "The bank is slow", { effect: "Orders wait" }), note("request", "A bigger logo", { at: now, change: {} })] };
  };
  const log = async (...acts: Act[]) => {
    const { deps, book, screen, said } = room({ book: open() }, { pick: "Call" }, ...acts, { type: "" }, "enter");
    await logContact({ kind: "project", recordId: "acme-project" }, { ...deps, owedInput: () => Promise.resolve({ book: book(), history: [], answers: [], now, zone: "Asia/Dhaka" as Zone }) });
    const contact = book().note.find(({ kind }) => kind === "contact");
    return { tells: contact?.tells, settled: book().note.filter(({ settledAt }) => settledAt !== undefined).map(({ text }) => text), shown: screen.shown[1], said, book };
  };
  it("asks what was talked over, all ticked; questions and requests are answered by that, a problem and a change told", async () => {
    const { tells, settled, shown, said, book } = await log("enter");
    assert.deepEqual([...(shown?.labels ?? [])].sort(), ["answer “A bigger logo”", "answer “A price?”", "ask again “Which blue?”", "tell of the problem “The bank is slow”"]);
    assert.deepEqual(shown?.offered, shown?.labels);
    assert.deepEqual([...(tells ?? [])].sort(), ["A bigger logo", "A price?", "The bank is slow", "Which blue?"]);
    assert.deepEqual(settled, ["Which blue?", "A price?"]);
    await said[0]?.actions.at(-1)?.run();
    assert.deepEqual(book().note.map(({ text, settledAt }) => [text, settledAt]), open().note.map(({ text }) => [text, undefined]));
  });
  it("leaves open what is not ticked", async () => {
    assert.deepEqual((await log({ tick: ["answer “A price?”"] })).settled, ["A price?"]);
    const none = await log({ tick: [] });
    assert.deepEqual([none.settled, none.tells], [[], undefined]);
  });
});

describe("settling something owed", () => {
  it("notes the contact as that thing's own", async () => {
    const { deps, book } = room({ book: bookWith("Acme") }, { pick: "Call" }, { type: "" });
    const answers: Answer[] = [];
    const owed = { id: "request:r", clientId: "acme-client", projectId: "acme-project" } as Owed;
    await settle([owed], { ...deps, view: () => ({}), answers: { add: (answer: Answer) => Promise.resolve(void answers.push(answer)) } } as unknown as OwedCommandsDeps);
    assert.deepEqual(book().note.map(({ kind, settles }) => [kind, settles]), [["contact", "request:r"]]);
    assert.deepEqual(answers.map(({ owedId, said }) => [owedId, said.what]), [["request:r", "settled"]]);
  });
});

describe("marking work as live", () => {
  it("says so for projects that go live by hand", async () => {
    const { deps, book } = room({ book: bookWith("Acme") });
    await markLive(acme, deps);
    assert.deepEqual(book().project[0]?.goesLive, { by: "hand", liveUpTo: now });
  });
});

describe("the archive", () => {
  it("takes a record at once, with the way back in the message", async () => {
    const { deps, book, said } = room({ book: bookWith("Acme") });
    await archiveRecord("client", acme, deps);
    assert.equal(book().client[0]?.archivedAt, now);
    assert.equal(said[0]?.text, "“Acme” is in the archive.");
    await said[0].actions[0]?.run();
    assert.equal(book().client[0]?.archivedAt, undefined);
    await said[0].actions[0]?.run();
    assert.match(said.at(-1)?.text ?? "", /^Could not be taken back/);
  });

  it("never takes a record that nobody named, even when it is the only one", async () => {
    const { deps, book } = room({ book: bookWith("Acme") }, "escape");
    await assert.rejects(archiveRecord("client", undefined, deps), Cancelled);
    assert.equal(book().client[0]?.archivedAt, undefined);
  });

  it("gives back a record together with what it belongs to", async () => {
    const { book: start, node } = await withMilestone();
    const { deps, book } = room({ book: start }, { pick: "Checkout" });
    await archiveRecord("milestone", node, deps);
    await archiveRecord("client", acme, deps);
    await restoreRecord("milestone", undefined, deps);
    assert.deepEqual([book().milestone[0]?.archivedAt, book().client[0]?.archivedAt], [undefined, undefined]);
  });

  it("says when it is empty", async () => {
    const { deps, said } = room({ book: bookWith("Acme") });
    await assert.rejects(restoreRecord("note", undefined, deps), Cancelled);
    assert.equal(said[0]?.text, "Nothing of this kind is in the archive.");
  });
});
