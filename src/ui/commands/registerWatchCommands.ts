import type { Disposable } from "../../core/ports/events";
import type { Commands, Handler, Register } from "./register";
import { owedIds, type OwedId } from "./owed/owedIds";

export interface WatchCommandsDeps {
  readonly commands: Pick<Commands, "executeCommand">;
  /** Loaded when one of them is first called. */
  readonly owed: () => Promise<Readonly<Record<OwedId, Handler>>>;
  readonly refresh: () => Promise<void>;
  readonly showLog: () => void;
}

/** The commands on what is owed, and on the extension itself. */
export function registerWatchCommands(register: Register, deps: WatchCommandsDeps): Disposable {
  const registered = [
    ...owedIds.map((id) => register(id, async (...args) => (await deps.owed())[id](...args))),
    register("khobor.refresh", () => deps.refresh()),
    register("khobor.showLog", () => deps.showLog()),
    register("khobor.openSettings", () => deps.commands.executeCommand("workbench.action.openSettings", "@ext:khobor.khobor")),
  ];
  return { dispose: () => registered.forEach((command) => command.dispose()) };
}
