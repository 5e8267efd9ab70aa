import assert from "node:assert/strict";
import type { Answer } from "../../../../../src/core/book/answer";
import type { OwedView } from "../../../../../src/core/report/status";
import type { Text } from "../../../../../src/core/say";
import { skip, snooze } from "../../../../../src/ui/commands/owed/putOff";
import { owedOf } from "../../../../../src/ui/commands/owed/which";
import { at, client, now, dhaka, owing, viewOf } from "../../../core/report/sampleOwed";
import { scriptedScreen, type Act } from "../../prompts/scriptedScreen";

function setUp(view: OwedView, ...acts: Act[]) {
  const answers: Answer[] = [];
  const informed: string[] = [];
  const screen = scriptedScreen(...acts);
  const deps = {
    screen,
    answers: { add: (answer: Answer) => Promise.resolve(void answers.push(answer)) },
    clock: { now: () => now, zone: () => dhaka },
    book: { current: () => view.book } as never,
    view: () => view,
    messages: { inform: (text: Text) => void informed.push(text.id), warn: () => undefined, fail: () => undefined },
    say: (text: string | Text) => (typeof text === "string" ? text : text.id === "tree.row" ? `row ${JSON.stringify(text.values?.["a"])}` : text.id),
  };
  return { deps, answers, informed, screen };
}
const due = (name: string) => owing(name, "due", at("19T11:00"));
const both = viewOf([client("Acme"), client("Rahim")], due("Acme"), due("Rahim"));

describe("snoozing", () => {
  it("keeps one answer for each thing that it was called on", async () => {
    const { deps, answers, screen } = setUp(both, { pick: "owedList.snooze.hour" });
    await snooze(both.owed, deps);
    assert.equal(screen.shown.length, 1);
    assert.equal(screen.shown[0]?.offered, "owedList.snooze.hour");
    const said = { what: "snoozed", until: at("19T10:00") };
    assert.deepEqual(answers, [
      { owedId: "update:acme", at: now, said },
      { owedId: "update:rahim", at: now, said },
    ]);
  });

  it("asks which where several are due, and can take all of them", async () => {
    const one = setUp(both, { pick: 'row "Rahim"' }, { pick: "owedList.snooze.skip" });
    await snooze(undefined, one.deps);
    assert.deepEqual(one.answers, [{ owedId: "update:rahim", at: now, said: { what: "skipped" } }]);
    const all = setUp(both, { pick: "owedList.snooze.everything" }, { pick: "owedList.snooze.nextDay" });
    await snooze(undefined, all.deps);
    assert.equal(all.answers.length, 2);
  });

  it("goes on to a day, from the beginning of my hours on it, or to a moment", async () => {
    const day = setUp(both, { pick: "owedList.snooze.date" }, { type: "2026-11-24" });
    await snooze([due("Acme")], day.deps);
    assert.deepEqual(day.answers[0]?.said, { what: "snoozed", until: at("24T03:00") });
    const moment = setUp(both, { pick: "owedList.snooze.date" }, { type: "2026-11-24 14:30" });
    await snooze([due("Acme")], moment.deps);
    assert.deepEqual(moment.answers[0]?.said, { what: "snoozed", until: at("24T08:30") });
  });

  it("refuses a time that has passed, or none", async () => {
    for (const [typed, wrong] of [["2026-11-18", "owedList.snooze.past"], ["", "prompt.needsDate"]] as const) {
      const { deps, answers } = setUp(both, { pick: "owedList.snooze.date" }, { type: typed });
      await assert.rejects(snooze([due("Acme")], deps), { message: `refused: ${wrong}` });
      assert.deepEqual(answers, []);
    }
  });

  it("says so where nothing is due, or what it was called on has gone", async () => {
    const { deps, answers, informed } = setUp(viewOf([client("Acme")], owing("Acme", "fine", at("26T11:00"))));
    await snooze(undefined, deps);
    await snooze([], deps);
    assert.deepEqual([answers, informed], [[], ["owedList.nothingDue", "owedList.gone"]]);
  });

  it("keeps nothing when it is cancelled", async () => {
    const { deps, answers } = setUp(both, "escape");
    await assert.rejects(snooze(both.owed, deps), { name: "Cancelled" });
    assert.deepEqual(answers, []);
  });
});

describe("skipping", () => {
  it("keeps the answer and says that the next one comes", async () => {
    const { deps, answers, informed } = setUp(both);
    await skip([due("Acme")], deps);
    assert.deepEqual(answers, [{ owedId: "update:acme", at: now, said: { what: "skipped" } }]);
    assert.deepEqual(informed, ["owedList.skipped"]);
  });
  it("asks which one from the palette", async () => {
    const { deps, answers } = setUp(both, { pick: 'row "Rahim"' });
    await skip(undefined, deps);
    assert.deepEqual(answers.map(({ owedId }) => owedId), ["update:rahim"]);
  });
});

describe("what a command on something owed is called on", () => {
  const row = (recordId: string) => ({ kind: "owed", recordId });
  it("is a row or several, without those that have gone; none where it was called from elsewhere", () => {
    assert.deepEqual(owedOf(row("update:acme"), both)?.map(({ id }) => id), ["update:acme"]);
    assert.deepEqual(owedOf([row("update:acme"), row("gone"), row("update:rahim")], both)?.length, 2);
    assert.deepEqual(owedOf(row("gone"), both), []);
    assert.equal(owedOf(undefined, both), undefined);
    assert.equal(owedOf({ kind: "client", recordId: "acme" }, both), undefined);
  });
});
