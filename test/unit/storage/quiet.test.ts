import assert from "node:assert/strict";
import type { Instant } from "../../../src/core/time/types";
import { createQuiet } from "../../../src/storage/quiet";
import { now } from "./bookMachine";
import { listening } from "./logs";
import { memoryMemento } from "./memoryMemento";

const evening = "2026-11-20T18:00:00.000Z" as Instant;

describe("quiet", () => {
  it("holds until the time that was given last, in every window, and ends on demand", async () => {
    const memento = memoryMemento();
    const [here, there] = [0, 1].map(() => createQuiet({ memento, clock: { now: () => now }, ...listening() })) as [ReturnType<typeof createQuiet>, ReturnType<typeof createQuiet>];
    assert.equal(here.until(), undefined);
    await here.set(now);
    await here.set(evening);
    assert.equal(there.until(), evening);
    await there.set(undefined);
    assert.equal(here.until(), undefined);
  });

  it("explains itself once, whatever is quiet", async () => {
    const memento = memoryMemento();
    const quiet = createQuiet({ memento, clock: { now: () => now }, ...listening() });
    assert.equal(quiet.isExplained(), false);
    await quiet.explained();
    await quiet.set(evening);
    assert.equal(quiet.isExplained(), true);
    assert.equal(quiet.until(), evening);
  });
});
