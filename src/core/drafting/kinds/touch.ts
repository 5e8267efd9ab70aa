import { projectsOf, milestonesOf } from "../../book/queries";
import type { PlainDate } from "../../time/types";
import { dateIn } from "../../time/zoned";
import { keptInMind } from "../../report/keptInMind";
import { baseView, theirZone } from "./baseView";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { known } from "./projectViews";

interface TouchView extends MessageView {
  /** A sentence or two of my own. */
  readonly personal?: string;
  /** The stage that they got last, in any project. */
  readonly milestone?: string;
  readonly deliveredOn?: PlainDate;
}

function lastDelivered({ book, client, project }: KindInput) {
  const projects = project ? [project] : projectsOf(book, client.id);
  const delivered = projects.flatMap(({ id }) => milestonesOf(book, id)).filter(({ deliveredAt }) => deliveredAt !== undefined);
  return delivered.toSorted((a, b) => ((a.deliveredAt ?? "") < (b.deliveredAt ?? "") ? -1 : 1)).at(-1);
}

function view(input: KindInput): TouchView {
  const last = lastDelivered(input);
  return {
    ...baseView(input),
    ...known("personal", input.answers["personal"] as string | undefined),
    ...known("milestone", last?.title),
    ...(last?.deliveredAt !== undefined && { deliveredOn: dateIn(last.deliveredAt, theirZone(input)) }),
  };
}

function needs(input: KindInput): readonly Need[] {
  const [about] = keptInMind(input.book, input.client, input.project?.id);
  const hint = about === undefined ? { id: "need.personal.hint" as const } : { id: "need.personal.known" as const, values: { known: about } };
  return [{ name: "personal", as: "words", ask: { id: "need.personal" }, hint, optional: lastDelivered(input) !== undefined }];
}

/** A short human hello, tied to something known of them. */
export const touch = defineKind<TouchView>({
  kind: "touch",
  project: "optional",
  fits: ({ project, sent }) => (project === undefined || project.status === "closed" || project.status === "support" ? (sent.length > 0 ? 1 : 0) : 0),
  needs,
  compose: view,
  meanings: { personal: "variable.personal", milestone: "variable.lastMilestone", deliveredOn: "variable.deliveredOn" },
});
