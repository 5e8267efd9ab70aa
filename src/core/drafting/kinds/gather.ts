import { applyChanges, type Book, type BookChange } from "../../book/book";
import type { Stamp } from "../../book/changes";
import type { Answer, Answers, KindInput, MessageKindDefinition, Need } from "./kind";

/** What was said so far. The book is as it will be once `changes` are kept. */
export interface Gathered {
  readonly book: Book;
  readonly answers: Answers;
  /** The names of what was asked, answered or not. */
  readonly asked: ReadonlySet<string>;
  readonly changes: readonly BookChange[];
}

/** @param answers what was said to an earlier draft of the same message */
export const nothingAsked = (book: Book, answers: Answers = {}): Gathered => ({ book, answers, asked: new Set(Object.keys(answers)), changes: [] });

/** What is still to be asked. Nothing is asked twice, and with `again` nothing that the message can do without. */
export function missing(definition: Pick<MessageKindDefinition, "needs">, input: KindInput, { asked }: Gathered, again = false): readonly Need[] {
  return definition.needs(input).filter(({ name, optional }) => !asked.has(name) && !(again && optional));
}

/** @param answer undefined: left empty */
export function take(gathered: Gathered, { name, keep }: Need, answer: Answer | undefined, stamp: Stamp): Gathered {
  const asked = new Set([...gathered.asked, name]);
  if (answer === undefined) return { ...gathered, asked };
  const changes = keep?.(answer, gathered.book, stamp) ?? [];
  return {
    book: applyChanges(gathered.book, changes),
    answers: { ...gathered.answers, [name]: answer },
    asked,
    changes: [...gathered.changes, ...changes],
  };
}
