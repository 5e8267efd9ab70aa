import path from "node:path";
import type { OwnShape } from "../core/book/upgrades";
import type { Disposable } from "../core/ports/events";
import { withLock, type LockTimes } from "./book/lock";
import { keepDamaged } from "./damagedFile";
import { makeFolder, readShaped, writeWhole } from "./files";
import { createFolderWatch } from "./folderWatch";

export interface SharedFileParts<T> {
  /** Has the file to itself. */
  readonly folder: string;
  readonly name: string;
  readonly shape: OwnShape<T>;
  readonly empty: T;
  /** Another window may have changed it. */
  readonly onOthers: () => void;
  /** It cannot be watched, or was damaged. For the log. */
  readonly warn: (detail: string) => void;
  readonly times?: LockTimes | undefined;
}

/** One small value that all windows share, in a file. Methods reject as node:fs does, or with LockBusy. */
export interface SharedFile<T> extends Disposable {
  /** As last read or written here. */
  value(): T;
  /** From a newer Khobor: read as nothing, and never written. */
  isNewer(): boolean;
  look(): Promise<void>;
  /** Changes what the file holds at that moment, and nobody else meanwhile. Writes nothing that is there already. */
  change(change: (value: T) => T): Promise<void>;
}

export function createSharedFile<T>({ folder, name, shape, empty, onOthers, warn, times }: SharedFileParts<T>): SharedFile<T> {
  const file = path.join(folder, `${name}.json`);
  let value = empty;
  let newer = false;
  const watch = createFolderWatch(folder, onOthers, (error) => warn(`${folder} cannot be watched: ${String(error)}`));

  /** False where the file is damaged: what is known here stands then. */
  async function read(): Promise<boolean> {
    const reading = await readShaped(file, shape);
    newer = reading.is === "newer";
    if (reading.is === "healthy") value = reading.value;
    if (reading.is === "damaged") warn(`${file}: ${reading.detail}`);
    return reading.is !== "damaged";
  }
  const prepared = async () => {
    await makeFolder(path.join(folder, "locks"));
    watch.begin();
  };

  return {
    value: () => value,
    isNewer: () => newer,
    async look() {
      await prepared();
      await read();
    },
    async change(change) {
      await prepared();
      await withLock(
        path.join(folder, "locks", name),
        async (lock) => {
          const healthy = await read();
          if (newer) return;
          const next = change(value);
          if (next === value) return;
          if (!healthy) await keepDamaged(file);
          await lock.assertHeld();
          await writeWhole(file, `${JSON.stringify(next, null, 1)}\n`);
          value = next;
        },
        times,
      );
    },
    dispose: () => watch.dispose(),
  };
}
