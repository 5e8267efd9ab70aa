import type { PlainDate } from "../../time/types";
import { dateIn, daysBetween } from "../../time/zoned";
import { baseView, theirZone } from "./baseView";
import { mayGive } from "./giving";
import { defineKind, type KindInput } from "./kind";
import type { MessageView } from "./messageView";
import { known } from "./projectViews";

interface ComebackView extends MessageView {
  /** A thought for their product. */
  readonly thought?: string;
  /** What a returning client gets, where anything is offered. */
  readonly offer?: string;
  /** When the last project ended. */
  readonly endedOn?: PlainDate;
  /** Whole months since then. */
  readonly months?: number;
}

const monthDays = 30;
const fewMonths = 3;

const offerOf = (input: KindInput): string | undefined => (mayGive(input) ? (input.answers["offer"] as string | undefined) : undefined);

function monthsSince(input: KindInput): Pick<ComebackView, "endedOn" | "months"> {
  const at = input.project?.closedAt ?? input.project?.deliveredAt;
  if (at === undefined) return {};
  const endedOn = dateIn(at, theirZone(input));
  const months = Math.floor(daysBetween(endedOn, dateIn(input.now, theirZone(input))) / monthDays);
  return { endedOn, ...(months > 0 && { months }) };
}

/** Months after the end: a thought for their product, and an offer if there is one. */
export const comeback = defineKind<ComebackView>({
  kind: "comeback",
  project: "optional",
  fits: (input) => {
    if (input.project?.status !== "closed") return 0;
    const { months = 0, endedOn } = monthsSince(input);
    const written = input.sent.some(({ kind, at }) => kind === "comeback" && (endedOn === undefined || dateIn(at, theirZone(input)) > endedOn));
    return months >= fewMonths && !written ? 2 : months > 0 ? 1 : 0;
  },
  needs: (input) => [
    { name: "thought", as: "words", ask: { id: "need.thought" }, hint: { id: "need.thought.hint" } },
    ...(mayGive(input) ? [{ name: "offer", as: "words", ask: { id: "need.offer" }, hint: { id: "need.offer.hint" }, optional: true } as const] : []),
  ],
  compose: (input) => ({ ...baseView(input), ...known("thought", input.answers["thought"] as string | undefined), ...known("offer", offerOf(input)), ...monthsSince(input) }),
  incentive: (input) => offerOf(input) !== undefined,
  meanings: { thought: "variable.thought", offer: "variable.offer", endedOn: "variable.endedOn", months: "variable.months" },
});
