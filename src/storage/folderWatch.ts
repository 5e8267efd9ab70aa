import { watch } from "node:fs/promises";
import type { Disposable } from "../core/ports";

export interface FolderWatch extends Disposable {
  /** Begins to watch, unless it does already or was disposed of. The folder must be there. */
  begin(): void;
}

/**
 * Calls `changed` when something in the folder may have changed, also through another process. At best: some disks tell
 * nothing, and a machine may have no watches left. `failed` is for the log; begin() may be called again after it.
 */
export function createFolderWatch(folder: string, changed: () => void, failed: (error: unknown) => void): FolderWatch {
  const end = new AbortController();
  let watching = false;
  return {
    begin() {
      if (watching || end.signal.aborted) return;
      watching = true;
      void (async () => {
        try {
          const events = watch(folder, { signal: end.signal, persistent: false })[Symbol.asyncIterator]();
          while (!(await events.next()).done) changed();
        } catch (error) {
          if (!end.signal.aborted) failed(error);
        } finally {
          watching = false;
        }
      })();
    },
    dispose: () => end.abort(),
  };
}
