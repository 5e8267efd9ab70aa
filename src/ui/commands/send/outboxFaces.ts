import * as vscode from "vscode";
import { inOrder } from "../../../core/inOrder";
import type { Alarm } from "../../../core/ports/clock";
import type { Disposable } from "../../../core/ports/events";
import { outboxNodes, type OutboxRows } from "../../../core/report/outboxNodes";
import type { CommandId } from "../../commandIds";
import { here } from "../book/deps";
import type { SendDeps } from "./deps";
import { heldHere, waitingHere } from "./outbox";

export interface OutboxFaces extends Disposable {
  paint(): Promise<void>;
}
export interface OutboxFacesDeps extends SendDeps {
  /** For when a service sends what it holds. */
  readonly alarm: Alarm;
  /** Puts the rows into the sidebar. */
  readonly showRows: (rows: OutboxRows) => void;
}

/** In the status bar while something waits that was not certainly sent, and rows of the sidebar for that and for what is held. */
export function createOutboxFaces(deps: OutboxFacesDeps): OutboxFaces {
  const { say, outbox, history, book, log, alarm } = deps;
  let item: vscode.StatusBarItem | undefined;
  const paintItem = (count: number) => {
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
  let over = false;
  const paint = inOrder(() => Promise.all([waitingHere(deps), heldHere(deps)]), ([waiting, held]) => {
    if (over) return;
    paintItem(waiting.length);
    deps.showRows(outboxNodes({ waiting, held, book: book.current(), ...here(deps) }));
    const [next] = held;
    if (next) alarm.set(next.heldUntil, repaint);
    else alarm.clear();
  });
  const repaint = () => void paint().catch((error: unknown) => log.error("the outbox could not be read", error));
  const listening = [
    outbox.onDidChange(repaint),
    history.onDidChange(repaint),
    book.onDidChange((changes) => changes.some((change) => change.op !== "me" && change.kind === "client") && repaint()),
    { dispose: () => alarm.clear() },
  ];
  return {
    paint,
    dispose() {
      over = true;
      for (const one of listening) one.dispose();
      item?.dispose();
    },
  };
}
