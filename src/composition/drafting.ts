import { createEmitter } from "../core/emitter";
import type { Clipboard } from "../core/ports/user";
import { registerDraftProblems } from "../ui/checks/draftProblems";
import { registerCheckCommands } from "../ui/checks/registerCheckCommands";
import type { DraftCommandsDeps } from "../ui/commands/draft/deps";
import { registerDraftCommands } from "../ui/commands/draft/registerDraftCommands";
import { rememberingBook } from "../ui/commands/draft/rememberingBook";
import type { Register } from "../ui/commands/register";
import { registerDraftContext } from "../ui/documents/draftContext";
import { registerDraftHover } from "../ui/documents/draftHover";
import { registerDraftLenses } from "../ui/documents/draftLenses";
import type { OpenDrafts } from "../ui/documents/openDrafts";
import { registerSentDocuments } from "../ui/documents/sentDocuments";
import { userSettings as settings } from "../ui/settings";
import type { Ground } from "./ground";
import type { Screen } from "./screen";
import type { Stores } from "./stores";
import type { Work } from "./work";

interface Given {
  readonly register: Register;
  readonly ground: Ground;
  readonly stores: Stores;
  readonly work: Work;
  readonly screen: Screen;
  readonly openDrafts: OpenDrafts;
  readonly clipboard: Clipboard;
  readonly attachMade: DraftCommandsDeps["attachMade"];
  readonly sent: NonNullable<DraftCommandsDeps["sent"]>;
  readonly owedNow: DraftCommandsDeps["owedNow"];
}

/** Writing a message, and the faces of a draft while it is open. */
export function openDrafting({ register, ground, stores, work, screen: { prompts, bookDeps }, openDrafts, clipboard, attachMade, sent, owedNow }: Given) {
  const { own, clock, log, say, texts, at } = ground;
  const { book, history, wordings } = stores;
  const { gitLog, renderers, scanner } = work;
  const { checksOff } = settings;
  const draftDeps: DraftCommandsDeps = {
    ...bookDeps, history, gitLog, renderers, settings, prompts, wordings, openDrafts, log, scanner, checksOff, sent, attachMade, owedNow, clipboard,
    book: rememberingBook(book, bookDeps.undoing),
    outbox: { all: () => whatWaits(at("outbox"), { clock, log }) },
  };
  own(registerDraftCommands(register, draftDeps));

  const recheck = own(createEmitter<unknown>());
  own(book.onDidChange(() => recheck.fire(undefined)));
  own(registerSentDocuments(history));
  own(registerDraftLenses({ openDrafts, texts, book, say, onDidChange: recheck.event }));
  own(registerDraftHover({ openDrafts, texts, clock, say }));
  own(registerDraftContext(openDrafts));
  own(registerDraftProblems({ openDrafts, say, texts, book, history, clock, scanner, log, checksOff, onDidChange: recheck.event }));
  own(registerCheckCommands(register, bookDeps));
  return { draftDeps, recheck: () => recheck.fire(undefined) };
}

/** Asked once in a while, by what is not sending: nothing of the outbox stays open for it. */
async function whatWaits(folder: string, deps: Pick<DraftCommandsDeps, "clock" | "log">) {
  const outbox = (await import("../storage/outbox")).createOutbox({ folder, ...deps });
  try {
    return await outbox.all();
  } finally {
    outbox.dispose();
  }
}
