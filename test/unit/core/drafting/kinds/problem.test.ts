import assert from "node:assert/strict";
import { definitionFor, inputOf, type Told } from "../../../../golden/messages";
import * as relation from "../../../../golden/relation";

const pick: relation.Pick = (en) => en;
const problem = definitionFor("problem");
const blocker = relation.blockerIn(pick);
const inputFor = (told: Told) => inputOf("en", "friendly", { ...told, book: { note: [blocker], ...told.book } });
const sent = [relation.sentIn("problem", "2026-11-18T10:00:00.000Z", { noteId: "blocker", form: "open" })];
const forms = (told: Told) => problem.forms?.(inputFor({ about: { noteId: "blocker" }, ...told })).map(({ value }) => value);

describe("a problem", () => {
  it("is told as open first, then as solved or still there, and as solved once it is settled", () => {
    assert.deepEqual(forms({}), ["open"]);
    assert.deepEqual(forms({ sent }), ["solved", "open"]);
    assert.deepEqual(forms({ book: { note: [{ ...blocker, settledAt: relation.now }] } }), ["solved"]);
  });

  it("promises the next word when it is sent, and keeps the word that it gave before", () => {
    const promise = relation.note("word", "promise", "Call bKash", { fromNoteId: "blocker" });
    const due = relation.day("2026-11-22");
    const effectsOf = (told: Told) => problem.effects?.(inputFor(told));
    const open = effectsOf({ about: { noteId: "blocker", form: "open" }, answers: { nextWord: due }, book: { note: [blocker, promise] } });
    assert.deepEqual(open, [{ do: "settleNote", noteId: "word" }, { do: "addPromise", text: blocker.text, due, fromNoteId: "blocker" }]);
    const solved = effectsOf({ about: { noteId: "blocker", form: "solved" }, book: { note: [blocker, promise] } });
    assert.deepEqual(solved, [{ do: "settleNote", noteId: "word" }, { do: "settleNote", noteId: "blocker" }]);
  });

  it("is offered for what was solved of late, and not yet told so", () => {
    const settled = { ...blocker, settledAt: relation.now };
    const labels = (told: Told) => problem.abouts?.(inputFor(told)).length;
    assert.equal(labels({ book: { note: [settled] } }), 0);
    assert.equal(labels({ book: { note: [settled] }, sent }), 1);
    assert.equal(labels({ book: { note: [settled] }, sent: [...sent, relation.sentIn("problem", "2026-11-19T10:00:00.000Z", { noteId: "blocker", form: "solved" })] }), 0);
  });
});
