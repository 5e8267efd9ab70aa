import assert from "node:assert/strict";
import type { Answer } from "../../../src/core/book/answer";
import { StorageProblem } from "../../../src/core/ports";
import type { Instant } from "../../../src/core/time/types";
import { createAnswerStore } from "../../../src/storage/answerStore";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";

const now = "2026-11-25T06:00:00.000Z" as Instant;

function open(memento = memoryMemento()) {
  const heard = listening();
  const store = createAnswerStore({ memento, clock: { now: () => now }, ...heard });
  let changes = 0;
  store.onDidChange(() => changes++);
  return { store, memento, ...heard, changes: () => changes };
}
const skipped = (owedId: string, at = "2026-11-25T05:00:00.000Z"): Answer => ({ owedId, at: at as Instant, said: { what: "skipped" } });
const settled = (owedId: string, at: string): Answer => ({ owedId, at: at as Instant, said: { what: "settled" } });

describe("the answers", () => {
  it("survive a restart; of one owed thing the newest counts, whichever comes first", async () => {
    const { store, memento, changes } = open();
    await Promise.all([store.add(skipped("a")), store.add(skipped("b"))]);
    await store.add(settled("a", "2026-11-25T05:30:00.000Z"));
    await store.add(settled("b", "2026-11-25T04:00:00.000Z"));
    assert.deepEqual(store.current(), [settled("a", "2026-11-25T05:30:00.000Z"), skipped("b")]);
    assert.deepEqual(open(memento).store.current(), store.current());
    assert.equal(changes(), 3);
  });

  it("read version 1 as it was written", () => {
    const { store } = open(memoryMemento({ "khobor.answers": sample("answers.v1") }));
    assert.deepEqual(store.current(), sample("answers.v1")["answers"]);
  });

  it("forget what was answered more than 400 days ago", async () => {
    const old = [skipped("old", "2025-10-20T00:00:00.000Z"), skipped("not so old", "2025-10-22T00:00:00.000Z")];
    const { store, memento, told } = open(memoryMemento({ "khobor.answers": { version: 1, answers: old } }));
    assert.deepEqual(store.current(), [old[1]]);
    await store.add(skipped("new"));
    assert.deepEqual((memento.get("khobor.answers") as { answers: unknown }).answers, [old[1], skipped("new")]);
    assert.deepEqual(told, []);
  });

  it("given in another window hold here at once, and are told on refresh", async () => {
    const mine = open();
    assert.deepEqual(mine.store.current(), []);
    await open(mine.memento).store.add(skipped("a"));
    assert.deepEqual(mine.store.current(), [skipped("a")]);
    assert.equal(mine.changes(), 0);
    await mine.store.refresh();
    await mine.store.refresh();
    assert.equal(mine.changes(), 1);
    await mine.store.add(skipped("b"));
    assert.deepEqual(open(mine.memento).store.current(), [skipped("a"), skipped("b")]);
  });

  it("hold in this window while the disk refuses, and are kept later", async () => {
    const { store, memento, told } = open();
    memento.broken = true;
    await store.add(skipped("a"));
    assert.deepEqual(store.current(), [skipped("a")]);
    assert.deepEqual(told, ["storage.notKept"]);
    memento.broken = false;
    await store.refresh();
    assert.deepEqual(open(memento).store.current(), [skipped("a")]);
  });

  it("that are damaged are set aside, and the others hold", async () => {
    const { store, memento, told } = open(memoryMemento({ "khobor.answers": { version: 1, answers: [7, skipped("a"), { owedId: "b" }], more: {} } }));
    assert.deepEqual(store.current(), [skipped("a")]);
    await store.add(skipped("c"));
    const shelf = memento.get("khobor.answers.setAside") as { entries: { raw: unknown }[] };
    assert.deepEqual(shelf.entries.map(({ raw }) => raw), [7, { owedId: "b" }, {}]);
    assert.deepEqual(told, ["storage.setAside"]);
  });

  it("of a newer version are not written over", async () => {
    const newer = { version: 2, answers: [skipped("a")] };
    const { store, memento } = open(memoryMemento({ "khobor.answers": newer }));
    assert.deepEqual(store.current(), [skipped("a")]);
    await assert.rejects(store.add(skipped("b")), (error) => error instanceof StorageProblem && error.problem.id === "storage.newer");
    assert.deepEqual(memento.get("khobor.answers"), newer);
  });

  it("that could not be read back are refused", async () => {
    const { store, memento } = open();
    await assert.rejects(store.add({ ...skipped("a"), at: "today" as Instant }));
    assert.deepEqual(memento.writes, []);
  });
});
