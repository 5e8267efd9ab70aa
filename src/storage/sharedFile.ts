import { createHash } from "node:crypto";
import path from "node:path";
import { readOwn, type OwnReading, type OwnShape } from "../core/book/upgrades";
import type { Disposable } from "../core/ports/events";
import { withLock, type LockTimes } from "./book/lock";
import { keepDamaged } from "./damagedFile";
import { makeFolder, readBounded, writeWhole } from "./files";
import { createFolderWatch } from "./folderWatch";
import { isFields } from "./stored";

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
  /** As last read or written here. Of a file with a wrong checksum, what can be read. */
  value(): T;
  /** From a newer Khobor: read as nothing, and never written. */
  isNewer(): boolean;
  /** False where the file is damaged. The next change keeps it beside, and writes a whole one in its place. */
  isSound(): boolean;
  look(): Promise<void>;
  /** Changes what the file holds at that moment, and nobody else meanwhile. Writes nothing that is there already. */
  change(change: (value: T) => T): Promise<void>;
}

export function createSharedFile<T>({ folder, name, shape, empty, onOthers, warn, times }: SharedFileParts<T>): SharedFile<T> {
  const file = path.join(folder, `${name}.json`);
  let value = empty;
  let newer = false;
  let sound = true;
  const watch = createFolderWatch(folder, onOthers, (error) => warn(`${folder} cannot be watched: ${String(error)}`));

  async function read(): Promise<void> {
    const text = await readBounded(file, mostBytes);
    const reading = text.is === "healthy" ? readSummed(text.value, shape) : text;
    newer = reading.is === "newer";
    sound = reading.is !== "damaged";
    if ("value" in reading && reading.value !== undefined) value = reading.value;
    if (reading.is === "damaged") warn(`${file}: ${reading.detail}`);
  }
  const prepared = async () => {
    await makeFolder(path.join(folder, "locks"));
    watch.begin();
  };

  return {
    value: () => value,
    isNewer: () => newer,
    isSound: () => sound,
    async look() {
      await prepared();
      await read();
    },
    async change(change) {
      await prepared();
      await withLock(
        path.join(folder, "locks", name),
        async (lock) => {
          await read();
          if (newer) return;
          const next = change(value);
          if (next === value && sound) return;
          if (!sound) await keepDamaged(file);
          await lock.assertHeld();
          await writeWhole(file, summed(next));
          value = next;
          sound = true;
        },
        times,
      );
    },
    dispose: () => watch.dispose(),
  };
}

/** More than any list of ours can come to. */
const mostBytes = 16 * 1024 * 1024;

type Summed<T> = OwnReading<T> | { readonly is: "damaged"; readonly detail: string; readonly value?: T };

const sumOf = (fields: object): string => createHash("sha256").update(JSON.stringify(fields)).digest("hex").slice(0, 16);

function summed(value: unknown): string {
  const fields = JSON.parse(JSON.stringify(value)) as object;
  return `${JSON.stringify({ sum: sumOf(fields), ...fields }, null, 1)}\n`;
}

/** A file without a checksum was written before there were any. */
function readSummed<T>(text: string, shape: OwnShape<T>): Summed<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { is: "damaged", detail: String(error) };
  }
  const { sum, ...fields } = isFields(raw) ? raw : {};
  const reading = readOwn(fields, shape);
  if (reading.is !== "healthy" || sum === undefined || sum === sumOf(fields)) return reading;
  return { is: "damaged", detail: "not as it was written", value: reading.value };
}
