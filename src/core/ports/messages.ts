import type { Answer } from "../book/answer";
import type { ExchangedDraft, ExchangedFile, ExchangedTemplate } from "../book/exchange";
import type { Id } from "../book/fields";
import type { HistoryEntry } from "../book/sentRecord";
import type { ExchangedWaiting } from "../sending/waiting";
import type { Provenance } from "../drafting/draft";
import type { Wording } from "../work/wordings";
import type { NotRead } from "./book";
import type { Event } from "./events";

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

/** The steps that only an import takes on drafts, sent records, answers and wordings. */
export interface Exchanging {
  /** A file of a draft with its content. `tooLarge`: it has more bytes than that. Undefined where it is gone. */
  readFile(draftId: Id, name: string, mostBytes: number): Promise<ExchangedFile | "tooLarge" | undefined>;
  /** False where a file of that name lies there already, where there is no such draft, or where the content is not what it says it is. */
  addFile(file: ExchangedFile): Promise<boolean>;
  /** Removes a file that an import added, where it still is as it came. */
  removeFile(file: ExchangedFile): Promise<void>;
  /** The user's own templates, for every workspace. `notRead` is told of each that cannot be read. */
  templates(notRead: NotRead): Promise<readonly ExchangedTemplate[]>;
  /** False where something else lies there than `before`, the text that it is to replace. */
  putTemplate(template: ExchangedTemplate, before: string | undefined): Promise<boolean>;
  /** Puts back what stood there, or nothing, where the template still is as it came. */
  takeBackTemplate(template: ExchangedTemplate, before: string | undefined): Promise<void>;
  /** What waits to be sent, as it is kept. `notRead` is told of each that cannot be read. */
  waiting(notRead: NotRead): Promise<readonly ExchangedWaiting[]>;
  /** Has it wait here, for the user to look after: nothing sends it by itself. False where something of its id waits already. */
  addWaiting(entry: ExchangedWaiting): Promise<boolean>;
  /** Removes one that an import added, where nobody has looked after it since. */
  removeWaiting(entry: ExchangedWaiting): Promise<void>;
  /** Removes a draft that an import added, where nobody has touched it since; resolves to whether it did. */
  removeDraft(draft: ExchangedDraft): Promise<boolean>;
  /** Removes what an import has just added. Nothing else may: what was sent is never taken out of the record. */
  removeHistory(ids: readonly Id[]): Promise<void>;
  /** Forgets this very answer; `before` is the one that stood in its place. */
  takeBackAnswer(answer: Answer, before: Answer | undefined): Promise<void>;
  /** Forgets this very wording; `before` is the one that stood in its place. */
  takeBackWording(wording: Wording, before: Wording | undefined): Promise<void>;
}

/** "Say it like this": kept on this machine, for the next drafts. */
export interface WordingStore {
  all(): Promise<readonly Wording[]>;
  /** A later wording of the same line or scope takes the place of the earlier one. */
  add(wordings: readonly Wording[]): Promise<void>;
  /** From now on these do not count. */
  forget(wordings: readonly Wording[]): Promise<void>;
}
