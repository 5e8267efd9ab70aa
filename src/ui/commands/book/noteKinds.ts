import type { NoteKind } from "../../../core/book/note";

/** An icon of VS Code's for each kind of note. */
export const noteIcon: Readonly<Record<NoteKind, string>> = {
  note: "note",
  question: "question",
  blocker: "stop",
  decision: "law",
  feedback: "feedback",
  promise: "bookmark",
  done: "check",
  request: "inbox",
  contact: "comment-discussion",
};

/** What the add command offers, the usual ones first. A contact has a command of its own. */
export const offeredKinds = ["note", "question", "blocker", "done", "decision", "promise", "request", "feedback"] as const satisfies readonly NoteKind[];
