import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Instant } from "../../../src/core/time/types";
import { createNudgeLog } from "../../../src/storage/nudgeLog";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";
import { sample } from "./samples";
import { tempFolders } from "./tempFolder";

const tempFolder = tempFolders();
const at = (time: string) => `2026-11-${time}.000Z` as Instant;

function open(folder: string, memento = memoryMemento()) {
  const heard = listening();
  return { nudges: createNudgeLog({ folder, memento, clock: { now: () => at("25T06:00:00") }, ...heard }), memento, ...heard };
}

describe("the log of nudges", () => {
  it("remembers over a restart when each was last nudged for", async () => {
    const folder = tempFolder();
    const { nudges, memento } = open(folder);
    assert.deepEqual(nudges.last(), {});
    assert.deepEqual(await nudges.claim(["a", "b"], at("25T06:00:00")), ["a", "b"]);
    assert.deepEqual(await nudges.claim(["a"], at("25T08:00:00")), ["a"]);
    assert.deepEqual(open(folder, memento).nudges.last(), { a: at("25T08:00:00"), b: at("25T06:00:00") });
  });

  it("gives all that is named together to one window, though none sees the other's state", async () => {
    const folder = tempFolder();
    const ids = Array.from({ length: 20 }, (_, number) => `owed ${number}`);
    const windows = [open(folder), open(folder), open(folder)];
    const claimed = await Promise.all(windows.map(({ nudges }, number) => nudges.claim(ids, at(`25T06:00:0${number}`))));
    assert.deepEqual(claimed.map((own) => own.length).sort(), [0, 0, 20]);
  });

  it("gives a later nudge for the same thing out anew", async () => {
    const folder = tempFolder();
    const memento = memoryMemento();
    const windows = [open(folder, memento), open(folder, memento)];
    for (const time of ["25T06:00:00", "25T07:00:00", "26T06:00:00"]) {
      const claimed = await Promise.all(windows.map(({ nudges }) => nudges.claim(["a"], at(time))));
      assert.deepEqual(claimed.flat(), ["a"], time);
    }
  });

  it("gives out again what a window claimed that did not live to nudge", async () => {
    const folder = tempFolder();
    assert.deepEqual(await open(folder).nudges.claim(["a"], at("25T06:00:00")), ["a"]);
    const { nudges } = open(folder);
    assert.deepEqual(await nudges.claim(["a"], at("25T06:05:00")), []);
    assert.deepEqual(await nudges.claim(["a"], at("25T06:11:00")), ["a"]);
  });

  it("is not held up by what was nudged while the clock ran ahead", async () => {
    const [folder, memento] = [tempFolder(), memoryMemento()];
    const ahead = "2027-03-01T06:00:00.000Z" as Instant;
    const early = createNudgeLog({ folder, memento, clock: { now: () => ahead }, ...listening() });
    assert.deepEqual(await early.claim(["a"], ahead), ["a"]);
    const { nudges } = open(folder, memento);
    assert.deepEqual(nudges.last(), {});
    assert.deepEqual(await nudges.claim(["a"], at("25T06:00:00")), ["a"]);
    assert.deepEqual(await nudges.claim(["a"], at("26T05:00:00")), ["a"]);
    assert.deepEqual(nudges.last(), { a: at("26T05:00:00") });
  });

  it("clears old claims away", async () => {
    const folder = tempFolder();
    const { nudges } = open(folder);
    await nudges.claim(["a", "b"], at("20T06:00:00"));
    assert.equal(readdirSync(folder).length, 3);
    await nudges.claim(["c"], at("23T06:00:00"));
    assert.equal(readdirSync(folder).length, 2);
  });

  it("nudges all the same where the disk refuses, and says so in the log", async () => {
    const file = path.join(tempFolder(), "a file");
    writeFileSync(file, "");
    const { nudges, logged } = open(path.join(file, "claims"));
    assert.deepEqual(await nudges.claim(["a"], at("25T06:00:00")), ["a"]);
    assert.equal(logged.length, 1);
    assert.deepEqual(nudges.last(), { a: at("25T06:00:00") });
  });

  it("reads version 1 as it was written", () => {
    const { nudges } = open(tempFolder(), memoryMemento({ "khobor.nudges": sample("nudges.v1") }));
    assert.deepEqual(nudges.last(), { "update:j-shop:r-0001": "2026-11-20T11:00:00.000Z" });
  });
});
