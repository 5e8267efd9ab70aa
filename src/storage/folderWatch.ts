import { stat, watch } from "node:fs/promises";
import type { Disposable } from "../core/ports/events";

export interface FolderWatch extends Disposable {
  /** Begins to watch, unless it does already or was disposed of. The folder must be there. */
  begin(): void;
}

/**
 * Calls `changed` when something in the folder may have changed, also through another process. At best: some disks tell
 * nothing, and a machine may have no watches left. `failed` is for the log; begin() may be called again after it, and after
 * the folder vanished. Another folder that took its place is watched by itself.
 */
export function createFolderWatch(folder: string, changed: () => void, failed: (error: unknown) => void): FolderWatch {
  const over = new AbortController();
  let watching = false;

  /** Resolves when the folder has vanished or another one stands in its place: a watch stays with the folder that it began with. */
  async function follow(isAnew: boolean): Promise<void> {
    const end = new AbortController();
    const stop = () => end.abort();
    over.signal.addEventListener("abort", stop);
    try {
      const events = watch(folder, { signal: end.signal, persistent: false })[Symbol.asyncIterator]();
      // Always asked ahead: who does not wait for an event when it is ended would leave its end unheard.
      const ask = () => {
        const next = events.next();
        next.catch(() => undefined);
        return next;
      };
      let next = ask();
      const watched = await identityOf(folder);
      if (isAnew) changed();
      for (let event = await next; !event.done; event = await next) {
        next = ask();
        changed();
        if (event.value.eventType === "rename" && (await identityOf(folder)) !== watched) return;
      }
    } finally {
      over.signal.removeEventListener("abort", stop);
      stop();
    }
  }

  return {
    begin() {
      if (watching || over.signal.aborted) return;
      watching = true;
      void (async () => {
        let vanished = false;
        try {
          for (let isAnew = false; !over.signal.aborted && !vanished; isAnew = true) {
            await follow(isAnew);
            vanished = (await identityOf(folder)) === undefined;
          }
        } catch (error) {
          if (!over.signal.aborted) failed(error);
        } finally {
          watching = false;
        }
        // Whoever looks now can make the folder and begin.
        if (vanished && !over.signal.aborted) changed();
      })();
    },
    dispose: () => over.abort(),
  };
}

/** Tells a folder from another one that was made later under its name, whose inode may be the same. */
const identityOf = (folder: string): Promise<string | undefined> =>
  stat(folder, { bigint: true }).then(
    ({ dev, ino, birthtimeNs }) => `${dev} ${ino} ${birthtimeNs}`,
    () => undefined,
  );
