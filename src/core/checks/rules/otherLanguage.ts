import { foreignLines } from "../../drafting/foreignLines";
import { defineRule } from "../finding";

// Commits are kept in the language that their authors wrote in; the client reads one language. Source: what we promise for each
// draft, that its lines can be read by the contact.

export const otherLanguage = defineRule({
  id: "otherLanguage",
  level: "warning",
  find: ({ reading, provenance }) =>
    foreignLines(provenance, reading.original).flatMap(({ line: at }) => {
      const line = lineAt(reading.original, at);
      return line === undefined ? [] : [{ range: line, message: { id: "check.otherLanguage" } as const, fixes: [removeOf(reading.original, line)] }];
    }),
});

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
