import type { Reading } from "../reading";

// Patterns for words in two scripts. `\b` knows Latin letters alone, so that words end where no letter, mark or digit follows.

const before = "(?<![\\p{L}\\p{M}\\p{N}_])";
const after = "(?![\\p{L}\\p{M}\\p{N}_])";

/** Whole words or phrases, in any case: each is the source of a pattern, and a space in it stands for any run of spaces. */
export const words = (...sources: readonly string[]): RegExp => new RegExp(`${before}(?:${joined(sources)})${after}`, "giu");
/** As it stands. */
export const pattern = (source: string): RegExp => new RegExp(spaced(source), "giu");

const joined = (sources: readonly string[]): string => sources.map(spaced).join("|");
/** "a b" has any run of spaces between, "a ?b" perhaps none. Bounded, so that nothing is tried over and over. */
const spaced = (source: string): string => source.normalize("NFC").replaceAll(" ?", "\\s{0,3}").replaceAll(" ", "\\s{1,3}");

export interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
/** Every match in a text that begins at `at` of the reading. */
export const matchesIn = (text: string, expression: RegExp, at = 0): readonly Match[] =>
  // Most find nothing; matchAll copies the pattern before it looks.
  text.search(expression) < 0 ? [] : [...text.matchAll(expression)].flatMap(({ 0: found, index }) => (found === "" ? [] : [{ start: at + index, end: at + index + found.length, text: found }]));

/** By place, without those that lie over one before them: of two that begin together the longer one stays. */
export function apart(matches: readonly Match[]): readonly Match[] {
  let free = 0;
  return [...matches].sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}

export const has = (text: string, expression: RegExp): boolean => text.search(expression) >= 0;

/** Every match in the prose: addresses are none of it. */
export const inProse = ({ prose }: Reading, expression: RegExp): readonly Match[] => matchesIn(prose, expression);

/** What a name or term matches as a word of its own, whatever is special in it. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, " ");
