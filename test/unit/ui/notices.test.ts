import assert from "node:assert/strict";
import type { Text } from "../../../src/core/say";
import type { MessageAction, Messages } from "../../../src/ui/messages";
import { createNotices } from "../../../src/ui/notices";
import { createOwedActions } from "../../../src/ui/owedActions";
import { at, client, owing, viewOf } from "../core/report/sampleOwed";

function setUp(explained = true) {
  const shown: { text: Text; actions: readonly MessageAction[] }[] = [];
  const done: unknown[][] = [];
  const actions = createOwedActions({
    executeCommand: (...call) => Promise.resolve(done.push(call)),
  });
  const messages: Messages = {
    inform: (text, ...its) => void shown.push({ text, actions: its }),
    warn: ({ id }) => assert.fail(id),
    fail: ({ id }) => assert.fail(id),
  };
  const quiet = { isExplained: () => explained, explained: () => Promise.resolve(void (explained = true)) };
  return { notify: createNotices({ messages, actions, quiet }), shown, done };
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
    const row = { kind: "owed", recordId: "update:acme" };
    assert.deepEqual(done, [["khobor.draftOwed", row], ["khobor.snooze", [row]]]);
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

  it("is shown also where it cannot be kept that the first one was explained", async () => {
    const { shown } = setUp(false);
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on("unhandledRejection", hear);
    const messages: Messages = { inform: (text, ...actions) => void shown.push({ text, actions }), warn: ({ id }) => assert.fail(id), fail: ({ id }) => assert.fail(id) };
    const actions = createOwedActions({ executeCommand: () => Promise.resolve() });
    createNotices({ messages, actions, quiet: { isExplained: () => false, explained: () => Promise.reject(new Error("newer")) } })([due("Acme")], view);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", hear);
    assert.deepEqual([shown.map(({ text }) => text.id), unheard], [["nudge.first"], []]);
  });

  it("is not shown for nothing", () => {
    const { notify, shown } = setUp();
    notify([], view);
    assert.deepEqual(shown, []);
  });

  it("that is the first one ever says what it is, with a way to the settings", async () => {
    const { notify, shown, done } = setUp(false);
    notify([due("Acme")], view);
    notify([due("Acme")], view);
    assert.deepEqual(shown.map(({ text }) => text.id), ["nudge.first", "owed.by"]);
    const settings = shown[0]?.actions.at(-1);
    assert.equal(settings?.label.id, "nudge.settings");
    await settings.run();
    assert.deepEqual(done, [["khobor.openSettings"]]);
  });

  it("of a meeting that begins offers nothing to write", () => {
    const { notify, shown } = setUp();
    notify([{ ...due("Acme"), rule: "meetingBegins" }], view);
    assert.deepEqual(shown[0]?.actions.map(({ label }) => label.id), ["nudge.open", "nudge.ok"]);
  });
});
