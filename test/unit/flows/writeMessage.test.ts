import assert from "node:assert/strict";
import type { BookChange } from "../../../src/core/book/book";
import { addNote } from "../../../src/core/book/noteChanges";
import { recordById } from "../../../src/core/book/queries";
import type { Text } from "../../../src/core/say";
import { makeSay } from "../../../src/core/language/makeSay";
import type { WriteMessageDeps, WriteRequest } from "../../../src/flows/message/request";
import { rewriteMessage, writeMessage } from "../../../src/flows/writeMessage";
import { createMessagePrompts } from "../../../src/ui/prompts/interview";
import english from "../../../l10n/bundle.l10n.json";
import { createRepo, type TestRepo } from "../../support/gitRepo";
import { openDesk } from "./desk";
import { scriptedScreen, type Act } from "../ui/prompts/scriptedScreen";

const say = makeSay({ bundle: english, language: "en", digits: "latin", format: (text, values) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name) });

/** A desk where messages are written, with what the user will do at each question. */
async function writingDesk(repos: readonly TestRepo[] = []) {
  const desk = await openDesk({ repos });
  const kept: BookChange[][] = [];
  const write = async (request: Omit<WriteRequest, "clientId">, ...acts: Act[]) => {
    const screen = scriptedScreen(...acts);
    const at = () => ({ now: desk.deps.clock.now(), zone: desk.deps.clock.zone() });
    const deps: WriteMessageDeps = {
      ...desk.deps,
      prompts: { ...desk.deps.prompts, ...createMessagePrompts({ screen, say, at }), pickProject: (projects) => Promise.resolve(projects[0]) },
      remember: (changes) => {
        kept.push([...changes]);
        return desk.book.change(changes);
      },
    };
    const made = await writeMessage({ clientId: desk.client().id, ...request }, deps);
    assert.equal(screen.left(), 0, "something was not asked");
    return { made, screen, deps };
  };
  const note = async (kind: "question" | "blocker", text: string) => {
    const { changes, note: made } = addNote({ kind, text, clientId: desk.client().id, projectId: desk.project().id }, { now: desk.deps.clock.now(), newId: desk.deps.newId });
    await desk.book.change(changes);
    return made;
  };
  return { ...desk, write, note, kept };
}

function written(made: Awaited<ReturnType<typeof writeMessage>>) {
  assert.ok(made?.is === "written", JSON.stringify(made));
  return made;
}

describe("writing a message", () => {
  it("asks for what is missing, one thing at a time, and remembers it", async () => {
    const desk = await writingDesk();
    const { id } = await desk.note("question", "Should a coupon also apply to delivery?");
    const { made, screen } = await desk.write(
      { kind: "question", about: { noteId: id } },
      { type: "Coupons take 10% off" },
      { type: "goods and delivery; goods alone" },
      "enter",
      { type: "leave delivery out" },
    );
    assert.equal(screen.shown.length, 4);
    // Friday in Dhaka; the third working day after it, with Friday and Saturday off.
    assert.equal(screen.shown[2]?.offered, "2026-11-24");
    assert.match(written(made).provenance.rendered, /^Hi Acme, one question .*\n\nCoupons take 10% off\.\n\n\*\*Should a coupon also apply to delivery\?\*\*\n\n- Goods and delivery\.\n- Goods alone\.\n\nIf I don't hear from you by Tuesday, 24 November, I'll leave delivery out\.\n$/);
    assert.deepEqual(written(made).provenance.noteIds, [id]);
    assert.deepEqual(written(made).provenance.about, { noteId: id });

    const again = await desk.write({ kind: "question", about: { noteId: id } });
    assert.equal(written(again.made).provenance.rendered, written(made).provenance.rendered);
  });

  it("does without what was left empty", async () => {
    const desk = await writingDesk();
    const { id } = await desk.note("question", "Which delivery prices apply?");
    const { made } = await desk.write({ kind: "question", about: { noteId: id } }, "enter", "enter", { type: "" }, "enter");
    assert.equal(written(made).provenance.rendered, "Hi Acme, one question before I go on.\n\n**Which delivery prices apply?**\n");
  });

  it("keeps what was answered when the user goes no further, and says nothing", async () => {
    const desk = await writingDesk();
    const { id } = await desk.note("question", "Which delivery prices apply?");
    const { made } = await desk.write({ kind: "question", about: { noteId: id } }, { type: "Outside the city" }, "escape");
    assert.equal(made, undefined);
    assert.equal(recordById(desk.book.current(), "note", id)?.context, "Outside the city");
    assert.deepEqual(await desk.drafts.list(), []);
  });

  it("goes back to an answer, and keeps only the last one", async () => {
    const desk = await writingDesk();
    const { id } = await desk.note("question", "Which delivery prices apply?");
    await desk.write({ kind: "question", about: { noteId: id } }, { type: "First" }, { back: "" }, { type: "Second" }, "enter", "enter", "enter");
    assert.equal(recordById(desk.book.current(), "note", id)?.context, "Second");
    assert.equal(desk.kept.length, 1);
  });

  it("makes the note where there is none yet, and lets one be picked where there are some", async () => {
    const desk = await writingDesk();
    const first = await desk.write({ kind: "question" }, { type: "Which logo?" }, "enter", "enter", "enter", "enter");
    assert.match(written(first.made).provenance.rendered, /\*\*Which logo\?\*\*/);
    const [note] = desk.book.current().note;
    assert.deepEqual([note?.kind, note?.projectId], ["question", desk.project().id]);
    const second = await desk.write({ kind: "question" }, { pick: "Which logo?" }, "enter", "enter", "enter");
    assert.deepEqual(second.screen.shown[0]?.labels, ["Which logo?", "Something new…"]);
    assert.deepEqual(written(second.made).provenance.noteIds, [note?.id]);
  });

  it("is written again from the same answers, without asking", async () => {
    const desk = await writingDesk();
    const { id } = await desk.note("question", "Which delivery prices apply?");
    const { made, deps } = await desk.write({ kind: "question", about: { noteId: id } }, "enter", "enter", { type: "" }, "enter");
    const { provenance } = written(made);
    const note = recordById(desk.book.current(), "note", id);
    assert.ok(note);
    await desk.book.change([{ op: "put", kind: "note", record: { ...note, text: "Which prices?", rev: note.rev + 1 } }]);
    const again = await rewriteMessage(provenance, deps);
    assert.ok(again?.is === "written");
    assert.equal(again.provenance.id, provenance.id);
    assert.match(again.provenance.rendered, /\*\*Which prices\?\*\*/);
  });

  it("says why it cannot be written", async () => {
    const desk = await writingDesk();
    const { made } = await desk.write({ kind: "milestone" });
    assert.deepEqual(made, { is: "refused", reason: { id: "need.no.milestone" } satisfies Text });
  });

  it("begins with a subject line where the channel has one, which is no part of what was sent", async () => {
    const desk = await writingDesk();
    await desk.book.change([{ op: "put", kind: "client", record: { ...desk.client(), channel: "email", rev: 9 } }]);
    const { id } = await desk.note("question", "Which *delivery* prices apply?");
    const { made } = await desk.write({ kind: "question", about: { noteId: id } }, "enter", "enter", { type: "" }, "enter");
    const { provenance } = written(made);
    assert.match(provenance.rendered, /^Subject: A question\n\nHi Acme,/);
    const record = await desk.send({ provenance }, provenance.rendered.replace("A question", "Delivery prices"));
    assert.equal(record.subject, "Delivery prices");
    assert.match(record.text, /^Hi Acme,/);
    assert.deepEqual([record.noteIds, record.about, record.kind], [[id], { noteId: id }, "question"]);
  });

  it("tells in a status what it tells, and leaves the rest to the next update", async () => {
    const repo = createRepo();
    const desk = await writingDesk([repo]);
    const subjects = ["Add coupons", "Add gift cards", "Add refunds", "Add a wish list", "Add order emails", "Add a store map", "Add opening hours"];
    for (const subject of subjects) repo.commit(subject);
    const { made } = await desk.write({ kind: "status" });
    const { provenance } = written(made);
    assert.equal(provenance.items.length, 5);
    assert.match(provenance.rendered, /2 more things are done or under way/);
    assert.deepEqual([provenance.leftOut, provenance.readUpTo], [[], {}]);
    // A line that was deleted from it is no decision either.
    const [first] = provenance.items;
    const record = await desk.send({ provenance }, provenance.rendered.split("\n").toSpliced(first?.line ?? 0, 1).join("\n"));
    assert.equal(record.told.length, 4);
    const left = (await desk.draft()).provenance.items.flatMap(({ commits }) => commits.map(({ subject }) => subject));
    assert.equal(left.length, 3);
    assert.ok(left.includes(first?.commits[0]?.subject ?? ""));
  });

  it("changes the book when it is marked as sent, once, and says what stays when it was not sent after all", async () => {
    const desk = await writingDesk();
    const { id } = await desk.note("blocker", "bKash has not approved the account");
    const { made } = await desk.write({ kind: "problem", about: { noteId: id } }, "enter", { type: "Calling them" }, { type: "2026-11-22" });
    const { provenance } = written(made);
    assert.deepEqual(provenance.about, { noteId: id, form: "open" });
    const promises = () => desk.book.current().note.filter(({ kind, settledAt }) => kind === "promise" && settledAt === undefined);
    const record = await desk.send({ provenance });
    await desk.send({ provenance });
    assert.deepEqual(promises().map(({ due, fromNoteId }) => [due, fromNoteId]), [[{ by: "date", on: "2026-11-22" }, id]]);
    const { withdrawSent } = await import("../../../src/flows/sendDraft");
    assert.deepEqual((await withdrawSent(record.id, desk.deps)).map((effect) => effect.do), ["addPromise"]);
    assert.equal(promises().length, 1);
  });
});
