import type { Book, RecordKind } from "../../core/book/book";
import type { Clock } from "../../core/ports/clock";
import type { Log } from "../../core/ports/user";
import type { Memento } from "../memento";
import type { Report } from "../report";
import type { RetryTimes } from "../retry";
import type { Damaged } from "../setAside";
import type { Fields } from "../stored";
import type { LockTimes } from "./lock";

export interface BookStoreParts {
  readonly workspace: Memento;
  readonly global: Memento;
  /** Of the client files and the user's. */
  readonly folder: string;
  readonly clock: Pick<Clock, "now">;
  readonly report: Report;
  readonly log: Pick<Log, "error" | "warn">;
  /** How long to wait for other windows; absent: as is usual. */
  readonly times?: LockTimes | undefined;
  /** When what could not be kept is tried again; absent: as is usual. */
  readonly retry?: RetryTimes | undefined;
  /** Files smaller than this are saved as a whole each time, in bytes; absent: as is usual. */
  readonly wholeBelow?: number | undefined;
}

/** The copy of a part of the book in a memento, as it was found. */
export interface FoundCopy {
  readonly key: string;
  readonly shape: { readonly kinds: readonly RecordKind[]; readonly me: boolean };
  readonly part: Book;
  readonly damaged: readonly Damaged[];
  readonly newer: boolean;
  /** What lies beside the records. */
  readonly beside: Fields;
  /** The version that it is in. */
  readonly version: number;
}
