import { isDeepStrictEqual } from "node:util";
import type { Id } from "../core/book/fields";
import type { Provenance } from "../core/drafting/draft";
import type { Disposable } from "../core/ports/events";
import type { Log } from "../core/ports/user";
import { makeFolder } from "./files";
import { createFolderWatch } from "./folderWatch";

interface Parts {
  readonly folder: string;
  /** Every draft. */
  readonly all: () => Promise<readonly Provenance[]>;
  readonly changed: (id: Id) => void;
  readonly log: Log;
}

/** Notices what other windows do with the drafts. */
interface DraftNotice extends Disposable {
  /** Begins with the drafts as they are now, unless it does already. */
  begin(): Promise<void>;
  /** This window has written this: no news. */
  wrote(provenance: Provenance): void;
}

/** A draft is made or changed in several steps, which are looked at as one. Milliseconds. */
const settling = 60;

/** Only the top folder is watched: whoever writes in a draft's folder lets the new file wait in the top one first. */
export function noticeDrafts({ folder, all, changed, log }: Parts): DraftNotice {
  let seen = new Map<Id, Provenance>();
  let beginning: Promise<void> | undefined;
  let noticing: NodeJS.Timeout | undefined;
  let over = false;
  const isOver = () => over;

  async function look(): Promise<void> {
    await beginning;
    if (isOver()) return;
    await makeFolder(folder);
    watch.begin();
    const now = new Map((await all()).map((draft) => [draft.id, draft]));
    if (isOver()) return;
    const ids = [...new Set([...seen.keys(), ...now.keys()])].filter((id) => !isDeepStrictEqual(seen.get(id), now.get(id)));
    seen = now;
    for (const id of ids) changed(id);
  }
  const watch = createFolderWatch(
    folder,
    () => {
      if (over) return;
      noticing ??= setTimeout(() => {
        noticing = undefined;
        look().catch((error: unknown) => log.warn(`${folder}: ${String(error)}`));
      }, settling);
      noticing.unref();
    },
    (error) => log.warn(`${folder} cannot be watched: ${String(error)}`),
  );

  return {
    begin: () =>
      (beginning ??= (async () => {
        await makeFolder(folder);
        watch.begin();
        seen = new Map((await all()).map((draft) => [draft.id, draft]));
      })().catch((error: unknown) => {
        beginning = undefined;
        log.warn(`${folder} cannot be watched: ${String(error)}`);
      })),
    wrote: (provenance) => void seen.set(provenance.id, provenance),
    dispose() {
      over = true;
      clearTimeout(noticing);
      watch.dispose();
    },
  };
}
