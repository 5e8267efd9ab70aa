import type { DraftItem, Provenance } from "../core/drafting/draft";
import { toPlainText } from "../core/drafting/plainText";
import type { Say, Text } from "../core/say";
import type { CommitRef, Standing } from "../core/work/commit";
import type { ItemSection, WorkSummary } from "../core/work/summary";

/** A work summary for other programs: what the command line prints as JSON. */
export interface WorkReport {
  /** All of them, also those that a message folds away. */
  readonly items: readonly {
    readonly text: string;
    readonly section: ItemSection;
    readonly standing: Standing;
    /** Hashes, newest first. */
    readonly commits: readonly string[];
    /** The message sums it up in a line with others. */
    readonly folded?: true;
  }[];
  readonly leftOut: readonly { readonly commit: string; readonly reason: string }[];
  /** The message, where one was drafted. */
  readonly text?: string;
}

export const formats = ["md", "text", "json"] as const;
export type Format = (typeof formats)[number];

export function workReport(summary: WorkSummary, say: Say): WorkReport {
  return {
    items: summary.items.map(({ text, section, standing, commits }) => ({ text, section, standing, commits: hashes(commits) })),
    leftOut: summary.leftOut.map((left) => ({ commit: left.commit.hash, reason: say(left.reason) })),
  };
}

export function draftReport(provenance: Provenance, say: Say): WorkReport {
  return {
    items: provenance.items.map(reportItem),
    // Reasons are stored with ids of our own bundles.
    leftOut: provenance.leftOut.map((left) => ({ commit: left.commit.hash, reason: say(left.reason as Text) })),
    text: provenance.rendered,
  };
}

const reportItem = ({ text, section, standing, commits, folded }: DraftItem): WorkReport["items"][number] => ({
  text: toPlainText(text),
  section,
  standing,
  commits: hashes(commits),
  ...(folded && { folded }),
});

const hashes = (commits: readonly CommitRef[]): readonly string[] => commits.map((commit) => commit.hash);
