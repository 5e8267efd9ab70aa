import { addNote } from "../../book/noteChanges";
import { openQuestions } from "../../book/queries";
import { baseView, type BaseInput } from "./baseView";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { needApproach, needDaysHigh, needDaysLow, needGoal, needPriceHigh, needPriceLow, some } from "./projectNeeds";
import { daysOf, known, paymentOf, priceOf, rateOf, type DaysView } from "./projectViews";
import { questionIds, viewQuestions, type QuestionsView } from "./questionViews";
import { questionMeaning } from "./sharedMeanings";
import type { PlainDate } from "../../time/types";

interface ProposalView extends MessageView, Pick<QuestionsView, "question"> {
  readonly goal?: string;
  /** What has to be there. */
  readonly included: readonly string[];
  /** Step by step. */
  readonly approach: readonly string[];
  /** Work to show. */
  readonly references: readonly string[];
  readonly firstStep?: string;
  readonly days?: DaysView;
  readonly startsOn?: PlainDate;
  readonly price?: string;
  readonly rate?: string;
  readonly deposit?: string;
  readonly paymentTerms?: string;
  /** Price or time has two ends. */
  readonly isRange: boolean;
}

/** One question is answered; of five, none is. */
const mostQuestions = 1;

function view(input: KindInput): ProposalView {
  const base = baseView(input satisfies BaseInput);
  const { me, project, answers } = input;
  const days = project && daysOf(project);
  const price = project && priceOf(project, base);
  const rate = project && rateOf(project, base);
  const { question } = viewQuestions(input, mostQuestions);
  return {
    ...base,
    ...known("goal", project?.goal),
    included: project?.included ?? [],
    approach: project?.approach ?? [],
    references: me.references ?? [],
    ...known("firstStep", answers["firstStep"] as string | undefined),
    ...known("days", days),
    ...known("startsOn", project?.startsOn),
    ...known("price", price),
    ...(price === undefined && known("rate", rate)),
    ...paymentOf(input, base),
    isRange: days?.high !== undefined || (price !== undefined && project?.budget === undefined && project?.priceRange?.high !== undefined),
    ...known("question", question),
  };
}

function needs(input: KindInput): readonly Need[] {
  const { me } = input;
  const references: Need = {
    name: "references",
    as: "lines",
    ask: { id: "need.references" },
    hint: { id: "need.references.hint" },
    optional: true,
    keep: (answer, book) => [{ op: "me", me: { ...book.me, references: answer as readonly string[] }, was: book.me }],
  };
  return [
    ...needGoal(input),
    ...needApproach(input),
    ...(some(me.references) ? [] : [references]),
    { name: "firstStep", as: "words", ask: { id: "need.firstStep" }, hint: { id: "need.firstStep.hint" }, optional: true },
    ...needDaysLow(input, { optional: true }),
    ...needDaysHigh(input, { optional: true }),
    ...needPriceLow(input, { optional: true }),
    ...needPriceHigh(input, { optional: true }),
    ...needOneQuestion(input),
  ];
}

function needOneQuestion({ book, client, project }: KindInput): readonly Need[] {
  if (!project || openQuestions(book, { clientId: client.id, projectId: project.id }).length > 0) return [];
  const about = { clientId: client.id, projectId: project.id };
  return [
    {
      name: "question",
      as: "words",
      ask: { id: "need.oneQuestion" },
      hint: { id: "need.oneQuestion.hint" },
      optional: true,
      keep: (answer, _, stamp) => addNote({ ...about, kind: "question", text: answer as string }, stamp).changes,
    },
  ];
}

/** What I understood, how I would do it, what I have done like it, the first step, price and time, and one question. */
export const proposal = defineKind<ProposalView>({
  kind: "proposal",
  project: "required",
  fits: ({ project, sent }) => (project?.status !== "lead" ? 0 : sent.some((record) => record.kind === "proposal" && record.projectId === project.id) ? 1 : 2),
  needs,
  compose: view,
  noteIds: (input) => questionIds(input, mostQuestions),
  meanings: {
    goal: "variable.goal",
    included: "variable.included",
    approach: "variable.approach",
    references: "variable.references",
    firstStep: "variable.firstStep",
    days: { means: "variable.days", fields: { low: "variable.low", high: "variable.high" } },
    startsOn: "variable.startsOn",
    price: "variable.price",
    rate: "variable.rate",
    deposit: "variable.deposit",
    paymentTerms: "variable.paymentTerms",
    isRange: "variable.isRange",
    question: questionMeaning("variable.question"),
  },
});
