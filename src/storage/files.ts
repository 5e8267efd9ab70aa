import { randomBytes } from "node:crypto";
import { link, mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readOwn, type OwnReading, type OwnShape } from "../core/book/upgrades";

/** Files and folders of ours are for their owner's eyes. */
const ownFile = 0o600;
const ownFolder = 0o700;

export const makeFolder = (folder: string): Promise<unknown> => mkdir(folder, { recursive: true, mode: ownFolder });

/**
 * Replaces the file as a whole: after a crash it holds the old text or the new one. The folder must be there.
 * Rejects as node:fs does, and leaves the old text then.
 * @param by the folder on the same disk in which the new text waits: whoever watches that hears of it
 */
export async function writeWhole(file: string, text: string | Uint8Array, by: string = path.dirname(file)): Promise<void> {
  const waiting = await writeBeside(path.join(by, path.basename(file)), text);
  try {
    await renameOver(waiting, file);
  } catch (error) {
    await rm(waiting, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** On Windows a program that only looks at the file (a virus scanner, a backup) holds it for a moment. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (tries > 5 || !hasCode(error, "EPERM", "EACCES", "EBUSY")) throw error;
      await pause(20 * tries);
    }
  }
}

/** As writeWhole, for a file that is written once: rejects with EEXIST, and changes nothing, where it is there already. */
export async function writeOnce(file: string, text: string): Promise<void> {
  const waiting = await writeBeside(file, text);
  try {
    await linkOnce(waiting, file);
  } finally {
    await rm(waiting, { force: true });
  }
  await syncFolder(path.dirname(file));
}

async function writeBeside(file: string, text: string | Uint8Array): Promise<string> {
  const waiting = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  await writeSynced(waiting, text);
  return waiting;
}

/** Writes a new file, and leaves nothing of it where the disk refuses or is full. */
export async function writeSynced(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, "wx", ownFile);
  try {
    try {
      await handle.writeFile(content, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A link is made or refused as one step, which a rename is not: that replaces what is there. */
async function linkOnce(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (hasCode(error, "EEXIST") || (await isThere(to))) throw hasCode(error, "EEXIST") ? error : alreadyThere(to);
    // Some disks (FAT, some network shares) know no links.
    await rename(from, to);
  }
}

const alreadyThere = (file: string) => Object.assign(new Error(`${file} is there already`), { code: "EEXIST" });

/** Makes the names in the folder last through a power cut. Windows has no such call, and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The file itself was synced; where a folder cannot be, that is all that can be had.
  }
}

/** What a stored file turned out to be. `newer`: a later Khobor wrote it, and it is never written over. `detail` is for the log. */
export type FileReading<T> = OwnReading<T> | { readonly is: "missing" };

/** More than any record of ours can come to; a larger file is not one. */
const mostBytes = 16 * 1024 * 1024;

/** Reads a JSON file that says its own version. Rejects only where the disk refuses (no permission, I/O error). */
export async function readShaped<T>(file: string, shape: OwnShape<T>, limit: number = mostBytes): Promise<FileReading<T>> {
  const text = await readBounded(file, limit);
  if (text.is !== "healthy") return text;
  let raw: unknown;
  try {
    raw = JSON.parse(text.value);
  } catch (error) {
    return { is: "damaged", detail: String(error) };
  }
  return readOwn(raw, shape);
}

/** The detail of a file that is damaged because some of its bytes are no text. */
export const notText = "not UTF-8";

/** The text of a file of at most `limit` bytes in UTF-8. */
export async function readBounded(file: string, limit: number): Promise<FileReading<string>> {
  let handle;
  try {
    handle = await open(file, "r");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return { is: "missing" };
    throw error;
  }
  try {
    const { size } = await handle.stat();
    if (size > limit) return { is: "damaged", detail: `${size} bytes are too many` };
    return { is: "healthy", value: new TextDecoder("utf-8", { fatal: true }).decode(await handle.readFile()) };
  } catch (error) {
    if (error instanceof TypeError) return { is: "damaged", detail: notText };
    if (hasCode(error, "EISDIR")) return { is: "damaged", detail: "a folder" };
    throw error;
  } finally {
    await handle.close();
  }
}

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && "code" in error && codes.includes(String(error.code));
