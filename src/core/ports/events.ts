export interface Disposable {
  dispose(): void;
}

/** Calls the listener until disposed. The same shape as an event of VS Code, which serves it. */
export type Event<T> = (listener: (value: T) => void) => Disposable;
