import assert from "node:assert/strict";
import type { Alarm } from "../../../src/core/ports/clock";
import { later } from "../../../src/core/time/zoned";
import type { Instant } from "../../../src/core/time/types";
import { keepFresh } from "../../../src/flows/keepFresh";

function desk() {
  const state = { now: "2026-11-21T10:00:00.000Z" as Instant, wanted: true, focused: true, looks: 0, fails: false };
  let armed: { readonly at: Instant; readonly ring: () => void } | undefined;
  const alarm: Alarm = { set: (at, ring) => void (armed = { at, ring }), clear: () => (armed = undefined) };
  const errors: string[] = [];
  const fresh = keepFresh({
    clock: { now: () => state.now },
    alarm,
    log: { info: () => undefined, warn: () => undefined, error: (message) => void errors.push(message) },
    isWanted: () => state.wanted,
    isFocused: () => state.focused,
    refresh: async () => {
      state.looks++;
      await Promise.resolve();
      if (state.fails) throw new Error("no");
    },
  });
  return {
    state, fresh, errors,
    at: () => armed?.at,
    /** Time goes on, and the alarm rings if it is due. */
    pass: async (minutes: number) => {
      state.now = later(state.now, minutes);
      if (armed && armed.at <= state.now) {
        const { ring } = armed;
        armed = undefined;
        ring();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe("refreshing by the clock", () => {
  it("begins 15 minutes after the window, and goes on every 15 minutes, never sooner", async () => {
    const { state, fresh, at, pass } = desk();
    fresh.look();
    assert.deepEqual([state.looks, at()], [0, "2026-11-21T10:15:00.000Z"]);
    await pass(14);
    fresh.look();
    assert.equal(state.looks, 0);
    await pass(1);
    assert.deepEqual([state.looks, at()], [1, "2026-11-21T10:30:00.000Z"]);
    for (let minute = 0; minute < 60; minute++) {
      fresh.look();
      await pass(1);
    }
    assert.equal(state.looks, 5);
  });

  it("has no timer where nothing is wanted, or nobody looks", async () => {
    const { state, fresh, at, pass } = desk();
    state.wanted = false;
    fresh.look();
    assert.equal(at(), undefined);
    state.wanted = true;
    state.focused = false;
    fresh.look();
    assert.equal(at(), undefined);
    await pass(60);
    state.focused = true;
    fresh.look();
    await pass(0);
    assert.equal(state.looks, 1, "at once, when the window comes back after that long");
    fresh.look();
    state.wanted = false;
    await pass(15);
    assert.deepEqual([state.looks, at()], [1, undefined]);
  });

  it("goes on after a look that failed, and ends with the window", async () => {
    const { state, fresh, errors, at, pass } = desk();
    state.fails = true;
    fresh.look();
    await pass(15);
    assert.deepEqual([state.looks, errors.length, at()], [1, 1, "2026-11-21T10:30:00.000Z"]);
    fresh.dispose();
    fresh.look();
    await pass(15);
    assert.deepEqual([state.looks, at()], [1, undefined]);
  });
});
