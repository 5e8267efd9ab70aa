import assert from "node:assert/strict";
import type { Answer } from "../../../src/core/book/answer";
import type { OwedView } from "../../../src/core/report/status";
import type { Text } from "../../../src/core/say";
import { snooze } from "../../../src/ui/snooze";
import { at, client, now, dhaka, owing, viewOf } from "../core/report/sampleOwed";
import { scriptedScreen, type Act } from "./prompts/scriptedScreen";

function setUp(view: OwedView, ...acts: Act[]) {
  const answers: Answer[] = [];
  const informed: string[] = [];
  const screen = scriptedScreen(...acts);
  const deps = {
    screen,
    answers: { add: (answer: Answer) => Promise.resolve(void answers.push(answer)) },
    clock: { now: () => now, zone: () => dhaka },
    view: () => view,
    messages: { inform: (text: Text) => void informed.push(text.id) },
    say: (text: string | Text) => (typeof text === "string" ? text : `${text.id} ${JSON.stringify(text.values?.["client"] ?? "")}`),
  };
  return { deps, answers, informed, screen };
}
const due = (name: string) => owing(name, "due", at("19T11:00"));
const both = viewOf([client("Acme"), client("Rahim")], due("Acme"), due("Rahim"));

describe("snoozing", () => {
  it("keeps one answer for each thing that it was called on", async () => {
    const { deps, answers, screen } = setUp(both, { pick: 'owed.snooze.hour ""' });
    await snooze(both.owed, deps);
    assert.equal(screen.shown.length, 1);
    const said = { what: "snoozed", until: at("19T10:00") };
    assert.deepEqual(answers, [
      { owedId: "update:acme", at: now, said },
      { owedId: "update:rahim", at: now, said },
    ]);
  });

  it("asks which where several are due, and can take all of them", async () => {
    const one = setUp(both, { pick: 'owed.by "Rahim"' }, { pick: 'owed.snooze.skip ""' });
    await snooze(undefined, one.deps);
    assert.deepEqual(one.answers, [{ owedId: "update:rahim", at: now, said: { what: "skipped" } }]);
    const all = setUp(both, { pick: "owed.snooze.everything" }, { pick: 'owed.snooze.nextDay ""' });
    await snooze(undefined, all.deps);
    assert.equal(all.answers.length, 2);
  });

  it("says so where nothing is due", async () => {
    const { deps, answers, informed } = setUp(viewOf([client("Acme")], owing("Acme", "fine", at("26T11:00"))));
    await snooze(undefined, deps);
    assert.deepEqual([answers, informed], [[], ["owed.snooze.nothing"]]);
  });

  it("keeps nothing when it is cancelled", async () => {
    const { deps, answers } = setUp(both, "escape");
    await assert.rejects(snooze(both.owed, deps), { name: "Cancelled" });
    assert.deepEqual(answers, []);
  });
});
