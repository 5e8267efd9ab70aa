import assert from "node:assert/strict";
import type { Instant, Zone } from "../../../src/core/time/types";
import { instantAt } from "../../../src/core/time/zoned";
import { createAlarm } from "../../../src/ui/alarm";

/** Time that stands still until it is turned. `drift`: how much the wall clock moves beyond the timer, as after a sleep. */
function turnable() {
  let wall = Date.parse("2026-11-19T09:00:00.000Z");
  let armed: { ring: () => void; ms: number } | undefined;
  let most = 0;
  return {
    clock: { now: () => instantAt(wall), zone: () => "Asia/Dhaka" as Zone },
    timers: {
      set: (ring: () => void, ms: number) => {
        assert.equal(armed, undefined, "a second timer");
        most = Math.max(most, ms);
        return (armed = { ring, ms });
      },
      clear: () => {
        armed = undefined;
      },
    },
    fire(drift = 0) {
      const due = armed;
      armed = undefined;
      wall += (due?.ms ?? 0) + drift;
      due?.ring();
    },
    armedFor: () => armed?.ms,
    longest: () => most,
  };
}
const HOUR = 3_600_000;
const rung = () => {
  let count = 0;
  return {
    ring: () => {
      count++;
    },
    count: () => count,
  };
};

describe("the alarm", () => {
  it("rings once at its time", () => {
    const time = turnable();
    const bell = rung();
    createAlarm(time.clock, time.timers).set("2026-11-19T09:30:00.000Z" as Instant, bell.ring);
    assert.equal(time.armedFor(), HOUR / 2);
    time.fire();
    assert.equal(bell.count(), 1);
    assert.equal(time.armedFor(), undefined);
  });

  it("reaches a time months ahead in steps of an hour at most", () => {
    const time = turnable();
    const bell = rung();
    createAlarm(time.clock, time.timers).set("2027-02-19T09:00:00.000Z" as Instant, bell.ring);
    for (let n = 0; n < 92 * 24; n++) {
      assert.equal(bell.count(), 0);
      time.fire();
    }
    assert.equal(bell.count(), 1);
    assert.equal(time.longest(), HOUR);
  });

  it("rings at once after a sleep of three weeks", () => {
    const time = turnable();
    const bell = rung();
    createAlarm(time.clock, time.timers).set("2026-11-25T09:00:00.000Z" as Instant, bell.ring);
    time.fire(21 * 24 * HOUR);
    assert.equal(bell.count(), 1);
  });

  it("waits again when the clock was set back", () => {
    const time = turnable();
    const bell = rung();
    createAlarm(time.clock, time.timers).set("2026-11-19T09:30:00.000Z" as Instant, bell.ring);
    time.fire(-HOUR);
    assert.equal(bell.count(), 0);
    assert.equal(time.armedFor(), HOUR);
  });

  it("keeps the newest time alone, and none once cleared", () => {
    const time = turnable();
    const [first, second] = [rung(), rung()];
    const alarm = createAlarm(time.clock, time.timers);
    alarm.set("2026-11-19T09:10:00.000Z" as Instant, first.ring);
    alarm.set("2026-11-19T09:20:00.000Z" as Instant, second.ring);
    time.fire();
    assert.deepEqual([first.count(), second.count()], [0, 1]);
    alarm.set("2026-11-19T10:00:00.000Z" as Instant, first.ring);
    alarm.clear();
    assert.equal(time.armedFor(), undefined);
  });

  it("rings for a time that has passed", () => {
    const time = turnable();
    const bell = rung();
    createAlarm(time.clock, time.timers).set("2026-11-01T09:00:00.000Z" as Instant, bell.ring);
    assert.equal(time.armedFor(), 0);
    time.fire();
    assert.equal(bell.count(), 1);
  });
});
