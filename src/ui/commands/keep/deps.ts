import type { Conflicts, EarlierVersions, KnownClients, LocalPaths } from "../../../core/ports/book";
import type { DraftStore } from "../../../core/ports/messages";
import type { Secrets } from "../../../core/ports/secrets";
import type { Log, Trust } from "../../../core/ports/user";
import type { ImportDeps } from "../../../flows/importBook";
import type { RecoverBookDeps } from "../../../flows/recoverBook";
import type { BookCommandsDeps } from "../book/deps";
import type { ChosenFiles } from "./chosenFiles";
import type { ReadOnlyPages } from "./readOnlyPages";

/** What the commands on how things are kept need: versions, conflicts, export, import, search, secrets. */
export interface KeepDeps extends BookCommandsDeps, Omit<ImportDeps, "changeBook" | "inform" | "book" | "drafts">, Omit<RecoverBookDeps, "book" | "paths" | "finder" | "history"> {
  readonly drafts: DraftStore;
  readonly known: KnownClients;
  readonly versions: EarlierVersions;
  readonly conflicts: Conflicts;
  readonly secrets: Secrets;
  readonly trust: Trust;
  readonly paths: LocalPaths;
  readonly chosenFiles: ChosenFiles;
  readonly pages: ReadOnlyPages;
  readonly log: Log;
  /** An import has brought messages that wait: they are to be shown. */
  readonly waitingCame: () => void;
  /** Where drafts, sent records and client files lie on this machine. */
  readonly storageFolder: string;
}
