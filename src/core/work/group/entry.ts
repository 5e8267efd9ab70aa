import { commitRef, type Commit, type CommitRef, type Standing } from "../commit";
import { parseMessage, type Message } from "../parse/message";
import type { ClientWords } from "../wording/clientWords";
import { englishOf } from "../../language/englishOf";

/** A commit of the period with its message taken apart. `at` is its place: 0 is the newest. */
export interface Entry {
  readonly at: number;
  readonly commit: Commit;
  readonly ref: CommitRef;
  readonly message: Message;
  readonly clientWords?: ClientWords;
}

/** Each commit of each scope once, in the order given. */
export function entriesOf(commits: readonly Commit[], clientWords?: ClientWords, messageOf: (commit: Commit) => Message = parseMessage): readonly Entry[] {
  const seen = new Map<string, Set<string>>();
  const entries: Entry[] = [];
  for (const commit of commits) {
    let hashes = seen.get(commit.scopeId);
    if (!hashes) seen.set(commit.scopeId, (hashes = new Set()));
    if (hashes.has(commit.hash)) continue;
    hashes.add(commit.hash);
    const entry = { at: entries.length, commit, ref: commitRef(commit), message: messageOf(commit) };
    entries.push(clientWords ? { ...entry, clientWords } : entry);
  }
  return withLanguage(entries);
}

/** So many subjects show the language of all. */
const sample = 400;

/** Short subjects do not show their language; those around them do. */
function withLanguage(entries: readonly Entry[]): readonly Entry[] {
  const votes = new Map<string, number>();
  for (const { commit, message } of entries.slice(0, sample)) {
    const english = englishOf(message.title);
    if (english !== "unknown") votes.set(commit.scopeId, (votes.get(commit.scopeId) ?? 0) + (english === "yes" ? 1 : -1));
  }
  if (![...votes.values()].some((votes) => votes < 0)) return entries;
  return entries.map((entry) => ((votes.get(entry.commit.scopeId) ?? 0) < 0 ? { ...entry, message: { ...entry.message, foreign: true } } : entry));
}

export const keyOf = (scopeId: string, hash: string): string => `${scopeId}\0${hash}`;

/** Author, author date and subject: what a rebase or a cherry-pick keeps. */
export function tripleOf({ authorEmail, authorDate }: Pick<CommitRef, "authorEmail" | "authorDate">, subject: string): string {
  return `${authorEmail.trim().toLowerCase()}\0${momentOf(authorDate)}\0${subject}`;
}

/** The same for one moment in any zone; a date that cannot be read stands for itself. */
export function momentOf(authorDate: string): number | string {
  const at = Date.parse(authorDate);
  return Number.isNaN(at) ? authorDate : at;
}

const ranks: Readonly<Record<Standing, number>> = { live: 2, ready: 1, inProgress: 0 };
/** Higher is further. */
export const rank = (standing: Standing): number => ranks[standing];
