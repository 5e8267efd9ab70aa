/**
 * Asks, and hands on what was answered; an answer that comes after that to a later question is dropped. Rejects as `ask` does.
 */
export function inOrder<A extends readonly unknown[], T>(ask: (...args: A) => Promise<T>, take: (answer: T) => void): (...args: A) => Promise<void> {
  let asked = 0;
  let taken = 0;
  return async (...args) => {
    const turn = ++asked;
    const answer = await ask(...args);
    if (turn < taken) return;
    taken = turn;
    take(answer);
  };
}
