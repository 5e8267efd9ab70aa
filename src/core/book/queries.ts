import type { Book, RecordKind, RecordTypes } from "./book";
import type { Client } from "./client";
import type { Due, Id } from "./fields";
import type { Milestone } from "./milestone";
import type { Note } from "./note";
import type { Project } from "./project";

// Questions to the book. What is archived is left out unless asked for, and so is what hangs on something archived.

export interface Asking {
  readonly archived?: boolean;
}
interface Shown {
  readonly archivedAt?: unknown;
}
const shown = (asking: Asking | undefined) => (record: Shown) => asking?.archived === true || record.archivedAt === undefined;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function recordById<K extends RecordKind>(book: Book, kind: K, id: Id): RecordTypes[K] | undefined {
  // Book[K] and RecordTypes[K][] are the same for each kind, which the compiler cannot see for all at once.
  const records = book[kind] as unknown as readonly RecordTypes[K][];
  return records.find((record) => record.id === id);
}

/** By name, then id. */
export const activeClients = (book: Book, asking?: Asking): readonly Client[] =>
  book.client.filter(shown(asking)).sort((a, b) => byText(a.name.toLowerCase(), b.name.toLowerCase()) || byText(a.id, b.id));

/** A client's projects, oldest first. */
export const projectsOf = (book: Book, clientId: Id, asking?: Asking): readonly Project[] =>
  book.project.filter((project) => project.clientId === clientId && shown(asking)(project)).sort(byAge);

/** Every project that neither is archived nor belongs to an archived client. */
export function activeProjects(book: Book): readonly Project[] {
  const clients = new Set(book.client.filter(shown(undefined)).map((client) => client.id));
  return book.project.filter((project) => clients.has(project.clientId) && shown(undefined)(project)).sort(byAge);
}

/** A project's milestones by due date, then title; those without a date last. */
export const milestonesOf = (book: Book, projectId: Id, asking?: Asking): readonly Milestone[] =>
  book.milestone.filter((milestone) => milestone.projectId === projectId && shown(asking)(milestone)).sort(byDue);

export interface About {
  readonly clientId: Id;
  readonly projectId?: Id | undefined;
  readonly milestoneId?: Id | undefined;
}
/** Notes about a client and all that is theirs, or narrowed to a project or a milestone of it; oldest first. */
export const notesAbout = (book: Book, about: About, asking?: Asking): readonly Note[] =>
  book.note
    .filter(
      (note) =>
        note.clientId === about.clientId &&
        (about.projectId === undefined || note.projectId === about.projectId) &&
        (about.milestoneId === undefined || note.milestoneId === about.milestoneId) &&
        shown(asking)(note),
    )
    .sort(byAge);

/** What a message of this project may speak of: the project's own notes and those about the client alone; oldest first. */
export const notesForProject = (book: Book, project: Project): readonly Note[] =>
  notesAbout(book, { clientId: project.clientId }).filter(
    (note) => note.projectId === undefined || note.projectId === project.id,
  );

export const isOpen = (note: Note): boolean => note.settledAt === undefined;

export const openQuestions = (book: Book, about: About): readonly Note[] =>
  notesAbout(book, about).filter((note) => note.kind === "question" && isOpen(note));
export const openBlockers = (book: Book, about: About): readonly Note[] =>
  notesAbout(book, about).filter((note) => note.kind === "blocker" && isOpen(note));

export const clientOfProject = (book: Book, project: Project): Client | undefined => recordById(book, "client", project.clientId);

/** How a project is named to its user: the client's name alone while that says which one, "Acme · Shop" when there are several. */
export function nameOfProject(book: Book, project: Project): string {
  const client = clientOfProject(book, project);
  if (!client) return project.name;
  const only = projectsOf(book, client.id).every((other) => other.id === project.id);
  return only || project.name === client.name ? client.name : `${client.name} · ${project.name}`;
}

/** A project that holds this repository scope. */
export const projectOfScope = (book: Book, scopeId: Id): Project | undefined =>
  activeProjects(book).find((project) => project.scopes.some((scope) => scope.id === scopeId));

/** How far a milestone's checklist is. */
export const progressOf = (milestone: Milestone): { readonly done: number; readonly all: number } => ({
  done: milestone.deliverables.filter((deliverable) => deliverable.doneAt !== undefined).length,
  all: milestone.deliverables.length,
});

function byAge(a: { createdAt: string; id: Id }, b: { createdAt: string; id: Id }): number {
  return byText(a.createdAt, b.createdAt) || byText(a.id, b.id);
}

/** Sorts as text: a bare day comes after the moments within it, and no date after every date. */
const dueKey = (due: Due | undefined): string => (due === undefined ? "~" : due.by === "date" ? `${due.on}U` : due.at);

export function byDue(a: Milestone, b: Milestone): number {
  return byText(dueKey(a.due), dueKey(b.due)) || byText(a.title, b.title) || byText(a.id, b.id);
}
