import type { Book } from "../../../core/book/book";
import type { Client } from "../../../core/book/client";
import type { Milestone } from "../../../core/book/milestone";
import type { Note } from "../../../core/book/note";
import type { Project } from "../../../core/book/project";
import { recordById } from "../../../core/book/queries";
import type { NodeArgument } from "../nodeArgument";

/** A record of the tree with all that it belongs to. */
export interface Lineage {
  readonly client?: Client | undefined;
  readonly project?: Project | undefined;
  readonly milestone?: Milestone | undefined;
  readonly note?: Note | undefined;
}

/** Goes by the id alone: a row may be called a question or a blocker where the book says note. */
export function lineageOf(book: Book, node: NodeArgument | undefined): Lineage {
  if (!node) return {};
  const note = recordById(book, "note", node.recordId);
  const deal = recordById(book, "meeting", node.recordId) ?? recordById(book, "invoice", node.recordId);
  const milestone = recordById(book, "milestone", note?.milestoneId ?? node.recordId);
  const project = recordById(book, "project", note?.projectId ?? milestone?.projectId ?? deal?.projectId ?? node.recordId);
  const client = recordById(book, "client", note?.clientId ?? deal?.clientId ?? project?.clientId ?? node.recordId);
  return { client, project, milestone, note };
}
