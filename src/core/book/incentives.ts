import type { Id } from "./fields";
import type { SentRecord } from "./sentRecord";
import type { Text } from "../say";
import { later, minutesBetween } from "../time/zoned";
import type { Instant, Zone } from "../time/types";

// A review is worth something while nothing was given for it. Marketplaces take a gift near a review for manipulation
// (book/marketplaces.ts says where), and so does a client. So the two are kept apart, whoever the client is.

/** Days between asking for a review and a discount, gift, refund or free work, whichever came first. */
export const apartDays = 14;

export type Sent = Pick<SentRecord, "kind" | "at" | "projectId" | "incentive" | "heldUntil">;
interface When {
  readonly now: Instant;
  /** Where the writer is, who reads the reason. */
  readonly zone: Zone;
}

/** When it reached the client: a service may have held it. */
const reached = ({ at, heldUntil = at }: Sent): Instant => heldUntil;
const near = (a: Instant, b: Instant): boolean => Math.abs(minutesBetween(a, b)) < apartDays * 24 * 60;
const again = (at: Instant, { now, zone }: When) => ({ time: "moment", at: later(at, apartDays * 24 * 60), zone, now }) as const;

/**
 * Why a review may not be asked for now; undefined: it may. @param sent the client's sent records that still stand, oldest
 * first @param projectId the project that the review is of: it is asked for once
 */
export function reviewRefusal(sent: readonly Sent[], projectId: Id | undefined, when: When): Text | undefined {
  if (sent.some((record) => record.kind === "review" && record.projectId === projectId)) return { id: "refused.reviewOnce" };
  const gift = sent.findLast((record) => record.incentive === true && near(reached(record), when.now));
  return gift && { id: "refused.nearIncentive", values: { from: again(reached(gift), when) } };
}

/** Why nothing may be offered or given now, because a review was just asked for; undefined: it may. */
export function incentiveRefusal(sent: readonly Sent[], when: When): Text | undefined {
  const review = sent.findLast((record) => record.kind === "review" && near(reached(record), when.now));
  return review && { id: "refused.nearReview", values: { from: again(reached(review), when) } };
}
