import { reviewRefusal } from "../../book/incentives";
import { marketplaceName } from "../../book/marketplaces";
import { milestonesOf } from "../../book/queries";
import type { Text } from "../../say";
import { safeAddress } from "../address";
import { baseView, myZone, onMarketplace } from "./baseView";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { known } from "./projectViews";

interface ReviewView extends MessageView {
  /** The marketplace that shows it. */
  readonly place?: string;
  /** Where to write it. */
  readonly url?: string;
}

function isOver({ project, book }: KindInput): boolean {
  if (!project) return false;
  if (project.deliveredAt !== undefined || project.status === "delivered" || project.status === "support" || project.status === "closed") return true;
  const milestones = milestonesOf(book, project.id);
  return milestones.length > 0 && milestones.every(({ state }) => state === "delivered" || state === "accepted");
}

/** Neither notes nor feedback are looked at: what a client thinks decides nothing here. Before the project is known nothing is refused. */
function refused(input: KindInput): Text | undefined {
  if (!input.project) return undefined;
  if (!isOver(input)) return { id: "refused.notDelivered" };
  return reviewRefusal(input.sent, input.project.id, { now: input.now, zone: myZone(input) });
}

function view(input: KindInput): ReviewView {
  const url = (input.answers["url"] as string | undefined) ?? (onMarketplace(input.client.place) ? input.project?.pageUrl : undefined);
  return {
    ...baseView(input),
    ...known("place", marketplaceName(input.client)),
    ...known("url", url === undefined ? undefined : safeAddress(url)),
  };
}

/** A neutral request for an honest rating: once, after delivery, and never near anything that is given. */
export const review = defineKind<ReviewView>({
  kind: "review",
  project: "required",
  forbidden: refused,
  fits: (input) => (!input.project || refused(input) ? 0 : 2),
  // A marketplace has one place for it, which both know.
  needs: ({ client }) => (onMarketplace(client.place) ? [] : [{ name: "url", as: "words", ask: { id: "need.reviewUrl" }, hint: { id: "need.reviewUrl.hint" }, optional: true }]),
  compose: view,
  meanings: { place: "variable.place", url: "variable.reviewUrl" },
});
