import type { Answer } from "../core/book/answer";
import { latestTrue } from "../core/time/ahead";
import type { Instant } from "../core/time/types";

/** Nothing is owed for so long: an answer this old answers nothing any more. */
const forgetAfterDays = 400;

/** When answers were given that count. */
export interface AnswerSpan {
  /** Those before it are forgotten. */
  readonly oldest: string;
  /** Those after it were dated by a clock that ran ahead. */
  readonly latest: string;
}
export const answerSpan = (now: Instant): AnswerSpan => ({ oldest: new Date(Date.parse(now) - forgetAfterDays * 86_400_000).toISOString(), latest: latestTrue(now) });

/** Tells an answer from every other. */
export const answerKey = ({ owedId, at }: Pick<Answer, "owedId" | "at">): string => `${at} ${owedId}`;

/**
 * Of each owed thing the newest answer, where it is not too old; of two at one moment the later in the list. One dated ahead
 * stands only where there is no other.
 */
export function newestAnswers(answers: readonly Answer[], { oldest, latest }: AnswerSpan): readonly Answer[] {
  const newest = new Map<string, Answer>();
  const isNewer = (a: Answer, b: Answer): boolean => (a.at > latest === b.at > latest ? a.at >= b.at : a.at <= latest);
  for (const answer of answers) {
    const known = newest.get(answer.owedId);
    if (answer.at >= oldest && (known === undefined || isNewer(answer, known))) newest.set(answer.owedId, answer);
  }
  return [...newest.values()];
}
