import type { Book, BookChange } from "../../book/book";
import { created, type Stamp } from "../../book/changes";
import type { Client } from "../../book/client";
import type { Id } from "../../book/fields";
import { addNote } from "../../book/noteChanges";
import type { Note } from "../../book/note";
import { isOpen, milestonesOf, notesAbout, projectsOf, recordById } from "../../book/queries";
import type { MessageAbout } from "../../book/sentRecord";
import type { PlainDate } from "../../time/types";
import { dateIn } from "../../time/zoned";
import type { AboutChoice, AboutWhat, Answers, KindInput, Need } from "./kind";

/** What a message of a kind that is about one record can be about: the open records of that sort. */
export function openRecords(what: AboutWhat, { book, client, project, now, zone, me }: KindInput): readonly AboutChoice[] {
  const today = dateIn(now, me.zone ?? zone);
  switch (what) {
    case "milestone":
      return projects(book, client, project?.id).flatMap(({ id }) =>
        milestonesOf(book, id)
          .filter(({ state }) => state !== "accepted")
          .map((milestone): AboutChoice => ({ about: { milestoneId: milestone.id }, projectId: id, label: milestone.title, detail: { id: `milestone.${milestone.state}` } })),
      );
    case "meeting":
      return book.meeting
        .filter((meeting) => meeting.clientId === client.id && meeting.archivedAt === undefined && meeting.cancelledAt === undefined && (meeting.recurs !== undefined || meeting.startsAt > now))
        .map(({ id, title, startsAt, projectId }) => ({
          about: { meetingId: id },
          ...(projectId !== undefined && { projectId }),
          label: title,
          detail: { id: "need.when", values: { when: { time: "moment", at: startsAt, zone: me.zone ?? zone, now } } },
        }));
    case "invoice":
      return book.invoice
        .filter((invoice) => invoice.clientId === client.id && invoice.archivedAt === undefined && invoice.paidOn === undefined && invoice.cancelledOn === undefined)
        .flatMap(({ id, number, projectId }) => (number === undefined ? [] : [{ about: { invoiceId: id }, projectId, label: number }]));
    case "absence":
      return book.absence
        .filter(({ archivedAt, to }) => archivedAt === undefined && to >= today)
        .map(({ id, from, to }) => ({
          about: { absenceId: id },
          label: "",
          detail: { id: "need.span", values: { from: { time: "day", on: from, today }, to: { time: "day", on: to, today } } },
        }));
    case "question":
    case "blocker":
    case "request":
      return notes(book, client, project?.id, (note) => note.kind === what && isOpen(note));
    case "mistake":
      return notes(book, client, project?.id, (note) => note.outline !== undefined && isOpen(note));
  }
}

/**
 * Of what a caller named, what a message of this sort can be about: a row of the tree offers every kind of message, and its
 * own record fits few of them. Without a sort of its own a message may answer a request or keep a promise, and a delivery
 * may name its milestone; a note that it does not tell stays out.
 */
export function fittingAbout(named: MessageAbout, what: AboutWhat | undefined, book: Book): MessageAbout {
  const { noteId, milestoneId, meetingId, invoiceId, absenceId, ...rest } = named;
  const note = noteId === undefined ? undefined : recordById(book, "note", noteId);
  if (what === undefined) return { ...rest, ...(milestoneId !== undefined && { milestoneId }), ...(note && (note.kind === "request" || note.kind === "promise") && { noteId: note.id }) };
  switch (what) {
    case "milestone":
      return { ...rest, ...(milestoneId !== undefined && { milestoneId }) };
    case "meeting":
      // A talk that was logged has something that was agreed, too.
      return { ...rest, ...(meetingId !== undefined ? { meetingId } : note?.kind === "contact" && { noteId: note.id }) };
    case "invoice":
      return { ...rest, ...(invoiceId !== undefined && { invoiceId }) };
    case "absence":
      return { ...rest, ...(absenceId !== undefined && { absenceId }) };
    case "mistake":
      return { ...rest, ...(note?.outline && { noteId: note.id }) };
    default:
      return { ...rest, ...(note?.kind === what && { noteId: note.id }) };
  }
}

const projects = (book: Book, client: Client, only: Id | undefined) => projectsOf(book, client.id).filter(({ id }) => only === undefined || id === only);

/** The newest first. */
const notes = (book: Book, client: Client, projectId: Id | undefined, fits: (note: Note) => boolean): readonly AboutChoice[] =>
  notesAbout(book, { clientId: client.id })
    .filter((note) => fits(note) && (projectId === undefined || note.projectId === undefined || note.projectId === projectId))
    .toReversed()
    .map(aboutNote);

export const aboutNote = (note: Note): AboutChoice => ({
  about: { noteId: note.id },
  ...(note.projectId !== undefined && { projectId: note.projectId }),
  label: note.text,
});

/** What is asked to make the record that a message is to be about. */
export interface NewRecord {
  readonly needs: readonly Need[];
  make(answers: Answers, whose: { readonly clientId: Id; readonly projectId?: Id | undefined }, stamp: Stamp): { readonly changes: readonly BookChange[]; readonly about: MessageAbout };
}

/** Undefined: such a record is made elsewhere. */
export function newRecord(what: AboutWhat): NewRecord | undefined {
  switch (what) {
    case "question":
    case "blocker":
    case "request":
      return newNote({ name: "text", as: "words", ask: { id: `note.${what}.prompt` } }, { kind: what });
    case "mistake":
      return newNote({ name: "text", as: "words", ask: { id: "need.mistake.what" }, hint: { id: "need.mistake.what.hint" } }, { kind: "note", forUpdate: false, outline: { events: [] } });
    case "absence":
      return {
        needs: [
          { name: "from", as: "date", ask: { id: "need.leave.from" } },
          { name: "to", as: "date", ask: { id: "need.leave.to" } },
        ],
        make: ({ from, to }, _, stamp) => {
          const [first, last] = [from as PlainDate, to as PlainDate].sort() as [PlainDate, PlainDate];
          const put = created("absence", { from: first, to: last }, stamp);
          return { changes: [put], about: { absenceId: put.record.id } };
        },
      };
    default:
      return undefined;
  }
}

const newNote = (need: Need, fields: Pick<Note, "kind"> & Partial<Pick<Note, "forUpdate" | "outline">>): NewRecord => ({
  needs: [need],
  make: ({ text }, whose, stamp) => {
    const { changes, note } = addNote({ ...fields, ...whose, text: text as string }, stamp);
    return { changes, about: { noteId: note.id } };
  },
});
