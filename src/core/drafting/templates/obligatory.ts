import type { MessageKind } from "../../book/messageKind";

/**
 * What a message of a kind has to say to be true and of use: names of its variables, "a|b" where one of them is enough. A
 * template without one of these can be used, and says so where it is edited.
 */
const parts: Partial<Readonly<Record<MessageKind, readonly string[]>>> = {
  progress: ["live", "ready", "inProgress", "blockers", "question|questions"],
  status: ["live", "ready", "inProgress"],
  milestone: ["title"],
  question: ["text", "due"],
  delay: ["oldDue", "reason", "days", "newDue"],
  problem: ["happened", "doing", "nextWord"],
  mistake: ["explanation", "fix", "prevention"],
  leave: ["from", "returns"],
};

export const obligatoryIn = (kind: MessageKind): readonly string[] => ["addressee", ...(parts[kind] ?? [])];
