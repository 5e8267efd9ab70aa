import type { SentRecord } from "../book/sentRecord";
import { commitRef, type Commit } from "./commit";
import { triple } from "./toldIndex";

/**
 * Hashes of the commits that a client heard of while they were in progress, rebased ones among them. They are open still; but
 * what was heard of cannot vanish without a word.
 * @param history standing records of this project
 */
export function heardOf(commits: readonly Commit[], history: readonly SentRecord[]): ReadonlySet<string> {
  const told = history.flatMap((record) => record.told.filter(({ how }) => how === "inProgress"));
  if (told.length === 0) return new Set();
  const hashes = new Set(told.map(({ hash }) => hash));
  const triples = new Set(told.map(triple));
  return new Set(commits.filter((commit) => hashes.has(commit.hash) || triples.has(triple(commitRef(commit)))).map(({ hash }) => hash));
}
