import { milestonesOf } from "../../book/queries";
import { daysBetween, dateIn } from "../../time/zoned";
import { baseView, myZone } from "./baseView";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { known } from "./projectViews";

interface FeedbackView extends MessageView {
  /** My own questions, three at most. */
  readonly own: readonly string[];
  readonly goal?: string;
  /** The stage that was delivered last. */
  readonly milestone?: string;
}

/** More are not answered. */
const mostQuestions = 3;
const someDays = 3;

const lastDelivered = ({ book, project }: KindInput) =>
  (project ? milestonesOf(book, project.id) : []).filter(({ state }) => state === "delivered" || state === "accepted").toSorted((a, b) => ((a.deliveredAt ?? "") < (b.deliveredAt ?? "") ? -1 : 1)).at(-1);

function view(input: KindInput): FeedbackView {
  return {
    ...baseView(input),
    own: ((input.answers["own"] as readonly string[] | undefined) ?? []).slice(0, mostQuestions),
    ...known("goal", input.project?.goal),
    ...known("milestone", lastDelivered(input)?.title),
  };
}

/** Two or three specific questions, some days after delivery. A review is asked for apart from it. */
export const feedback = defineKind<FeedbackView>({
  kind: "feedback",
  project: "optional",
  fits: (input) => {
    const { project, sent, now } = input;
    const deliveredAt = project?.deliveredAt ?? lastDelivered(input)?.deliveredAt;
    if (!project || deliveredAt === undefined) return 0;
    if (sent.some((record) => record.kind === "feedback" && record.projectId === project.id && record.at >= deliveredAt)) return 0;
    return daysBetween(dateIn(deliveredAt, myZone(input)), dateIn(now, myZone(input))) >= someDays ? 2 : 1;
  },
  needs: () => [{ name: "own", as: "lines", ask: { id: "need.feedback.own" }, hint: { id: "need.feedback.own.hint" }, optional: true }],
  compose: view,
  meanings: { own: "variable.own", goal: "variable.goal", milestone: "variable.lastMilestone" },
});
