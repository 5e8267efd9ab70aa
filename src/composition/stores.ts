import { deferred } from "../core/deferred";
import { createEmitter } from "../core/emitter";
import { once } from "../core/once";
import type { DraftStore, HistoryStore } from "../core/ports/messages";
import { createAnswerStore } from "../storage/answerStore";
import { createBookStore } from "../storage/bookStore";
import { createLocalPaths } from "../storage/localPaths";
import type { Memento } from "../storage/memento";
import { createNudgeLog } from "../storage/nudgeLog";
import { createQuiet } from "../storage/quiet";
import type { SecretKeeper } from "../storage/secrets";
import type { SharedWordingStore } from "../storage/wordingStore";
import type { Ground } from "./ground";

interface Homes {
  readonly workspace: Memento;
  readonly global: Memento;
  readonly keeper: SecretKeeper;
  /** The name of this machine. */
  readonly machine: string;
}

export type Stores = ReturnType<typeof openStores>;

/** What is stored. Nothing is read before it is asked for. */
export function openStores({ own, clock, report, log, at }: Pick<Ground, "own" | "clock" | "report" | "log" | "at">, { workspace, global, keeper, machine }: Homes) {
  const home = { memento: global, clock, report, log };
  const historyChanged = own(createEmitter<undefined>());
  const history: HistoryStore = {
    onDidChange: historyChanged.event,
    ...deferred(async () => {
      const store = own((await import("../storage/historyStore")).createHistoryStore({ folder: at("sent"), index: at("index", "sent.jsonl"), report, log }));
      own(store.onDidChange(() => historyChanged.fire(undefined)));
      return store;
    }, ["all", "add"]),
  };
  const draftsChanged = own(createEmitter<string>());
  const drafts: DraftStore = {
    onDidChange: draftsChanged.event,
    ...deferred(async () => {
      const store = own((await import("../storage/draftStore")).createDraftStore({ folder: at("drafts"), indices: at("index"), report, log }));
      own(store.onDidChange((id) => draftsChanged.fire(id)));
      return store;
    }, ["create", "read", "at", "update", "change", "list", "texts"]),
  };
  const wordings: Omit<SharedWordingStore, "dispose"> = deferred(
    async () => own((await import("../storage/wordingStore")).createWordingStore({ ...home, folder: at("wordings") })),
    ["all", "add", "forget", "takeBack"],
  );
  return {
    history,
    drafts,
    wordings,
    book: own(createBookStore({ workspace, global, folder: at("book"), clock, report, log })),
    answers: own(createAnswerStore({ ...home, folder: at("answers") })),
    localPaths: own(createLocalPaths({ ...home, machine })),
    nudges: own(createNudgeLog({ ...home, folder: at("nudges") })),
    quiet: own(createQuiet(home)),
    secrets: once(async () => {
      const secrets = own((await import("../storage/secrets")).createSecrets({ ...home, folder: at("secretNames"), keeper }));
      await secrets.opened();
      return secrets;
    }),
  };
}
