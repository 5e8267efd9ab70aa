import type { Id } from "../book/fields";

/** How far a commit has come. `live` and `ready` are told as done, `inProgress` is not. */
export const standings = ["live", "ready", "inProgress"] as const;
export type Standing = (typeof standings)[number];

/** A commit as git gave it, whole. */
export interface Commit {
  /** The repository scope that it was read for. */
  readonly scopeId: Id;
  readonly hash: string;
  readonly parents: readonly string[];
  readonly subject: string;
  /** What follows the subject, trailers included. */
  readonly body: string;
  readonly author: { readonly name: string; readonly email: string };
  /** ISO 8601 with the author's offset. */
  readonly authorDate: string;
  readonly commitDate: string;
  /** Paths touched, "/" between the parts. Empty for merges. */
  readonly files: readonly string[];
  readonly standing: Standing;
  /** The unmerged branch it was found on, where it is in progress. */
  readonly branch?: string;
  /** Hashes of a branch, or of another line, that this commit holds as a whole: a squash, proved by the combined patch-id. */
  readonly squashOf?: readonly string[];
}

/** What it says and touches: a commit as git gives it, before anyone asked how far it has come. */
export type CommitMet = Pick<Commit, "hash" | "parents" | "subject" | "body" | "author" | "files">;

/** A commit as a draft remembers it: enough to show it and to recognise it after a rebase. */
export interface CommitRef {
  readonly scopeId: Id;
  readonly hash: string;
  readonly subject: string;
  readonly authorEmail: string;
  readonly authorDate: string;
}

export const commitRef = (commit: Commit): CommitRef => ({
  scopeId: commit.scopeId,
  hash: commit.hash,
  subject: commit.subject,
  authorEmail: commit.author.email,
  authorDate: commit.authorDate,
});
