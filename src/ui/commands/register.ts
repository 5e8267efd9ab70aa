import type { Disposable } from "../../core/ports/events";
import type { Log } from "../../core/ports/user";
import type { CommandId } from "../commandIds";
import type { Messages } from "../messages";
import { problemOf } from "../problemOf";
import { isCancelled } from "../prompts/cancelled";

/** What a command needs of `vscode.commands`. */
export interface Commands {
  registerCommand(id: string, handler: (...args: unknown[]) => unknown): Disposable;
  executeCommand(id: string, ...args: unknown[]): PromiseLike<unknown>;
}

export type Handler = (...args: unknown[]) => unknown;
/** The one way to register a command. What the handler returns is what `executeCommand` answers; undefined when it was cancelled, false when it failed. */
export type Register = (id: CommandId, handler: Handler) => Disposable;

export interface RegisterDeps {
  readonly commands: Commands;
  readonly messages: Messages;
  readonly log: Log;
  /** Loads what every command needs: the texts that it says. */
  readonly before?: () => Promise<unknown>;
}

/** Every command is logged, and what it throws is caught once: silent when the user cancelled, else one sentence and the log. */
export function createRegister({ commands, messages, log, before }: RegisterDeps): Register {
  return (id, handler) =>
    commands.registerCommand(id, async (...args) => {
      const began = performance.now();
      log.info(`${id} begins`);
      try {
        await before?.();
        const answer = await handler(...args);
        log.info(`${id} done in ${Math.round(performance.now() - began)} ms`);
        return answer;
      } catch (error) {
        if (isCancelled(error)) {
          log.info(`${id} cancelled`);
          return undefined;
        }
        log.error(`${id} failed`, error);
        messages.fail(problemOf(error) ?? { id: "command.failed" }, {
          label: { id: "command.showLog" },
          run: () => commands.executeCommand("khobor.showLog" satisfies CommandId),
        });
        return false;
      }
    });
}
