import type { Absence } from "./absence";
import type { Book, BookChange } from "./book";
import type { Client } from "./client";
import { archive, created, revised, type Fields, type Revision, type Stamp } from "./changes";
import type { Project } from "./project";
import { activeClients, projectsOf } from "./queries";

/** Several at once, so that a year's leave is one step to take back. */
export function addAbsences(inputs: readonly Fields<"absence">[], stamp: Stamp): { readonly changes: readonly BookChange[]; readonly absences: readonly Absence[] } {
  const puts = inputs.map((input) => created("absence", input, stamp));
  return { changes: puts, absences: puts.map(({ record }) => record) };
}

/** The first day of it that is moved behind the last one takes the last one along. */
export function editAbsence(absence: Absence, fields: Revision<"absence">, stamp: Pick<Stamp, "now">): readonly BookChange[] {
  const from = fields.from ?? absence.from;
  const to = fields.to ?? absence.to;
  return [revised("absence", absence, { ...fields, to: to < from ? from : to }, stamp)];
}

export const removeAbsence = (absence: Absence, stamp: Pick<Stamp, "now">): readonly BookChange[] => archive("absence", absence, stamp);

/** Leave that is not over by `today`, by its beginning. */
export const absencesFrom = (book: Pick<Book, "absence">, today: string): readonly Absence[] =>
  book.absence.filter(({ archivedAt, to }) => archivedAt === undefined && to >= today).toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** Clients who wait for something from me: leave concerns them. */
export const affectedClients = (book: Book): readonly Client[] =>
  activeClients(book).filter(({ id }) => projectsOf(book, id).some(({ status }) => isUnderWay(status)));

export const isUnderWay = (status: Project["status"]): boolean => status === "active" || status === "waitingForClient" || status === "delivered" || status === "support";
