import { foreignLines } from "../../drafting/foreignLines";
import { isListLine, splitLines, wordsOf } from "../../drafting/lines";
import { languageOf } from "../../language/languageOf";
import type { CheckInput } from "../input";
import { defineRule } from "../finding";

// Commits are kept in the language that their authors wrote in; the client reads one language. Source: what we promise for each
// draft, that its lines can be read by the contact.

export const otherLanguage = defineRule({
  id: "otherLanguage",
  level: "warning",
  find: (input) =>
    foreign(input).flatMap((at) => {
      const { reading } = input;
      const line = lineAt(reading.original, at);
      return line === undefined ? [] : [{ range: line, message: { id: "check.otherLanguage" } as const, fixes: [removeOf(reading.original, line)] }];
    }),
});

/** A name or a title may be in any language; a line of so many words with none of the reader's is a sentence. */
const fewestWords = 4;

/** Lines of work, and lines of a list that were put there by hand. */
function foreign({ reading: { original }, provenance, language }: CheckInput): readonly number[] {
  const lines = splitLines(original);
  const own = language === "bn" ? /\p{Script=Bengali}/u : /[a-z]{3}/i;
  const pasted = lines.flatMap((line, at) => (isListLine(line) && !own.test(line) && wordsOf(line).length >= fewestWords && languageOf(line) !== language ? [at] : []));
  // Somebody has put a line with Bangla words into words, however many Latin names stand in it.
  const items = foreignLines(provenance, original).map(({ line }) => line).filter((at) => language !== "bn" || !/\p{Script=Bengali}{2}/u.test(lines[at] ?? ""));
  return [...new Set([...items, ...pasted])].sort((a, b) => a - b);
}

/** A line of the document by its number: the reading may have fewer. */
function lineAt(text: string, number: number) {
  let start = 0;
  for (let at = 0; at < number; at++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
  const indent = /^\s*(?:[-*+•]\s+)?/.exec(line)?.[0].length ?? 0;
  return { start: start + indent, end: start + line.length };
}

function removeOf(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const last = /^\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
  return { title: { id: "check.fix.removeLine" } as const, edits: [{ range: { start: first, end: end + last }, text: "" }] };
}
