import type { Disposable, Event } from "./ports/events";

export interface Emitter<T> extends Disposable {
  readonly event: Event<T>;
  /** Calls every listener, in the order in which they came. */
  readonly fire: (value: T) => void;
}

/**
 * An event of our own. A listener that throws does not stop the others: what it threw goes to `report`.
 * A listener that is added or disposed of while the event fires counts from the next time on.
 */
export function createEmitter<T>(report?: (error: unknown) => void): Emitter<T> {
  // Each subscription is its own entry: the same function may listen twice and be disposed of once.
  const listeners = new Set<{ readonly listen: (value: T) => void }>();
  return {
    event(listen) {
      const entry = { listen };
      listeners.add(entry);
      return { dispose: () => void listeners.delete(entry) };
    },
    fire(value) {
      for (const entry of [...listeners]) {
        try {
          entry.listen(value);
        } catch (error) {
          report?.(error);
        }
      }
    },
    dispose() {
      listeners.clear();
    },
  };
}
