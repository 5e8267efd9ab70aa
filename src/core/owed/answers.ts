import type { Answer } from "../book/answer";
import type { Instant } from "../time/types";

/** By an Owed's id: what was said to it last. */
export type AnswerTo = (owedId: string) => Answer | undefined;

/** @param until what is dated later was dated by a clock that ran ahead, and says nothing yet */
export function newestOf(answers: readonly Answer[], until: Instant): AnswerTo {
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const known = newest.get(answer.owedId);
    if (answer.at <= until && (!known || known.at <= answer.at)) newest.set(answer.owedId, answer);
  }
  return (owedId) => newest.get(owedId);
}
