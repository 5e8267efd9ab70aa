import { commitRef, type Commit, type CommitRef, type Standing } from "../commit";
import { parseMessage, type Message } from "../parse/message";

/** A commit of the period with its message taken apart. `at` is its place: 0 is the newest. */
export interface Entry {
  readonly at: number;
  readonly commit: Commit;
  readonly ref: CommitRef;
  readonly message: Message;
}

/** Each commit of each scope once, in the order given. */
export function entriesOf(commits: readonly Commit[]): readonly Entry[] {
  const seen = new Set<string>();
  const entries: Entry[] = [];
  for (const commit of commits) {
    const key = keyOf(commit.scopeId, commit.hash);
    if (seen.has(key)) continue;
    seen.add(key);
    entries.push({ at: entries.length, commit, ref: commitRef(commit), message: parseMessage(commit) });
  }
  return entries;
}

export const keyOf = (scopeId: string, hash: string): string => `${scopeId}\0${hash}`;

/** Author, author date and subject: what a rebase or a cherry-pick keeps. */
export function tripleOf({ authorEmail, authorDate }: Pick<CommitRef, "authorEmail" | "authorDate">, subject: string): string {
  const at = Date.parse(authorDate);
  return `${authorEmail.trim().toLowerCase()}\0${Number.isNaN(at) ? authorDate : at}\0${subject}`;
}

const ranks: Readonly<Record<Standing, number>> = { live: 2, ready: 1, inProgress: 0 };
/** Higher is further. */
export const rank = (standing: Standing): number => ranks[standing];
