import type { CheckDraftDeps } from "../../../flows/checkDraft";
import type { ChooseProjectDeps } from "../../../flows/chooseProject";
import type { DraftUpdateDeps } from "../../../flows/draftUpdate";
import type { SendDraftDeps } from "../../../flows/sendDraft";
import type { BookStore } from "../../../core/ports/book";
import type { Outbox } from "../../../core/ports/channels";
import type { RepositoryFinder } from "../../../core/ports/git";
import type { DraftStore, HistoryStore, WordingStore } from "../../../core/ports/messages";
import type { Clipboard, Log, Prompts, Trust } from "../../../core/ports/user";
import type { Owed } from "../../../core/owed/owed";
import type { Say } from "../../../core/say";
import type { OpenDrafts } from "../../documents/openDrafts";
import type { Screen } from "../../prompts/screen";
import type { Messages } from "../../messages";
import type { Undoing } from "../book/undo";
import type { Commands } from "../register";

/** What the commands on drafts and sent messages need: the ports of their flows, and the faces they show. */
export interface DraftCommandsDeps extends DraftUpdateDeps, SendDraftDeps, ChooseProjectDeps, CheckDraftDeps {
  readonly book: BookStore;
  readonly undoing: Undoing;
  readonly drafts: DraftStore;
  readonly history: HistoryStore;
  /** What may have gone out without an answer. */
  readonly outbox: Pick<Outbox, "all">;
  readonly finder: RepositoryFinder;
  readonly prompts: Prompts;
  readonly commands: Pick<Commands, "executeCommand">;
  readonly messages: Messages;
  readonly screen: Screen;
  readonly wordings: WordingStore;
  readonly openDrafts: OpenDrafts;
  /** Puts beside a draft what its kind brings along: the calendar file of a meeting, the page of an invoice. */
  readonly attachMade: (draftId: string) => Promise<unknown>;
  /** What is owed now, the most urgent first. */
  readonly owedNow: () => readonly Owed[];
  readonly clipboard: Clipboard;
  readonly trust: Trust;
  readonly log: Log;
  readonly say: Say;
}
