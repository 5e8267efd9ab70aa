import type { Id } from "../book/fields";
import type { GoesLive, RepositoryIdentity, RepositoryScope, TellFrom } from "../book/project";
import type { Text } from "../say";
import type { Instant } from "../time/types";
import type { Commit, CommitMet } from "../work/commit";
import type { PatchIds } from "../work/told";
import type { Event } from "./events";

/** Something is the matter with one repository, in a plain sentence. The others of the project go on. */
export interface RepositoryProblem {
  readonly scopeId?: Id;
  readonly path?: string;
  readonly problem: Text;
  /** For the log only. */
  readonly detail?: string;
}

export interface FoundRepository {
  /** The work tree's top folder. */
  readonly path: string;
  readonly name: string;
  readonly identity: RepositoryIdentity;
}

/** The repository that a file or folder lies in. */
interface RepositoryAt extends FoundRepository {
  /** Where it lies below the top folder, with "/" between the names; "" for the top folder itself. */
  readonly within: string;
}

export interface RepositoryFinder {
  /** The repositories of the workspace, nested ones, worktrees and submodules included. Nothing before trust. */
  find(signal?: AbortSignal): Promise<{ readonly found: readonly FoundRepository[]; readonly problems: readonly RepositoryProblem[] }>;
  /** The repository that this folder or file lies in. */
  at(path: string): Promise<RepositoryAt | undefined>;
  /** Where on this machine the repository of a scope lies, when it is known. */
  locate(scope: RepositoryScope): Promise<string | undefined>;
  readonly onDidChange: Event<void>;
}

export interface RepositoryRoots {
  /** The first commits of the repository whose top folder this is, which may take a walk through all of its history. */
  roots(path: string, signal?: AbortSignal): Promise<readonly string[]>;
}

export interface LogRequest {
  readonly scopeId: Id;
  readonly path: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Only these branches; absent: all local ones, what they track, and the remote's default one. */
  readonly branches?: readonly string[];
  /** Emails, any case; a commit counts when its author (after mailmap) or a co-author is one of them. Absent: everyone. */
  readonly authors?: readonly string[];
  readonly goesLive: GoesLive;
  /** Where telling begins. */
  readonly tellFrom: TellFrom;
  /** Hashes whose history has been told; those that have vanished are ignored. */
  readonly readUpTo: readonly string[];
  /** An explicit range instead of "since last time". */
  readonly range?: { readonly from?: string; readonly to?: string };
}

export interface LogReading {
  /** Newest first, as git walks; merges included. */
  readonly commits: readonly Commit[];
  /** The tips that this reading covers. */
  readonly tips: readonly string[];
  /** Does not stop the reading: "detached HEAD", "shallow clone". */
  readonly notices: readonly RepositoryProblem[];
}

/** Who goes along with a reading while it lasts. */
export interface Companion {
  /** git is at work now: what can be made ready beside it, may be. */
  begun(): void;
  /** A commit that the reading will probably hold: some come twice, and what git guessed wrong comes to nothing. */
  met(commit: CommitMet): void;
}

export interface GitLog {
  /** Rejects with a `GitProblem` that carries a RepositoryProblem. An aborted signal rejects with the signal's reason. */
  read(request: LogRequest, signal?: AbortSignal, companion?: Companion): Promise<LogReading>;
  /** Of the commits whose objects exist. */
  patchIds(path: string, hashes: readonly string[], signal?: AbortSignal): Promise<PatchIds>;
  /** Every email that git knows for me here: user.email, mailmap. */
  myEmails(path: string): Promise<readonly string[]>;
  /** When the newest commit of HEAD was made; undefined where there is none. */
  newestAt(path: string): Promise<Instant | undefined>;
  /** Newest first, at most `limit`. */
  tags(path: string, limit: number): Promise<readonly { readonly name: string; readonly at: Instant }[]>;
}

export interface GitPerson {
  /** The name that commits made here carry: user.name of the repository, else of the machine. */
  myName(path: string): Promise<string | undefined>;
}

/** Thrown by GitLog where a repository cannot be read. */
export class GitProblem extends Error {
  constructor(readonly problem: RepositoryProblem) {
    super(problem.detail ?? problem.problem.id);
    this.name = "GitProblem";
  }
}
