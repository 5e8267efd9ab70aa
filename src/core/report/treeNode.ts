import type { NoteKind } from "../book/note";
import type { Level } from "../owed/owed";
import type { Text } from "../say";

export type TreeNodeKind =
  | "owed"
  | "leave"
  | "client"
  | "project"
  | "milestone"
  | "deliverable"
  | "question"
  | "blocker"
  | "request"
  | "feedback"
  | "notes"
  | "note"
  | "meeting"
  | "invoice"
  | "invoices"
  | "sent"
  | "sentRecord"
  | "draft"
  | "waiting"
  | "held"
  | "archive"
  | "archived";

/** What a row's picture means; which picture that is, is for whoever paints it. */
export type TreeIcon =
  | "client"
  | "project"
  | "planned"
  | "active"
  | "delivered"
  | "accepted"
  | "ticked"
  | "open"
  | "notes"
  | "meeting"
  | "invoice"
  | "sent"
  | "draft"
  | "archive"
  | "clock"
  | "late"
  | "leave"
  | "snoozed"
  | "unsent"
  | NoteKind;

/** One row of the sidebar, as data: two that look the same are deep-equal, so that only what differs is painted again. */
export interface TreeNode {
  /** The same for the same thing in every tree; no two rows of one tree share it. */
  readonly id: string;
  readonly kind: TreeNodeKind;
  /** Of the record that the row stands for; of the owner where it stands for a group. */
  readonly recordId: string;
  /** A deliverable's milestone. */
  readonly parentId?: string;
  readonly label: string | Text;
  readonly description?: string | Text;
  readonly icon: { readonly name: TreeIcon; readonly level: Level };
  /** Lines. */
  readonly tooltip: readonly (string | Text)[];
  /** What the menus go by. */
  readonly contextValue: string;
  /** Present where the row can be ticked. */
  readonly checked?: boolean;
  /** Whether the row opens by itself the first time that it is seen. */
  readonly expanded?: boolean;
  readonly children: readonly TreeNode[];
}
