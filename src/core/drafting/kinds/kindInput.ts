import type { Book } from "../../book/book";
import { usualContact } from "../../book/client";
import type { Id } from "../../book/fields";
import { recordById } from "../../book/queries";
import type { MessageAbout, SentRecord } from "../../book/sentRecord";
import type { OwedSettings } from "../../owed/settings";
import type { Instant, Zone } from "../../time/types";
import type { WorkSummary } from "../../work/summary";
import type { Answers, KindInput } from "./kind";

export interface InputSource {
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly about: MessageAbout;
  readonly sent: readonly SentRecord[];
  readonly summary?: WorkSummary;
  readonly since?: Instant;
  readonly now: Instant;
  readonly zone: Zone;
  readonly owed?: OwedSettings;
}

/** All that a message can be written from, with the records that are named by id. Undefined: there is no such client. */
export function kindInput({ clientId, projectId, about, ...source }: InputSource, book: Book, answers: Answers): KindInput | undefined {
  const client = recordById(book, "client", clientId);
  if (!client) return undefined;
  const project = projectId === undefined ? undefined : recordById(book, "project", projectId);
  const found = <T>(id: Id | undefined, find: (id: Id) => T | undefined): T | undefined => (id === undefined ? undefined : find(id));
  const milestone = found(about.milestoneId, (id) => recordById(book, "milestone", id));
  const meeting = found(about.meetingId, (id) => recordById(book, "meeting", id));
  const invoice = found(about.invoiceId, (id) => recordById(book, "invoice", id));
  const absence = found(about.absenceId, (id) => recordById(book, "absence", id));
  const note = found(about.noteId, (id) => recordById(book, "note", id));
  return {
    ...source,
    book,
    me: book.me,
    client,
    contact: usualContact(client),
    ...(project && { project }),
    about: { ...about, ...(milestone && { milestone }), ...(meeting && { meeting }), ...(invoice && { invoice }), ...(absence && { absence }), ...(note && { note }) },
    answers,
  };
}
