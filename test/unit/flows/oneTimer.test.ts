import assert from "node:assert/strict";
import fc from "fast-check";
import type { Instant } from "../../../src/core/time/types";
import { epochMs, later } from "../../../src/core/time/zoned";
import { createSurveyor } from "../../../src/core/owed/derive";
import { toNudge } from "../../../src/core/owed/nudge";
import { keepWatch } from "../../../src/flows/keepWatch";
import { createAlarm } from "../../../src/ui/alarm";
import { bookOf, machine, sent } from "./watching";

/** What may happen to a window: minutes that pass in their time, a sleep, a clock that is set, and what people and other windows do. */
const happenings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ what: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 600 }) }) },
    fc.record({ what: fc.constant("sleep" as const), minutes: fc.integer({ min: 1, max: 30 * 24 * 60 }) }),
    fc.record({ what: fc.constant("setBack" as const), minutes: fc.integer({ min: 1, max: 2 * 24 * 60 }) }),
    fc.record({ what: fc.constantFrom("book" as const, "send" as const, "snooze" as const, "look" as const), minutes: fc.integer({ min: 1, max: 300 }) }),
  ),
  { minLength: 3, maxLength: 25 },
);
const numRuns = 200;

/** Timers as Node has them, on the clock of a machine that may sleep. */
function timersOf(on: ReturnType<typeof machine>) {
  const armed = new Set<{ readonly ring: () => void; readonly at: number }>();
  let most = 0;
  return {
    armed,
    most: () => most,
    port: {
      set: (ring: () => void, ms: number) => {
        const timer = { ring, at: epochMs(on.now()) + ms };
        armed.add(timer);
        most = Math.max(most, armed.size);
        return timer;
      },
      clear: (timer: unknown) => void armed.delete(timer as never),
    },
  };
}

describe("the one timer", function () {
  this.timeout(60_000);

  it("is never two, is always there, and never lets an hour go by unseen, whatever happens", async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (all) => {
        const on = machine(bookOf("Acme"), "2026-11-16T02:00:00.000Z");
        const timers = timersOf(on);
        const settle = () => new Promise((resolve) => setImmediate(resolve));
        const watch = keepWatch({
          engine: () => Promise.resolve({ createSurveyor, toNudge }),
          clock: on.clock, alarm: createAlarm(on.clock, timers.port), book: on.bookStore, history: on.historyStore, answers: on.answerStore, nudges: on.nudges,
          mayNudge: () => true, nudge: () => undefined,
          log: { info: () => undefined, warn: () => undefined, error: (message, error) => assert.fail(`${message}: ${String(error)}`) },
        });
        await watch.ready();
        await settle();
        const ringAll = async () => {
          for (const timer of [...armedNow()]) {
            timers.armed.delete(timer);
            timer.ring();
          }
          await settle();
        };
        const armedNow = () => [...timers.armed].filter(({ at }) => at <= epochMs(on.now()));
        const pass = async (minutes: number) => {
          const end = later(on.now(), minutes);
          for (;;) {
            const [next] = timers.armed;
            assert.ok(next);
            if (next.at > epochMs(end)) break;
            on.turnTo(new Date(Math.max(next.at, epochMs(on.now()))).toISOString());
            await ringAll();
          }
          on.turnTo(end);
        };
        for (const { what, minutes } of all) {
          if (what === "wait") await pass(minutes);
          else if (what === "sleep") {
            // Timers stand still while a machine sleeps, and ring when it wakes.
            on.turnTo(later(on.now(), minutes));
            await ringAll();
          } else if (what === "setBack") on.turnTo(later(on.now(), -minutes));
          else if (what === "book") on.change(bookOf("Acme", minutes % 2 === 0 ? "Rahim" : "Sara"));
          else if (what === "send") on.send(sent("acme", on.now()));
          else if (what === "look") watch.look();
          else {
            const [item] = watch.view()?.owed ?? [];
            if (item) on.say({ owedId: item.id, at: on.now(), said: { what: "snoozed", until: later(on.now(), minutes) } });
          }
          await settle();
          assert.equal(timers.armed.size, 1);
          if (what === "setBack") continue;
          const seenAt = watch.view()?.now ?? ("" as Instant);
          if (!all.some((one) => one.what === "setBack")) assert.ok(epochMs(on.now()) - epochMs(seenAt) <= 3_600_000, `last seen at ${seenAt}, now ${on.now()}`);
        }
        assert.equal(timers.most(), 1);
        watch.dispose();
        assert.equal(timers.armed.size, 0);
      }),
      { numRuns },
    );
  });
});
