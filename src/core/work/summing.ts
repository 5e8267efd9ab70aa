import type { Id } from "../book/fields";
import type { SentRecord } from "../book/sentRecord";
import type { Instant } from "../time/types";
import { lookAhead, type Ahead } from "./ahead";
import type { Commit } from "./commit";
import { heardOf } from "./heard";
import { sortTold, suspects } from "./sortTold";
import { summarise, type Period } from "./summarise";
import type { WorkSummary } from "./summary";
import type { PatchIds } from "./told";
import { wordingsOf, type Wording } from "./wordings";

/** What a project's work is told by, besides its commits. */
export interface Telling extends Pick<Period, "glossary" | "milestones"> {
  /** Of all projects. */
  readonly wordings?: readonly Wording[];
}

/** Sums up work in two steps: commits are taken as they come, and told once all are there. */
export interface Summing extends Pick<Ahead, "take"> {
  /**
   * @param told standing records of this project, oldest first
   * @param patchIdsOf asked for the commits about which there is a doubt, where there are any
   */
  readonly sumUp: (commits: readonly Commit[], told: readonly SentRecord[], patchIdsOf: (doubtful: ReadonlySet<string>) => Promise<PatchIds>) => Promise<WorkSummary>;
}

export function beginSumming(projectId: Id, { glossary = [], wordings = [], milestones = [] }: Telling = {}): Summing {
  const ahead = lookAhead(glossary);
  return {
    take: ahead.take,
    async sumUp(commits, told, patchIdsOf) {
      const doubtful = new Set(suspects(commits, told));
      const { open, perhaps } = sortTold(commits, told, doubtful.size === 0 ? new Map() : await patchIdsOf(doubtful));
      const perhapsAt = new Map<string, Instant>([...perhaps].map(([hash, record]) => [hash, record.at]));
      return summarise({ commits: open, perhaps: perhapsAt, heard: heardOf(open, told), ahead, wordings: wordingsOf(wordings, projectId), milestones });
    },
  };
}
