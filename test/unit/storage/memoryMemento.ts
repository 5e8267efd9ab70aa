import type { Memento } from "../../../src/storage/memento";

/** A memento as VS Code has it: values pass through JSON, and are there for reading before they are kept. */
export interface MemoryMemento extends Memento {
  /** What is kept, as JSON has it: written to as another window would. */
  readonly values: Map<string, unknown>;
  /** While true, update rejects and keeps nothing. */
  broken: boolean;
  /** Every value that was given to update, with its key. */
  readonly writes: { readonly key: string; readonly value: unknown }[];
  /** All that is kept, for another memento to begin with. */
  all(): Readonly<Record<string, unknown>>;
}

export function memoryMemento(start: Readonly<Record<string, unknown>> = {}): MemoryMemento {
  const values = new Map(Object.entries(structuredClone(start)));
  return {
    values,
    broken: false,
    writes: [],
    all: () => Object.fromEntries(values),
    keys: () => [...values.keys()],
    get: (key) => values.get(key),
    update(key, value) {
      if (this.broken) return Promise.reject(new Error("the disk is full"));
      const copy: unknown = JSON.parse(JSON.stringify(value));
      values.set(key, copy);
      this.writes.push({ key, value: copy });
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
}
