import type { TextId } from "../../say";
import type { DueView, HousekeepingView, Placed, QuestionView } from "../progressView";
import type { Meanings } from "./messageView";

export const dueMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<DueView> } => ({
  means,
  fields: { on: "variable.on", time: "variable.time", theirTime: "variable.theirTime", past: "variable.past" },
});

export const questionMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<QuestionView> } => ({
  means,
  fields: { text: "variable.question.text", due: dueMeaning("variable.question.due") },
});

/** Of what stands in a list. */
export const placed: Meanings<Placed> = { first: "variable.first", last: "variable.last" };

export const housekeepingMeaning: { readonly means: TextId; readonly fields: Meanings<HousekeepingView> } = {
  means: "variable.housekeeping",
  fields: {
    libraries: "variable.housekeeping.libraries",
    tests: "variable.housekeeping.tests",
    code: "variable.housekeeping.code",
    docs: "variable.housekeeping.docs",
    ...placed,
  },
};
