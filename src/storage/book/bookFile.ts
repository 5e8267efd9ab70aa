import { randomBytes } from "node:crypto";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { Clock } from "../../core/ports/clock";
import { makeFolder, renameOver, syncFolder, writeSynced } from "../files";
import { bytesOf, setFileAside, startOf, type Start } from "./bookDisk";
import { emptyContent, isNobody, isSame, type Content } from "./content";
import { additionOf, bookVersion, createEncoder, headingIn, imageOf, readImage, type Heading } from "./image";
import { knownLines } from "./lines";
import { withLock, type Lock, type LockTimes } from "./lock";
import { salvaged } from "./salvage";
import { united } from "./united";
import { keepVersion, newestHealthy, thinVersions, versionsIn } from "./versions";

export interface FileParts {
  readonly folder: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly clock: Pick<Clock, "now">;
  /** The file was damaged, set aside as it was, and made whole again from what could be had. */
  readonly onHealed: (detail: string) => void;
  /** Entries of it could not be read, and wait aside in the file. */
  readonly onSetAside: (count: number, detail: string) => void;
  readonly times?: LockTimes | undefined;
  /** Files smaller than this are saved as a whole each time, in bytes; absent: as is usual. */
  readonly wholeBelow?: number | undefined;
}

/** One file of the book, as this process knows it. All methods reject as node:fs does, or with LockBusy. Not to be called at once. */
export interface BookFile {
  /** As last read or written here. */
  content(): Content;
  /** From a newer Khobor: never written. */
  isNewer(): boolean;
  /** Takes in what others wrote. Writes only to make a damaged or vanished file whole. */
  look(): Promise<void>;
  /** Changes what the file holds at that moment, and nobody else meanwhile. Writes nothing where nothing changed or the file is newer. */
  change(change: (content: Content) => Content): Promise<void>;
}

export const versionsFolder = (folder: string, name: string): string => path.join(folder, "versions", name);

export function createBookFile({ folder, name, clock, onHealed, onSetAside, times, wholeBelow = usualWholeBelow }: FileParts): BookFile {
  const file = path.join(folder, `${name}.jsonl`);
  const versions = versionsFolder(folder, name);
  const now = () => clock.now();
  const encode = createEncoder();
  let content: Content = emptyContent;
  /** Of the file that `content` was read from or written to; undefined while there is none. */
  let heading: Heading | undefined;
  /** Of that file, in bytes. */
  let length = 0;
  let newer = false;

  const locked = async <T>(job: Parameters<typeof withLock<T>>[1]): Promise<T> => {
    await makeFolder(path.join(folder, "locks"));
    return withLock(path.join(folder, "locks", name), job, times);
  };

  /**
   * True where the file is as `content` has it. False: it has to be written, since it is damaged or lacks what is known here.
   * @param keepDamaged a damaged file is written over only when it lies aside as it was
   */
  async function read(keepDamaged: boolean): Promise<boolean> {
    if (isKnown(await startOf(file))) return true;
    const bytes = await bytesOf(file);
    if (bytes === undefined) {
      heading = undefined;
      content = united(content, await lastVersion());
      return content === emptyContent;
    }
    const image = readImage(bytes, now, knownLines(content));
    if (image.is === "laterForm") {
      newer = true;
      content = united(salvaged(bytes, now), content);
      heading = undefined;
      return true;
    }
    if (image.is === "damaged") {
      if (keepDamaged) await setFileAside(file, folder, name, clock.now());
      content = united(united(salvaged(bytes, now), content), await lastVersion());
      heading = undefined;
      if (keepDamaged) onHealed(`${file}: ${image.detail}`);
      return false;
    }
    newer = image.is === "newer";
    // An older saving than the one known here comes from a backup, or was never followed by the disk.
    const isBack = isOlder(image);
    ({ heading, length } = image);
    content = isBack && !newer ? withMeOf(content, united(image.content, content)) : image.content;
    if (image.found > 0) onSetAside(image.found, `${file}: ${content.aside.map(({ kind, detail }) => `${kind}: ${detail}`).join("; ")}`);
    return newer || (content === image.content && image.found === 0 && !image.torn);
  }
  const isKnown = (there: Start | undefined): boolean =>
    heading !== undefined && there?.length === length && there.heading?.seq === heading.seq && there.heading.digest === heading.digest && there.heading.savedAt === heading.savedAt;
  const isOlder = (there: { readonly heading: Heading; readonly length: number }): boolean =>
    heading !== undefined && (there.heading.seq < heading.seq || (there.heading.seq === heading.seq && there.length < length));
  const lastVersion = async () => (await newestHealthy(versions, now)) ?? emptyContent;

  /**
   * A large file grows by what has changed, for some minutes, before it is saved anew. A line that a crash leaves half
   * written is known by its missing end.
   */
  async function added(next: Content, lock: Lock): Promise<boolean> {
    // What an older version saved is saved anew: by its heading nobody could tell that lines of this one follow.
    if (heading === undefined || heading.version !== bookVersion || length < wholeBelow || length - heading.bytes > mostAdded || Math.abs(Date.parse(now()) - Date.parse(heading.savedAt)) > addingFor) return false;
    const line = additionOf(content, next);
    if (line === undefined) return false;
    const handle = await open(file, "r+");
    try {
      // A version that a crash left tied to this file would grow with it.
      if ((await handle.stat()).nlink > 1) return false;
      await lock.assertHeld();
      // A disk that fills up takes the beginning of a line and says nothing; it refuses the next byte.
      for (let written = 0; written < line.length; ) written += (await handle.write(line, written, line.length - written, length + written)).bytesWritten || refused(file);
      await handle.datasync();
    } catch (error) {
      await handle.truncate(length).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    length += line.length;
    content = next;
    return true;
  }

  async function write(next: Content, lock: Lock): Promise<void> {
    const savedAt = clock.now();
    const seq = (heading?.seq ?? (await versionsIn(versions).catch(() => []))[0]?.seq ?? 0) + 1;
    const image = imageOf(next, { seq, savedAt }, encode);
    const waiting = path.join(folder, `.${name}.${randomBytes(6).toString("hex")}.tmp`);
    let unkeep: () => Promise<void> = () => Promise.resolve();
    try {
      await writeSynced(waiting, Buffer.concat([image.heading, ...image.body]));
      if (heading !== undefined) unkeep = await keepVersion(file, heading, versions).catch(() => unkeep);
      await lock.assertHeld();
      await renameOver(waiting, file);
    } catch (error) {
      await unkeep().catch(() => undefined);
      await rm(waiting, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(folder);
    if (heading !== undefined) await thinVersions(versions, savedAt).catch(ignoreUnkept);
    heading = headingIn(image.heading);
    length = image.heading.length + (heading?.bytes ?? 0);
    content = next;
  }

  return {
    content: () => content,
    isNewer: () => newer,
    async look() {
      if (await isAsKnown()) return;
      await locked(async (lock) => {
        if (!(await read(true))) await write(content, lock);
      }).catch(async (error: unknown) => {
        // What cannot be locked or made whole can still be read.
        if (heading === undefined) await read(false).catch(() => undefined);
        throw error;
      });
    },
    change: (change) =>
      locked(async (lock) => {
        const isWhole = await read(true);
        if (newer) return;
        const next = change(content);
        if (isWhole && (next === content || (await added(next, lock)))) return;
        await write(next, lock);
      }),
  };

  /** Most of the time nothing has happened, and no lock is needed to see that. */
  async function isAsKnown(): Promise<boolean> {
    const there = await startOf(file);
    if (isKnown(there)) return true;
    if (there === undefined) {
      return heading === undefined && content === emptyContent && (await bytesOf(file)) === undefined && (await versionsIn(versions)).length === 0;
    }
    // Healthy readings need no lock either: a file is only ever replaced as a whole.
    const bytes = await bytesOf(file);
    if (bytes === undefined) return false;
    const image = readImage(bytes, now, knownLines(content));
    if (image.is === "damaged" || image.is === "laterForm" || image.found > 0 || image.torn || (image.is === "healthy" && isOlder(image))) return false;
    ({ content, heading, length } = image);
    newer = image.is === "newer";
    return true;
  }
}

/** A smaller file is saved as a whole each time: that is quick, and each saving leaves a version. Bytes. */
const usualWholeBelow = 256 * 1024;
const mostAdded = 256 * 1024;
/** So that there is a version of every so many minutes. Milliseconds. */
const addingFor = 10 * 60_000;

/** Me has no revision to tell the later one by. The content itself where that changes nothing. */
function withMeOf({ part: { me }, meWas }: Content, content: Content): Content {
  if (isNobody(me) || (isSame(me, content.part.me) && isSame(meWas, content.meWas))) return content;
  return { ...content, part: { ...content.part, me }, meWas };
}

function refused(file: string): never {
  throw new Error(`${file} takes no more`);
}

/** The book itself matters more than its versions: on a full disk they are what is done without. */
const ignoreUnkept = () => undefined;
