import type { Answer } from "./book/answer";
import type { Book, BookChange, RecordKind, RecordTypes } from "./book/book";
import type { ClientPart } from "./book/clientPart";
import type { ExchangedDraft, ExchangedFile } from "./book/exchange";
import type { Id } from "./book/fields";
import type { Me } from "./book/me";
import type { HistoryEntry } from "./book/sentRecord";
import type { UserPart } from "./book/userPart";
import type { GoesLive, Project, RepositoryIdentity, RepositoryScope, TellFrom } from "./book/project";
import type { CompiledTemplates } from "./drafting/compiledRenderer";
import type { Provenance } from "./drafting/draft";
import type { Text } from "./say";
import type { Instant, Zone } from "./time/types";
import type { Commit } from "./work/commit";
import type { PatchIds } from "./work/told";
import type { Wording } from "./work/wordings";
import type { OwedSettings } from "./owed/settings";

// What core's users need from outside. An adapter serves one of these; nothing here knows how.

export interface Disposable {
  dispose(): void;
}
/** Calls the listener until disposed. The same shape as an event of VS Code, which serves it. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

// --- time

export interface Clock {
  now(): Instant;
  /** The machine's time zone, read anew at each call: people travel. */
  zone(): Zone;
}
export interface Alarm {
  /** Rings once at `at`. Setting it again replaces the earlier time: there is never more than one. */
  set(at: Instant, ring: () => void): void;
  clear(): void;
}

// --- git

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

export interface RepositoryFinder {
  /** The repositories of the workspace, nested ones, worktrees and submodules included. Nothing before trust. */
  find(signal?: AbortSignal): Promise<{ readonly found: readonly FoundRepository[]; readonly problems: readonly RepositoryProblem[] }>;
  /** The repository that this folder or file lies in. */
  at(path: string): Promise<FoundRepository | undefined>;
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
export interface GitLog {
  /** Rejects with a `GitProblem` that carries a RepositoryProblem. An aborted signal rejects with the signal's reason. */
  read(request: LogRequest, signal?: AbortSignal): Promise<LogReading>;
  /** Of the commits whose objects exist. */
  patchIds(path: string, hashes: readonly string[], signal?: AbortSignal): Promise<PatchIds>;
  /** Every email that git knows for me here: user.email, mailmap. */
  myEmails(path: string): Promise<readonly string[]>;
  /** When the newest commit of HEAD was made; undefined where there is none. */
  newestAt(path: string): Promise<Instant | undefined>;
  /** Newest first, at most `limit`. */
  tags(path: string, limit: number): Promise<readonly { readonly name: string; readonly at: Instant }[]>;
}

/** Thrown by GitLog where a repository cannot be read. */
export class GitProblem extends Error {
  constructor(readonly problem: RepositoryProblem) {
    super(problem.detail ?? problem.problem.id);
    this.name = "GitProblem";
  }
}

// --- stores

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

export interface HistoryStore {
  /** Every entry of these clients, or of all; in no order. `notRead` is told of each file that holds no readable one. */
  all(notRead?: NotRead): Promise<readonly HistoryEntry[]>;
  /** Resolves to false where the very same entry is there already. Rejects where another one has its id. */
  add(entry: HistoryEntry): Promise<boolean>;
  readonly onDidChange: Event<void>;
}

export interface DraftStore {
  /** Makes the draft's folder with its provenance and its text; absent: as it was rendered. Resolves to the text file's path. */
  create(provenance: Provenance, text?: string): Promise<string>;
  read(id: Id): Promise<{ readonly provenance: Provenance; readonly path: string } | undefined>;
  /** The draft whose text file this is. */
  at(path: string): Promise<Provenance | undefined>;
  /** Writes the whole of it, whatever stood there. */
  update(provenance: Provenance): Promise<void>;
  /**
   * Changes what the disk holds at that moment, and nobody else meanwhile; `to` gives undefined to leave it. Resolves to what
   * was written; undefined where nothing was, or where there is no such draft that can be read.
   */
  change(id: Id, to: (now: Provenance) => Provenance | undefined): Promise<Provenance | undefined>;
  /** @param notRead told of each draft whose sources cannot be read: it is not among these */
  list(notRead?: NotRead): Promise<readonly Provenance[]>;
  /** The texts of these drafts as they stand on disk, by id. One that is gone is not among them; nor is one that cannot be read, of which `notRead` is told. */
  texts(ids: readonly Id[], notRead?: (id: Id) => void): Promise<ReadonlyMap<Id, string>>;
  /** Also when another window has changed the draft. */
  readonly onDidChange: Event<Id>;
}

export interface AnswerStore {
  current(): readonly Answer[];
  add(answer: Answer): Promise<void>;
  readonly onDidChange: Event<void>;
}

/** The steps that only an import takes on drafts, sent records, answers and wordings. */
export interface Exchanging {
  /** A file of a draft with its content. `tooLarge`: it has more bytes than that. Undefined where it is gone. */
  readFile(draftId: Id, name: string, mostBytes: number): Promise<ExchangedFile | "tooLarge" | undefined>;
  /** False where a file of that name lies there already, where there is no such draft, or where the content is not what it says it is. */
  addFile(file: ExchangedFile): Promise<boolean>;
  /** Removes a file that an import added, where it still is as it came. */
  removeFile(file: ExchangedFile): Promise<void>;
  /** Removes a draft that an import added, where nobody has touched it since; resolves to whether it did. */
  removeDraft(draft: ExchangedDraft): Promise<boolean>;
  /** Removes what an import has just added. Nothing else may: what was sent is never taken out of the record. */
  removeHistory(ids: readonly Id[]): Promise<void>;
  /** Forgets this very answer; `before` is the one that stood in its place. */
  takeBackAnswer(answer: Answer, before: Answer | undefined): Promise<void>;
  /** Forgets this very wording; `before` is the one that stood in its place. */
  takeBackWording(wording: Wording, before: Wording | undefined): Promise<void>;
}

/** Tokens and passwords, each named by its service and account. The values are nowhere but in the keeper of the system. */
export interface Secrets {
  get(name: SecretName): Promise<string | undefined>;
  set(name: SecretName, value: string): Promise<void>;
  forget(name: SecretName): Promise<void>;
  /** Never the values. By service, then account. */
  names(): readonly SecretName[];
}
export interface SecretName {
  /** "slack", "smtp" */
  readonly service: string;
  /** Whose: an address, a workspace's name. */
  readonly account: string;
}

/** When each owed thing was last nudged for: remembered over restarts, and shared by the windows. */
export interface NudgeLog {
  last(): Readonly<Record<string, Instant>>;
  /** Claims the nudge for this window. Resolves to those of `ids` that no other window was first to claim. */
  claim(ids: readonly string[], at: Instant): Promise<readonly string[]>;
}

/** Whether messages about what is owed are wanted just now. Shared by the windows. */
export interface Quiet {
  /** No messages before then; undefined, or passed: they are wanted. */
  until(): Instant | undefined;
  set(until: Instant | undefined): Promise<void>;
  /** The first message ever has said what these messages are. */
  isExplained(): boolean;
  explained(): Promise<void>;
}

/** "Say it like this": kept on this machine, for the next drafts. */
export interface WordingStore {
  all(): Promise<readonly Wording[]>;
  /** A later wording of the same line or scope takes the place of the earlier one. */
  add(wordings: readonly Wording[]): Promise<void>;
  /** From now on these do not count. */
  forget(wordings: readonly Wording[]): Promise<void>;
}

/** Where the repositories lie on this machine. Never exported. */
export interface LocalPaths {
  current(): Readonly<Record<Id, string>>;
  set(scopeId: Id, path: string): Promise<void>;
}

// --- templates and language

export interface TemplateSource {
  /** The text of a template, "en/progress"; undefined where there is none. */
  template(name: string): Promise<string | undefined>;
  /** Partials of a language by name. */
  partials(language: "en" | "bn"): Promise<Readonly<Record<string, string>>>;
  /** As the build compiled it, with the partials of its language. Absent, and undefined: the texts are to be compiled. */
  readonly compiled?: (name: string) => Promise<CompiledTemplates | undefined>;
}

export type TemplatePlace = "user" | "workspace";
/** Templates of the user's own, each in the place of a shipped one of the same name. */
export interface CustomTemplates {
  /** The workspace's, where it is trusted, else the user's. Undefined where there is none. */
  find(name: string): Promise<CustomTemplate | undefined>;
  /** Where it lies or would lie; undefined: there is no such place now. */
  pathIn(place: TemplatePlace, name: string): string | undefined;
  /** Makes a file of this text unless there is one already. Resolves to its path. */
  create(place: TemplatePlace, name: string, text: string): Promise<string>;
  remove(template: Pick<CustomTemplate, "path">): Promise<void>;
}
export interface CustomTemplate {
  readonly place: TemplatePlace;
  readonly path: string;
  /** Absent: the file cannot be read as a text of that length. */
  readonly text?: string;
}

// --- the user

/** The answer of a prompt; undefined: cancelled, which is silent. */
export interface Prompts {
  pickProject(projects: readonly Project[], title: Text): Promise<Project | undefined>;
  askTellFrom(project: Project, tags: readonly { readonly name: string; readonly at: Instant }[]): Promise<TellFrom | undefined>;
  confirm(question: Text, yes: Text): Promise<boolean>;
}
export interface Clipboard {
  write(text: string): Promise<void>;
}
export interface Trust {
  isTrusted(): boolean;
  readonly onDidGrant: Event<void>;
}
/** Settings that the flows read. */
export interface Settings {
  /** Emails that are mine besides those that git knows. */
  myEmails(): readonly string[];
  whoseCommits(): "mine" | "everyone";
  /** Housekeeping is told in a closing sentence. */
  tellHousekeeping(): boolean;
  /** What is owed when. Absent: as the rules have it. */
  owed?(): OwedSettings;
}
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
/** Makes ids that no other machine makes. */
export type NewId = () => Id;
