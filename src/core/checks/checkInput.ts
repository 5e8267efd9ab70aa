import type { Book } from "../book/book";
import { usualContact, type Client } from "../book/client";
import { glossaryOf } from "../book/glossary";
import { milestonesOf, recordById } from "../book/queries";
import { standing, type HistoryEntry } from "../book/sentRecord";
import type { Provenance } from "../drafting/draft";
import { normalise } from "../language/script";
import { workingCalendar } from "../time/calendar";
import { dateIn } from "../time/zoned";
import type { Instant, Zone } from "../time/types";
import { findDates } from "./find/dates";
import type { CheckInput } from "./input";
import { readText } from "./reading";
import type { FoundSecret } from "./secretScanner";

export interface Checked {
  readonly provenance: Provenance;
  /** The document as it stands. */
  readonly text: string;
  readonly client: Client;
  readonly book: Book;
  readonly history: readonly HistoryEntry[];
  readonly secrets: readonly FoundSecret[];
  readonly now: Instant;
  /** The machine's. */
  readonly zone: Zone;
}

/** Lays out what the rules go by. */
export function checkInput({ provenance, text, client, book, history, secrets, now, zone }: Checked): CheckInput {
  const project = provenance.projectId === undefined ? undefined : recordById(book, "project", provenance.projectId);
  const theirs = workingCalendar({ me: book.me, client, absences: [], machineZone: zone });
  const mine = workingCalendar({ me: book.me, absences: book.absence, machineZone: zone });
  const today = dateIn(now, theirs.zone);
  const reading = readText(text);
  return {
    reading,
    dates: findDates(reading, today),
    language: provenance.language,
    kind: provenance.kind,
    provenance,
    client,
    contact: usualContact(client),
    ...(project && { project }),
    glossary: glossaryOf(client, project ?? {}),
    known: knownWords(book, client),
    others: otherNames(book, client),
    mine,
    theirs,
    holidays: { mine: book.me.holidays ?? [], theirs: client.holidays ?? [] },
    absences: book.absence.filter(({ tentative, archivedAt }) => tentative !== true && archivedAt === undefined),
    now,
    today,
    sent: standing(history).filter(({ clientId }) => clientId === client.id),
    secrets,
  };
}

/** All that the book says of a client in words the client uses, or could. */
function knownWords(book: Book, client: Client): string {
  const projects = book.project.filter(({ clientId }) => clientId === client.id);
  const texts = [
    client.name, client.needs, ...client.contacts.flatMap(({ name, addressAs }) => [name, addressAs]), ...(client.glossary ?? []).map(({ words }) => words),
    ...projects.flatMap((project) => [project.name, project.goal, ...(project.included ?? []), ...(project.excluded ?? []), ...(project.glossary ?? []).map(({ words }) => words), ...milestonesOf(book, project.id).map(({ title }) => title)]),
  ];
  return normalise(texts.filter((text) => text !== undefined).join("\n"));
}

/**
 * Clients by their names, their people by full names: a first name alone may be anybody's. Who stands among my references has
 * agreed to be named.
 */
const otherNames = (book: Book, client: Client): readonly string[] => {
  const references = (book.me.references ?? []).join("\n").toLowerCase();
  return [...new Set(book.client.filter(({ id }) => id !== client.id).flatMap(({ name, contacts }) => [name, ...contacts.map((contact) => contact.name).filter((full) => /\S\s+\S/.test(full.trim()))]))].filter((name) => !references.includes(name.toLowerCase()));
};
