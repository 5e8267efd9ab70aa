import type { Due } from "../../book/fields";
import type { Milestone } from "../../book/milestone";
import { milestonesOf } from "../../book/queries";
import type { PlainDate } from "../../time/types";
import { safeAddress } from "../address";
import type { Effect } from "../draft";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { baseView, clocksOf, theirCalendar } from "./baseView";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { needHandover, needHowToUse, needIncluded, needSupportUntil, some } from "./projectNeeds";
import { known } from "./projectViews";
import { dueMeaning } from "./sharedMeanings";

interface DeliveryView extends MessageView {
  /** What was delivered, line by line. */
  readonly delivered: readonly string[];
  /** Where the client can see it. */
  readonly url?: string;
  readonly howToUse: readonly string[];
  /** What the client gets in hand. */
  readonly handover: readonly string[];
  /** Rounds of changes: how many were agreed, and how many of them are left. */
  readonly revisions?: { readonly left: number; readonly agreed: number };
  readonly supportUntil?: PlainDate;
  /** By when to look it over. */
  readonly lookBy?: DueView;
}

const lookDays = 5;
const isDelivered = ({ state }: Milestone) => state === "delivered" || state === "accepted";

/** The milestones that are handed over with this message: those delivered before, and the one that it is about. */
const handedOver = ({ book, project, about }: KindInput): readonly Milestone[] =>
  project ? milestonesOf(book, project.id).filter((milestone) => isDelivered(milestone) || milestone.id === about.milestone?.id) : [];

/** Nothing is claimed done that is not: of a checklist only what is ticked. Without milestones, what was agreed. */
function deliveredLines(input: KindInput): readonly string[] {
  const milestones = handedOver(input);
  if (milestones.length === 0) return input.project?.included ?? [];
  return milestones.flatMap(({ title, deliverables }) => {
    const done = deliverables.filter(({ doneAt }) => doneAt !== undefined).map(({ text }) => text);
    return done.length > 0 ? done : [title];
  });
}

function view(input: KindInput): DeliveryView {
  const base = baseView(input);
  const { project, answers } = input;
  const url = handedOver(input).findLast(({ viewUrl }) => viewUrl !== undefined)?.viewUrl ?? project?.previewUrl;
  const { revisions, supportUntil } = project ?? {};
  const lookBy = answers["lookBy"] as Due | undefined;
  return {
    ...base,
    delivered: deliveredLines(input),
    ...known("url", url === undefined ? undefined : safeAddress(url)),
    howToUse: project?.howToUse ?? [],
    handover: project?.handover ?? [],
    ...(revisions && revisions.agreed > 0 && { revisions: { left: Math.max(0, revisions.agreed - revisions.used), agreed: revisions.agreed } }),
    ...(supportUntil !== undefined && supportUntil >= base.today && { supportUntil }),
    ...(lookBy && { lookBy: viewDue(lookBy, clocksOf(input)) }),
  };
}

function needs(input: KindInput): readonly Need[] {
  const their = theirCalendar(input);
  const proposed = their.addWorkingDays(their.dateAt(input.now), lookDays);
  return [
    ...(some(deliveredLines(input)) ? [] : needIncluded(input)),
    ...needHowToUse(input, { optional: true }),
    ...needHandover(input, { optional: true }),
    ...needSupportUntil(input, { optional: true }),
    { name: "lookBy", as: "due", ask: { id: "need.lookBy" }, proposed, optional: true },
  ];
}

function effects({ project, about }: KindInput): readonly Effect[] {
  const { milestone } = about;
  const over = project?.status === "delivered" || project?.status === "support" || project?.status === "closed";
  return [
    ...(milestone && !isDelivered(milestone) ? [{ do: "milestoneState", milestoneId: milestone.id, state: "delivered" } as const] : []),
    ...(project && !over ? [{ do: "projectStatus", status: "delivered" } as const] : []),
  ];
}

/** The whole is handed over. */
export const delivery = defineKind<DeliveryView>({
  kind: "delivery",
  project: "required",
  fits: ({ project, book, sent }) => {
    if (!project || project.status === "lead" || project.status === "closed") return 0;
    if (sent.some((record) => record.kind === "delivery" && record.projectId === project.id)) return 0;
    const milestones = milestonesOf(book, project.id);
    return project.status === "delivered" || (milestones.length > 0 && milestones.every(isDelivered)) ? 2 : milestones.some((milestone) => !isDelivered(milestone)) ? 0 : 1;
  },
  needs,
  compose: view,
  effects,
  meanings: {
    delivered: "variable.delivered",
    url: "variable.url",
    howToUse: "variable.howToUse",
    handover: "variable.handover",
    revisions: { means: "variable.revisionsLeft", fields: { left: "variable.revisions.left", agreed: "variable.revision.agreed" } },
    supportUntil: "variable.supportUntil",
    lookBy: dueMeaning("variable.lookBy"),
  },
});
