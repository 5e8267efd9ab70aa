import type { TextId } from "../../say";
import type { DueView } from "../progressView";
import type { Meanings } from "./messageView";

// The meanings of the parts that the views of several kinds share.

export const dueMeanings: { readonly means: TextId; readonly fields: Meanings<DueView> } = {
  means: "means.due",
  fields: { on: "means.due.on", time: "means.due.time", theirTime: "means.due.theirTime", past: "means.due.past" },
};
