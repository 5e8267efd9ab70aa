import { marketplaceName } from "../../book/marketplaces";
import type { Project } from "../../book/project";
import { writeWeekday } from "../../language/dates";
import type { Writing } from "../../language/writing";
import { rhythmOf, usualNumber } from "../../owed/rhythm";
import { numberOf } from "../../owed/settings";
import type { PlainDate } from "../../time/types";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { baseView, clocksOf, onMarketplace } from "./baseView";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import {
  needAssumptions,
  needBudget,
  needDeposit,
  needDueOn,
  needExcluded,
  needGoal,
  needIncluded,
  needNeeded,
  needPaymentTerms,
  needQuestions,
  needRevisions,
  needStartsOn,
  needStages,
  needUpdatesWhere,
} from "./projectNeeds";
import { known, paymentOf, priceOf, rateOf, stagesOf, typedMoney, type StageView } from "./projectViews";
import { questionIds, viewQuestions, type QuestionsView } from "./questionViews";
import { dueMeaning, questionMeaning } from "./sharedMeanings";

interface KickoffView extends MessageView, QuestionsView {
  readonly goal?: string;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly assumptions: readonly string[];
  readonly stages: readonly StageView[];
  /** When the whole is due; only where no stage has a date. */
  readonly due?: DueView;
  readonly startsOn?: PlainDate;
  /** Rounds of changes that belong to the price. */
  readonly revisions?: number;
  readonly price?: string;
  readonly rate?: string;
  readonly deposit?: string;
  readonly paymentTerms?: string;
  /** The marketplace that payment goes through. */
  readonly paidThrough?: string;
  /** How often updates come; one is set. */
  readonly updates?: UpdatesView;
  /** Where and how. */
  readonly updatesWhere?: string;
  /** Needed from the client. */
  readonly needed: readonly string[];
}
interface UpdatesView {
  readonly daily: boolean;
  readonly weekday?: string;
  readonly days?: number;
  readonly byStage: boolean;
  /** The longest silence between stages, in days. */
  readonly ceiling?: number;
}

function updatesOf(project: Project, { client, owed }: KindInput, writing: Writing): UpdatesView | undefined {
  const usual = { name: project.size === "small" ? "smallUpdate" : "largeUpdate", on: true, number: usualNumber[project.size] } as const;
  const rhythm = rhythmOf({ ...project, status: "active" }, numberOf(usual, client, project, owed));
  switch (rhythm.every) {
    case "workingDay":
      return { daily: true, byStage: false };
    case "week":
      return { daily: false, weekday: writeWeekday(rhythm.day, writing), byStage: false };
    case "days":
      return { daily: rhythm.days === 1, ...(rhythm.days > 1 && { days: rhythm.days }), byStage: false };
    case "milestone":
      return { daily: false, byStage: true, ceiling: rhythm.ceilingDays };
    case "never":
      return undefined;
  }
}

function view(input: KindInput): KickoffView {
  const base = baseView(input);
  const { client, project } = input;
  const stages = stagesOf(input);
  const dated = stages.some(({ due }) => due !== undefined);
  const price = project && priceOf(project, base);
  return {
    ...base,
    ...known("goal", project?.goal),
    included: project?.included ?? [],
    excluded: project?.excluded ?? [],
    assumptions: project?.assumptions ?? [],
    stages,
    ...(project?.dueOn && !dated && { due: viewDue({ by: "date", on: project.dueOn }, clocksOf(input)) }),
    ...(project?.startsOn !== undefined && project.startsOn >= base.today && { startsOn: project.startsOn }),
    ...(project?.revisions && project.revisions.agreed > 0 && { revisions: project.revisions.agreed }),
    ...known("price", price),
    ...(project && price === undefined && known("rate", rateOf(project, base))),
    ...paymentOf(input, base),
    ...known("paidThrough", marketplaceName(client)),
    ...known("updates", project && updatesOf(project, input, base)),
    ...known("updatesWhere", project?.updatesWhere),
    needed: project?.needed ?? [],
    ...viewQuestions(input),
  };
}

function needs(input: KindInput): readonly Need[] {
  const optional = { optional: true };
  const low = input.project?.priceRange?.low;
  const proposed = low && typedMoney(low);
  // What is paid, and when, is worth asking once there is a price.
  const mine = onMarketplace(input.client.place) || input.project?.budget === undefined ? [] : [...needDeposit(input, optional), ...needPaymentTerms(input, optional)];
  return [
    ...needGoal(input),
    ...needIncluded(input),
    ...needExcluded(input, optional),
    ...needAssumptions(input, optional),
    ...needStages(input, optional),
    ...(needStages(input).length > 0 ? needDueOn(input, optional) : []),
    ...needStartsOn(input, optional),
    ...needRevisions(input, optional),
    ...needBudget(input, { ...optional, ...known("proposed", proposed) }),
    ...mine,
    ...needUpdatesWhere(input, optional),
    ...needNeeded(input, optional),
    ...needQuestions(input, optional),
  ];
}

/** The work as understood, before it begins. */
export const kickoff = defineKind<KickoffView>({
  kind: "kickoff",
  project: "required",
  fits: ({ project, sent }) => {
    if (!project || (project.status !== "lead" && project.status !== "active")) return 0;
    if (sent.some((record) => record.kind === "kickoff" && record.projectId === project.id)) return 0;
    return project.status === "active" && !sent.some((record) => record.kind === "progress" && record.projectId === project.id) ? 2 : 1;
  },
  needs,
  compose: view,
  noteIds: questionIds,
  effects: ({ project }) => (project?.status === "lead" ? [{ do: "projectStatus", status: "active" }] : []),
  meanings: {
    goal: "variable.goal",
    included: "variable.included",
    excluded: "variable.excluded",
    assumptions: "variable.assumptions",
    stages: { means: "variable.stages", fields: { title: "variable.stage.title", due: dueMeaning("variable.stage.due") } },
    due: dueMeaning("variable.projectDue"),
    startsOn: "variable.startsOn",
    revisions: "variable.revisions",
    price: "variable.price",
    rate: "variable.rate",
    deposit: "variable.deposit",
    paymentTerms: "variable.paymentTerms",
    paidThrough: "variable.paidThrough",
    updates: {
      means: "variable.updates",
      fields: { daily: "variable.updates.daily", weekday: "variable.updates.weekday", days: "variable.updates.days", byStage: "variable.updates.byStage", ceiling: "variable.updates.ceiling" },
    },
    updatesWhere: "variable.updatesWhere",
    needed: "variable.needed",
    questions: questionMeaning("variable.questions"),
    question: questionMeaning("variable.question"),
  },
});
