import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createEmitter } from "../../../src/core/emitter";
import type { BookChange } from "../../../src/core/book/book";
import { createSurveyor } from "../../../src/core/owed/derive";
import { toNudge } from "../../../src/core/owed/nudge";
import type { Owed } from "../../../src/core/owed/owed";
import type { Instant } from "../../../src/core/time/types";
import { keepWatch } from "../../../src/flows/keepWatch";
import { createNudgeLog } from "../../../src/storage/nudgeLog";
import { memoryMemento } from "../../unit/storage/memoryMemento";
import type { Life } from "./acting";
import { dhaka } from "./people";

/** What all windows of one machine share. */
export interface Machine {
  readonly life: Life;
  readonly now: () => Instant;
  readonly shown: (window: number, items: readonly Owed[]) => void;
}

/**
 * Several windows, each with the watch as the extension has it and a memory of its own, which hears of the others' a minute
 * later. Which of them nudges is decided by files, as on a real machine.
 */
export function openWindows(count: number, machine: Machine) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "khobor-bench-nudges-"));

  const working = new Set<Promise<unknown>>();
  const windows = Array.from({ length: count }, (_, n) => openWindow(n, folder, machine, working));
  return {
    windows,
    /** The book, the history or the answers have changed. */
    changed: () => windows.forEach(({ changed }) => changed()),
    /** Resolves when nobody is at work any more. */
    async settled(): Promise<void> {
      const turn = () => new Promise((resolve) => setImmediate(resolve));
      for (await turn(); working.size > 0; await turn()) await Promise.all(working);
      await turn();
    },
    share(): void {
      const all = windows.map(({ memento }) => memento.values.get("khobor.nudges")).filter((kept) => kept !== undefined);
      const newest = all.toSorted((a, b) => lastOf(a).localeCompare(lastOf(b))).at(-1);
      if (newest !== undefined) for (const { memento } of windows) if (lastOf(memento.values.get("khobor.nudges")) < lastOf(newest)) memento.values.set("khobor.nudges", newest);
    },
    dispose() {
      for (const { watch } of windows) watch.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const lastOf = (kept: unknown): string => ((kept as { readonly nudges?: readonly { readonly at: string }[] } | undefined)?.nudges ?? []).reduce((a, { at }) => (a > at ? a : at), "");

function openWindow(n: number, folder: string, { life, now, shown }: Machine, working: Set<Promise<unknown>>) {
  const fail = (what: string, error?: unknown) => {
    throw new Error(what, { cause: error });
  };
  const bookChanged = createEmitter<readonly BookChange[]>();
  const historyChanged = createEmitter<undefined>();
  const answersChanged = createEmitter<undefined>();
  const memento = memoryMemento();
  const log = createNudgeLog({ folder, memento, clock: { now }, report: ({ id }) => fail(id), log: { warn: fail } });
  const alarms: { at: Instant; ring: () => void }[] = [];
  const most = { alarms: 0 };
  /** What the watch has seen of the work: it reads the signs every ten minutes at most. */
  const seen = { signs: new Map() as Life["workAt"] };
  const watch = keepWatch({
    engine: () => Promise.resolve({ createSurveyor, toNudge }),
    clock: { now, zone: () => dhaka },
    alarm: {
      // As the one timer of the extension: setting it takes the place of what was set.
      set: (at, ring) => {
        alarms.splice(0, alarms.length, { at, ring });
        most.alarms = Math.max(most.alarms, alarms.length);
      },
      clear: () => void alarms.splice(0),
    },
    book: { current: () => life.book, onDidChange: bookChanged.event },
    history: { all: () => Promise.resolve(life.history), onDidChange: historyChanged.event },
    answers: { current: () => life.answers, onDidChange: answersChanged.event },
    nudges: {
      last: () => log.last(),
      claim: (ids, at) => {
        const claiming = log.claim(ids, at).finally(() => working.delete(claiming));
        working.add(claiming);
        return claiming;
      },
    },
    workSigns: () => {
      seen.signs = new Map([...life.workAt].map(([id, times]) => [id, times.filter((at) => at <= now())]));
      return Promise.resolve(seen.signs);
    },
    mayNudge: () => true,
    nudge: (items) => shown(n, items),
    log: { info: () => undefined, warn: () => undefined, error: fail },
  });
  return {
    watch, memento, alarms, most,
    signs: () => seen.signs,
    changed: () => {
      bookChanged.fire([]);
      answersChanged.fire(undefined);
      historyChanged.fire(undefined);
    },
  };
}
