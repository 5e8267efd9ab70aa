import type { Id } from "../book/fields";
import type { Note, NoteKind } from "../book/note";
import { seenTo } from "../book/noteChanges";
import { isOpen } from "../book/queries";
import type { Instant } from "../time/types";
import { viewDue, type Clocks } from "./due";
import type { ProgressView, QuestionView } from "./progressView";

type NoteViews = Pick<
  ProgressView,
  "alsoDone" | "fulfilled" | "mended" | "blockers" | "questions" | "question" | "agreed" | "asked" | "remarks" | "noteIds"
>;

/** They stay true, and wait for the client, until they are settled. */
const toldAgain: ReadonlySet<NoteKind> = new Set<NoteKind>(["question", "blocker", "request"]);
const inRemarks: readonly NoteKind[] = ["note", "promise", "feedback", "contact"];

/**
 * What the notes meant for the next update say; private ones never leave the book.
 * @param told when each was last told
 */
export function viewNotes(notes: readonly Note[], told: ReadonlyMap<Id, Instant>, clocks: Clocks): NoteViews {
  const open = (note: Note) => isOpen(note) && (toldAgain.has(note.kind) || !told.has(note.id));
  const used = notes.filter((note) => note.forUpdate && (open(note) || (seenTo(note) && isNews(note, told.get(note.id)))));
  const texts = (...kinds: readonly NoteKind[]) => used.filter((note) => isOpen(note) && kinds.includes(note.kind)).map((note) => note.text);
  const done = (kind: NoteKind) => used.filter((note) => !isOpen(note) && note.kind === kind).map((note) => note.text);
  const questions = used.filter((note) => note.kind === "question").map((note) => viewQuestion(note, clocks));
  const [question] = questions;
  return {
    alsoDone: texts("done"),
    fulfilled: done("request"),
    mended: done("feedback"),
    blockers: texts("blocker"),
    questions: questions.length > 1 ? questions : [],
    ...(question && questions.length === 1 ? { question } : {}),
    agreed: texts("decision"),
    asked: texts("request"),
    remarks: texts(...inRemarks),
    noteIds: used.map((note) => note.id),
  };
}

/** It was settled after a message last named it. */
const isNews = ({ settledAt }: Note, told: Instant | undefined): boolean => settledAt !== undefined && (told === undefined || told < settledAt);

function viewQuestion(note: Note, clocks: Clocks): QuestionView {
  const due = note.due && viewDue(note.due, clocks);
  return { text: note.text, ...(due && !due.past ? { due } : {}) };
}
