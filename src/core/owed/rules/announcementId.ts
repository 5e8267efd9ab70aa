import type { Milestone } from "../../book/milestone";

/** The word that a milestone is delivered; delivered anew, it is another one. */
export const announcementId = (milestone: Milestone): string => `milestone:${milestone.id}:${milestone.deliveredAt ?? ""}`;
