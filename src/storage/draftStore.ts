import { mkdtemp, readdir, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import type { Id } from "../core/book/fields";
import { newestVersion } from "../core/book/upgrades";
import { provenanceSchema, provenanceShape, type Provenance } from "../core/drafting/draft";
import { createEmitter } from "../core/emitter";
import { StorageProblem, type NotRead } from "../core/ports/book";
import type { Disposable } from "../core/ports/events";
import type { DraftStore } from "../core/ports/messages";
import type { Log } from "../core/ports/user";
import { withLock, type Lock } from "./book/lock";
import { keepDamaged } from "./damagedFile";
import { noticeDrafts } from "./draftNotice";
import { fileName } from "./fileName";
import { hasCode, isThere, makeFolder, notText, readBounded, readShaped, syncFolder, writeWhole, type FileReading } from "./files";
import { createFilesIndex } from "./filesIndex";
import { createQueue } from "./queue";
import type { Report } from "./report";

/** The document that a person edits. Whatever else lies in a draft's folder is ours, or an attachment. */
const textFile = "message.md";
const provenanceFile = "provenance.json";
/** More than any message comes to. */
const mostText = 4 * 1024 * 1024;

export interface DraftStoreParts {
  readonly folder: string;
  /** Where the kept indices of provenance and texts lie; absent: none are kept. */
  readonly indices?: string;
  readonly report: Report;
  readonly log: Log;
}

/**
 * A folder per draft: `<folder>/<id>/message.md` and `provenance.json`. Once made, the text belongs to the editor: it is
 * never written here again. A draft whose provenance is damaged stays a document; it is only no draft to read() and at().
 */
export function createDraftStore({ folder, indices, report, log }: DraftStoreParts): DraftStore & Disposable {
  const queue = createQueue();
  const changed = createEmitter<Id>((error) => log.error("a listener of the drafts failed", error));
  /** Files that were looked at, or that the user was told of. */
  const told = new Set<string>();
  const indexOf = <T>(name: string, of: string, schema: v.GenericSchema<unknown, T>, read: (file: string) => Promise<FileReading<T>>) =>
    createFilesIndex({ folder, file: indices && path.join(indices, `${name}.jsonl`), of, schema, read, failed: (detail) => log.warn(detail) });
  const sources = indexOf("drafts", `draft ${newestVersion(provenanceShape.upgrades)}`, provenanceSchema, readProvenance);
  const texts = indexOf("draftTexts", "text 1", v.string(), (file) => readBounded(file, mostText));

  const pathOf = (id: Id, file: string) => path.join(folder, fileName(id), file);

  /** Undefined where it is no draft that can be read, of which the user is told once. */
  function healthy(draft: string, reading: FileReading<Provenance>): Provenance | undefined {
    const file = path.join(folder, draft, provenanceFile);
    if (reading.is === "healthy") {
      if (draft === fileName(reading.value.id)) return reading.value;
      // Taken for the draft whose provenance it bears, a copy would have its changes written there.
      log.warn(`${path.dirname(file)} is a copy of another draft`);
      return undefined;
    }
    if (reading.is !== "missing" && !told.has(file)) {
      told.add(file);
      report({ id: reading.is === "newer" ? "storage.newer" : "storage.draftSources" }, `${file}: ${reading.detail}`);
    }
    return undefined;
  }
  const provenanceIn = async (draft: string): Promise<Provenance | undefined> => healthy(draft, await readProvenance(path.join(folder, draft, provenanceFile)));

  /** An editor that saves this text writes something else in the place of bytes that are no text: as they are they stay beside it. */
  async function keepBytes(file: string): Promise<void> {
    if (told.has(file)) return;
    told.add(file);
    const reading = await readBounded(file, mostText).catch(() => undefined);
    if (reading?.is !== "damaged" || reading.detail !== notText) return;
    await keepDamaged(file).then(
      () => report({ id: "storage.draftText" }, `${file}: ${reading.detail}`),
      (error: unknown) => log.warn(`${file}: ${reading.detail}, and not kept beside: ${String(error)}`),
    );
  }

  async function all(notRead?: NotRead): Promise<readonly Provenance[]> {
    const drafts = await draftsIn(folder);
    const readings = await sources.all(drafts.map((draft) => path.join(draft, provenanceFile)));
    for (const [file, { is }] of readings) if (is === "damaged" || is === "newer") notRead?.(file);
    return [...readings.values()].flatMap((reading, at) => healthy(drafts[at] as string, reading) ?? []).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }
  const notice = noticeDrafts({ folder, all, changed: changed.fire, log });

  /** Both files at once: a folder that was only half written never gets the draft's name. */
  async function makeDraft(provenance: Provenance, text: string): Promise<void> {
    await makeFolder(folder);
    const beginning = await mkdtemp(path.join(folder, ".new-"));
    try {
      await writeWhole(path.join(beginning, textFile), text);
      await writeWhole(path.join(beginning, provenanceFile), asJson(provenance));
      await rename(beginning, path.join(folder, fileName(provenance.id)));
    } catch (error) {
      await rm(beginning, { recursive: true, force: true });
      const there = path.join(folder, fileName(provenance.id));
      if (await isThere(there)) throw new StorageProblem({ id: "storage.draftSources" }, `${there} is there already`, { cause: error });
      throw error;
    }
    await syncFolder(folder);
  }
  async function wrote(provenance: Provenance): Promise<void> {
    await sources.wrote(path.join(fileName(provenance.id), provenanceFile), provenance);
    notice.wrote(provenance);
    changed.fire(provenance.id);
  }

  return {
    async create(provenance, text) {
      const checked = v.parse(provenanceSchema, provenance);
      await queue(() => makeDraft(checked, text ?? checked.rendered)).catch(notKept);
      await wrote(checked);
      return pathOf(checked.id, textFile);
    },
    async read(id) {
      const provenance = await provenanceIn(fileName(id));
      return provenance && { provenance, path: pathOf(id, textFile) };
    },
    async at(file) {
      if (path.basename(file).toLowerCase() !== textFile) return undefined;
      // Both as the disk knows them: an editor may come by a link, or in other letters where case does not count.
      const [real, drafts] = await Promise.all([onDisk(file), onDisk(folder)]);
      if (real === undefined || drafts === undefined) return undefined;
      const [draft, text, ...deeper] = path.relative(drafts, real).split(path.sep);
      const isDraft = draft !== undefined && draft !== ".." && text === textFile && deeper.length === 0;
      if (!isDraft) return undefined;
      await notice.begin();
      await keepBytes(real);
      return provenanceIn(draft);
    },
    async update(provenance) {
      const checked = v.parse(provenanceSchema, provenance);
      const file = pathOf(checked.id, provenanceFile);
      await queue(async () => {
        const reading = await readProvenance(file).catch(notKept);
        if (reading.is === "newer") throw new StorageProblem({ id: "storage.newer" }, `${file}: ${reading.detail}`);
        if (!(await isThere(path.dirname(file)))) throw new StorageProblem({ id: "storage.draftGone" }, file);
        if (reading.is === "damaged") await keepDamaged(file).catch(notKept);
        await writeWhole(file, asJson(checked), folder).catch(notKept);
      });
      await wrote(checked);
    },
    async change(id, to) {
      const file = pathOf(id, provenanceFile);
      const changeHeld = async (lock: Lock): Promise<Provenance | undefined> => {
        const reading = await readProvenance(file).catch(notKept);
        if (reading.is === "newer") throw new StorageProblem({ id: "storage.newer" }, `${file}: ${reading.detail}`);
        const now = healthy(fileName(id), reading);
        const next = now && to(now);
        if (next === undefined || next === now) return next;
        const checked = v.parse(provenanceSchema, next);
        await lock.assertHeld().catch(notKept);
        await writeWhole(file, asJson(checked), folder).catch(notKept);
        return checked;
      };
      const next = await queue(async () => {
        if (!(await isThere(path.dirname(file)))) return undefined;
        return withLock(path.join(path.dirname(file), ".lock"), changeHeld).catch((error: unknown) => (error instanceof StorageProblem || error instanceof v.ValiError ? Promise.reject(error) : notKept(error)));
      });
      if (next) await wrote(next);
      return next;
    },
    async list(notRead) {
      await notice.begin();
      return all(notRead);
    },
    async texts(ids, notRead) {
      const readings = await texts.all((await draftsIn(folder)).map((draft) => path.join(draft, textFile)));
      return new Map(
        ids.flatMap((id) => {
          const reading = readings.get(path.join(fileName(id), textFile));
          if (reading !== undefined && reading.is !== "healthy" && reading.is !== "missing") notRead?.(id);
          return reading?.is === "healthy" ? [[id, reading.value] as const] : [];
        }),
      );
    },
    onDidChange: changed.event,
    dispose() {
      notice.dispose();
      changed.dispose();
    },
  };
}

const readProvenance = (file: string) => readShaped(file, provenanceShape);
const asJson = (provenance: Provenance) => `${JSON.stringify(provenance, null, 2)}\n`;

function notKept(error: unknown): never {
  throw new StorageProblem({ id: "storage.draftNotKept" }, String(error), { cause: error });
}

/** The names of the drafts' folders. */
async function draftsIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

const onDisk = (file: string): Promise<string | undefined> => realpath(file).catch(() => undefined);
