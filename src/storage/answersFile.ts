import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { answerSchema, type Answer } from "../core/book/answer";
import { id, instant } from "../core/book/fields";
import type { OwnShape } from "../core/book/upgrades";
import { newestAnswers, type AnswerChange, type AnswerSpan } from "./answers";
import { createSharedFile, type SharedFile, type SharedFileParts } from "./sharedFile";

const fileSchema = v.object({
  version: v.literal(1),
  answers: v.pipe(v.array(answerSchema), v.readonly()),
  /** Answers that were taken back: a copy elsewhere must not bring them in again. */
  forgotten: v.pipe(v.array(v.object({ owedId: id, at: instant })), v.readonly()),
});
export type HeldAnswers = v.InferOutput<typeof fileSchema>;

export const answersFileShape: OwnShape<HeldAnswers> = { schema: fileSchema, upgrades: [] };

/** Answers in a file that all windows of this machine share and watch. */
export const createAnswersFile = (parts: Omit<SharedFileParts<HeldAnswers>, "name" | "shape" | "empty">): SharedFile<HeldAnswers> =>
  createSharedFile({ ...parts, name: "answers", shape: answersFileShape, empty: { version: 1, answers: [], forgotten: [] } });

/**
 * The file's value after these changes; the very same where they change nothing.
 * @param copied what a copy elsewhere has: it does not bring back what was taken back here. Only who answers anew does.
 */
export function changed(held: HeldAnswers, copied: readonly Answer[], changes: readonly AnswerChange[], span: AnswerSpan): HeldAnswers {
  let { forgotten } = held;
  const isForgotten = ({ owedId, at }: Answer) => held.forgotten.some((other) => other.owedId === owedId && other.at === at);
  let answers = [...held.answers, ...copied.filter((answer) => !isForgotten(answer))];
  for (const change of changes) {
    const one = "add" in change ? change.add : change.forget;
    const isOne = (other: Pick<Answer, "owedId" | "at">) => other.owedId === one.owedId && other.at === one.at;
    if ("add" in change) {
      answers = [...answers, one];
      forgotten = forgotten.filter((other) => !isOne(other));
    } else {
      answers = answers.filter((answer) => !isDeepStrictEqual(answer, one));
      forgotten = [...forgotten.filter((other) => !isOne(other)), { owedId: one.owedId, at: one.at }];
    }
  }
  const next: HeldAnswers = { version: 1, answers: newestAnswers(answers, span), forgotten: forgotten.filter(({ at }) => at >= span.oldest) };
  return isDeepStrictEqual(next, held) ? held : next;
}
