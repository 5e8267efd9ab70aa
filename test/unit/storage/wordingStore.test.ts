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

  it("are forgotten for a commit, however its hash has changed, and for that project alone", async () => {
    const { store } = open();
    await store.add([hide, scope, { ...hide, projectId: "other" }]);
    await store.forget("shop", [{ ...commit, authorEmail: "RAFI@example.com", authorDate: "2026-11-20T11:00:00Z" }]);
    assert.deepEqual((await store.all()).map(({ projectId, how }) => `${projectId} ${how}`), ["shop hideScope", "other hide"]);
  });

  it("set aside what is damaged", async () => {
    const { store } = open(memoryMemento({ "khobor.wordings": { version: 1, wordings: [say, { how: "shout" }] } }));
    assert.deepEqual(await store.all(), [say]);
  });
});
