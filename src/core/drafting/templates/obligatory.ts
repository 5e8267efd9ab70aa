import type { MessageKind } from "../../book/messageKind";

/**
 * What a message of each kind has to say to be true and of use, and what its writer is asked for and would miss: names of its
 * variables. "a|b": one of them is enough. "a?": a yes or no that decides what is said; to ask for it is enough. A template
 * without one of these can be used, and says so where it is edited.
 */
const parts: Readonly<Record<MessageKind, readonly string[]>> = {
  proposal: ["goal", "approach", "references", "firstStep", "days", "price", "rate", "question"],
  requirements: ["goal", "included", "asks?", "own"],
  kickoff: ["goal", "included", "excluded", "assumptions", "stages", "due", "revisions", "price", "rate", "deposit", "paymentTerms", "updates", "updatesWhere", "needed", "question|questions"],
  charter: ["services", "hours", "responseTime", "updates", "quality", "revisions", "support", "payment"],
  progress: ["live", "ready", "alsoDone", "fulfilled", "inProgress", "delivered", "next", "projectDue", "asked", "blockers", "question|questions", "previewUrl|lookAt"],
  status: ["live", "ready", "inProgress", "next", "blocker", "question"],
  milestone: ["title", "parts", "open", "viewUrl", "howToSee", "next", "answerBy"],
  question: ["context", "text", "options", "due", "fallback"],
  change: ["what", "price", "rate", "days", "newDue", "revision", "answerBy", "orderExtra?", "orderMilestone?", "orderThere?"],
  meeting: ["title", "at", "was", "reason", "agenda", "link", "decisions", "isCancelled?", "cannotAttend?", "isMoved?"],
  delay: ["oldDue", "reason", "days", "newDue", "waited", "doing", "inParts", "leaveOut", "askExtension?"],
  problem: ["happened", "effect", "doing", "nextWord", "solved?", "fix"],
  mistake: ["explanation", "fix", "prevention", "preventBy", "offer"],
  leave: ["from", "to", "tentative?", "lastMoment", "before", "waits", "returns", "nextUpdate"],
  delivery: ["delivered", "url", "howToUse", "handover", "revisions", "supportUntil", "lookBy"],
  feedback: ["own"],
  review: ["place", "url"],
  support: ["until", "covered", "ended?"],
  thanks: ["wentWell", "supportUntil"],
  comeback: ["thought", "offer"],
  touch: ["personal"],
  worklog: ["from", "to", "days", "more", "memo?"],
  invoice: ["invoiceNumber", "items", "tax", "deposit", "due", "dueOn", "payment"],
  payment: ["invoiceNumber", "due", "dueOn", "isNear?", "firm?", "payBy", "payment"],
  "service-review": ["delivered", "answerBy"],
};

/** One thing that a message of a kind has to tell. */
export interface Obligatory {
  /** Any of these tells it. */
  readonly names: readonly string[];
  /** To ask for it in an {{#if}} is enough. */
  readonly decides: boolean;
}

export const obligatoryIn = (kind: MessageKind): readonly Obligatory[] => ["addressee", "signature", ...parts[kind]].map(readPart);
export const readPart = (part: string): Obligatory => ({ names: part.replace("?", "").split("|"), decides: part.endsWith("?") });
