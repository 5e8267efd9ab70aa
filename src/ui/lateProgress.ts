import * as vscode from "vscode";
import { withoutLinks } from "./withoutLinks";

const PATIENCE_MS = 1000;

/**
 * Runs `task`. When it takes longer than a second, a notification shows it, with a button to cancel; cancelling aborts the
 * signal, and the task rejects with the signal's reason. A task that takes no signal cannot be stopped, and has no button.
 */
export async function withLateProgress<T>(title: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const running = task(abort.signal);
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<"late">((resolve) => {
    late = setTimeout(() => resolve("late"), PATIENCE_MS);
  });
  try {
    if ((await Promise.race([running, patience])) !== "late") return await running;
  } finally {
    clearTimeout(late);
  }
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable: task.length > 0 }, (_, token) => {
    token.onCancellationRequested(() => abort.abort());
    return running;
  });
}
