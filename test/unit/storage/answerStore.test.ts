import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach } from "mocha";
import type { Answer } from "../../../src/core/book/answer";
import { StorageProblem } from "../../../src/core/ports/book";
import type { Instant } from "../../../src/core/time/types";
import { createAnswerStore } from "../../../src/storage/answerStore";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders, until } from "./tempFolder";

const now = "2026-11-25T06:00:00.000Z" as Instant;

const stores: { dispose(): void }[] = [];
afterEach(() => stores.splice(0).forEach((store) => store.dispose()));
const temp = tempFolders();

function open(memento = memoryMemento(), folder = path.join(temp(), "answers")) {
  const heard = listening();
  const store = createAnswerStore({ memento, folder, clock: { now: () => now }, ...heard });
  stores.push(store);
  let changes = 0;
  store.onDidChange(() => changes++);
  return { store, memento, folder, file: path.join(folder, "answers.json"), ...heard, changes: () => changes };
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

  it("that a clock dated far ahead give way to any other", async () => {
    const { store } = open();
    await store.add(skipped("a", "2027-03-01T06:00:00.000Z"));
    assert.deepEqual(store.current(), [skipped("a", "2027-03-01T06:00:00.000Z")]);
    await store.add(settled("a", "2026-11-25T05:30:00.000Z"));
    await store.add(skipped("a", "2027-02-01T06:00:00.000Z"));
    assert.deepEqual(store.current(), [settled("a", "2026-11-25T05:30:00.000Z")]);
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

describe("the answers of several windows", () => {
  // Each has a global state of its own: what another window writes there may come late, or not at all.
  const machine = () => {
    const folder = path.join(temp(), "answers");
    return () => open(memoryMemento(), folder);
  };
  const held = (file: string) => JSON.parse(readFileSync(file, "utf8")) as { answers: Answer[]; forgotten: unknown[] };

  it("hold in all of them at once, and are told", async () => {
    const window = machine();
    const [mine, other] = [window(), window()];
    assert.deepEqual([mine.store.current(), other.store.current()], [[], []]);
    await other.store.refresh();
    await mine.store.refresh();
    await other.store.add(skipped("a"));
    await until(() => mine.changes() > 0);
    assert.deepEqual(mine.store.current(), [skipped("a")]);
    await mine.store.add(settled("a", "2026-11-25T05:30:00.000Z"));
    await until(() => other.changes() > 1);
    assert.deepEqual(other.store.current(), mine.store.current());
    assert.deepEqual([mine.changes(), other.changes()], [2, 2]);
  });

  it("that were taken back stay so, whatever copy another window still has, until they are given anew", async () => {
    const window = machine();
    const [mine, other] = [window(), window()];
    for (const { store } of [mine, other]) {
      store.current();
      await store.refresh();
    }
    await mine.store.add(skipped("a"));
    await until(() => other.changes() > 0);
    await other.store.refresh();
    // At one moment: the one takes it back, the other, which still shows it, answers something else.
    await Promise.all([mine.store.takeBack(skipped("a"), undefined), other.store.add(skipped("b"))]);
    for (const { store } of [other, mine]) await store.refresh();
    for (const { store } of [mine, other]) assert.deepEqual(store.current(), [skipped("b")]);
    await other.store.add(skipped("a"));
    await mine.store.refresh();
    assert.deepEqual(mine.store.current().map(({ owedId }) => owedId).sort(), ["a", "b"]);
  });

  it("lose none when given at the same moment", async () => {
    const window = machine();
    const windows = [window(), window(), window()];
    const ids = Array.from({ length: 30 }, (_, at) => `owed ${at}`);
    await Promise.all(ids.map((id, at) => windows[at % 3]!.store.add(skipped(id))));
    const { store } = window();
    await store.refresh();
    store.current();
    await store.refresh();
    assert.deepEqual(store.current().map(({ owedId }) => owedId).sort(), ids.sort());
  });

  it("that were given before there was a file are in it afterwards, and either home restores the other", async () => {
    const memento = memoryMemento({ "khobor.answers": sample("answers.v1") });
    const first = open(memento);
    first.store.current();
    await first.store.refresh();
    const answers = sample("answers.v1")["answers"];
    assert.deepEqual(held(first.file).answers, answers);
    const fileAlone = open(memoryMemento(), first.folder);
    fileAlone.store.current();
    await fileAlone.store.refresh();
    assert.deepEqual([fileAlone.store.current(), (fileAlone.memento.get("khobor.answers") as { answers: unknown }).answers], [answers, answers]);
    rmSync(first.folder, { recursive: true });
    const copyAlone = open(memento, first.folder);
    copyAlone.store.current();
    await copyAlone.store.refresh();
    assert.deepEqual(held(first.file).answers, answers);
  });

  it("that are taken back stay so, whatever an old copy says, until they are given again", async () => {
    const window = machine();
    const [mine, other] = [window(), window()];
    await mine.store.add(skipped("a"));
    other.store.current();
    await other.store.refresh();
    assert.deepEqual(other.store.current(), [skipped("a")]);
    const before = skipped("a", "2026-11-24T05:00:00.000Z");
    await mine.store.takeBack(skipped("a"), before);
    await until(() => other.changes() > 1);
    assert.deepEqual([mine.store.current(), other.store.current()], [[before], [before]]);
    await other.store.refresh();
    assert.deepEqual(held(mine.file).answers, [before]);
    await mine.store.add(skipped("a"));
    await until(() => other.changes() > 2);
    assert.deepEqual([mine.store.current(), other.store.current()], [[skipped("a")], [skipped("a")]]);
  });

  it("that are taken back while their file cannot be had stay so, and the file is told later", async () => {
    const { store, folder, file, changes } = open();
    await store.add(skipped("a"));
    await store.add(skipped("b"));
    const locks = path.join(folder, "locks");
    // A look that an own write brought about may make the folder once more.
    await until(() => {
      rmSync(locks, { recursive: true, force: true });
      try {
        writeFileSync(locks, "");
        return true;
      } catch {
        return false;
      }
    });
    await store.takeBack(skipped("a"), undefined);
    await store.takeBack(skipped("b"), undefined);
    await store.add(skipped("b"));
    await store.refresh();
    assert.deepEqual([store.current(), held(file).answers.length], [[skipped("b")], 2]);
    rmSync(locks);
    await store.refresh();
    assert.deepEqual([store.current(), held(file).answers, held(file).forgotten.length], [[skipped("b")], [skipped("b")], 1]);
    assert.equal(changes(), 5);
  });

  it("are made whole again from the copy where the file is damaged, which is kept beside", async () => {
    const { store, memento, file, folder } = open();
    await store.add(skipped("a"));
    store.dispose();
    writeFileSync(file, '{"version":1,"answers":[');
    const again = open(memento, folder);
    again.store.current();
    await again.store.refresh();
    assert.deepEqual([again.store.current(), held(file).answers], [[skipped("a")], [skipped("a")]]);
    assert.ok(readdirSync(folder).includes("answers.damaged.json"));
  });

  it("are kept in global state alone where the file is of a newer version, which is left as it was, or cannot be had", async () => {
    const { store, file, folder, told } = open();
    const newer = '{"version":2,"answers":"elsewhere"}';
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, newer);
    await store.add(skipped("a"));
    await store.refresh();
    assert.deepEqual([store.current(), readFileSync(file, "utf8"), told], [[skipped("a")], newer, ["storage.newer"]]);
    const blocked = path.join(temp(), "a file");
    writeFileSync(blocked, "");
    const nowhere = open(memoryMemento(), path.join(blocked, "answers"));
    await nowhere.store.add(skipped("a"));
    assert.deepEqual([nowhere.store.current(), nowhere.told], [[skipped("a")], []]);
    assert.ok(nowhere.logged.length > 0);
  });
});
