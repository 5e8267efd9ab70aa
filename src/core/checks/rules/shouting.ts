import { inProse, matchesIn } from "../find/patterns";
import { replaceWith } from "../find/fixes";
import { defineRule } from "../finding";

// Capitals are read as a raised voice, and each further "!" takes weight from the first. Source: netiquette since RFC 1855,
// section 2.1.1: "UPPER CASE LOOKS AS IF YOU'RE SHOUTING."

/** Three words or more in capitals, or two long ones. Abbreviations stand alone or in pairs. */
const capitals = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}']*(?:[ ,-]+\p{Lu}[\p{Lu}']*){2,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{Lu}{5,} +\p{Lu}{5,}(?![\p{L}\p{N}])/gu;
const urgent = /(?<![\p{L}\p{N}])(?:URGENT|PLEASE|IMPORTANT|IMMEDIATELY|NOW|MUST|NEVER|ALWAYS|FINALLY|ASAP!+|VERY|NOT|STILL|AGAIN|ALREADY|TODAY|TOMORROW|EVERY|EVERYTHING|NOTHING|NOBODY|ONLY|STOP|WHY|BEFORE|UNTIL|REALLY|TWICE|WAITING|DON'T|CAN'T|WON'T|ALL)(?![\p{L}\p{N}])/gu;
const marks = /[!]{2,}|\?{2,}!*|!\?+|।{2,}/g;

export const shouting = defineRule({
  id: "shouting",
  level: "warning",
  source: "https://www.rfc-editor.org/rfc/rfc1855",
  find: ({ reading }) => {
    const loud = [capitals, urgent]
      .flatMap((one) => matchesIn(reading.prose, one))
      .filter(({ text }) => isLoud(text))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const once = loud.filter(({ start }, at) => !loud.slice(0, at).some((other) => start < other.end));
    const begins = (at: number) => /(?:^|[.!?।\n]\s*|[-*•]\s)$/u.test(reading.prose.slice(Math.max(0, at - 3), at));
    return [
      ...once.map(({ start, end, text }) => {
        const range = reading.range(start, end);
        return { range, message: { id: "check.shouting", values: { found: text } } as const, fixes: [replaceWith(range, quiet(text, begins(start)))] };
      }),
      ...inProse(reading, marks).filter(({ text }) => text.length > 1).map(({ start, end, text }) => {
        const range = reading.range(start, end);
        return { range, message: { id: "check.shouting", values: { found: text } } as const, fixes: [replaceWith(range, text.includes("?") ? "?" : text.startsWith("।") ? "।" : "!")] };
      }),
    ];
  },
});

/** Four letters or more in one of the words, or a word that only shouts: "VAT ID PDF" is a list of short names. */
const isLoud = (text: string): boolean => {
  const each = text.split(/[ ,-]+/);
  return each.length === 1 || each.filter((word) => word.length >= 4).length * 2 >= each.length || each.some((word) => small.has(word.toLowerCase()));
};
const small = new Set("the is are it for you to and of we i my your all in on not".split(" "));
const quiet = (text: string, begins: boolean): string => {
  const low = text.toLowerCase().replace(/\bi\b/g, "I");
  return begins ? low.charAt(0).toUpperCase() + low.slice(1) : low;
};
