import type { Id } from "../book/fields";
import type { Text } from "../say";
import type { Instant } from "../time/types";
import type { CommitRef, Standing } from "./commit";
import type { Joined } from "./wordings";

export const itemSections = ["new", "improved", "fixed", "other"] as const;
export type ItemSection = (typeof itemSections)[number];

/** One thing that was done, in words fit for a client. */
export interface WorkItem {
  /** Stable for the same commits: the oldest commit's hash, with a number when one commit gives several items. */
  readonly id: string;
  /** One line, without a list mark. */
  readonly text: string;
  readonly section: ItemSection;
  readonly standing: Standing;
  /** The milestone that it belongs to. */
  readonly milestoneId?: Id;
  /** Newest first; never empty. */
  readonly commits: readonly CommitRef[];
  /** What the user joined to it, where its text tells of more than one line. */
  readonly joined?: Joined;
  /** It looks like something that was told before, and git could not settle it. */
  readonly perhapsToldAt?: Instant;
}

/** A commit that no item tells, and why; or one that another item tells, where the user hid one of its lines. */
export interface LeftOut {
  /** The item that the user hid, as WorkItem.id: its commits come back together. */
  readonly itemId?: string;
  readonly commit: CommitRef;
  readonly reason: Text;
  /** How it would read, were it put back. */
  readonly text: string;
  readonly section: ItemSection;
  readonly standing: Standing;
}

/** The work of one project over one period. */
export interface WorkSummary {
  /** In the order in which a client should read them. */
  readonly items: readonly WorkItem[];
  readonly leftOut: readonly LeftOut[];
}
