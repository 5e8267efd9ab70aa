import assert from "node:assert/strict";
import { applyChanges } from "../../../src/core/book/book";
import { clientParts } from "../../../src/core/book/clientPart";
import { logContact } from "../../../src/core/book/noteChanges";
import { createEmitter } from "../../../src/core/emitter";
import type { Instant } from "../../../src/core/time/types";
import { bookOf, client, machine, openWindow, project, sent } from "./watching";

// Dhaka is six hours ahead of UTC; the week there runs from Sunday to Thursday, nine to six. 19 November 2026 is a Thursday.
const morning = "2026-11-16T02:00:00.000Z";
const levelOf = (window: ReturnType<typeof openWindow>) => window.watch.view()?.owed[0]?.level;

describe("keeping watch", () => {
  it("says nothing before the history was read, then what is owed", async () => {
    const window = openWindow(machine(bookOf("Acme"), morning));
    assert.equal(window.watch.view(), undefined);
    await window.settle();
    assert.equal(window.watch.view()?.owed.length, 1);
    assert.ok(window.armedAt());
  });

  it("nudges once a working day, for all together, in my hours", async () => {
    const window = openWindow(machine(bookOf("Acme", "Rahim"), morning));
    await window.settle();
    await window.until("2026-11-17T02:00:00.000Z");
    assert.deepEqual(window.messages, [["acme", "rahim"]]);
    await window.until("2026-11-18T02:00:00.000Z");
    assert.equal(window.messages.length, 2);
    // Thursday evening to Sunday morning: the weekend is left alone.
    await window.until("2026-11-19T12:30:00.000Z");
    const thursday = window.messages.length;
    await window.until("2026-11-22T02:30:00.000Z");
    assert.equal(window.messages.length, thursday);
    await window.until("2026-11-22T12:30:00.000Z");
    assert.equal(window.messages.length, thursday + 1);
  });

  it("does not nudge again after a restart on the same day", async () => {
    const on = machine(bookOf("Acme"), morning);
    const before = openWindow(on);
    await before.settle();
    await before.until("2026-11-16T11:00:00.000Z");
    before.watch.dispose();
    assert.equal(before.armedAt(), undefined);
    const after = openWindow(on);
    await after.settle();
    await after.until("2026-11-16T17:00:00.000Z");
    assert.deepEqual([before.messages.length, after.messages.length], [1, 0]);
  });

  it("nudges in one window only", async () => {
    const on = machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z");
    const windows = [openWindow(on), openWindow(on), openWindow(on)];
    for (const window of windows) await window.settle();
    assert.equal(windows.flatMap((window) => window.messages).length, 1);
  });

  it("leaves an hour between the messages of two windows, too", async () => {
    const on = machine(bookOf("Acme", "Rahim"), "2026-11-18T05:30:00.000Z");
    const first = openWindow(on);
    await first.settle();
    const [acme] = first.watch.view()?.owed ?? [];
    const second = openWindow(on);
    await second.settle();
    // Put off for forty minutes, it asks by itself when they are over: in whichever window, and not so soon.
    const until = "2026-11-18T06:10:00.000Z" as Instant;
    on.say({ owedId: acme?.id ?? "", at: on.now(), said: { what: "snoozed", until } });
    const all = () => first.messages.length + second.messages.length;
    for (const window of [second, first]) await window.until("2026-11-18T06:29:00.000Z");
    assert.equal(all(), 1);
    for (const window of [second, first]) await window.until("2026-11-18T06:30:00.000Z");
    assert.equal(all(), 2);
  });

  it("is quiet after a message went out, and the clock starts again", async () => {
    const on = machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z");
    const window = openWindow(on);
    await window.settle();
    assert.equal(levelOf(window), "overdue");
    on.send(sent("acme", "2026-11-18T05:00:00.000Z" as Instant));
    await window.settle();
    assert.notEqual(levelOf(window), "overdue");
    await window.until("2026-11-18T17:00:00.000Z");
    assert.equal(window.messages.length, 1);
  });

  it("does not nudge for what is snoozed until its time, then it does", async () => {
    const on = machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z");
    const window = openWindow(on);
    await window.settle();
    const [item] = window.watch.view()?.owed ?? [];
    const until = "2026-11-18T08:00:00.000Z" as Instant;
    on.say({ owedId: item?.id ?? "", at: on.now(), said: { what: "snoozed", until } });
    assert.equal(window.watch.view()?.owed[0]?.snoozedUntil, until);
    await window.until("2026-11-18T07:59:00.000Z");
    assert.equal(window.messages.length, 1);
    await window.until("2026-11-18T08:00:00.000Z");
    assert.equal(window.messages.length, 2);
  });

  it("leaves an hour between two messages", async () => {
    const on = machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z");
    const window = openWindow(on);
    await window.settle();
    on.change(bookOf("Acme", "Rahim"));
    await window.settle();
    assert.deepEqual(window.messages, [["acme"]]);
    await window.until("2026-11-18T06:01:00.000Z");
    assert.deepEqual(window.messages, [["acme"], ["rahim"]]);
  });

  it("nudges once after a sleep of three weeks", async () => {
    const on = machine(bookOf("Acme"), "2026-11-16T14:00:00.000Z");
    const window = openWindow(on);
    await window.settle();
    on.turnTo("2026-12-07T05:00:00.000Z");
    await window.ring();
    assert.equal(levelOf(window), "overdue");
    assert.deepEqual(window.messages, [["acme"]]);
    assert.ok((window.armedAt() ?? "") > "2026-12-07T05:00:00.000Z");
  });

  it("nudges nobody where messages are off, but knows what is owed", async () => {
    const window = openWindow(machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z"), { mayNudge: () => false });
    await window.settle();
    assert.equal(levelOf(window), "overdue");
    assert.deepEqual(window.messages, []);
  });

  it("follows the book at once", async () => {
    const on = machine(bookOf(), "2026-11-18T05:00:00.000Z");
    const window = openWindow(on);
    await window.settle();
    assert.equal(levelOf(window), undefined);
    const acme = client("Acme");
    on.change({ ...bookOf(), client: [acme], project: [project(acme)] });
    assert.equal(levelOf(window), "overdue");
  });

  it("does not poll: one alarm, about one wake-up an hour, and the history is read once", async () => {
    const on = machine(bookOf("Acme"), morning);
    const window = openWindow(on);
    await window.settle();
    await window.until("2026-11-17T02:00:00.000Z");
    assert.ok(window.rings() <= 30, `${window.rings()} wake-ups in a day`);
    assert.equal(on.stored.readings, 1);
  });

  it("does nothing once it is over", async () => {
    const on = machine(bookOf("Acme"), morning);
    const window = openWindow(on);
    window.watch.dispose();
    await window.settle();
    on.change(bookOf("Rahim"));
    window.watch.look();
    await window.settle();
    assert.equal(window.armedAt(), undefined);
    assert.equal(window.watch.view(), undefined);
  });

  it("is quiet until the time that was asked for, and speaks at that time", async () => {
    const until = "2026-11-18T08:20:00.000Z" as Instant;
    const window = openWindow(machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z"), { quietUntil: () => until });
    await window.settle();
    await window.until("2026-11-18T08:19:00.000Z");
    assert.deepEqual([levelOf(window), window.messages], ["overdue", []]);
    await window.until(until);
    assert.deepEqual(window.messages, [["acme"]]);
  });

  it("knows the clients of workspaces that are not open, beside those of this one", async () => {
    const on = machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z");
    const window = openWindow(on, { others: () => Promise.resolve(clientParts(bookOf("Acme", "Rahim"))) });
    await window.settle();
    await window.settle();
    const view = window.watch.view();
    assert.deepEqual(view?.owed.map(({ clientId }) => clientId), ["acme", "rahim"]);
    assert.deepEqual([[...(view.elsewhere ?? [])], view.others.map(({ client }) => client.id)], [["rahim"], ["rahim"]]);
    // The book of this workspace stays what it is.
    assert.deepEqual(view.book.client.map(({ id }) => id), ["acme"]);
  });

  it("hears at once of a call that another workspace's window logs, and reads no more than that", async () => {
    const on = machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z");
    const theirs = bookOf("Rahim");
    let [elsewhere, readings] = [theirs, 0];
    const touched = createEmitter<undefined>();
    const window = openWindow(on, { others: () => (readings++, Promise.resolve(clientParts(elsewhere))), onDidChangeOthers: touched.event });
    await window.settle();
    await window.settle();
    const levels = () => window.watch.view()?.owed.map(({ clientId, level }) => [clientId, level]);
    assert.deepEqual([levels(), readings], [[["acme", "overdue"], ["rahim", "overdue"]], 1]);
    const [rahim] = theirs.client;
    assert.ok(rahim);
    elsewhere = applyChanges(theirs, logContact(rahim, undefined, "A call", on.now(), { now: on.now(), newId: () => "call" }));
    touched.fire(undefined);
    touched.fire(undefined);
    await window.settle();
    assert.deepEqual([levels(), readings], [[["acme", "overdue"], ["rahim", "fine"]], 2]);
  });

  it("does not go back to what it read of other workspaces before it heard of that call", async () => {
    const on = machine(bookOf("Acme"), "2026-11-18T05:00:00.000Z");
    const theirs = bookOf("Rahim");
    const [rahim] = theirs.client;
    assert.ok(rahim);
    const before = clientParts(theirs);
    const after = clientParts(applyChanges(theirs, logContact(rahim, undefined, "A call", on.now(), { now: on.now(), newId: () => "call" })));
    const touched = createEmitter<undefined>();
    const answers: (() => void)[] = [];
    // The first reading, of how it was, ends last.
    const others = () => {
      const found = answers.length === 0 ? before : after;
      return new Promise<typeof before>((resolve) => answers.push(() => resolve(found)));
    };
    const window = openWindow(on, { others, onDidChangeOthers: touched.event });
    await window.settle();
    touched.fire(undefined);
    await window.settle();
    assert.equal(answers.length, 2);
    for (const answer of answers.toReversed()) {
      answer();
      await window.settle();
    }
    assert.deepEqual(window.watch.view()?.owed.map(({ clientId, level }) => [clientId, level]), [["acme", "overdue"], ["rahim", "fine"]]);
  });

  it("sees work that was committed, without being told", async () => {
    const on = machine(bookOf("Acme"), "2026-11-15T05:00:00.000Z");
    const signs = new Map([["acme-shop", ["2026-11-15T04:30:00.000Z" as Instant]]]);
    const idle = openWindow(on);
    const busy = openWindow(on, { workSigns: () => Promise.resolve(signs) });
    for (const window of [idle, busy, busy]) await window.settle();
    const days = [idle, busy].map((window) => window.watch.view()?.owed[0]?.sendBy.slice(0, 10));
    assert.deepEqual(days, ["2026-11-16", "2026-11-15"]);
  });
});
