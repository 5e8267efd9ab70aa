import { incentiveRefusal } from "../../book/incentives";
import { myZone } from "./baseView";
import type { KindInput } from "./kind";

/** Nothing is given or offered where a review was asked for a short while ago: it is neither asked for nor said. */
export const mayGive = (input: Pick<KindInput, "sent" | "now" | "me" | "zone">): boolean => incentiveRefusal(input.sent, { now: input.now, zone: myZone(input) }) === undefined;
