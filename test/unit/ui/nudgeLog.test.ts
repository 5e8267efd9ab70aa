import assert from "node:assert/strict";
import type { Instant } from "../../../src/core/time/types";
import { createNudgeLog } from "../../../src/ui/nudgeLog";

const at = (time: string) => `2026-11-19T${time}:00.000Z` as Instant;

/** Windows over one state; a write is seen by all once the others had a turn, as between real windows. */
function windows(...names: readonly string[]) {
  const stored = new Map<string, unknown>();
  const logs = names.map((window) =>
    createNudgeLog({
      state: { get: (key) => stored.get(key), update: (key, value) => Promise.resolve(void stored.set(key, value)) },
      window,
      hasFocus: () => window.startsWith("focused"),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 100)),
    }),
  );
  return { stored, logs };
}

describe("the log of nudges", () => {
  it("remembers when", async () => {
    const { logs } = windows("focused");
    assert.deepEqual(await logs[0]?.claim(["a", "b"], at("09:00")), ["a", "b"]);
    assert.deepEqual(logs[0]?.last(), { a: at("09:00"), b: at("09:00") });
  });

  it("lets one window nudge, and rather the one with the focus", async () => {
    const { logs } = windows("one", "focused", "two");
    const claims = await Promise.all(logs.map((log) => log.claim(["a"], at("09:00"))));
    assert.deepEqual(claims, [[], ["a"], []]);
  });

  it("lets one of several windows nudge where none has the focus", async () => {
    const { logs } = windows("one", "two", "three");
    const claims = await Promise.all(logs.map((log) => log.claim(["a"], at("09:00"))));
    assert.equal(claims.flat().length, 1);
  });

  it("gives what is left where another window was first for a part", async () => {
    const { logs } = windows("focused", "focused too");
    await logs[0]?.claim(["a"], at("09:00"));
    assert.deepEqual(await logs[1]?.claim(["a", "b"], at("09:10")), ["b"]);
  });

  it("lets an earlier nudge be made again", async () => {
    const { logs } = windows("focused", "focused too");
    await logs[0]?.claim(["a"], at("09:00"));
    assert.deepEqual(await logs[1]?.claim(["a"], at("10:30")), ["a"]);
  });

  it("reads what is healthy, whatever else is there", async () => {
    const { stored, logs } = windows("focused");
    stored.set("khobor.nudges", { a: { at: at("09:00"), by: "x" }, b: "nonsense", c: { at: "yesterday", by: "x" } });
    assert.deepEqual(logs[0]?.last(), { a: at("09:00") });
    assert.deepEqual(await logs[0].claim(["b"], at("09:00")), ["b"]);
    stored.set("khobor.nudges", "nonsense");
    assert.deepEqual(logs[0].last(), {});
  });

  it("forgets what is months old", async () => {
    const { logs } = windows("focused");
    await logs[0]?.claim(["old"], "2026-08-01T09:00:00.000Z" as Instant);
    await logs[0]?.claim(["new"], at("09:00"));
    assert.deepEqual(Object.keys(logs[0]?.last() ?? {}), ["new"]);
  });
});
