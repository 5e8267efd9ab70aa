import type { Book } from "../core/book/book";
import { usualContact, type Client } from "../core/book/client";
import type { Id } from "../core/book/fields";
import type { Milestone } from "../core/book/milestone";
import type { Project } from "../core/book/project";
import { isOpen, notesForProject, recordById } from "../core/book/queries";
import { notesTold, standing, type HistoryEntry } from "../core/book/sentRecord";
import { composeProgress } from "../core/drafting/composeProgress";
import type { Provenance } from "../core/drafting/draft";
import { keepsPromise } from "../core/drafting/effects";
import { provenanceOf } from "../core/drafting/provenance";
import { renderDraft } from "../core/drafting/renderDraft";
import type { Renderer } from "../core/drafting/renderer";
import { hasSubject } from "../core/drafting/subject";
import type { Instant, Zone } from "../core/time/types";
import type { WorkRead } from "./readWork";
import { templateName } from "./renderers";

interface ToWrite {
  /** The draft's own. */
  readonly id: Id;
  readonly book: Book;
  readonly client: Client;
  readonly project: Project;
  readonly milestones: readonly Milestone[];
  readonly history: readonly HistoryEntry[];
  readonly work: Omit<WorkRead, "problems">;
  readonly now: Instant;
  readonly zone: Zone;
  /** The last update, or where telling begins; absent: the beginning. */
  readonly since?: Instant;
  readonly tellHousekeeping: boolean;
  /** The promise that the update keeps. */
  readonly promiseId: Id | undefined;
}

/** Puts work that was read into the words of an update. */
export function writeUpdate({ id, book, client, project, milestones, history, work, now, zone, since, tellHousekeeping, promiseId }: ToWrite, renderer: Renderer): Provenance {
  const contact = usualContact(client);
  const { summary, readUpTo, readOf } = work;
  const view = composeProgress({
    me: book.me,
    client,
    contact,
    project,
    milestones,
    absences: book.absence,
    notes: notesForProject(book, project),
    toldNotes: notesTold(standing(history)),
    summary,
    tellHousekeeping,
    now,
    zone,
    ...(since !== undefined && { since }),
  });
  const promise = promiseId === undefined ? undefined : recordById(book, "note", promiseId);
  const origin = {
    id,
    clientId: client.id,
    projectId: project.id,
    kind: "progress",
    language: contact.language,
    template: templateName("progress", contact.language),
    createdAt: now,
    readUpTo,
    readOf,
    summary,
    noteIds: view.noteIds,
    ...(since !== undefined && { since }),
    ...(promise?.kind === "promise" && isOpen(promise) && keepsPromise(promise.id)),
  } as const;
  return provenanceOf(origin, renderDraft(view, renderer, { subject: hasSubject(client.channel) }));
}
