import assert from "node:assert/strict";
import { nothingAsked, missing, take } from "../../../../../src/core/drafting/kinds/gather";
import { readEvent, writtenSuggestion } from "../../../../../src/core/drafting/kinds/mistakeEvents";
import { suggestEvents } from "../../../../../src/core/drafting/kinds/mistakeSuggestions";
import { kindInput } from "../../../../../src/core/drafting/kinds/kindInput";
import { definitionFor, inputOf } from "../../../../golden/messages";
import * as relation from "../../../../golden/relation";

const pick: relation.Pick = (en) => en;
const at = { now: relation.now, zone: relation.zone };
const mistake = definitionFor("mistake");
const note = { ...relation.note("mistake", "note", "Emails went out twice"), forUpdate: false, outline: { events: [] } };

describe("a mistake", () => {
  it("reads what happened when, as it is typed", () => {
    assert.deepEqual(readEvent("10:15 ran the import twice", at), { at: "2026-11-20T04:15:00.000Z", text: "ran the import twice" });
    // It is 17:00 in Dhaka: 18:30 was yesterday.
    assert.deepEqual(readEvent("18:30 - first complaint", at), { at: "2026-11-19T12:30:00.000Z", text: "first complaint" });
    assert.deepEqual(readEvent("19 nov 17:30: told the client", at), { at: "2026-11-19T11:30:00.000Z", text: "told the client" });
    assert.deepEqual(readEvent("wed: deployed", at), { at: "2026-11-17T18:00:00.000Z", text: "deployed" });
    assert.deepEqual(readEvent("I was tired", at), { text: "I was tired" });
    const suggested = { at: relation.now, text: "Revert: \"import\"" };
    assert.deepEqual(readEvent(writtenSuggestion(suggested), at), suggested);
  });

  it("is offered reverts, hotfixes, rollbacks and late milestones, and nothing ordinary", () => {
    const subjects = ['Revert "feat: import"', "hotfix: emails", "chore: roll back to 1.4", "feat: a report", "docs: how to revert"];
    const input = inputOf("en", "friendly", {
      about: { noteId: "mistake" },
      summary: { items: subjects.slice(0, 2).map((text) => relation.item(text, "live")), leftOut: subjects.slice(2).map((text) => relation.leftOut(text, "live")) },
      book: { note: [note], milestone: [{ ...relation.milestonesIn(pick)[1]!, due: relation.day("2026-11-18") }] },
    });
    assert.deepEqual(suggestEvents(input).map(({ event }) => event.text).sort(), ["Checkout", ...subjects.slice(0, 3)].sort());
  });

  it("keeps each answer in the outline, and asks nothing twice", () => {
    const input = inputOf("en", "friendly", { about: { noteId: "mistake" }, book: { note: [note] } });
    const stamp = { now: relation.now, newId: () => "x" };
    const source = { clientId: "client", projectId: "project", about: { noteId: "mistake" }, sent: [], now: relation.now, zone: relation.zone };
    const needs = (now: typeof state) => missing(mistake, kindInput(source, now.book, now.answers)!, now);
    let state = nothingAsked(input.book);
    const asked: string[] = [];
    const answers: Readonly<Record<string, string | readonly string[]>> = { events: ["12:00 second", "10:00 first"], explanation: "It went out twice.", fix: "Fixed.", prevention: "A check." };
    for (let [need] = needs(state); need; [need] = needs(state)) {
      asked.push(need.name);
      state = take(state, need, answers[need.name], stamp);
    }
    assert.deepEqual(asked, ["events", "why", "explanation", "fix", "prevention", "preventBy", "offer"]);
    const outline = state.book.note[0]?.outline;
    assert.ok(outline);
    assert.deepEqual(outline.events.map(({ text }) => text), ["first", "second"]);
    assert.deepEqual([outline.explanation, outline.fix, outline.prevention, outline.offer], ["It went out twice.", "Fixed.", "A check.", undefined]);
    const done = kindInput(source, state.book, state.answers)!;
    assert.deepEqual(mistake.effects?.(done), [{ do: "addPromise", text: "A check.", fromNoteId: "mistake" }, { do: "settleNote", noteId: "mistake" }]);
    assert.equal(mistake.incentive?.(done), false);
  });

  it("is an incentive when it offers something, which keeps a review away", () => {
    const outline = { events: [], offer: "A week of support for free" };
    assert.equal(mistake.incentive?.(inputOf("en", "friendly", { about: { noteId: "mistake" }, book: { note: [{ ...note, outline }] } })), true);
  });

  it("explains in two sentences at most", () => {
    const outline = { events: [], explanation: "One. Two! Three? Four." };
    const view = mistake.compose(inputOf("en", "friendly", { about: { noteId: "mistake" }, book: { note: [{ ...note, outline }] } })) as unknown as { explanation: string };
    assert.equal(view.explanation, "One. Two!");
  });
});
