import type { Id } from "../book/fields";
import type { Note, NoteKind } from "../book/note";
import { isOpen } from "../book/queries";
import { viewDue, type Clocks } from "./due";
import type { ProgressView, QuestionView } from "./progressView";

type NoteViews = Pick<
  ProgressView,
  "alsoDone" | "blockers" | "questions" | "question" | "agreed" | "asked" | "remarks" | "noteIds"
>;

/** They stay true, and wait for the client, until they are settled. */
const toldAgain: ReadonlySet<NoteKind> = new Set<NoteKind>(["question", "blocker", "request"]);
const inRemarks: readonly NoteKind[] = ["note", "promise", "feedback", "contact"];

/** What the notes meant for the next update say; private ones never leave the book. */
export function viewNotes(notes: readonly Note[], told: ReadonlySet<Id>, clocks: Clocks): NoteViews {
  const used = notes.filter((note) => note.forUpdate && isOpen(note) && (toldAgain.has(note.kind) || !told.has(note.id)));
  const texts = (...kinds: readonly NoteKind[]) => used.filter((note) => kinds.includes(note.kind)).map((note) => note.text);
  const questions = used.filter((note) => note.kind === "question").map((note) => viewQuestion(note, clocks));
  const [question] = questions;
  return {
    alsoDone: texts("done"),
    blockers: texts("blocker"),
    questions: questions.length > 1 ? questions : [],
    ...(question && questions.length === 1 ? { question } : {}),
    agreed: texts("decision"),
    asked: texts("request"),
    remarks: texts(...inRemarks),
    noteIds: used.map((note) => note.id),
  };
}

function viewQuestion(note: Note, clocks: Clocks): QuestionView {
  const due = note.due && viewDue(note.due, clocks);
  return { text: note.text, ...(due && !due.past ? { due } : {}) };
}
