import type { SentRecord } from "../../../core/book/sentRecord";
import type { HistoryStore } from "../../../core/ports/messages";
import type { Clipboard, Log } from "../../../core/ports/user";
import type { Tools } from "../../../core/ports/services";
import type { BookCommandsDeps } from "../book/deps";

/** What the commands on tools of clients need. */
export interface ServiceDeps extends BookCommandsDeps {
  readonly tools: Tools;
  readonly history: HistoryStore;
  readonly clipboard: Clipboard;
  readonly log: Log;
  /** Opens an address outside the editor, letter by letter as it is given. */
  readonly open: (address: string) => Promise<boolean>;
  /** Shows that something takes long; what is cancelled aborts the signal. */
  readonly progress: <T>(title: string, task: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** The sent message that a command was called on: a row's, or the one in the active editor. */
  readonly meantRecord: (argument: unknown) => Promise<SentRecord | undefined>;
}
