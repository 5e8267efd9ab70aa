import assert from "node:assert/strict";
import type { Instant } from "../../../src/core/time/types";
import { createWordingStore } from "../../../src/storage/wordingStore";
import type { Wording } from "../../../src/core/work/wordings";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";

const at = "2026-11-25T06:00:00.000Z" as Instant;
const open = (memento = memoryMemento()) => {
  const heard = listening();
  return { store: createWordingStore({ memento, clock: { now: () => at }, ...heard }), memento, ...heard };
};
const commit = { authorEmail: "rafi@example.com", authorDate: "2026-11-20T17:00:00+06:00", subject: "Fix the total" };
const hide: Wording = { projectId: "shop", at, how: "hide", commit };
const say: Wording = { projectId: "shop", at, how: "say", commit, text: "The total is right" };
const scope: Wording = { projectId: "shop", at, how: "hideScope", scope: "core" };

describe("wordings", () => {
  it("survive a restart; the last one about a line counts", async () => {
    const { store, memento } = open();
    await store.add([hide, scope]);
    await store.add([say]);
    assert.deepEqual(await store.all(), [scope, say]);
    assert.deepEqual(await open(memento).store.all(), [scope, say]);
  });

  it("are forgotten one by one, for their project alone", async () => {
    const { store, memento } = open();
    await store.add([hide, scope, { ...hide, part: 1 }, { ...hide, projectId: "other" }]);
    await store.forget([hide]);
    await store.forget([]);
    const left = (await open(memento).store.all()).map((wording) => `${wording.projectId} ${wording.how}${wording.how === "hide" ? ` ${wording.part ?? 0}` : ""}`);
    assert.deepEqual(left, ["shop hideScope", "shop hide 1", "other hide 0"]);
  });

  it("set aside what is damaged", async () => {
    const { store } = open(memoryMemento({ "khobor.wordings": { version: 1, wordings: [say, { how: "shout" }] } }));
    assert.deepEqual(await store.all(), [say]);
  });
});
