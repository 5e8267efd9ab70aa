import { normalise } from "../../language/script";
import { replaceWith } from "../find/fixes";
import { inProse, literal } from "../find/patterns";
import { defineRule } from "../finding";

// The client has a word of their own for what the code calls otherwise. Source: the glossary of the client and the project.

export const glossary = defineRule({
  id: "glossary",
  level: "warning",
  find: ({ reading, glossary: entries }) =>
    entries.flatMap(({ term, words }) => {
      const own = normalise(words);
      // "cart" said as "shopping cart" is there already.
      const inside = own.toLowerCase().includes(normalise(term).toLowerCase());
      const expression = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_-])${literal(normalise(term))}(?![\\p{L}\\p{M}\\p{N}_-])`, "giu");
      return inside
        ? []
        : inProse(reading, expression).map(({ start, end, text }) => {
            const range = reading.range(start, end);
            return { range, message: { id: "check.glossary", values: { found: text, words } } as const, fixes: [replaceWith(range, atStart(reading.prose, start, words))] };
          });
    }),
});

/** A sentence begins with a capital, whatever the glossary has. */
const atStart = (prose: string, at: number, words: string): string =>
  /(?:^|[.!?]\s|\n|[-*•]\s)$/.test(prose.slice(Math.max(0, at - 3), at)) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
