/** Says whether a text has what a pattern looks for. */
export type Tester = Pick<RegExp, "test">;

// V8 makes a pattern ready for use twice, at its first text and, in another form, at its second; the first form takes longer
// to make than the second. On a text of 1,000 characters and more it makes only the second. For large patterns, of which a
// draft asks hundreds, that is a third of the time.
const long = "\x7f".repeat(1000);

/** It stays the same pattern. */
function ready(pattern: RegExp): RegExp {
  pattern.test(long);
  pattern.lastIndex = 0;
  return pattern;
}

/**
 * Makes it at the first call, and hands out the same afterwards. To read a pattern takes V8 no time to speak of, but with \p in it a
 * tenth to a third of a millisecond, used or not: those that few texts need are made by this, or stand in a function.
 */
export function whenNeeded<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Makes a pattern ready just before it is used for the first time. */
export function readyNow(pattern: RegExp): RegExp {
  if (made.has(pattern)) return pattern;
  made.add(pattern);
  return ready(pattern);
}
const made = new WeakSet<RegExp>();

/** The same for those of a list, most of which are asked of every text that gets to them. */
export function readyWhenAsked(make: RegExp | (() => RegExp)): Tester {
  let asked: RegExp | undefined;
  return { test: (text) => (asked ??= ready(make instanceof RegExp ? make : make())).test(text) };
}
