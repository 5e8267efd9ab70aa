import { newestVersion } from "../core/book/upgrades";
import { StorageProblem, type SetAside } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import type { Memento } from "./memento";
import { createQueue } from "./queue";
import type { Report } from "./report";
import { createRetry } from "./retry";
import { createShelf, sameEntry } from "./setAside";
import { readStored, type StoredShape } from "./stored";

export interface HomeParts {
  readonly memento: Memento;
  readonly clock: Pick<Clock, "now">;
  readonly report: Report;
}

/**
 * One value of a memento, changed by small steps. Every step is applied to what the memento holds at that moment, so that
 * another window's step is kept too. Where a write fails the step stays in memory and goes out with the next one.
 */
export interface Home<Part, Change> {
  /** The part as last read, with every step since. Reads the memento the first time only. */
  current(): Part;
  /** Takes in what another window may have written. */
  look(): void;
  /** Throws a StorageProblem where a newer Khobor wrote the value: it is read-only then. */
  assertWritable(): void;
  /** Resolves when the steps are kept or, where that failed, reported. Rejects as assertWritable throws. */
  change(changes: readonly Change[]): Promise<void>;
  /** Looks, and tries again to keep what could not be kept before. */
  refresh(): Promise<void>;
  /** Damaged entries, those already on the shelf and those on their way there. */
  setAside(): readonly SetAside[];
  /** Tries no more to keep what could not be kept. */
  dispose(): void;
}

const nothingRead = Symbol("nothing read");

export function createHome<Part, Change>(shape: StoredShape<Part, Change>, { memento, clock, report }: HomeParts): Home<Part, Change> {
  const queue = createQueue();
  const shelf = createShelf(memento, `${shape.key}.setAside`);
  let lastRead: unknown = nothingRead;
  let part = shape.empty;
  let newer = false;
  let unkept: readonly Change[] = [];
  let unshelved: readonly SetAside[] = [];
  let failing = false;
  const retry = createRetry(() => void refresh());

  function look(): void {
    const raw = memento.get(shape.key);
    // The same object was checked before, and nobody changes it in place.
    if (raw === lastRead && typeof raw === "object") return;
    const reading = readStored(shape, raw);
    lastRead = raw;
    if (reading.newer && !newer) report({ id: "storage.newer" }, `${shape.key} is from a newer version`);
    newer = reading.newer;
    part = newer ? reading.part : shape.apply(reading.part, unkept);
    const found = reading.damaged
      .filter((damaged) => !shelf.holds(damaged) && !unshelved.some((entry) => sameEntry(entry, damaged)))
      .map((damaged) => ({ ...damaged, foundAt: clock.now() }));
    if (found.length === 0) return;
    unshelved = [...unshelved, ...found];
    report({ id: "storage.setAside", values: { count: found.length } }, found.map(({ kind, detail }) => `${kind}: ${detail}`).join("; "));
  }

  async function keep(): Promise<void> {
    try {
      // First the shelf, then the value without them: a crash between the two leaves an entry twice, never nowhere.
      if (unshelved.length > 0) {
        const shelving = unshelved;
        await shelf.put(shelving);
        unshelved = unshelved.filter((entry) => !shelving.includes(entry));
        look();
        if (unshelved.length > 0) throw new Error("more damaged entries turned up");
      }
      if (newer) return;
      const keeping = unkept;
      const written = memento.update(shape.key, { ...shape.write(part), version: newestVersion(shape.upgrades) });
      lastRead = memento.get(shape.key);
      await written;
      unkept = unkept.slice(keeping.length);
      if (failing) report({ id: "storage.keptAgain" }, `${shape.key}: all is kept again`);
      failing = false;
    } catch (error) {
      lastRead = nothingRead;
      if (!failing) report({ id: "storage.notKept" }, `${shape.key}: ${String(error)}`);
      failing = true;
    }
    retry.after(failing);
  }

  function load(): void {
    if (lastRead !== nothingRead || failing) return;
    look();
    if (unshelved.length > 0) void queue(keep);
  }

  function assertWritable(): void {
    look();
    if (newer) throw new StorageProblem({ id: "storage.newer" }, `${shape.key} is from a newer version`);
  }

  const refresh = () =>
    queue(async () => {
      look();
      if (unkept.length > 0 || unshelved.length > 0) await keep();
    });

  return {
    current() {
      load();
      return part;
    },
    look,
    assertWritable,
    change: (changes) =>
      queue(async () => {
        assertWritable();
        unkept = [...unkept, ...changes];
        part = shape.apply(part, changes);
        await keep();
      }),
    refresh,
    setAside() {
      load();
      return [...shelf.entries(), ...unshelved];
    },
    dispose: () => retry.dispose(),
  };
}
