import type { Milestone } from "../../book/milestone";
import { milestonesOf, projectsOf } from "../../book/queries";
import type { PlainDate } from "../../time/types";
import { addDays, dateIn } from "../../time/zoned";
import { safeAddress } from "../address";
import { viewMilestone } from "../milestoneViews";
import type { MilestoneView } from "../progressView";
import { baseView, clocksOf, theirCalendar, theirZone } from "./baseView";
import { keepInMilestone } from "./keeping";
import { defineKind, type AboutChoice, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { lastAbout } from "./sentBefore";
import { milestoneMeaning } from "./workMeanings";

interface MilestoneMessage extends MessageView {
  readonly title: string;
  readonly parts: readonly string[];
  /** Parts that are not ticked: nothing is called delivered that is not. */
  readonly open: readonly string[];
  readonly viewUrl?: string;
  readonly howToSee?: string;
  readonly next?: MilestoneView;
  /** It was the last one. */
  readonly last: boolean;
  readonly answerBy?: PlainDate;
}

const usualDays = 3;
const longAgo = 14;

/** A stage of delivery is done: what is in it, how to see it, what comes next, and by when an opinion is asked for. */
export const milestone = defineKind<MilestoneMessage>({
  kind: "milestone",
  project: "required",
  about: "milestone",
  abouts,
  fits: (input) => {
    const named = input.about.milestone;
    const candidates = named ? [named] : milestonesOfInput(input);
    if (candidates.some((one) => isNews(one, input) || (one.state === "active" && allTicked(one)))) return 2;
    return candidates.some(({ state }) => state === "active") ? 1 : 0;
  },
  needs: (input) => {
    const { milestone: about } = input.about;
    if (!about) return [];
    const calendar = theirCalendar(input);
    const needs: readonly (Need | false)[] = [
      about.viewUrl === undefined &&
        input.project?.previewUrl === undefined && { name: "viewUrl", as: "words", optional: true, ask: { id: "need.milestone.view" }, hint: { id: "need.milestone.view.hint" }, keep: keepInMilestone(about.id)("viewUrl") },
      { name: "answerBy", as: "date", optional: true, ask: { id: "need.milestone.answerBy" }, proposed: calendar.addWorkingDays(calendar.dateAt(input.now), usualDays) },
    ];
    return needs.filter((need) => need !== false);
  },
  compose: (input) => {
    const { milestone: about } = input.about;
    const open = milestonesOfInput(input).filter(({ id, state }) => id !== about?.id && (state === "active" || state === "planned"));
    const next = open.find(({ state }) => state === "active") ?? open[0];
    const where = about?.viewUrl ?? input.project?.previewUrl;
    const viewUrl = where === undefined ? undefined : safeAddress(where);
    const answerBy = input.answers["answerBy"] as PlainDate | undefined;
    const parts = about?.deliverables ?? [];
    return {
      ...baseView(input),
      title: about?.title ?? "",
      parts: parts.filter(({ doneAt }) => doneAt !== undefined).map(({ text }) => text),
      open: parts.filter(({ doneAt }) => doneAt === undefined).map(({ text }) => text),
      ...(viewUrl === undefined ? where !== undefined && { howToSee: where } : { viewUrl }),
      ...(next && { next: viewMilestone(next, clocksOf(input)) }),
      last: open.length === 0,
      ...(answerBy !== undefined && { answerBy }),
    };
  },
  effects: ({ about }) => (about.milestone && about.milestone.state !== "accepted" ? [{ do: "milestoneState", milestoneId: about.milestone.id, state: "delivered" }] : []),
  meanings: {
    title: "variable.milestone.title",
    parts: "variable.milestone.delivered",
    open: "variable.milestone.open",
    viewUrl: "variable.url",
    howToSee: "variable.howToSee",
    next: milestoneMeaning("variable.next"),
    last: "variable.milestone.last",
    answerBy: "variable.answerBy",
  },
});

const allTicked = ({ deliverables }: Milestone): boolean => deliverables.length > 0 && deliverables.every(({ doneAt }) => doneAt !== undefined);

/** Delivered of late, and not told yet. */
function isNews({ id, state, deliveredAt }: Milestone, input: KindInput): boolean {
  if (state !== "delivered" || lastAbout(input.sent, "milestone", "milestoneId", id)) return false;
  const zone = theirZone(input);
  return deliveredAt !== undefined && dateIn(deliveredAt, zone) >= addDays(dateIn(input.now, zone), -longAgo);
}

const milestonesOfInput = ({ book, client, project }: KindInput): readonly Milestone[] =>
  (project ? [project] : projectsOf(book, client.id)).flatMap(({ id }) => milestonesOf(book, id));

/** What was delivered and not told, then what is in hand. */
function abouts(input: KindInput): readonly AboutChoice[] {
  const all = milestonesOfInput(input);
  const inTurn = [
    ...all.filter((one) => isNews(one, input)),
    ...all.filter(({ state }) => state === "active"),
    ...all.filter((one) => one.state === "delivered" && !isNews(one, input)),
    ...all.filter(({ state }) => state === "planned"),
  ];
  return inTurn.map(({ id, title, state, projectId }) => ({ about: { milestoneId: id }, projectId, label: title, detail: { id: `milestone.${state}` } }));
}
