import type { TextId } from "../../say";
import type { ItemView, MilestoneView } from "../progressView";
import type { Meanings } from "./messageView";
import { dueMeaning } from "./sharedMeanings";

// The meanings of how work and milestones are shown, wherever a view has them.

export const itemMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<ItemView> } => ({
  means,
  fields: { id: "variable.item.id", text: "variable.item.text", section: "variable.item.section" },
});

export const milestoneMeaning = (means: TextId): { readonly means: TextId; readonly fields: Meanings<MilestoneView> } => ({
  means,
  fields: {
    title: "variable.milestone.title",
    due: dueMeaning("variable.milestone.due"),
    parts: { means: "variable.milestone.parts", fields: { done: "variable.parts.done", total: "variable.parts.total", all: "variable.parts.all", onTrack: "variable.parts.onTrack" } },
    deliveredOn: "variable.milestone.deliveredOn",
  },
});
