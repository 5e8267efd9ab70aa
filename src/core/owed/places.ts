import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { Invoice } from "../book/invoice";
import type { Meeting } from "../book/meeting";
import type { Milestone } from "../book/milestone";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { byDue } from "../book/queries";
import { grouped } from "./groups";
import type { ClientRecords } from "./records";

/**
 * What rules look at: one project with all that is its own, or a client with what concerns no project in particular.
 * Nothing in it is archived.
 */
export interface Place {
  readonly client: Client;
  /** Absent: the client as such. */
  readonly project?: Project;
  /** All of the client's. */
  readonly projects: readonly Project[];
  /** Those due first come first. */
  readonly milestones: readonly Milestone[];
  /** These by age. */
  readonly notes: readonly Note[];
  readonly meetings: readonly Meeting[];
  readonly invoices: readonly Invoice[];
}

/** The client's only project, or the one that this is about. */
export const subjectOf = ({ project, projects }: Place): Project | undefined => project ?? (projects.length === 1 ? projects[0] : undefined);

/** "Acme", or "Acme · Shop" where there are several. */
export function nameOfPlace({ client, projects }: Place, project: Project | undefined): string {
  return project && projects.length > 1 && project.name !== client.name ? `${client.name} · ${project.name}` : client.name;
}

/** A client, and then each of their projects. */
export function placesOf({ client, projects, ...records }: ClientRecords): readonly Place[] {
  // Of the client, or of a project where one is named: then an archived project takes its own with it.
  const owner = (record: { readonly clientId: Id; readonly projectId?: Id }): Id => record.projectId ?? record.clientId;
  const notes = grouped(records.notes.toSorted(byAge), owner);
  const meetings = grouped(records.meetings.toSorted(byAge), owner);
  const invoices = grouped(records.invoices.toSorted(byAge), owner);
  const about = (id: Id) => ({ client, projects, notes: notes(id), meetings: meetings(id), invoices: invoices(id) });
  return [
    { ...about(client.id), milestones: [] },
    ...projects.map((project, n) => ({ ...about(project.id), project, milestones: records.milestones[n]?.toSorted(byDue) ?? [] })),
  ];
}

const byAge = (a: Aged, b: Aged): number => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1);
interface Aged {
  readonly createdAt: string;
  readonly id: Id;
}
