import type { Answer } from "../book/answer";
import type { Book, BookChange, RecordKind, RecordTypes } from "../book/book";
import type { ClientPart } from "../book/clientPart";
import type { Id } from "../book/fields";
import type { Me } from "../book/me";
import type { UserPart } from "../book/userPart";
import type { Text } from "../say";
import type { Instant } from "../time/types";
import type { Event } from "./events";

/** Thrown by a store where something cannot be kept or read. `message` is for the log, `problem` for the user. */
export class StorageProblem extends Error {
  constructor(
    readonly problem: Text,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail ?? problem.id, options);
    this.name = "StorageProblem";
  }
}

export interface BookStore {
  /** The book as last read; never touches a disk. */
  current(): Book;
  /**
   * Applies the changes in order, as one step. Resolves when they are kept; where the disk refuses, when the user has
   * been told: the book in memory has them then, and the next change keeps them too. Rejects with a StorageProblem,
   * and changes nothing, where the book is from a newer version.
   */
  change(changes: readonly BookChange[]): Promise<void>;
  readonly onDidChange: Event<readonly BookChange[]>;
  /** Damaged entries that were set aside, with what can be said of each. */
  setAside(): readonly SetAside[];
}

export interface SetAside {
  readonly kind: string;
  readonly foundAt: Instant;
  /** The entry as it was found. */
  readonly raw: unknown;
  /** For the log. */
  readonly detail: string;
}

/** The name of a file, as a person finds it in the folder where things are kept. */
export type NotRead = (name: string) => void;

/** The clients that this machine knows, whichever workspace they belong to. */
export interface KnownClients {
  /** @param notRead told the name of each file that could not be read as a whole */
  all(notRead?: NotRead): Promise<readonly ClientPart[]>;
  /** From now on these belong to this workspace, too. Nothing in them changes. */
  bringHere(clientIds: readonly Id[]): Promise<void>;
  /** They belong to this workspace no more, and stay known. */
  leaveHere(clientIds: readonly Id[]): Promise<void>;
}

/** How one file was at earlier times. */
export interface Versions<Part> {
  /** Newest first. `id` is for read(). */
  list(): Promise<readonly { readonly id: string; readonly at: Instant }[]>;
  /** Undefined where that version is gone or cannot be read any more. */
  read(versionId: string): Promise<Part | undefined>;
}

export interface EarlierVersions {
  client(clientId: Id): Versions<ClientPart>;
  /** Of what is the user's own. */
  readonly mine: Versions<UserPart>;
}

/**
 * One record, or Me, that was changed in two places which did not know of each other. The book shows `kept`; `other` waits.
 * `removed`: it was taken out there, and `other` is what it was before.
 */
export type Conflict =
  | { [K in RecordKind]: { readonly kind: K; readonly id: Id; readonly kept: RecordTypes[K]; readonly other: RecordTypes[K]; readonly removed?: true } }[RecordKind]
  | { readonly kind: "me"; readonly id: "me"; readonly kept: Me; readonly other: Me; readonly removed?: never };

export interface Conflicts {
  all(): Promise<readonly Conflict[]>;
  /** Keeps these beside what the book has, until the user has chosen. */
  add(conflicts: readonly Conflict[]): Promise<void>;
  /** The user has chosen, and the book holds what was chosen: `other` need not wait any longer. */
  settle(conflict: Conflict): Promise<void>;
  readonly onDidChange: Event<void>;
}

export interface AnswerStore {
  current(): readonly Answer[];
  add(answer: Answer): Promise<void>;
  readonly onDidChange: Event<void>;
}

/** Where the repositories lie on this machine. Never exported. */
export interface LocalPaths {
  current(): Readonly<Record<Id, string>>;
  set(scopeId: Id, path: string): Promise<void>;
}

/** Makes ids that no other machine makes. */
export type NewId = () => Id;
