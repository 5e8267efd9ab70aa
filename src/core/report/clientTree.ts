import type { Client } from "../book/client";
import type { Note } from "../book/note";
import type { Project } from "../book/project";
import { activeClients } from "../book/queries";
import type { SentRecord } from "../book/sentRecord";
import type { Level, Owed } from "../owed/owed";
import type { Text } from "../say";
import { archiveNodes } from "./archiveNodes";
import { invoiceNodes } from "./invoiceNodes";
import { meetingNodes } from "./meetingNodes";
import { milestoneNodes } from "./milestoneNodes";
import { noteNodes } from "./noteNodes";
import { shortened } from "./status";
import { draftNodes, sentNodes } from "./sentNodes";
import type { TreeNode } from "./treeNode";
import { viewOf, type TreeInput, type TreeMemory, type TreeView } from "./treeView";

/**
 * The sidebar's rows: clients by name, with their projects where there are several, milestones, what is open, notes and
 * messages. Empty where there is no client who is not archived.
 * @param memory kept from call to call, it spares making what has not changed; the tree is the same without
 */
export function clientTree(input: TreeInput, memory: TreeMemory = new WeakMap()): readonly TreeNode[] {
  const clients = activeClients(input.book);
  if (clients.length === 0) return [];
  const view = viewOf(input, memory);
  return [...clients.map((client) => clientNode(client, view)), ...archiveNodes(clients, view)];
}

function clientNode(client: Client, view: TreeView): TreeNode {
  const projects = view.projects(client.id);
  const owed = view.owed(client.id);
  const known = new Set(projects.map((project) => project.id));
  // What belongs to an archived project is out of sight with it.
  const notes = view.notes(client.id).filter(({ projectId }) => projectId === undefined || known.has(projectId));
  const sent = view.sent(client.id);
  const [only, second] = projects;
  const own: readonly TreeNode[] =
    only && !second
      ? projectRows(only, notes, sent, view)
      : [
          ...meetingNodes(client, view.meetings(client.id).filter(({ projectId }) => projectId === undefined), view),
          ...projects.map((project) => projectNode(project, notes, sent, owed, view)),
          ...noteNodes(client.id, notes.filter(({ projectId }) => projectId === undefined), view),
          ...draftNodes(view.drafts(client.id).filter(({ projectId }) => projectId === undefined), sent, view),
          ...sentNodes(client.id, sent.filter(({ projectId }) => projectId === undefined || !known.has(projectId)), view),
        ];
  return {
    id: `client:${client.id}`,
    kind: "client",
    recordId: client.id,
    label: client.name,
    description: next(owed, only && !second ? only : undefined, sent, view),
    icon: { name: "client", level: levelOf(owed) },
    tooltip: clientTooltip(client, owed, sent, notes, view),
    contextValue: only && !second ? "client.one" : "client",
    expanded: true,
    children: own,
  };
}

function projectNode(project: Project, notes: readonly Note[], sent: readonly SentRecord[], owed: readonly Owed[], view: TreeView): TreeNode {
  const ofProject = <T extends { readonly projectId?: string }>(records: readonly T[]) =>
    records.filter((record) => record.projectId === project.id);
  const due = ofProject(owed);
  return {
    id: `project:${project.id}`,
    kind: "project",
    recordId: project.id,
    label: project.name,
    description: next(due, project, ofProject(sent), view),
    icon: { name: "project", level: levelOf(due) },
    tooltip: [project.name, ...projectLines(project, view), ...due.map(({ reason }) => view.steady(reason))],
    contextValue: "project",
    expanded: true,
    children: projectRows(project, ofProject(notes), ofProject(sent), view),
  };
}

function projectRows(project: Project, notes: readonly Note[], sent: readonly SentRecord[], view: TreeView): readonly TreeNode[] {
  const drafts = view.drafts(project.clientId).filter(({ projectId }) => projectId === project.id);
  return [
    ...milestoneNodes(project.id, view),
    ...meetingNodes(clientOf(project, view), meetingsOf(project, view), view),
    ...noteNodes(project.id, notes, view),
    ...invoiceNodes(project.id, view),
    ...draftNodes(drafts, sent, view),
    ...sentNodes(project.id, sent, view),
  ];
}

const clientOf = ({ clientId }: Project, { book }: TreeView) => book.client.find(({ id }) => id === clientId);

/** A meeting about nothing in particular is shown with the only project that there is. */
function meetingsOf(project: Project, view: TreeView) {
  const only = view.projects(project.clientId).length === 1;
  return view.meetings(project.clientId).filter(({ projectId }) => projectId === project.id || (only && projectId === undefined));
}

const levelOf = (owed: readonly Owed[]): Level => owed.find((item) => item.snoozedUntil === undefined)?.level ?? "fine";

/** What comes next: "update today 17:00"; where nothing presses, that all is told, that nothing was yet, or where the project stands. */
function next(owed: readonly Owed[], project: Project | undefined, sent: readonly SentRecord[], view: TreeView): Text {
  const [first] = owed;
  if (!first) {
    return project && project.status !== "active" ? { id: `projectStatus.${project.status}` } : { id: "tree.allTold" };
  }
  if (first.snoozedUntil !== undefined) return { id: "tree.snoozed", values: { when: view.moment(first.snoozedUntil) } };
  if (first.level === "fine") return { id: sent.length > 0 ? "tree.allToldUntil" : "tree.nothingSent", values: { when: view.dayOf(first.sendBy) } };
  const when = view.moment(first.sendBy);
  return { id: first.level === "overdue" ? "tree.owedWas" : "tree.owed", values: { what: shortened(first.what), when } };
}

function projectLines(project: Project, view: TreeView): readonly (string | Text)[] {
  return [
    ...(project.goal === undefined ? [] : [project.goal]),
    ...(project.status === "active" ? [] : [{ id: `projectStatus.${project.status}` } as const]),
    ...(project.dueOn === undefined ? [] : [{ id: "tree.isDue", values: { when: view.day(project.dueOn) } } as const]),
  ];
}

const OWED_LINES = 3;

function clientTooltip(client: Client, owed: readonly Owed[], sent: readonly SentRecord[], notes: readonly Note[], view: TreeView): readonly (string | Text)[] {
  const contacts = notes.flatMap((note) => (note.kind === "contact" ? [note.at ?? note.createdAt] : []));
  const lastWord = [...contacts, ...sent.slice(0, 1).map(({ at }) => at)].sort().at(-1);
  return [
    client.name,
    ...(client.needs === undefined ? [] : [client.needs]),
    ...owed.slice(0, OWED_LINES).map(({ reason }) => view.steady(reason)),
    lastWord === undefined ? { id: "tree.noWord" } : { id: "tree.lastWord", values: { when: view.dayOf(lastWord) } },
  ];
}
