import type { TreeNode } from "./treeNode";

/** Stands for the whole tree, where rows at its top came, went or changed places. */
export const ROOT = "root";

/**
 * The ids of the rows to paint again, with all below them: of each branch the topmost that differs. Rows that are not named
 * look the same in both trees.
 */
export function changedNodes(before: readonly TreeNode[], after: readonly TreeNode[]): readonly string[] {
  if (!sameIds(before, after)) return [ROOT];
  const changed: string[] = [];
  collect(before, after, changed);
  return changed;
}

/** Both lists hold the same ids in the same order. */
function collect(before: readonly TreeNode[], after: readonly TreeNode[], changed: string[]): void {
  for (const [n, node] of after.entries()) {
    const old = before[n];
    if (old === undefined || old === node) continue;
    if (!sameIds(old.children, node.children) || !sameRow(old, node)) changed.push(node.id);
    else collect(old.children, node.children, changed);
  }
}

const sameIds = (a: readonly TreeNode[], b: readonly TreeNode[]): boolean =>
  a.length === b.length && a.every((node, n) => node.id === b[n]?.id);

function sameRow(a: TreeNode, b: TreeNode): boolean {
  return same(a, b, "children");
}

/** Deep equality of plain data, but for what lies under `except` at the top. */
function same(a: unknown, b: unknown, except?: string): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key === except || same(one[key], other[key]));
}
