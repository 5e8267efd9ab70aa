import { tickDeliverable } from "../../core/book/milestoneChanges";
import { recordById } from "../../core/book/queries";
import type { BookStore } from "../../core/ports/book";
import type { Clock } from "../../core/ports/clock";
import type { TreeNode } from "../../core/report/treeNode";
import type { Undoing } from "../commands/book/undo";

export interface TickingDeps {
  readonly book: Pick<BookStore, "current">;
  readonly clock: Clock;
  readonly undoing: Pick<Undoing, "change">;
}

/** Ticks a deliverable of the tree, or unticks it. Rejects where the book could not be changed. */
export async function tick(node: TreeNode, done: boolean, { book, clock, undoing }: TickingDeps): Promise<void> {
  const milestone = node.parentId === undefined ? undefined : recordById(book.current(), "milestone", node.parentId);
  const deliverable = milestone?.deliverables.find(({ id }) => id === node.recordId);
  if (!milestone || !deliverable) return;
  const changes = tickDeliverable(milestone, deliverable.id, done, { now: clock.now() });
  if (changes.length > 0) await undoing.change({ id: done ? "did.tick" : "did.untick", values: { name: deliverable.text } }, changes);
}
