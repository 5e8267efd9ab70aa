import type { Answer } from "../core/book/answer";
import type { Instant } from "../core/time/types";

/** Nothing is owed for so long: an answer this old answers nothing any more. */
const forgetAfterDays = 400;

/** The moment before which answers are forgotten. */
export const oldestAnswer = (now: Instant): string => new Date(Date.parse(now) - forgetAfterDays * 86_400_000).toISOString();

/** Tells an answer from every other. */
export const answerKey = ({ owedId, at }: Pick<Answer, "owedId" | "at">): string => `${at} ${owedId}`;

/** Of each owed thing the newest answer, where it is not too old; of two at one moment the later in the list. */
export function newestAnswers(answers: readonly Answer[], oldest: string): readonly Answer[] {
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const known = newest.get(answer.owedId);
    if (answer.at >= oldest && (known === undefined || answer.at >= known.at)) newest.set(answer.owedId, answer);
  }
  return [...newest.values()];
}
