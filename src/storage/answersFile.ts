import * as v from "valibot";
import { answerSchema, type Answer } from "../core/book/answer";
import { id, instant } from "../core/book/fields";
import type { OwnShape } from "../core/book/upgrades";
import { answerKey, newestAnswers, type AnswerSpan } from "./answers";
import type { ListFileKind } from "./listFile";

const goneSchema = v.object({ owedId: id, at: instant });
const fileSchema = v.object({
  version: v.literal(1),
  answers: v.pipe(v.array(answerSchema), v.readonly()),
  forgotten: v.pipe(v.array(goneSchema), v.readonly()),
});
type Stored = v.InferOutput<typeof fileSchema>;
export const answersFileShape: OwnShape<Stored> = { schema: fileSchema, upgrades: [] };

/** @param span of the answers that count now */
export const answersFile = (span: () => AnswerSpan): ListFileKind<Answer, v.InferOutput<typeof goneSchema>, Stored> => ({
  name: "answers",
  shape: answersFileShape,
  parts: ({ answers, forgotten }) => ({ entries: answers, forgotten }),
  stored: ({ entries, forgotten }) => ({ version: 1, answers: entries, forgotten }),
  goneOf: ({ owedId, at }) => ({ owedId, at }),
  keyOf: answerKey,
  newest: (answers) => newestAnswers(answers, span()),
  stillGone: (forgotten) => forgotten.filter(({ at }) => at >= span().oldest),
});
