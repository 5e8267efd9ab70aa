import { normalise } from "../../language/script";
import { removeLine } from "../find/fixes";
import { literal, matchesIn, type Match } from "../find/patterns";
import { defineRule } from "../finding";

// Whom else I work for is nobody's business, and a message meant for one client that names another may be in the wrong hands
// altogether. Source: confidentiality as any client expects it; the names are those of the book.

/** Bangla puts endings behind names: রহিম ট্রেডার্সের. */
const ending = "(?:'s|'|[-–]?(?:এর|র|ের|য়ের|কে|তে|এ|ে|টি|টা)?)";

export const otherClient = defineRule({
  id: "otherClient",
  level: "error",
  find: ({ reading, others, known }) =>
    others
      .map((name) => normalise(name).trim())
      .filter((name) => name.length >= 3 && !known.toLowerCase().includes(name.toLowerCase()))
      .flatMap((name) => mentions(reading.prose, name).map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.otherClient", values: { found: text } } as const, fixes: [removeLine(reading, start)] }))),
});

/** A name of one Latin word may be a word of the language, too: only as it is written, and with its capital, it is the name. */
function mentions(prose: string, name: string): readonly Match[] {
  const ordinary = /^[A-Za-z]+$/.test(name);
  const endings = /\p{Script=Bengali}$/u.test(name) ? "\\p{Script=Bengali}{0,6}" : ending;
  const expression = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_@.-])${literal(name)}${endings}(?![\\p{L}\\p{M}\\p{N}_])`, ordinary ? "gu" : "giu");
  return matchesIn(prose, expression);
}
