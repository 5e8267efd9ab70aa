import type { BookChange, Book } from "../book/book";
import { applyChanges } from "../book/book";
import { revised, type Stamp } from "../book/changes";
import { equal } from "../book/equal";
import type { Due, Id } from "../book/fields";
import { acceptMilestone, deliverMilestone, reopenMilestone } from "../book/milestoneChanges";
import { addNote, settleNote } from "../book/noteChanges";
import { setProjectStatus } from "../book/projectChanges";
import { isOpen, recordById } from "../book/queries";
import type { Effect, Provenance } from "./draft";

export interface SentAbout {
  readonly clientId: Id;
  readonly projectId?: Id | undefined;
}

/** The changes to the book that a sent message brings about. What is gone, or stands so already, is left alone. */
export function effectChanges(effects: readonly Effect[], about: SentAbout, book: Book, stamp: Stamp): readonly BookChange[] {
  let now = book;
  return effects.flatMap((effect) => {
    const changes = changesOf(effect, about, now, stamp);
    now = applyChanges(now, changes);
    return changes;
  });
}

function changesOf(effect: Effect, about: SentAbout, book: Book, stamp: Stamp): readonly BookChange[] {
  switch (effect.do) {
    case "moveMilestone": {
      const milestone = recordById(book, "milestone", effect.milestoneId);
      return milestone && !sameDue(milestone.due, effect.due) ? [revised("milestone", milestone, { due: effect.due }, stamp)] : [];
    }
    case "moveProject": {
      const project = projectOf(about, book);
      return project && project.dueOn !== effect.on ? [revised("project", project, { dueOn: effect.on }, stamp)] : [];
    }
    case "milestoneState":
      return milestoneState(effect, book, stamp);
    case "projectStatus": {
      const project = projectOf(about, book);
      return project ? setProjectStatus(project, effect.status, stamp) : [];
    }
    case "addPromise": {
      const { text, due, fromNoteId } = effect;
      // Marking can be tried again after a crash; a promise is given once.
      const given = book.note.some((note) => note.kind === "promise" && note.clientId === about.clientId && isOpen(note) && note.text === text && sameDue(note.due, due));
      return given ? [] : addNote({ clientId: about.clientId, projectId: about.projectId, kind: "promise", text, due, fromNoteId }, stamp).changes;
    }
    case "settleNote": {
      const note = recordById(book, "note", effect.noteId);
      return note ? settleNote(note, stamp) : [];
    }
    case "meetingTold": {
      const meeting = recordById(book, "meeting", effect.meetingId);
      return meeting?.movedFrom === undefined ? [] : [revised("meeting", meeting, { movedFrom: undefined }, stamp)];
    }
    case "issueInvoice": {
      const invoice = recordById(book, "invoice", effect.invoiceId);
      if (!invoice || invoice.issuedOn !== undefined) return [];
      return [revised("invoice", invoice, { issuedOn: effect.on, ...(effect.dueOn !== undefined && { dueOn: effect.dueOn }) }, stamp)];
    }
  }
}

/** What a draft keeps when it is written anew: a promise to send it at a time is kept by sending it, whatever it says by then. */
export function withReminders(effects: readonly Effect[], { id, effects: before = [] }: Pick<Provenance, "id" | "effects">, { note }: Pick<Book, "note">): readonly Effect[] {
  const reminders = before.filter((effect) => effect.do === "settleNote" && note.some((one) => one.id === effect.noteId && one.draftId === id));
  return [...effects, ...reminders.filter((reminder) => !effects.some((effect) => equal(effect, reminder)))];
}

/** What a message rests on that is written to keep a promise. Its words may be private, so that the message need not name it. */
export const keepsPromise = (noteId: Id): Required<Pick<Provenance, "about" | "effects">> => ({ about: { noteId }, effects: [{ do: "settleNote", noteId }] });

const projectOf = ({ projectId }: SentAbout, book: Book) => (projectId === undefined ? undefined : recordById(book, "project", projectId));

const sameDue = (a: Due | undefined, b: Due | undefined): boolean =>
  a === b || (a?.by === "date" && b?.by === "date" && a.on === b.on) || (a?.by === "instant" && b?.by === "instant" && a.at === b.at);

function milestoneState({ milestoneId, state }: Effect & { readonly do: "milestoneState" }, book: Book, stamp: Stamp): readonly BookChange[] {
  const milestone = recordById(book, "milestone", milestoneId);
  if (!milestone || milestone.state === state) return [];
  if (state === "delivered") return deliverMilestone(milestone, stamp);
  if (state === "accepted") return acceptMilestone(milestone, stamp);
  if (state === "active") return reopenMilestone(milestone, stamp);
  return [revised("milestone", milestone, { state }, stamp)];
}
