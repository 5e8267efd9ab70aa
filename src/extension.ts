import * as vscode from "vscode";
import { once } from "./core/once";
import type { Secrets } from "./core/ports/secrets";
import { commandIds } from "./ui/commandIds";
import type { Commands, Handler } from "./ui/commands/register";

/** What tests are handed. */
interface ForTests {
  readonly secrets: () => Promise<Secrets>;
  /** The commands that somebody answers to. */
  readonly answered: () => Promise<readonly string[]>;
}

/**
 * The door: names every command to VS Code, and opens the house (composition/house.ts) when the extensions that start together
 * with this one have had their turn, or when a command is called before. Leaves the disposal of every part to VS Code.
 */
export function activate(context: vscode.ExtensionContext): ForTests | undefined {
  const { commands, env, window, workspace } = vscode;
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(window.createOutputChannel("Khobor", { log: true }));
  const handlers = new Map<string, Handler>();
  const answering: Commands = {
    registerCommand: (id, handler) => {
      handlers.set(id, handler);
      return { dispose: () => void handlers.delete(id) };
    },
    executeCommand: (id, ...args) => commands.executeCommand(id, ...args),
  };
  const house = once(async () => {
    const { openHouse } = await import("./composition/house");
    const opened: vscode.Disposable[] = [];
    const owned: typeof own = (part) => {
      opened.push(part);
      return own(part);
    };
    try {
      return openHouse({ own: owned, log, commands: answering, window, workspace, env, context, toUri: (file) => vscode.Uri.file(file) });
    } catch (error) {
      // The next command tries again, and half a house would stand in its way.
      for (const part of opened.toReversed()) part.dispose();
      throw error;
    }
  });

  const call = async (id: string, args: readonly unknown[]): Promise<unknown> => {
    await house();
    return handlers.get(id)?.(...args);
  };
  for (const id of commandIds) own(commands.registerCommand(id, (...args: unknown[]) => call(id, args)));
  const opening = setImmediate(() => void house().catch((error: unknown) => log.error("Khobor could not start", error)));
  own({ dispose: () => clearImmediate(opening) });
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return { secrets: async () => (await house()).secrets(), answered: async () => (await house(), [...handlers.keys()]) };
}
