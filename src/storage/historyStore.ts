import { readdir } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { historyEntrySchema, historyShape, type HistoryEntry } from "../core/book/sentRecord";
import { newestVersion } from "../core/book/upgrades";
import { createEmitter, type Emitter } from "../core/emitter";
import type { Text } from "../core/say";
import { StorageProblem } from "../core/ports/book";
import type { Disposable } from "../core/ports/events";
import type { HistoryStore } from "../core/ports/messages";
import type { Log } from "../core/ports/user";
import { keepDamaged } from "./damagedFile";
import { fileName } from "./fileName";
import { hasCode, makeFolder, readShaped, writeOnce, writeWhole } from "./files";
import { createFilesIndex } from "./filesIndex";
import { createFolderWatch } from "./folderWatch";
import { createQueue } from "./queue";
import type { Report } from "./report";

/** A file that holds no readable record. It is left as it is. */
interface FileProblem {
  readonly is: "damaged" | "newer";
  readonly file: string;
  readonly detail: string;
}

export interface FileHistoryStore extends HistoryStore, Disposable {
  /** The files that the last reading could not read. */
  problems(): readonly FileProblem[];
}

export interface HistoryStoreParts {
  readonly folder: string;
  /** The kept index of the records; absent: none is kept. */
  readonly index?: string;
  readonly report: Report;
  readonly log: Log;
}

/**
 * What was sent, a file per entry: `<folder>/<id>.json`, written once and never changed. Touches no disk before all() or
 * add() is called; later readings read only what is new. A damaged file hides no other.
 */
export function createHistoryStore({ folder, index: indexFile, report, log }: HistoryStoreParts): FileHistoryStore {
  const queue = createQueue();
  const changed: Emitter<void> = createEmitter((error) => log.error("a listener of the sent records failed", error));
  const watch = createFolderWatch(
    folder,
    () => void noticeOthers(),
    (error) => log.warn(`${folder} cannot be watched: ${String(error)}`),
  );
  const index = createFilesIndex({
    folder,
    file: indexFile,
    of: `sent ${newestVersion(historyShape.upgrades)}`,
    schema: historyEntrySchema,
    read: (file) => readShaped(file, historyShape),
    writtenOnce: true,
    failed: (detail) => log.warn(detail),
  });
  /** The record files that were in the folder when last looked at. */
  let seen: ReadonlySet<string> = new Set();
  let problems: readonly FileProblem[] = [];
  /** Damaged files that the user was told of. */
  const told = new Set<string>();
  let noticing = false;

  const textOf = (entry: HistoryEntry) => `${JSON.stringify(entry, null, 2)}\n`;
  const fileOf = (entry: HistoryEntry) => `${fileName(entry.id)}.json`;

  async function readNew(): Promise<readonly HistoryEntry[]> {
    await makeFolder(folder).catch((error: unknown) => log.warn(`${folder} cannot be made: ${String(error)}`));
    watch.begin();
    const names = await namesIn(folder).catch((error: unknown) => {
      throw new StorageProblem({ id: "storage.historyUnreadable" }, `${folder}: ${String(error)}`, { cause: error });
    });
    seen = new Set(names);
    const read = new Map<string, HistoryEntry>();
    const found: FileProblem[] = [];
    for (const [name, reading] of await index.all(names)) {
      const file = path.join(folder, name);
      if (reading.is === "healthy") read.set(name, reading.value);
      else if (reading.is !== "missing") found.push({ file, ...reading });
    }
    problems = found;
    tell("newer", { id: "storage.newer" });
    tell("damaged", { id: "storage.sentUnreadable" });
    return withoutCopies(read, fileOf);
  }

  /** Once of each file. */
  function tell(is: FileProblem["is"], { id }: Pick<Text, "id">): void {
    const fresh = problems.filter((problem) => problem.is === is && !told.has(problem.file));
    if (fresh.length === 0) return;
    for (const { file } of fresh) told.add(file);
    report({ id, values: { count: fresh.length } }, fresh.map(({ file, detail }) => `${file}: ${detail}`).join("; "));
  }

  /** A watch tells of our own files too, and of those on their way: a new list of names counts, or a damaged file made whole. */
  async function noticeOthers(): Promise<void> {
    if (noticing) return;
    noticing = true;
    const isNew = await queue(async () => {
      noticing = false;
      const names = await namesIn(folder).catch(() => []);
      const before = seen;
      seen = new Set(names);
      return problems.length > 0 || seen.size !== before.size || names.some((name) => !before.has(name));
    });
    if (isNew) changed.fire();
  }

  /** Sending again what was kept the first time is no trouble. */
  async function isKept(entry: HistoryEntry): Promise<boolean> {
    const reading = await readShaped(path.join(folder, fileOf(entry)), historyShape);
    return reading.is === "healthy" && isDeepStrictEqual(reading.value, entry);
  }

  /** A damaged file of this very entry is put aside for the entry itself. One that can be read stays; of a newer one it rejects with that. */
  async function madeWhole(entry: HistoryEntry): Promise<boolean> {
    const file = path.join(folder, fileOf(entry));
    const reading = await readShaped(file, historyShape);
    if (reading.is === "newer") throw new StorageProblem({ id: "storage.newer" }, `${file}: ${reading.detail}`);
    if (reading.is !== "damaged") return false;
    // Not among the records: it would be told of at each start.
    await keepDamaged(file, path.join(folder, "damaged"));
    await writeWhole(file, textOf(entry), folder);
    await index.wrote(fileOf(entry), entry);
    return true;
  }

  return {
    all: (notRead) =>
      queue(async () => {
        const entries = await readNew();
        for (const { file } of problems) notRead?.(path.basename(file));
        return entries;
      }),
    async add(entry) {
      const checked = v.parse(historyEntrySchema, entry);
      const isNew = await queue(async () => {
        try {
          await makeFolder(folder);
          await writeOnce(path.join(folder, fileOf(checked)), textOf(checked));
        } catch (error) {
          if (hasCode(error, "EEXIST")) {
            if (await isKept(checked)) return false;
            if (await madeWhole(checked)) return true;
          }
          throw new StorageProblem({ id: "storage.sentNotKept" }, `${folder}: ${String(error)}`, { cause: error });
        }
        await index.wrote(fileOf(checked), checked);
        seen = new Set([...seen, fileOf(checked)]);
        return true;
      });
      if (isNew) changed.fire();
      return isNew;
    },
    onDidChange: changed.event,
    problems: () => problems,
    dispose() {
      watch.dispose();
      changed.dispose();
    },
  };
}

/** Names of record files. What begins with a dot is still being written, or another program's. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(".json") && !name.startsWith("."));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** A file may have been copied by hand ("x copy.json"): the one that bears the entry's own name counts. */
function withoutCopies(read: ReadonlyMap<string, HistoryEntry>, fileOf: (entry: HistoryEntry) => string): readonly HistoryEntry[] {
  const byId = new Map<string, HistoryEntry>();
  for (const [name, entry] of read) {
    if (!byId.has(entry.id) || name === fileOf(entry)) byId.set(entry.id, entry);
  }
  return [...byId.values()];
}
