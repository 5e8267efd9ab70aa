/** Where VS Code keeps small values for us: the part of its Memento that we use, so that tests run without VS Code. */
export interface Memento {
  keys(): readonly string[];
  get(key: string): unknown;
  /** Rejects where the value could not be kept. */
  update(key: string, value: unknown): PromiseLike<void>;
}
