import * as v from "valibot";
import { id, instant } from "./fields";
import type { Upgrade } from "./upgrades";

/** What the user said to an Owed. Kept by the Owed's stable id; the newest one counts. */
export const answerSchema = v.object({
  owedId: id,
  at: instant,
  said: v.variant("what", [
    v.object({ what: v.literal("snoozed"), until: instant }),
    v.object({ what: v.literal("skipped") }),
    v.object({ what: v.literal("settled") }),
  ]),
});
/** From each version of a stored answer to the next: the first takes version 1 to 2. */
export const answerUpgrades: readonly Upgrade[] = [];
export type Answer = Readonly<v.InferOutput<typeof answerSchema>>;
