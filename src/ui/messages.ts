import type { Say, Text } from "../core/say";
import type { Log } from "../core/ports/user";
import { problemOf } from "./problemOf";
import { isCancelled } from "./prompts/cancelled";
import { withoutLinks } from "./withoutLinks";

export interface MessageAction {
  readonly label: Text;
  run(): unknown;
}

/** One-sentence messages at the edge of the window. Nobody waits for them: a command is done when its work is. */
export interface Messages {
  inform(text: Text, ...actions: MessageAction[]): void;
  warn(text: Text, ...actions: MessageAction[]): void;
  fail(text: Text, ...actions: MessageAction[]): void;
}

/** The part of `vscode.window` that shows messages. */
export interface MessageWindow {
  showInformationMessage(message: string, ...actions: string[]): Thenable<string | undefined>;
  showWarningMessage(message: string, ...actions: string[]): Thenable<string | undefined>;
  showErrorMessage(message: string, ...actions: string[]): Thenable<string | undefined>;
}

export function createMessages(window: MessageWindow, say: Say, log: Log): Messages {
  type Show = (message: string, ...actions: string[]) => Thenable<string | undefined>;
  const present = (show: Show) => (text: Text, ...actions: MessageAction[]) => {
    const labels = actions.map((action) => say(action.label));
    const chosen = async () => {
      const label = await show(withoutLinks(say(text)), ...labels);
      await actions[labels.indexOf(label ?? "")]?.run();
    };
    chosen().catch((error: unknown) => {
      if (isCancelled(error)) return;
      log.error(`the action of the message "${text.id}" failed`, error);
      void window.showErrorMessage(withoutLinks(say(problemOf(error) ?? { id: "command.failed" })));
    });
  };
  return {
    inform: present((...shown) => window.showInformationMessage(...shown)),
    warn: present((...shown) => window.showWarningMessage(...shown)),
    fail: present((...shown) => window.showErrorMessage(...shown)),
  };
}
