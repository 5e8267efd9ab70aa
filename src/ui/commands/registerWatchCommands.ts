import type { Disposable } from "../../core/ports";
import type { OwedActions } from "../owedActions";
import type { OwedListDeps } from "../owedList";
import type { Register } from "./register";

export interface WatchCommandsDeps extends OwedListDeps {
  readonly actions: OwedActions;
  /** Asks what to put off, of all that is due, and until when. */
  readonly snooze: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly showLog: () => void;
}

/** The commands on what is owed, and on the extension itself. */
export function registerWatchCommands(register: Register, deps: WatchCommandsDeps): Disposable {
  const registered = [
    register("khobor.showOwed", async () => (await import("../owedList")).showOwed(deps)),
    register("khobor.snooze", () => deps.snooze()),
    register("khobor.refresh", () => deps.refresh()),
    register("khobor.showLog", () => deps.showLog()),
    register("khobor.openSettings", () => deps.commands.executeCommand("workbench.action.openSettings", "@ext:khobor.khobor")),
  ];
  return { dispose: () => registered.forEach((command) => command.dispose()) };
}
