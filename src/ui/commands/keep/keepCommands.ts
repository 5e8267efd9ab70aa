import type { Disposable } from "../../../core/ports/events";
import type { CommandId } from "../../commandIds";
import type { Handler } from "../register";
import { findMyNotes, offer } from "./bringOver";
import { addressIn, vscodeFiles } from "./chosenFiles";
import { conflictTeller, resolveConflicts } from "./conflicts";
import type { KeepDeps } from "./deps";
import { exportEverything, exportMessages } from "./exportBook";
import { forgetSecrets } from "./forgetSecrets";
import { importFile } from "./importBook";
import type { KeepId } from "./keepIds";
import { offerOnce, type OfferOnceDeps } from "./offerOnce";
import { createReadOnlyPages } from "./readOnlyPages";
import { searchMessages } from "./searchMessages";
import { showVersions } from "./versions";

export interface KeepCommands extends Disposable {
  readonly handlers: Readonly<Record<KeepId & CommandId, Handler>>;
  /** For once after the start of a window. */
  offerOnce(memory: OfferOnceDeps["memory"]): Promise<void>;
  /** Says that there are conflicts, once for each. */
  tellConflicts(): Promise<void>;
}

/** The commands on how things are kept. All of this is loaded when one of them is first called. */
export function keepCommands(given: Omit<KeepDeps, "pages" | "chosenFiles">): KeepCommands {
  const pages = createReadOnlyPages();
  const deps: KeepDeps = { ...given, pages, chosenFiles: vscodeFiles };
  return {
    handlers: {
      "khobor.searchMessages": () => searchMessages(deps),
      "khobor.exportBook": (argument) => exportEverything(addressIn(argument), deps),
      "khobor.exportMessages": (argument, file) => exportMessages(argument, addressIn(file), deps),
      "khobor.importBook": (argument) => importFile(addressIn(argument), deps),
      "khobor.showVersions": (argument) => showVersions(argument, deps),
      "khobor.resolveConflicts": () => resolveConflicts(deps),
      "khobor.bringOver": () => findMyNotes(deps),
      "khobor.forgetSecrets": () => forgetSecrets(deps),
      "khobor.openStorageFolder": () => deps.chosenFiles.reveal(deps.storageFolder),
    },
    offerOnce: (memory) =>
      offerOnce({ isEmpty: () => deps.book.current().client.length === 0, known: deps.known, trust: deps.trust, memory, offer: () => offer(deps), failed: (error) => deps.log.error("the look for clients of this folder failed", error) }),
    tellConflicts: conflictTeller(deps),
    dispose: () => pages.dispose(),
  };
}
