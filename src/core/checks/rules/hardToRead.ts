import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { isListLine } from "../../drafting/lines";
import { isClosing, isGreeting } from "../find/sentences";
import { defineRule, type Found } from "../finding";

// A sentence that has to be read twice is read once. Source: the Flesch-Kincaid grade (Kincaid and others, 1975), by the
// packages `flesch-kincaid` and `syllable`; for Bangla, which has no such measure that is agreed on, the length alone.

/** School years; plain business English is at 8 to 10, a scientific paper at 15 and more. */
const highestGrade = 16;
/** The grade says nothing of less than this. */
const fewestWords = 25;
const mostWords = { en: 45, bn: 36 } as const;
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];

export const hardToRead = defineRule({
  id: "hardToRead",
  level: "warning",
  source: "https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests",
  find: ({ reading, language }) => {
    const prose = reading.sentences.filter((sentence) => !isGreeting(sentence) && !isClosing(sentence));
    const long = prose.flatMap((sentence): readonly Found[] => {
      const count = longestRun(sentence.text);
      return count > mostWords[language] ? [{ range: reading.range(sentence.start, sentence.end), message: { id: "check.longSentence", values: { count } } }] : [];
    });
    if (long.length > 0 || language === "bn") return long;
    const running = prose.filter(({ text }) => !isListLine(text));
    const words = running.flatMap(({ text }) => wordsOf(text));
    const all = grade(words, running.length);
    const hardest = [...running].sort((a, b) => grade(wordsOf(b.text), 1) - grade(wordsOf(a.text), 1))[0];
    return words.length < fewestWords || all <= highestGrade || !hardest ? [] : [{ range: reading.range(hardest.start, hardest.end), message: { id: "check.hardToRead" } }];
  },
});

const grade = (words: readonly string[], sentences: number): number =>
  words.length === 0 ? 0 : fleschKincaid({ sentence: Math.max(1, sentences), word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
/** A semicolon or a colon lets the reader breathe as a full stop does. */
const longestRun = (text: string): number => Math.max(...text.split(/[;:]\s/).map((part) => wordsOf(part).length));
