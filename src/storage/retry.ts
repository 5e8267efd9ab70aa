export interface RetryTimes {
  /** Milliseconds. */
  readonly first: number;
  /** No longer than this. Milliseconds. */
  readonly last: number;
}
const usual: RetryTimes = { first: 60_000, last: 32 * 60_000 };

/** Tries again after a while, then after twice as long… Keeps no process alive. */
export function createRetry(run: () => void, { first, last }: RetryTimes = usual) {
  let tries = 0;
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  return {
    /** @param late whether something still waits to be kept */
    after(late: boolean): void {
      clearTimeout(timer);
      if (late && !over) timer = setTimeout(run, Math.min(first * 2 ** tries++, last)).unref();
      else tries = 0;
    },
    /** For good: what still ends later begins it no more. */
    dispose(): void {
      over = true;
      clearTimeout(timer);
    },
  };
}
