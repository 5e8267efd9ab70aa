/** Milliseconds of each run, by name. */
export type Times = Readonly<Record<string, readonly number[]>>;

/**
 * Runs each of these in turn, again and again, so that whatever else the machine does falls on all of them alike. The first
 * round warms up and is not counted.
 */
export async function interleaved(rounds: number, runs: Readonly<Record<string, () => Promise<unknown>>>): Promise<Times> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const began = performance.now();
      await run();
      if (round > 0) times[name]?.push(performance.now() - began);
    }
  }
  return times;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The median of what one took for each millisecond of the other in the same round: noise that lasts hits both. */
export const medianRatio = (ours: readonly number[], theirs: readonly number[]): number => median(ours.map((time, at) => time / (theirs[at] ?? NaN)));

export const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
