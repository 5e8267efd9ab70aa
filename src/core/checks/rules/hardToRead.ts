import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { isListLine } from "../../drafting/lines";
import { isClosing, isGreeting } from "../find/sentences";
import { defineRule, type Found } from "../finding";

// A sentence that has to be read twice is read once. Source: the Flesch-Kincaid grade (Kincaid and others, 1975), by the
// packages `flesch-kincaid` and `syllable`. For Bangla no such measure is agreed on: there it is the length of the sentence, and of
// its words. A plain one has about three letters a word (signs above and below not counted), that of an office or a law book five.

/** School years; plain business English is at 8 to 10, a scientific paper at 15 and more. */
const highestGrade = 16;
/** The grade says nothing of less than this. */
const fewestWords = 25;
const heavy = { words: 16, letters: 4.2 } as const;
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
    if (long.length > 0) return long;
    if (language === "bn") return prose.filter(({ text }) => isHeavy(text)).map(({ start, end }): Found => ({ range: reading.range(start, end), message: { id: "check.hardToRead" } }));
    const running = prose.filter(({ text }) => !isListLine(text));
    const words = running.flatMap(({ text }) => wordsOf(text));
    const all = grade(words, running.length);
    const hardest = [...running].sort((a, b) => grade(wordsOf(b.text), 1) - grade(wordsOf(a.text), 1))[0];
    return words.length < fewestWords || all <= highestGrade || !hardest ? [] : [{ range: reading.range(hardest.start, hardest.end), message: { id: "check.hardToRead" } }];
  },
});

const grade = (words: readonly string[], sentences: number): number =>
  words.length === 0 ? 0 : fleschKincaid({ sentence: Math.max(1, sentences), word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
const isHeavy = (text: string): boolean => {
  const all = (text.match(/[\u0980-\u09ff]+/gu) ?? []).map((word) => word.match(/\p{L}/gu)?.length ?? 0);
  return all.length >= heavy.words && all.reduce((sum, letters) => sum + letters, 0) >= heavy.letters * all.length;
};
/** A semicolon or a colon lets the reader breathe as a full stop does. */
const longestRun = (text: string): number => Math.max(...text.split(/[;:]\s/).map((part) => wordsOf(part).length));
