import type { Clock } from "../core/ports/clock";
import type { Log, Trust } from "../core/ports/user";
import type { Say } from "../core/say";
import type { Report } from "../storage/report";
import type { Messages } from "../ui/messages";

/** What every part of the composition stands on. */
export interface Ground {
  /** Leaves the disposal of a part to VS Code. */
  readonly own: <T extends { dispose(): unknown }>(part: T) => T;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: Say;
  /** Loads the texts that are not needed at the start. */
  readonly texts: () => Promise<unknown>;
  readonly messages: Messages;
  readonly report: Report;
  readonly trust: Trust;
  /** A path in the extension's own folder on this machine. */
  readonly at: (...parts: string[]) => string;
  /** For what nobody waits for. */
  readonly logged: (error: unknown) => void;
}
