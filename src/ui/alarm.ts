import type { Alarm, Clock } from "../core/ports/clock";
import { epochMs } from "../core/time/zoned";

/** A timer may be late after sleep and wrong after the clock was set, so none runs for longer than this. */
const LONGEST_MS = 60 * 60_000;

/** What of Node's timers is needed, so that tests can turn time themselves. */
export interface Timers {
  set(ring: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}
const nodeTimers: Timers = {
  // unref: a watch for the next update is no reason to keep the extension host alive
  set: (ring, ms) => setTimeout(ring, ms).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/**
 * One timer, never more. It looks at the clock when it fires: what is not reached yet is armed again, so a time months
 * ahead (setTimeout fires at once beyond 24.8 days), a clock set back and a machine that slept are all met.
 */
export function createAlarm(clock: Clock, timers: Timers = nodeTimers): Alarm {
  let timer: unknown;
  const clear = () => {
    if (timer !== undefined) timers.clear(timer);
    timer = undefined;
  };
  return {
    set(at, ring) {
      const arm = () => {
        clear();
        const left = epochMs(at) - epochMs(clock.now());
        timer = timers.set(
          () => {
            timer = undefined;
            if (clock.now() >= at) ring();
            else arm();
          },
          Math.min(Math.max(left, 0), LONGEST_MS),
        );
      };
      arm();
    },
    clear,
  };
}
