import * as vscode from "vscode";
import type { Disposable } from "../../../core/ports";
import type { CommandId } from "../../commandIds";
import type { SendDeps } from "./deps";
import { waitingHere } from "./outbox";

export interface OutboxItem extends Disposable {
  paint(): Promise<void>;
}

/** In the status bar while something waits that was not certainly sent; else there is none. */
export function createOutboxItem(deps: SendDeps): OutboxItem {
  const { say, outbox, book, log } = deps;
  let item: vscode.StatusBarItem | undefined;
  const paint = async () => {
    const { length: count } = await waitingHere(deps);
    if (count === 0) {
      item?.hide();
      return;
    }
    item ??= vscode.window.createStatusBarItem("khobor.outbox", vscode.StatusBarAlignment.Left, -1);
    item.name = say("outbox.title");
    item.text = `$(warning) ${say("outbox.count", { count })}`;
    item.tooltip = say("outbox.tooltip", { count });
    item.accessibilityInformation = { label: say("outbox.waits", { count }), role: "button" };
    item.command = "khobor.outbox" satisfies CommandId;
    item.show();
  };
  const repaint = () => void paint().catch((error: unknown) => log.error("the outbox could not be read", error));
  const listening = [outbox.onDidChange(repaint), book.onDidChange((changes) => changes.some((change) => change.op !== "me" && change.kind === "client") && repaint())];
  return {
    paint,
    dispose() {
      for (const one of listening) one.dispose();
      item?.dispose();
    },
  };
}
