import type { AnswerStore, LocalPaths } from "../../../core/ports/book";
import type { Quiet } from "../../../core/ports/nudges";
import type { Project } from "../../../core/book/project";
import type { OwedView } from "../../../core/report/status";
import type { BookCommandsDeps } from "../book/deps";

/** What the commands on what is owed need. */
export interface OwedCommandsDeps extends BookCommandsDeps {
  /** Undefined until the history has been read. */
  readonly view: () => OwedView | undefined;
  readonly answers: Pick<AnswerStore, "add">;
  readonly quiet: Quiet;
  /** Shows the client in the sidebar. */
  readonly reveal: (clientId: string) => Promise<void>;
  readonly localPaths: Pick<LocalPaths, "current">;
  /** Projects of a client who is not of this workspace. */
  readonly projectsElsewhere: (clientId: string) => readonly Project[];
  /** Opens a folder in a window of its own. False where it is not there any more. */
  readonly openFolder: (path: string) => Promise<boolean>;
}
