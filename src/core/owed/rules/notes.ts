import type { Due } from "../../book/fields";
import type { Note, NoteKind } from "../../book/note";
import type { Instant } from "../../time/types";
import { later } from "../../time/zoned";
import type { Desk } from "../desk";
import type { When } from "../found";
import { subjectOf, type Place } from "../places";
import { none, one, type Find } from "./rule";
import { untilDue } from "./untilDue";

const notesOf = ({ notes }: Place, kind: NoteKind): readonly Note[] => notes.filter((note) => note.kind === kind);
const isOpen = (note: Note): boolean => note.settledAt === undefined;
const about = (note: Note, place: Place) => {
  const project = subjectOf(place);
  return { about: { noteId: note.id }, ...(project && { project }) };
};

/** Requests for an answer: by when it is needed, else within `n` working days; until one is settled, told in a message, or talked over. */
export const requests: Find = (place, desk, n) =>
  notesOf(place, "request").flatMap((note) => {
    const at = note.at ?? note.createdAt;
    // A message or a talk that does not name it is no answer to it.
    if (!isOpen(note) || desk.noteTold(note.id) !== undefined) return none;
    const usual = desk.within(at, n);
    return one((note.due && neededBy(note.due, at, usual, desk)) ?? usual, {
      id: `request:${note.id}:${at}`,
      what: "request",
      values: { request: note.text },
      ...(note.change && note.change.said === undefined && { kind: "change" }),
      ...about(note, place),
    });
  });

/** From the moment on that it was asked: on the day, or by the very time, outside of hours too. */
function neededBy(due: Due, at: Instant, usual: When | undefined, desk: Desk): When | undefined {
  if (due.by === "instant") return due.at > at ? { readyFrom: at, sendBy: due.at, overlaps: true, hard: true } : undefined;
  const window = desk.onOrBefore(due.on, at);
  return window && usual && usual.readyFrom < window.readyFrom ? { ...window, readyFrom: usual.readyFrom } : window;
}

/** A promise without a date is kept by nobody: after so many working days it is to be given one. */
const daysWithoutDate = 3;

/** Open promises: from `n` working days before their date. */
export const promises: Find = (place, desk, n) =>
  notesOf(place, "promise").flatMap((note) => {
    if (!isOpen(note)) return none;
    if (note.due === undefined) return one(desk.within(note.createdAt, daysWithoutDate), { id: `promise:${note.id}:undated`, what: "promiseUndated", values: { promise: note.text }, ...about(note, place) });
    if (note.draftId !== undefined && note.due.by === "instant") return toSend(note, note.due.at, place);
    const told = desk.noteTold(note.id);
    // Told on the very day or later: the client has had word of it. Named in a message before that, it is still to be kept.
    const when = untilDue(note.due, note.createdAt, desk, n);
    if (when && told !== undefined && told >= dayStart(when.sendBy, desk)) return none;
    // The next word on a problem that was promised.
    const from = note.fromNoteId === undefined ? undefined : desk.note(note.fromNoteId);
    return one(when, {
      id: `promise:${note.id}:${keyOf(note.due)}`,
      what: "promise",
      values: { promise: note.text },
      ...about(note, place),
      ...(from?.kind === "blocker" && { kind: "problem", about: { noteId: from.id } }),
    });
  });

/** A draft that waits for a time that is good for the client: asked for a little before it. Minutes. */
const beforeSending = 10;
const toSend = (note: Note, at: Instant, place: Place) =>
  one({ readyFrom: later(at, -beforeSending), sendBy: at, overlaps: true, hard: true }, { id: `send:${note.id}:${at}`, what: "send", values: { draft: note.text }, happens: true, ...about(note, place) });

const keyOf = (due: Due): string => (due.by === "date" ? due.on : due.at);

/** When my day begins on which something is due, or the moment itself where it comes earlier or on a day off. */
function dayStart(sendBy: Instant, desk: Desk): Instant {
  const start = desk.mine.span(desk.mine.dateAt(sendBy))?.start;
  return start !== undefined && start < sendBy ? start : sendBy;
}

/** Open questions: `n` working days after they were last asked, or written down for the client. */
export const questions: Find = (place, desk, n) =>
  notesOf(place, "question").flatMap((note) => {
    const asked = desk.noteTold(note.id);
    if (!isOpen(note) || (asked === undefined && !note.forUpdate)) return none;
    const since = asked ?? note.createdAt;
    const later = desk.within(since, Math.max(1, n));
    // Where the answer is needed by a date, a working day before it is the last time to ask.
    const needed = note.due && untilDue(note.due, since, desk, 1);
    const when = needed && later && needed.sendBy < later.sendBy && needed.readyFrom > since ? needed : later;
    return one(when, { id: `question:${note.id}:${since}`, what: "question", values: { question: note.text }, ...about(note, place) });
  });

/** Blockers that the client feels and has not been told of: at once, or within `n` working days. */
export const blockers: Find = (place, desk, n) =>
  notesOf(place, "blocker").flatMap((note) => {
    if (!isOpen(note) || note.effect === undefined || wordSince(note, note.createdAt, desk)) return none;
    return one(desk.within(note.createdAt, n), { id: `blocker:${note.id}`, what: "blocker", values: { blocker: note.text }, ...about(note, place) });
  });

/** The same when they are solved, and the client knew of them or felt them. */
export const solved: Find = (place, desk, n) =>
  notesOf(place, "blocker").flatMap((note) => {
    const { settledAt } = note;
    if (settledAt === undefined || (note.effect === undefined && desk.noteTold(note.id) === undefined)) return none;
    if (wordSince(note, settledAt, desk)) return none;
    return one(desk.within(settledAt, n), {
      id: `solved:${note.id}:${settledAt}`,
      what: "solved",
      values: { blocker: note.text },
      ...about(note, place),
      about: { noteId: note.id, form: "solved" },
    });
  });

/** A message or a talk that tells the note, at or after `since`. */
function wordSince(note: Note, since: Instant, desk: Desk): boolean {
  const word = desk.noteTold(note.id);
  return word !== undefined && word >= since;
}
