import type { BookStore, LocalPaths, NewId } from "../../../core/ports/book";
import type { Clock } from "../../../core/ports/clock";
import type { GitPerson, RepositoryFinder, RepositoryRoots } from "../../../core/ports/git";
import type { DraftStore } from "../../../core/ports/messages";
import type { Trust } from "../../../core/ports/user";
import type { OwedInput } from "../../../core/owed/desk";
import type { OwedSettings } from "../../../core/owed/settings";
import type { Say } from "../../../core/say";
import type { TypedAt } from "../../../core/time/typedDate";
import type { Messages } from "../../messages";
import type { Screen } from "../../prompts/screen";
import type { Commands } from "../register";
import type { Undoing } from "./undo";

/** What the commands on the book need. */
export interface BookCommandsDeps {
  readonly say: Say;
  readonly book: BookStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly undoing: Undoing;
  readonly screen: Screen;
  readonly messages: Messages;
  readonly commands: Pick<Commands, "executeCommand">;
  readonly finder: Pick<RepositoryFinder, "find" | "at"> & Partial<RepositoryRoots>;
  /** Absent: git knows no name. */
  readonly person?: GitPerson;
  readonly drafts: Pick<DraftStore, "list">;
  readonly paths: Pick<LocalPaths, "set">;
  readonly trust: Pick<Trust, "isTrusted">;
  /** What the user has set for what is owed to everybody. Absent: nothing. */
  readonly owedSettings?: () => OwedSettings;
  /** All that what is owed follows from. Absent: nothing is known of it. */
  readonly owedInput?: () => Promise<OwedInput>;
  /** The folder or workspace that is open, by name. */
  readonly workspaceName: () => string | undefined;
}

/** Now, where the user is. */
export const here = ({ book, clock }: Pick<BookCommandsDeps, "book" | "clock">): TypedAt => ({
  now: clock.now(),
  zone: book.current().me.zone ?? clock.zone(),
});
