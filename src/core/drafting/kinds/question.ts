import type { Due } from "../../book/fields";
import { openQuestions } from "../../book/queries";
import { asTyped } from "../../time/typedDate";
import type { PlainDate } from "../../time/types";
import { dateIn } from "../../time/zoned";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { baseView, clocksOf, theirCalendar, theirZone } from "./baseView";
import { keepInNote } from "./keeping";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { lastAbout } from "./sentBefore";
import { dueMeaning } from "./sharedMeanings";

interface QuestionMessage extends MessageView {
  readonly text: string;
  /** Of an earlier message with this question. */
  readonly askedOn?: PlainDate;
  readonly context?: string;
  readonly options: readonly string[];
  /** Never in the past. */
  readonly due?: DueView;
  readonly fallback?: string;
}

/** Working days of the client's in which an answer can be hoped for. */
const usualDays = 3;

/** A question that only the client can answer, with what happens when nobody does. */
export const question = defineKind<QuestionMessage>({
  kind: "question",
  project: "optional",
  about: "question",
  fits: ({ book, client, about }) => (about.note?.kind === "question" || openQuestions(book, { clientId: client.id }).length > 0 ? 2 : 1),
  needs,
  compose: (input) => {
    const { note } = input.about;
    const due = note?.due && viewDue(note.due, clocksOf(input));
    const asked = note && lastAbout(input.sent, "question", "noteId", note.id);
    return {
      ...baseView(input),
      text: note?.text ?? "",
      ...(asked && { askedOn: dateIn(asked.at, theirZone(input)) }),
      ...(note?.context !== undefined && { context: note.context }),
      options: note?.options ?? [],
      ...(due && !due.past && { due }),
      ...(note?.fallback !== undefined && { fallback: asContinuation(note.fallback) }),
    };
  },
  noteIds: ({ about }) => (about.noteId === undefined ? [] : [about.noteId]),
  meanings: {
    text: "variable.question.text",
    askedOn: "variable.question.askedOn",
    context: "variable.question.context",
    options: "variable.question.options",
    due: dueMeaning("variable.question.due"),
    fallback: "variable.question.fallback",
  },
});

function needs(input: KindInput): readonly Need[] {
  const { note } = input.about;
  if (!note) return [];
  const keep = keepInNote(note.id);
  const calendar = theirCalendar(input);
  const proposed: Due = { by: "date", on: calendar.addWorkingDays(calendar.dateAt(input.now), usualDays) };
  const all: readonly (Need | false)[] = [
    note.context === undefined && { name: "context", as: "words", optional: true, ask: { id: "need.question.context" }, hint: { id: "need.question.context.hint" }, keep: keep("context") },
    (note.options ?? []).length === 0 && { name: "options", as: "lines", optional: true, ask: { id: "need.question.options" }, keep: keep("options") },
    (note.due === undefined || viewDue(note.due, clocksOf(input)).past) && { name: "due", as: "due", optional: true, ask: { id: "need.question.due" }, proposed: asTyped(proposed, input.zone), keep: keep("due") },
    note.fallback === undefined && { name: "fallback", as: "words", optional: true, ask: { id: "need.question.fallback" }, hint: { id: "need.question.fallback.hint" }, keep: keep("fallback") },
  ];
  return all.filter((need) => need !== false);
}

/** "I'll leave it out." goes on as "leave it out" after the template's own "I'll". */
function asContinuation(text: string): string {
  const rest = text.trim().replace(/^(?:then )?(?:i['’]ll|i will|i am going to) /i, "").replace(/[.।]+$/, "");
  return /^[A-Z][a-z]/.test(rest) ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest;
}
