import type { Client } from "../book/client";
import type { RecordKind } from "../book/book";
import type { Instant } from "../time/types";
import type { TreeNode } from "./treeNode";
import { firstLine, type TreeView } from "./treeView";

interface Archived {
  readonly kind: RecordKind & ("client" | "project" | "milestone" | "note");
  readonly id: string;
  readonly label: string;
  readonly at: Instant;
  /** Whose it is. */
  readonly of?: string | undefined;
}

/** All that was archived and can be brought back, newest first, in a group at the end. What went with its owner is not listed by itself. */
export function archiveNodes(clients: readonly Client[], view: TreeView): readonly TreeNode[] {
  const { book } = view;
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  const projects = new Map(clients.flatMap(({ id, name }) => view.projects(id).map((project) => [project.id, name] as const)));
  const archived: Archived[] = [
    ...book.client.filter(isArchived).flatMap(({ id, name, archivedAt }) => (archivedAt ? [{ kind: "client", id, label: name, at: archivedAt } as const] : [])),
    ...book.project.filter(isArchived).flatMap(({ id, name, clientId, archivedAt }) =>
      archivedAt && names.has(clientId) ? [{ kind: "project", id, label: name, at: archivedAt, of: names.get(clientId) } as const] : [],
    ),
    ...book.milestone.filter(isArchived).flatMap(({ id, title, projectId, archivedAt }) =>
      archivedAt && projects.has(projectId) ? [{ kind: "milestone", id, label: title, at: archivedAt, of: projects.get(projectId) } as const] : [],
    ),
    ...book.note.filter(isArchived).flatMap(({ id, text, clientId, projectId, archivedAt }) =>
      archivedAt && names.has(clientId) && (projectId === undefined || projects.has(projectId))
        ? [{ kind: "note", id, label: firstLine(text), at: archivedAt, of: names.get(clientId) } as const]
        : [],
    ),
  ];
  if (archived.length === 0) return [];
  return [
    {
      id: "archive",
      kind: "archive",
      recordId: "",
      label: { id: "tree.archive" },
      description: { id: "tree.count", values: { count: archived.length } },
      icon: { name: "archive", level: "fine" },
      tooltip: [{ id: "tree.archive" }],
      contextValue: "archive",
      children: archived.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1)).map((each) => archivedNode(each, view)),
    },
  ];
}

const isArchived = (record: { readonly archivedAt?: Instant }): boolean => record.archivedAt !== undefined;

function archivedNode({ kind, id, label, at, of }: Archived, view: TreeView): TreeNode {
  return {
    id: `archived:${kind}:${id}`,
    kind: "archived",
    recordId: id,
    label,
    ...(of === undefined ? {} : { description: of }),
    icon: { name: kind === "milestone" ? "planned" : kind, level: "fine" },
    tooltip: [label, { id: "tree.archivedOn", values: { when: view.dayOf(at) } }],
    contextValue: `${kind}.archived`,
    children: [],
  };
}
