import type { Client } from "../book/client";
import type { Id } from "../book/fields";
import type { Milestone } from "../book/milestone";
import type { Project } from "../book/project";
import { layOut, type Desk, type OwedInput } from "./desk";
import type { Found } from "./found";
import { byUrgency, levelAt } from "./level";
import type { Level, Owed } from "./owed";
import { requestOwed } from "./requests";
import { updateOwed } from "./updates";

/**
 * What is owed to all clients, most urgent first, also what is not due yet. A function of its input alone: the same input
 * gives the same list, whatever was asked before.
 */
export function owed(input: OwedInput): readonly Owed[] {
  const desk = layOut(input);
  const { book } = input;
  const clients = byId(book.client.filter(isShown));
  const projects = byId(book.project.filter((project) => isShown(project) && clients.has(project.clientId)));
  const ofClient = grouped([...projects.values()], (project) => project.clientId);
  const delivered = grouped(
    book.milestone.filter((milestone) => isShown(milestone) && milestone.deliveredAt !== undefined),
    (milestone) => milestone.projectId,
  );
  const found: Found[] = [];
  for (const project of projects.values()) {
    const client = clients.get(project.clientId);
    const update = client && updateOwed(project, client, delivered.get(project.id) ?? [], desk);
    if (update) found.push(update);
  }
  for (const note of book.note) {
    if (note.kind !== "request") continue;
    const client = clients.get(note.clientId);
    const about = note.projectId === undefined ? only(ofClient.get(note.clientId)) : projects.get(note.projectId);
    // A request about an archived project is archived with it.
    if (!client || (note.projectId !== undefined && !about)) continue;
    const request = requestOwed(note, client, about, desk);
    if (request) found.push(request);
  }
  return found.map((item) => asOwed(item, nameOf(item, ofClient), desk)).sort(byUrgency);
}

const isShown = (record: { readonly archivedAt?: unknown }): boolean => record.archivedAt === undefined;
const byId = <T extends { readonly id: Id }>(records: readonly T[]) => new Map(records.map((record) => [record.id, record]));
const only = (projects: readonly Project[] | undefined) => (projects?.length === 1 ? projects[0] : undefined);

function grouped<T extends Project | Milestone>(records: readonly T[], key: (record: T) => Id): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const record of records) {
    const group = groups.get(key(record));
    if (group) group.push(record);
    else groups.set(key(record), [record]);
  }
  return groups;
}

function nameOf({ client, project }: { client: Client; project?: Project }, ofClient: ReadonlyMap<Id, readonly Project[]>): string {
  const several = (ofClient.get(client.id)?.length ?? 0) > 1;
  return project && several && project.name !== client.name ? `${client.name} · ${project.name}` : client.name;
}

function asOwed(found: Found, name: string, desk: Desk): Owed {
  const { id, client, project, kind, readyFrom, sendBy } = found;
  const { now } = desk.input;
  const level: Level = levelAt(found, desk.mine, now);
  const said = desk.answer(id)?.said;
  const values = { client: name, when: { time: "moment" as const, at: sendBy, zone: desk.mine.zone, now }, ...found.about };
  return {
    id,
    clientId: client.id,
    ...(project ? { projectId: project.id } : {}),
    reason: { id: level === "overdue" ? `${found.reason}.overdue` : found.reason, values },
    kind,
    readyFrom,
    sendBy,
    level,
    ...(said?.what === "snoozed" && said.until > now ? { snoozedUntil: said.until } : {}),
  };
}
