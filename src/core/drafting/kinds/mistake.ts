import type { Book, BookChange } from "../../book/book";
import { revised, type Stamp } from "../../book/changes";
import type { Due } from "../../book/fields";
import type { Note } from "../../book/note";
import { recordById } from "../../book/queries";
import type { Instant, PlainTime } from "../../time/types";
import { addDays, dateIn, instantOf } from "../../time/zoned";
import { viewDue } from "../due";
import type { DueView } from "../progressView";
import { baseView, clocksOf, myCalendar, myZone, theirCalendar } from "./baseView";
import { mayGive } from "./giving";
import { defineKind, type Answer, type KindInput, type Need } from "./kind";
import { readEvent, writtenSuggestion } from "./mistakeEvents";
import { suggestEvents } from "./mistakeSuggestions";
import type { MessageView } from "./messageView";
import { dueMeaning } from "./sharedMeanings";

interface MistakeView extends MessageView {
  readonly explanation: string;
  readonly fix?: string;
  readonly prevention?: string;
  readonly preventBy?: DueView;
  readonly offer?: string;
  /** Until when I can be reached today. */
  readonly reachable?: DueView;
}

type Outline = NonNullable<Note["outline"]>;

/** How far back git is asked for what may belong to it. */
const daysBack = 14;
const mostSentences = 2;

/**
 * A mistake, owned: an apology, what went wrong in one or two sentences, the fix, and what prevents it. Prepared from a private
 * outline of what happened when and why, none of which reaches the message.
 */
export const mistake = defineKind<MistakeView>({
  kind: "mistake",
  project: "optional",
  about: "mistake",
  tellsWork: true,
  workIsHelp: true,
  workSince: (input) => instantOf(addDays(dateIn(input.now, myZone(input)), -daysBack), "00:00" as PlainTime, myZone(input)),
  fits: ({ about }) => (about.note?.outline ? 2 : 0),
  needs,
  compose: (input) => {
    const outline = input.about.note?.outline;
    const preventBy = input.answers["preventBy"] as Due | undefined;
    const until = reachable(input);
    const offer = offerOf(input);
    return {
      ...baseView(input),
      explanation: firstSentences(outline?.explanation ?? ""),
      ...(outline?.fix !== undefined && { fix: outline.fix }),
      ...(outline?.prevention !== undefined && { prevention: outline.prevention }),
      ...(preventBy && { preventBy: viewDue(preventBy, clocksOf(input)) }),
      ...(offer !== undefined && { offer }),
      ...(until && { reachable: until }),
    };
  },
  noteIds: ({ about }) => (about.noteId === undefined ? [] : [about.noteId]),
  effects: ({ about, answers }) => {
    const prevention = about.note?.outline?.prevention;
    if (!about.note) return [];
    const due = answers["preventBy"] as Due | undefined;
    const promise = prevention === undefined ? [] : [{ do: "addPromise", text: prevention, fromNoteId: about.note.id, ...(due && { due }) } as const];
    return [...promise, { do: "settleNote", noteId: about.note.id }];
  },
  incentive: (input) => offerOf(input) !== undefined,
  meanings: {
    explanation: "variable.mistake.explanation",
    fix: "variable.mistake.fix",
    prevention: "variable.mistake.prevention",
    preventBy: dueMeaning("variable.mistake.preventBy"),
    offer: "variable.mistake.offer",
    reachable: dueMeaning("variable.mistake.reachable"),
  },
});

/** What makes it good stays private while a review that was asked for is still fresh. */
const offerOf = (input: KindInput): string | undefined => (mayGive(input) ? input.about.note?.outline?.offer : undefined);

/** The explanation is one or two sentences: more of them explain away. */
function firstSentences(text: string): string {
  const sentences = text.trim().split(/(?<=[.!?।])\s+/u);
  return sentences.slice(0, mostSentences).join(" ");
}

/** Working days of the client's, proposed for what prevents it next time. */
const daysToPrevent = 5;

function needs(input: KindInput): readonly Need[] {
  const { note } = input.about;
  if (!note) return [];
  const outline: Outline = note.outline ?? { events: [] };
  const suggestions = suggestEvents(input);
  const keep = keepInOutline(note);
  const at = { now: input.now, zone: myZone(input) };
  const none = outline.events.length === 0;
  const part = (name: "why" | "explanation" | "fix" | "prevention" | "offer", optional = false): Need | false =>
    outline[name] === undefined && {
      name,
      as: "words",
      ...(optional && { optional }),
      ask: { id: `need.mistake.${name}` },
      hint: { id: `need.mistake.${name}.hint` },
      keep: keep((now, answer) => ({ ...now, [name]: answer as string })),
    };
  const theirs = theirCalendar(input);
  const all: readonly (Need | false)[] = [
    none &&
      suggestions.length > 0 && {
        name: "suggested",
        as: "several",
        optional: true,
        ask: { id: "need.mistake.suggested" },
        choices: suggestions.map(({ event, label, detail }) => ({ value: writtenSuggestion(event), label, detail })),
        keep: keep((now, answer) => withEvents(now, answer as readonly string[], at)),
      },
    none && { name: "events", as: "lines", optional: true, ask: { id: "need.mistake.events" }, hint: { id: "need.mistake.events.hint" }, keep: keep((now, answer) => withEvents(now, answer as readonly string[], at)) },
    part("why", true),
    part("explanation"),
    part("fix"),
    part("prevention"),
    outline.prevention !== undefined && input.answers["preventBy"] === undefined && { name: "preventBy", as: "due", optional: true, ask: { id: "need.mistake.preventBy" }, proposed: theirs.addWorkingDays(theirs.dateAt(input.now), daysToPrevent) },
    mayGive(input) && part("offer", true),
  ];
  return all.filter((need) => need !== false);
}

type Change = (outline: Outline, answer: Answer) => Outline;
const keepInOutline =
  (note: Note) =>
  (change: Change) =>
  (answer: Answer, book: Book, stamp: Stamp): readonly BookChange[] => {
    const now = recordById(book, "note", note.id);
    return now ? [revised("note", now, { outline: change(now.outline ?? { events: [] }, answer) }, stamp)] : [];
  };

function withEvents(outline: Outline, lines: readonly string[], at: Parameters<typeof readEvent>[1]): Outline {
  const events = [...outline.events, ...lines.map((line) => readEvent(line, at))];
  const when = (event: Outline["events"][number]) => event.at ?? ("9" as Instant);
  return { ...outline, events: events.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0)) };
}

/** The end of my working day, while there is some of it left. */
function reachable(input: KindInput): DueView | undefined {
  const mine = myCalendar(input);
  const today = mine.span(mine.dateAt(input.now));
  return today && today.start <= input.now && input.now < today.end ? viewDue({ by: "instant", at: today.end }, clocksOf(input)) : undefined;
}
