/** Characters of the document as it stands (UTF-16, as editors count), `end` not included. Never outside of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch of the text as rules read it, with where it begins there. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The document as rules read it: one encoding for what looks the same, Latin digits, straight quotes, plain spaces, no joiners
 * or marks that nobody sees. Places in it are told apart from places in the document; `range` leads back.
 */
export interface Reading {
  readonly original: string;
  readonly text: string;
  /** The same with web and email addresses blanked, character for character. */
  readonly prose: string;
  /** Of `text`. */
  readonly lines: readonly Part[];
  /** Of `prose`; a line's end ends a sentence. List marks and bold marks belong to it. */
  readonly sentences: readonly Part[];
  /** Where a stretch of the reading stands in the document. */
  readonly range: (start: number, end: number) => Range;
}

/** No draft is longer; what is beyond is not read. */
const most = 60_000;

export function readText(original: string): Reading {
  const { text, starts, ends } = normalised(original.slice(0, most));
  const prose = text.replace(addresses, (found) => " ".repeat(found.length));
  const lines = partsOf(text, /[^\n]*(?:\n|$)/g, /\n$/);
  return {
    original,
    text,
    prose,
    lines,
    sentences: lines.flatMap((line) => sentencesOf(prose.slice(line.start, line.end), line.start)),
    range: (start, end) => {
      const from = starts[start] ?? original.length;
      return { start: from, end: Math.max(from, end > start ? (ends[end - 1] ?? original.length) : from) };
    },
  };
}

const addresses = /\b(?:[a-z][a-z+.-]{1,14}:\/\/|www\.)[^\s<>()]*[^\s<>().,;:!?'"]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

/** One letter with the marks above and below it; they change together. */
const clusters = /\r\n|\P{M}\p{M}*|\p{M}+/gsu;
const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g;

function normalised(original: string) {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of original.matchAll(clusters)) {
    const plain = plainCluster(cluster);
    // What did not change keeps a place for each of its letters; an ending may begin at a vowel sign.
    const same = plain.length === cluster.length;
    for (let n = 0; n < plain.length; n++) {
      starts.push(same ? index + n : index);
      ends.push(same ? index + n + 1 : index + cluster.length);
    }
    text += plain;
  }
  return { text, starts, ends };
}

const BANGLA_ZERO = 0x09e6;
const marks: Readonly<Record<string, string>> = { "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\t": " ", "\r\n": "\n", "\r": "\n", "‑": "-" };

function plainCluster(cluster: string): string {
  if (cluster.length === 1 && cluster >= " " && cluster <= "~") return cluster;
  const known = marks[cluster];
  if (known !== undefined) return known;
  return cluster
    .normalize("NFC")
    .replace(hidden, "")
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BANGLA_ZERO));
}

/** The matches of a pattern as parts; what `ending` matches at their ends is left off. */
function partsOf(text: string, pattern: RegExp, ending: RegExp): readonly Part[] {
  const parts: Part[] = [];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (found === "" && index > 0 && text[index - 1] !== "\n") continue;
    const kept = found.replace(ending, "");
    parts.push({ start: index, end: index + kept.length, text: kept });
  }
  return parts;
}

/** A full stop after these ends no sentence. */
const abbreviated = /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|approx|e\.g|i\.e|etc|a\.m|p\.m|মো|ডা)\.$/i;

function sentencesOf(line: string, at: number): readonly Part[] {
  const sentences: Part[] = [];
  let start = 0;
  const add = (end: number) => {
    const text = line.slice(start, end);
    const lead = /^\s*/.exec(text)?.[0].length ?? 0;
    if (text.trim() !== "") sentences.push({ start: at + start + lead, end: at + start + text.trimEnd().length, text: text.trim() });
    start = end;
  };
  for (const { 0: mark, index } of line.matchAll(/[.!?।…]+["')\]*]*(?=\s)/g)) {
    const end = index + mark.length;
    if (mark === "." && (abbreviated.test(line.slice(start, end)) || /^\s*(?:\d{1,3}|[a-z])\.$/i.test(line.slice(start, end)))) continue;
    add(end);
  }
  add(line.length);
  return sentences;
}
