import type { PlainDate } from "../../time/types";
import { daysBetween } from "../../time/zoned";
import { baseView } from "./baseView";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { needSupportUntil } from "./projectNeeds";
import { known } from "./projectViews";

interface SupportView extends MessageView {
  /** The last day of support. */
  readonly until?: PlainDate;
  /** It ends within days, or has ended. */
  readonly ending: boolean;
  readonly ended: boolean;
  /** What support covers, as the charter has it. */
  readonly covered: readonly string[];
}

/** From then on it is the end that is written about. */
const endingDays = 7;

function endOf(input: KindInput): Pick<SupportView, "ending" | "ended"> {
  const { about, project } = input;
  const { today } = baseView(input);
  const left = project?.supportUntil === undefined ? undefined : daysBetween(today, project.supportUntil);
  const ended = left !== undefined && left < 0;
  if (about.form === "midway" && !ended) return { ending: false, ended: false };
  return { ending: about.form === "ending" || (left !== undefined && left <= endingDays), ended };
}

function view(input: KindInput): SupportView {
  return { ...baseView(input), ...known("until", input.project?.supportUntil), ...endOf(input), covered: input.me.charter?.support ?? [] };
}

/** Is all well, and what is covered until when: once in the midst of the support window, once at its end. */
export const support = defineKind<SupportView>({
  kind: "support",
  project: "required",
  fits: (input) => {
    const { project, sent } = input;
    if (!project || (project.status !== "delivered" && project.status !== "support")) return 0;
    const told = sent.filter((record) => record.kind === "support" && record.projectId === project.id);
    const { ending } = endOf(input);
    if (project.supportUntil === undefined) return told.length === 0 ? 1 : 0;
    return told.some((record) => record.about?.form === "ending") || (!ending && told.length > 0) ? 0 : ending ? 2 : 1;
  },
  // Never asked: which of the two it is follows from the date, and is remembered with what was sent.
  forms: (input) => {
    if (input.project?.supportUntil === undefined) return [];
    return endOf(input).ending ? [{ value: "ending", label: { id: "need.support.ending" } }] : [{ value: "midway", label: { id: "need.support.midway" } }];
  },
  needs: (input) => needSupportUntil(input),
  compose: view,
  meanings: { until: "variable.supportUntil", ending: "variable.supportEnding", ended: "variable.supportEnded", covered: "variable.covered" },
});
