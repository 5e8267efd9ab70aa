import type { LoggedCommit } from "./commitRecords";
import type { Graph } from "./graph";

const coAuthor = /^co-authored-by:.*<([^<>\s]+)>/gim;

/**
 * Of these commits, the ones that count for these authors: written by one of them (by the email that mailmap gives, or the
 * one that is in the commit), or with one of them as a co-author. Merges by others stay when the branch that they brought
 * in holds such a commit, since they say what belongs together; a merge of the main line into a branch does not.
 */
export function byAuthors(commits: readonly LoggedCommit[], authors: readonly string[], graph: Graph, mainTips: readonly string[]): readonly LoggedCommit[] {
  const kept = new Set(commits.filter(writtenBy(authors)).map(({ hash }) => hash));
  const mainLine = firstParents(mainTips, graph);
  /** Back along the branch that was merged, to where it left the main line. */
  const holdsOne = (side: string): boolean => {
    for (let at: string | undefined = side; at !== undefined && graph.has(at) && !mainLine.has(at); at = graph.get(at)?.[0]) if (kept.has(at)) return true;
    return false;
  };
  return commits.filter(({ hash, parents }) => kept.has(hash) || parents.slice(1).some(holdsOne));
}

/** Whether one of these authors wrote it, or helped to. */
export function writtenBy(authors: readonly string[]): (commit: LoggedCommit) => boolean {
  const wanted = new Set(authors.map((email) => email.trim().toLowerCase()));
  return ({ email, rawEmail, body }) =>
    wanted.has(email.toLowerCase()) || wanted.has(rawEmail.toLowerCase()) || [...body.matchAll(coAuthor)].some(([, by = ""]) => wanted.has(by.toLowerCase()));
}

/** The main lines: from the tips, and from whatever no other commit has for a parent, back along first parents. */
function firstParents(tips: readonly string[], graph: Graph): ReadonlySet<string> {
  const haveChildren = new Set([...graph.values()].flat());
  const line = new Set<string>();
  for (const tip of [...tips, ...[...graph.keys()].filter((hash) => !haveChildren.has(hash))])
    for (let at: string | undefined = tip; at !== undefined && graph.has(at) && !line.has(at); at = graph.get(at)?.[0]) line.add(at);
  return line;
}
