import assert from "node:assert/strict";
import type { Text } from "../../../src/core/say";
import type { MessageAction, Messages } from "../../../src/ui/messages";
import { createNotices } from "../../../src/ui/notices";
import { createOwedActions } from "../../../src/ui/owedActions";
import { at, client, owing, viewOf } from "../core/report/sampleOwed";

function setUp() {
  const shown: { text: Text; actions: readonly MessageAction[] }[] = [];
  const done: unknown[][] = [];
  const actions = createOwedActions({
    commands: { executeCommand: (...call) => Promise.resolve(done.push(call)) },
    snooze: (owed) => Promise.resolve(void done.push(["snooze", owed.length])),
    reveal: (id) => Promise.resolve(void done.push(["reveal", id])),
  });
  const messages: Messages = {
    inform: (text, ...its) => void shown.push({ text, actions: its }),
    warn: ({ id }) => assert.fail(id),
    fail: ({ id }) => assert.fail(id),
  };
  return { notify: createNotices({ messages, actions }), shown, done, actions };
}
const due = (name: string) => owing(name, "due", at("19T11:00"));
const names = ["Acme", "Rahim", "Sara", "Tareq"];
const view = viewOf(names.map((name) => client(name)), ...names.map(due));

describe("the notice", () => {
  it("of one thing says what it is, drafts it, and can put it off", async () => {
    const { notify, shown, done } = setUp();
    notify([due("Acme")], view);
    assert.equal(shown[0]?.text.id, "owed.by");
    assert.deepEqual(shown[0].actions.map(({ label }) => label.id), ["nudge.draft", "nudge.later", "nudge.snooze"]);
    for (const action of shown[0].actions) await action.run();
    assert.deepEqual(done, [["khobor.draftUpdate", { kind: "client", recordId: "acme" }], ["snooze", 1]]);
  });

  it("is one for all that is due together, and leads to the list", async () => {
    const { notify, shown, done } = setUp();
    notify(names.map(due), view);
    assert.equal(shown.length, 1);
    assert.deepEqual(shown[0]?.text, { id: "nudge.many", values: { first: "Acme", second: "Rahim", count: 2 } });
    await shown[0].actions[0]?.run();
    assert.deepEqual(done, [["khobor.showOwed"]]);
  });

  it("names two, and counts what is due to one client", () => {
    const { notify, shown } = setUp();
    notify([due("Acme"), due("Rahim")], view);
    notify([due("Acme"), { ...due("Acme"), id: "request:n" }], view);
    assert.deepEqual(shown.map(({ text }) => text), [
      { id: "nudge.two", values: { first: "Acme", second: "Rahim" } },
      { id: "nudge.oneClient", values: { client: "Acme", count: 2 } },
    ]);
  });

  it("is not shown for nothing", () => {
    const { notify, shown } = setUp();
    notify([], view);
    assert.deepEqual(shown, []);
  });

  it("drafts for the project where the thing is about one", async () => {
    const { actions, done } = setUp();
    await actions.draft({ ...due("Acme"), projectId: "shop" });
    await actions.reveal(due("Acme"));
    assert.deepEqual(done, [["khobor.draftUpdate", { kind: "project", recordId: "shop" }], ["reveal", "acme"]]);
  });
});
