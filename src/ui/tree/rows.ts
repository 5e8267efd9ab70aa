import { changedNodes, ROOT } from "../../core/report/changedNodes";
import type { TreeNode } from "../../core/report/treeNode";
import type { NodeArgument } from "../commands/nodeArgument";

/**
 * What VS Code holds on to for a row, and what a command gets. There is one object for each id, for ever: VS Code knows a
 * row that is to be painted again by its object.
 */
export interface Row extends NodeArgument {
  readonly id: string;
}

/** The nodes of the tree as it was last made, by row. */
export interface Rows {
  /** Of the tree's top, or below a row. A row that has gone has none. */
  children(row: Row | undefined): readonly Row[];
  node(row: Row): TreeNode | undefined;
  parent(row: Row): Row | undefined;
  row(id: string): Row | undefined;
  /** Takes the new tree. Returns the rows to paint again with all below them; "all" for the whole tree. */
  take(tree: readonly TreeNode[]): readonly Row[] | "all";
}

interface Entry {
  readonly node: TreeNode;
  readonly parent: string | undefined;
}

export function createRows(): Rows {
  const objects = new Map<string, { id: string; kind: string; recordId: string }>();
  let tree: readonly TreeNode[] = [];
  let entries: ReadonlyMap<string, Entry> = new Map();

  const objectOf = (node: TreeNode): Row => {
    const { id, kind, recordId } = node;
    const known = objects.get(id);
    // A question that was settled is a note from now on.
    if (known) return Object.assign(known, { kind, recordId });
    const row = { id, kind, recordId };
    objects.set(id, row);
    return row;
  };
  const rowOf = (id: string): Row | undefined => {
    const entry = entries.get(id);
    return entry && objectOf(entry.node);
  };
  return {
    children: (row) => (row ? (entries.get(row.id)?.node.children ?? []) : tree).map(objectOf),
    node: (row) => entries.get(row.id)?.node,
    parent: (row) => {
      const parent = entries.get(row.id)?.parent;
      return parent === undefined ? undefined : rowOf(parent);
    },
    row: rowOf,
    take(next) {
      const changed = changedNodes(tree, next);
      tree = next;
      entries = indexed(next);
      for (const id of objects.keys()) if (!entries.has(id)) objects.delete(id);
      return changed.includes(ROOT) ? "all" : changed.flatMap((id) => rowOf(id) ?? []);
    },
  };
}

function indexed(tree: readonly TreeNode[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (nodes: readonly TreeNode[], parent: string | undefined) => {
    for (const node of nodes) {
      entries.set(node.id, { node, parent });
      add(node.children, node.id);
    }
  };
  add(tree, undefined);
  return entries;
}
