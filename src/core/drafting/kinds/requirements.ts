import { contactMayBeShared } from "../../book/marketplaces";
import type { PlainDate } from "../../time/types";
import { baseView } from "./baseView";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { some } from "./projectNeeds";
import { known } from "./projectViews";
import { questionIds, viewQuestions } from "./questionViews";

interface RequirementsView extends MessageView {
  /** What is known, so that nothing is asked that was said before. */
  readonly goal?: string;
  readonly included: readonly string[];
  readonly dueOn?: PlainDate;
  /** One of these three is known. */
  readonly knowsSome: boolean;
  /** What is asked. Users, examples, who decides and when to talk always are. */
  readonly asks: { readonly goal: boolean; readonly mustHaves: boolean; readonly deadline: boolean; readonly budget: boolean };
  /** They may propose to talk somewhere else. */
  readonly meetAnywhere: boolean;
  /** Questions of my own about this project. */
  readonly own: readonly string[];
}

function view(input: KindInput): RequirementsView {
  const { client, project } = input;
  const { goal, included, dueOn, budget, priceRange, hourly } = project ?? {};
  const { question, questions } = viewQuestions(input);
  return {
    ...baseView(input),
    ...known("goal", goal),
    included: included ?? [],
    ...known("dueOn", dueOn),
    knowsSome: goal !== undefined || some(included) || dueOn !== undefined,
    asks: { goal: goal === undefined, mustHaves: !some(included), deadline: dueOn === undefined, budget: budget === undefined && priceRange === undefined && hourly === undefined },
    meetAnywhere: contactMayBeShared(client),
    own: [...(question ? [question] : []), ...questions].map(({ text }) => text),
  };
}

/** Questions before anything is planned. The answers are filled in with the proposal or the kick-off, which ask for them. */
export const requirements = defineKind<RequirementsView>({
  kind: "requirements",
  project: "optional",
  fits: ({ project, sent }) => {
    if (project && project.status !== "lead" && project.status !== "active") return 0;
    if (sent.some((record) => record.kind === "requirements" && record.projectId === project?.id)) return 0;
    return project === undefined || (project.status === "lead" && !some(project.included)) ? 2 : some(project.included) ? 0 : 1;
  },
  needs: () => [],
  compose: view,
  noteIds: questionIds,
  meanings: {
    goal: "variable.goal",
    included: "variable.included",
    dueOn: "variable.dueOn",
    knowsSome: "variable.knowsSome",
    asks: {
      means: "variable.asks",
      fields: { goal: "variable.asks.goal", mustHaves: "variable.asks.mustHaves", deadline: "variable.asks.deadline", budget: "variable.asks.budget" },
    },
    meetAnywhere: "variable.meetAnywhere",
    own: "variable.own",
  },
});
