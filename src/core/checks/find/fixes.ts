import type { Text } from "../../say";
import type { Fix } from "../finding";
import type { Range, Reading } from "../reading";

/** Takes away the line that a place of the reading stands on, with its line break. */
export function removeLine(reading: Reading, at: number): Fix {
  const line = reading.lines.find(({ start, end }) => start <= at && at <= end);
  const { start, end } = line ? reading.range(line.start, line.end) : { start: 0, end: 0 };
  const { original } = reading;
  const breakAfter = /^\r?\n/.exec(original.slice(end))?.[0].length ?? 0;
  // The last line has its break before it.
  const breakBefore = breakAfter === 0 ? (/\r?\n$/.exec(original.slice(0, start))?.[0].length ?? 0) : 0;
  return { title: { id: "check.fix.removeLine" }, edits: [{ range: { start: start - breakBefore, end: end + breakAfter }, text: "" }] };
}

/** Takes away the sentence that a place of the reading is in, or its line where it is alone there. */
export function removeSentence(reading: Reading, at: number): Fix {
  const sentence = reading.sentences.find(({ start, end }) => start <= at && at < end);
  const line = reading.lines.find(({ start, end }) => start <= at && at <= end);
  if (!sentence || !line || reading.sentences.filter(({ start }) => line.start <= start && start <= line.end).length < 2) return removeLine(reading, at);
  const { start, end } = reading.range(sentence.start, sentence.end);
  const after = /^ */.exec(reading.original.slice(end))?.[0].length ?? 0;
  const isLast = end + after >= reading.range(line.start, line.end).end;
  const before = isLast ? (/ *$/.exec(reading.original.slice(0, start))?.[0].length ?? 0) : 0;
  return { title: { id: "check.fix.removeSentence" }, edits: [{ range: { start: start - before, end: end + after }, text: "" }] };
}

export const replaceWith = (range: Range, text: string): Fix => ({ title: { id: "check.fix.replace", values: { words: text } }, edits: [{ range, text }] });

/** Takes the words out, with the brackets that hold nothing else and the space that is left over. */
export function takeOut(reading: Reading, range: Range, title: Text): Fix {
  const { original } = reading;
  let { start, end } = range;
  const opens = /\([^()]{0,12}$/.exec(original.slice(0, start))?.[0];
  if (opens !== undefined && original[end] === ")" && /^\((?:see|in|commit|at|fixed in|দেখুন|)\s*`?$/i.test(opens)) {
    start -= opens.length;
    end += 1;
  }
  if (original[start - 1] === "`" && original[end] === "`") {
    start -= 1;
    end += 1;
  }
  if (original[start - 1] === " " && /^(?:[\s.,;:!?।)]|$)/.test(original.slice(end))) start -= 1;
  return { title, edits: [{ range: { start, end }, text: "" }] };
}

/** Where a sentence is added: after the last sentence of a line. */
export const addAfter = (at: number, text: string, title: Text, asks?: "date"): Fix => ({ title, edits: [{ range: { start: at, end: at }, text }], ...(asks && { asks }) });
