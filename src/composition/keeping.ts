import { once } from "../core/once";
import { keepIds } from "../ui/commands/keep/keepIds";
import type { Register } from "../ui/commands/register";
import type { Ground } from "./ground";
import type { BookDeps } from "./screen";
import type { Stores } from "./stores";
import type { Work } from "./work";

/** Export, import, versions, secrets and what is found again: loaded with the first of their commands. */
export function openKeeping(register: Register, { own, log, texts, at }: Ground, { book, history, drafts, answers, wordings, secrets }: Stores, { finder }: Work, bookDeps: BookDeps, waitingCame: () => void) {
  const keep = once(async () => {
    const [{ keepCommands }, { createExchanging }] = await Promise.all([import("../ui/commands/keep/keepCommands"), import("../storage/exchanging"), texts()]);
    return own(
      keepCommands({
        ...bookDeps, history, drafts, answers, wordings, log, waitingCame,
        known: book.known,
        versions: book.versions,
        conflicts: book.conflicts,
        roots: finder,
        files: createExchanging({ drafts: at("drafts"), sent: at("sent"), outbox: at("outbox"), templates: at("templates"), answers, wordings }),
        secrets: await secrets(),
        storageFolder: at(),
      }),
    );
  });
  for (const id of keepIds) own(register(id, async (...args) => (await keep()).handlers[id](...args)));
  return keep;
}
