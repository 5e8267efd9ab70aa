import path from "node:path";
import type { BookChange } from "../../../src/core/book/book";
import type { Instant, Zone } from "../../../src/core/time/types";
import type { ImportDeps } from "../../../src/flows/importBook";
import { createAnswerStore } from "../../../src/storage/answerStore";
import { createBookStore } from "../../../src/storage/bookStore";
import { createDraftStore } from "../../../src/storage/draftStore";
import { createExchanging } from "../../../src/storage/exchanging";
import { createHistoryStore } from "../../../src/storage/historyStore";
import { createUndoing } from "../../../src/ui/commands/book/undo";
import { createWordingStore } from "../../../src/storage/wordingStore";
import { listening } from "../storage/logs";
import { memoryMemento, type MemoryMemento } from "../storage/memoryMemento";

export const now = "2026-11-21T10:00:00.000Z" as Instant;

/** The stores of one window, on the disk; several windows of one machine share its folder and its global state. */
export function openWindow(folder: string, { global = memoryMemento(), workspace = memoryMemento() }: { readonly global?: MemoryMemento; readonly workspace?: MemoryMemento } = {}) {
  const { report, log, told } = listening();
  const clock = { now: () => now, zone: () => "Asia/Dhaka" as Zone };
  const at = (name: string) => path.join(folder, name);
  const book = createBookStore({ workspace, global, folder: at("book"), clock, report, log });
  const answers = createAnswerStore({ memento: global, clock, report, log, folder: at("answers") });
  const history = createHistoryStore({ folder: at("sent"), report, log });
  const drafts = createDraftStore({ folder: at("drafts"), report, log });
  const wordings = createWordingStore({ memento: global, clock, report, log, folder: at("wordings") });
  const undoing = createUndoing(book);
  const said: string[] = [];
  const deps: ImportDeps = {
    book, answers, wordings, history, drafts,
    known: book.known,
    conflicts: book.conflicts,
    files: createExchanging({ drafts: at("drafts"), sent: at("sent"), outbox: at("outbox"), templates: at("templates"), answers, wordings }),
    inform: ({ id, values }) => void said.push(`${id} ${JSON.stringify(values?.["count"])}`),
    changeBook: async (changes: readonly BookChange[], back: () => Promise<void>) => {
      await undoing.change({ id: "did.import" }, changes, back);
    },
  };
  return {
    folder, global, workspace, book, history, drafts, answers, wordings, undoing, deps, said, told, log, clock,
    close() {
      for (const store of [book, answers, history, drafts, wordings]) store.dispose();
    },
  };
}
