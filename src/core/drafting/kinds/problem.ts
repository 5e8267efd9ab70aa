import type { Due } from "../../book/fields";
import type { Note } from "../../book/note";
import { isOpen, notesAbout } from "../../book/queries";
import { asTyped } from "../../time/typedDate";
import type { PlainDate } from "../../time/types";
import { addDays, dateIn } from "../../time/zoned";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { aboutNote } from "./abouts";
import { baseView, clocksOf, myCalendar, myZone, theirZone } from "./baseView";
import { keepInNote } from "./keeping";
import { defineKind, type AboutChoice, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { lastAbout } from "./sentBefore";
import { dueMeaning } from "./sharedMeanings";

interface ProblemView extends MessageView {
  readonly solved: boolean;
  readonly happened: string;
  readonly effect?: string;
  readonly doing?: string;
  readonly nextWord?: DueView;
  readonly fix?: string;
  /** When the client was told of it. */
  readonly toldOn?: PlainDate;
}

const longAgo = 14;

/** Something stands in the way that the client feels, told at once; and told again when it is solved. */
export const problem = defineKind<ProblemView>({
  kind: "problem",
  project: "optional",
  about: "blocker",
  abouts,
  forms: (input) => {
    const { note } = input.about;
    if (!note || isSolved(note)) return note ? [{ value: "solved", label: { id: "need.problem.solved" } }] : [];
    const open = { value: "open", label: { id: "need.problem.open" } } as const;
    return lastAbout(input.sent, "problem", "noteId", note.id) ? [{ value: "solved", label: { id: "need.problem.solved" } }, open] : [open];
  },
  fits: (input) => {
    const { note } = input.about;
    if (note) return note.kind === "blocker" ? 2 : 0;
    const choices = abouts(input);
    return choices.some(({ about }) => about.noteId !== undefined && !lastAbout(input.sent, "problem", "noteId", about.noteId)) ? 2 : 1;
  },
  needs,
  compose: (input) => {
    const { note, form } = input.about;
    const solved = form === "solved";
    const told = note && lastAbout(input.sent, "problem", "noteId", note.id);
    const fix = input.answers["fix"] as string | undefined;
    const nextWord = nextWordOf(input);
    return {
      ...baseView(input),
      solved,
      happened: note?.text ?? "",
      ...(note?.effect !== undefined && { effect: note.effect }),
      ...(note?.doing !== undefined && { doing: note.doing }),
      ...(nextWord && !solved && { nextWord: viewDue(nextWord, clocksOf(input)) }),
      ...(fix !== undefined && { fix }),
      ...(told && { toldOn: dateIn(told.at, theirZone(input)) }),
    };
  },
  noteIds: ({ about }) => (about.noteId === undefined ? [] : [about.noteId]),
  effects: (input) => {
    const { note, form } = input.about;
    if (!note) return [];
    const kept = promisesOf(note, input).map(({ id }) => ({ do: "settleNote", noteId: id }) as const);
    if (form === "solved") return [...kept, { do: "settleNote", noteId: note.id }];
    const due = nextWordOf(input);
    return due ? [...kept, { do: "addPromise", text: note.text, due, fromNoteId: note.id }] : [];
  },
  meanings: {
    solved: "variable.problem.solved",
    happened: "variable.problem.happened",
    effect: "variable.problem.effect",
    doing: "variable.problem.doing",
    nextWord: dueMeaning("variable.problem.nextWord"),
    fix: "variable.problem.fix",
    toldOn: "variable.problem.toldOn",
  },
});

const isSolved = (note: Note): boolean => !isOpen(note);
const nextWordOf = ({ answers }: KindInput): Due | undefined => answers["nextWord"] as Due | undefined;

/** Words given about the problem before: the message keeps them. */
const promisesOf = (note: Note, { book }: KindInput): readonly Note[] => book.note.filter((other) => other.kind === "promise" && other.fromNoteId === note.id && isOpen(other));

function needs(input: KindInput): readonly Need[] {
  const { note, form } = input.about;
  if (!note) return [];
  if (form === "solved") return [{ name: "fix", as: "words", optional: true, ask: { id: "need.problem.fix" }, hint: { id: "need.problem.fix.hint" } }];
  const mine = myCalendar(input);
  const keep = keepInNote(note.id);
  const tomorrow: Due = { by: "date", on: mine.nextWorkingDay(mine.dateAt(input.now)) };
  const all: readonly (Need | false)[] = [
    note.effect === undefined && { name: "effect", as: "words", optional: true, ask: { id: "need.problem.effect" }, hint: { id: "need.problem.effect.hint" }, keep: keep("effect") },
    note.doing === undefined && { name: "doing", as: "words", ask: { id: "need.problem.doing" }, hint: { id: "need.problem.doing.hint" }, keep: keep("doing") },
    { name: "nextWord", as: "due", ask: { id: "need.problem.nextWord" }, proposed: asTyped(tomorrow, myZone(input)) },
  ];
  return all.filter((need) => need !== false);
}

/** What is open, then what was solved of late and not told as solved. */
function abouts(input: KindInput): readonly AboutChoice[] {
  const { book, client, project, now, zone } = input;
  const blockers = notesAbout(book, { clientId: client.id }).filter(
    (note) => note.kind === "blocker" && (project === undefined || note.projectId === undefined || note.projectId === project.id),
  );
  const since = addDays(dateIn(now, zone), -longAgo);
  const solved = blockers.filter((note) => {
    const last = lastAbout(input.sent, "problem", "noteId", note.id);
    return note.settledAt !== undefined && dateIn(note.settledAt, zone) >= since && last !== undefined && last.about?.form !== "solved";
  });
  return [...blockers.filter(isOpen).toReversed().map(aboutNote), ...solved.map((note) => ({ ...aboutNote(note), detail: { id: "need.problem.solved" } as const }))];
}
