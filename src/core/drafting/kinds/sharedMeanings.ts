import type { TextId } from "../../say";
import type { DueView, QuestionView } from "../progressView";
import type { Meanings } from "./messageView";

export const dueMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<DueView> } => ({
  means,
  fields: { on: "variable.on", time: "variable.time", theirTime: "variable.theirTime", past: "variable.past" },
});

export const questionMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<QuestionView> } => ({
  means,
  fields: { text: "variable.question.text", due: dueMeaning("variable.question.due") },
});
