import { milestonesOf } from "../../book/queries";
import type { PlainDate } from "../../time/types";
import { addDays, dateIn, daysBetween } from "../../time/zoned";
import { baseView, myZone, theirZone } from "./baseView";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { known } from "./projectViews";

interface ServiceReviewView extends MessageView {
  /** When the work began. */
  readonly since?: PlainDate;
  /** Stages delivered in the last three months. */
  readonly delivered: readonly string[];
  /** What I do for clients, as the charter has it. */
  readonly services: readonly string[];
  /** By when an answer would help. */
  readonly answerBy?: PlainDate;
}

const quarterDays = 91;

function beganOn(input: KindInput): PlainDate | undefined {
  const { project } = input;
  if (!project) return undefined;
  const on = project.startsOn ?? dateIn(project.createdAt, theirZone(input));
  return on < dateIn(input.now, theirZone(input)) ? on : undefined;
}

function view(input: KindInput): ServiceReviewView {
  const base = baseView(input);
  const from = addDays(base.today, -quarterDays);
  const delivered = input.project ? milestonesOf(input.book, input.project.id).filter(({ deliveredAt }) => deliveredAt !== undefined && dateIn(deliveredAt, theirZone(input)) >= from) : [];
  return {
    ...base,
    ...known("since", beganOn(input)),
    delivered: delivered.map(({ title }) => title),
    services: input.me.charter?.services ?? [],
    ...known("answerBy", input.answers["answerBy"] as PlainDate | undefined),
  };
}

/** Every quarter of a long contract: what works, what does not, what to change. */
export const serviceReview = defineKind<ServiceReviewView>({
  kind: "service-review",
  project: "optional",
  fits: (input) => {
    const { project, sent, now } = input;
    if (project?.status !== "active") return 0;
    const today = dateIn(now, myZone(input));
    const last = sent.findLast((record) => record.kind === "service-review" && record.projectId === project.id);
    const from = last ? dateIn(last.at, myZone(input)) : beganOn(input);
    return from !== undefined && daysBetween(from, today) >= quarterDays ? 1 : 0;
  },
  needs: () => [{ name: "answerBy", as: "date", ask: { id: "need.answerBy" }, optional: true }],
  compose: view,
  meanings: { since: "variable.since", delivered: "variable.deliveredStages", services: "variable.charter.services", answerBy: "variable.answerBy" },
});
