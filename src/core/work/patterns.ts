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
  let asked: ((text: string) => boolean) | undefined;
  return { test: (text) => (asked ??= testOf(make instanceof RegExp ? make : make()))(text) };
}

function testOf(pattern: RegExp): (text: string) => boolean {
  const small = ofSmallLetters(pattern);
  ready(small ?? pattern);
  if (small === undefined) return (text) => pattern.test(text);
  return (text) => small.test(inSmallLetters(text));
}

/**
 * What fits a text in small letters wherever the pattern, which takes capitals for small letters, fits the text as it is. V8 makes it
 * in two thirds of the time. Undefined where that is not certain: there are capitals in it, letters beyond ASCII that have
 * capitals, or a range with letters between its ends.
 */
export function ofSmallLetters(pattern: RegExp): RegExp | undefined {
  const { source, flags } = pattern;
  if (flags !== "i" || /\\[xc]/.test(source)) return undefined;
  const letters = source.replace(/\\u([0-9a-f]{4})/gi, (_, unit: string) => String.fromCharCode(parseInt(unit, 16))).replace(/\\[^]/g, "");
  const beyond = letters.replace(/[ -~]/g, "");
  if (/[A-Z]/.test(letters) || beyond.toLowerCase() !== beyond.toUpperCase()) return undefined;
  const ranges = [...letters.matchAll(/([^[\]])-(?=([^\]]))/g)];
  return ranges.every(([, from = "", to = ""]) => /^(?:[a-z]{2}|\d\d)$/.test(from + to)) ? new RegExp(source) : undefined;
}

let last = "";
let lastSmall = "";
/** Of ASCII alone. Many patterns in a row are asked of one text. */
function inSmallLetters(text: string): string {
  if (text !== last) [last, lastSmall] = [text, text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())];
  return lastSmall;
}
