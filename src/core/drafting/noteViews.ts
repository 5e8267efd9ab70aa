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
  const heard = withTalks(told, notes);
  const open = (note: Note) => isOpen(note) && (toldAgain.has(note.kind) || !told.has(note.id));
  const used = notes.filter((note) => note.forUpdate && (open(note) || (seenTo(note) && isNews(note, heard.get(note.id)))));
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

/** What was talked over was answered there and then, which is not to say that it is done. */
function withTalks(told: ReadonlyMap<Id, Instant>, notes: readonly Note[]): ReadonlyMap<Id, Instant> {
  const talks = notes.flatMap(({ tells = [], createdAt }) => tells.map((id) => [id, createdAt] as const));
  return talks.reduce((all, [id, at]) => ((all.get(id) ?? "") < at ? all.set(id, at) : all), new Map(told));
}

/** It was settled after a message last named it. */
const isNews = ({ settledAt }: Note, told: Instant | undefined): boolean => settledAt !== undefined && (told === undefined || told < settledAt);

function viewQuestion(note: Note, clocks: Clocks): QuestionView {
  const due = note.due && viewDue(note.due, clocks);
  return { text: note.text, ...(due && !due.past ? { due } : {}) };
}
