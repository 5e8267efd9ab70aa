import type { Id } from "../../book/fields";
import type { Note } from "../../book/note";
import { isOpen, notesForProject } from "../../book/queries";
import { viewDue } from "../due";
import type { QuestionView } from "../progressView";
import { clocksOf } from "./baseView";
import type { KindInput } from "./kind";

/** The open questions of the project that the client may read, oldest first. */
const openQuestions = ({ book, project }: KindInput): readonly Note[] =>
  project ? notesForProject(book, project).filter((note) => note.kind === "question" && note.forUpdate && isOpen(note)) : [];

export interface QuestionsView {
  /** Questions, where there are several. */
  readonly questions: readonly QuestionView[];
  /** The question, where there is one. */
  readonly question?: QuestionView;
}

/** @param most how many are asked in one message, the oldest first */
export function viewQuestions(input: KindInput, most = Infinity): QuestionsView {
  const clocks = clocksOf(input);
  const views = openQuestions(input)
    .slice(0, most)
    .map(({ text, due }): QuestionView => {
      const by = due && viewDue(due, clocks);
      return { text, ...(by && !by.past ? { due: by } : {}) };
    });
  const [first] = views;
  return { questions: views.length > 1 ? views : [], ...(first && views.length === 1 ? { question: first } : {}) };
}

export const questionIds = (input: KindInput, most = Infinity): readonly Id[] => openQuestions(input).slice(0, most).map(({ id }) => id);
