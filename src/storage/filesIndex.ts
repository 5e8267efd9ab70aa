import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { makeFolder, readBounded, writeWhole, type FileReading } from "./files";
import { inParallel } from "./inParallel";

/** A file as it was when it was read. Size and time tell whether it may have changed since. */
interface Known<T> {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the disk has them. */
  readonly changed: number;
  readonly value: T;
}

export interface FilesIndexParts<T> {
  /** Where the files lie that are indexed. */
  readonly folder: string;
  /** The kept index; absent: it lives in memory only. */
  readonly file?: string | undefined;
  /** What is indexed, and in which version: an index of anything else is not used. */
  readonly of: string;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly read: (file: string) => Promise<FileReading<T>>;
  /** The files never change once they are there: each is looked at once only. */
  readonly writtenOnce?: boolean;
  /** The kept index could not be read or written. For the log: it is made anew from the files. */
  readonly failed: (detail: string) => void;
}

/** What many small files hold, known from one file beside them. Theirs is the truth: the index can be thrown away at any time. */
export interface FilesIndex<T> {
  /**
   * What each of these files holds; they are all that there are. Only those are read that are new or have changed. A file
   * that the disk refuses counts as damaged.
   */
  all(names: readonly string[]): Promise<ReadonlyMap<string, FileReading<T>>>;
  /** This file was just written, and holds this. */
  wrote(name: string, value: T): Promise<void>;
}

/** So many files may be missing from the kept index before it is written anew; of a large one, so great a part. */
const mostMissing = 32;
const mostMissingPart = 1 / 20;
const mostBytes = 256 * 1024 * 1024;
const headingSchema = v.object({ khobor: v.literal("index"), of: v.string(), digest: v.string() });

export function createFilesIndex<T>({ folder, file, of, schema, read, writtenOnce = false, failed }: FilesIndexParts<T>): FilesIndex<T> {
  const known = new Map<string, Known<T>>();
  /** Those of `known` that were compared with their files since the start. */
  const compared = new WeakSet<Known<T>>();
  const lineSchema = v.object({ name: v.string(), size: v.number(), changed: v.number(), value: schema });
  let loading: Promise<void> | undefined;
  let writing = Promise.resolve();
  let missing = 0;
  /** The kept index is damaged, or tells of files that are gone. */
  let outdated = false;

  async function load(index: string): Promise<void> {
    const reading = await readBounded(index, mostBytes);
    if (reading.is === "missing") return;
    if (reading.is !== "healthy") throw new Error(reading.detail);
    const end = reading.value.indexOf("\n");
    const body = reading.value.slice(end + 1);
    const heading = v.parse(headingSchema, JSON.parse(reading.value.slice(0, end)));
    if (heading.digest !== digestOf(body)) throw new Error("not as it was kept");
    if (heading.of !== of) return;
    for (const line of body.split("\n").filter(Boolean)) {
      const { name, ...entry } = v.parse(lineSchema, JSON.parse(line));
      known.set(name, entry);
    }
  }

  async function keep(index: string): Promise<void> {
    const body = [...known].map(([name, entry]) => `${JSON.stringify({ name, ...entry })}\n`).join("");
    await makeFolder(path.dirname(index));
    await writeWhole(index, `${JSON.stringify({ khobor: "index", of, digest: digestOf(body) })}\n${body}`);
  }

  function remember(name: string, entry: Known<T>): void {
    compared.add(entry);
    known.set(name, entry);
    missing++;
  }

  async function look(name: string): Promise<FileReading<T>> {
    const there = known.get(name);
    if (there !== undefined && writtenOnce && compared.has(there)) return { is: "healthy", value: there.value };
    const at = path.join(folder, name);
    // Before it is read: what is written meanwhile is then read again.
    const stamp = await stampOf(at);
    if (there !== undefined && stamp !== undefined && there.size === stamp.size && there.changed === stamp.changed) {
      compared.add(there);
      return { is: "healthy", value: there.value };
    }
    const reading = await read(at).catch((error: unknown): FileReading<T> => ({ is: "damaged", detail: String(error) }));
    if (reading.is === "healthy" && stamp !== undefined) remember(name, { ...stamp, value: reading.value });
    else if (known.delete(name)) outdated = true;
    return reading;
  }

  return {
    async all(names) {
      if (file !== undefined) {
        await (loading ??= load(file).catch((error: unknown) => {
          failed(`${file}: ${String(error)}`);
          known.clear();
          outdated = true;
        }));
      }
      const readings = await inParallel(names, 32, look);
      const all = new Map(names.map((name, at) => [name, readings[at] as FileReading<T>]));
      for (const name of known.keys()) {
        if (all.has(name)) continue;
        known.delete(name);
        outdated = true;
      }
      if (file !== undefined && (missing >= Math.max(mostMissing, known.size * mostMissingPart) || outdated)) {
        [missing, outdated] = [0, false];
        writing = writing.then(() => keep(file)).catch((error: unknown) => failed(`${file}: ${String(error)}`));
      }
      return all;
    },
    async wrote(name, value) {
      const stamp = await stampOf(path.join(folder, name));
      if (stamp !== undefined) remember(name, { ...stamp, value });
    },
  };
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const stampOf = (file: string): Promise<Pick<Known<unknown>, "size" | "changed"> | undefined> =>
  stat(file).then(
    ({ size, mtimeMs }) => ({ size, changed: mtimeMs }),
    () => undefined,
  );
