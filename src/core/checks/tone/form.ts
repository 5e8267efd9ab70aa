import { aboutCustomers, isQuestion } from "../find/sentences";
import { apart, has, matchesIn, words, type Match } from "../find/patterns";
import type { CheckInput } from "../input";
import type { Part } from "../reading";
import { clausesOf } from "./clauses";
import { ifClause, kind, trouble } from "./cues";

/** What stands around the words that a form found. */
export interface Around {
  readonly clause: Part;
  readonly sentence: Part;
  /** What was found, so that the rest of the sentence can be told from it. */
  readonly match: Match;
  readonly input: CheckInput;
}

/** A way of saying something, by its build: words that say it, and what must or must not stand around them. */
export interface Form {
  readonly says: RegExp;
  /** Read over a whole sentence, where cause and effect stand apart. Otherwise within one clause. */
  readonly across?: true;
  readonly when?: (around: Around) => boolean;
}

/** People who are nobody's customers. */
const atWork = words("(?:my|other|another|different) (?:\\w+ )?(?:customers?|users?|people|members?|buyers?)", "(?:you|your|the|these|those|other|some|most|many|few) (?:\\w+ )?people", "people (?:on|at|in|of|from|who)", "your (?:\\w+ )?members?");

/** What is the same in both languages has forms of its own in each. */
export interface Forms {
  readonly english: readonly Form[];
  readonly bangla: readonly Form[];
}

/** Where a message says one of these. The client's customers are the work's subject, and nobody is reproached with them. */
export const saidIn = (input: CheckInput, forms: Forms): readonly Match[] =>
  said(input, input.reading.sentences.filter(({ text }) => !aboutCustomers(text.replace(atWork, ""))), forms);

/** The same, whomever a sentence is about. */
export const saidAnywhere = (input: CheckInput, forms: Forms): readonly Match[] => said(input, input.reading.sentences, forms);

/** A name or two in the other script are no sentence in its language. */
export const isEnglish = (text: string): boolean => /[a-z']+ [a-z']+ [a-z]/i.test(text);
export const isBangla = (text: string): boolean => /[\u0980-\u09ff]/.test(text);

function said(input: CheckInput, sentences: readonly Part[], { english, bangla }: Forms): readonly Match[] {
  return apart(
    sentences.flatMap((sentence) => {
      const forms = [...(isEnglish(sentence.text) ? english : []), ...(isBangla(sentence.text) ? bangla : [])];
      const clauses = forms.length === 0 ? [] : clausesOf(sentence);
      return forms.flatMap(({ says, across, when }) =>
        (across ? [sentence] : clauses).flatMap((clause) => matchesIn(clause.text, says, clause.start).filter((match) => when?.({ clause, sentence, match, input }) !== false)),
      );
    }),
  );
}

// What a form may ask of its surroundings.

export const all = (...asked: readonly ((around: Around) => boolean)[]) => (around: Around): boolean => asked.every((one) => one(around));
/** A clause that supposes something says nothing of what was done. */
export const told = ({ clause, sentence }: Around): boolean => !has(clause.text, ifClause) && !isQuestion(sentence);
/** Something else in the sentence says that work stands still, comes late or went wrong. */
export const withTrouble = ({ sentence, match }: Around): boolean => has(rest(sentence, match), trouble);
/** The same anywhere in the sentence, in the words found too. */
export const inTrouble = ({ sentence }: Around): boolean => has(sentence.text, trouble);
/** Thanks and praise are none of what these forms are after. */
export const unkind = ({ sentence }: Around): boolean => !has(sentence.text, kind);

const rest = ({ start, text }: Part, match: Match): string => `${text.slice(0, match.start - start)}\n${text.slice(match.end - start)}`;
