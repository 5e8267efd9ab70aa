import type { Answer } from "../book/answer";

/** By an Owed's id: what was said to it last. */
export type AnswerTo = (owedId: string) => Answer | undefined;

export function newestOf(answers: readonly Answer[]): AnswerTo {
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const known = newest.get(answer.owedId);
    if (!known || known.at <= answer.at) newest.set(answer.owedId, answer);
  }
  return (owedId) => newest.get(owedId);
}
