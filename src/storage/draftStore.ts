import { mkdtemp, readdir, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import type { Id } from "../core/book/fields";
import { provenanceSchema, type Provenance } from "../core/drafting/draft";
import { createEmitter } from "../core/emitter";
import { StorageProblem, type Disposable, type DraftStore, type Log } from "../core/ports";
import { fileName } from "./fileName";
import { hasCode, isThere, makeFolder, syncFolder, writeWhole } from "./files";
import { inParallel } from "./inParallel";
import { keepDamaged, readProvenance } from "./provenanceFile";
import { createQueue } from "./queue";
import type { Report } from "./report";

/** The document that a person edits. Whatever else lies in a draft's folder is ours, or an attachment. */
const textFile = "message.md";
const provenanceFile = "provenance.json";

/**
 * A folder per draft: `<folder>/<id>/message.md` and `provenance.json`. Once made, the text belongs to the editor: it is
 * never written here again. A draft whose provenance is damaged stays a document; it is only no draft to read() and at().
 */
export function createDraftStore({ folder, report, log }: { readonly folder: string; readonly report: Report; readonly log: Log }): DraftStore & Disposable {
  const queue = createQueue();
  const changed = createEmitter<Id>((error) => log.error("a listener of the drafts failed", error));
  /** Damaged provenance that the user was told of. */
  const told = new Set<string>();

  const pathOf = (id: Id, file: string) => path.join(folder, fileName(id), file);

  async function provenanceIn(draft: string): Promise<Provenance | undefined> {
    const file = path.join(draft, provenanceFile);
    const reading = await readProvenance(file);
    if (reading.is === "healthy") {
      if (path.basename(draft) === fileName(reading.value.id)) return reading.value;
      // Taken for the draft whose provenance it bears, a copy would have its changes written there.
      log.warn(`${draft} is a copy of another draft`);
      return undefined;
    }
    if (reading.is !== "missing" && !told.has(file)) {
      told.add(file);
      report({ id: reading.is === "newer" ? "storage.newer" : "storage.draftSources" }, `${file}: ${reading.detail}`);
    }
    return undefined;
  }

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
      throw error;
    }
    await syncFolder(folder);
  }

  return {
    async create(provenance, text) {
      const checked = v.parse(provenanceSchema, provenance);
      await queue(() => makeDraft(checked, text ?? checked.rendered)).catch(notKept);
      changed.fire(checked.id);
      return pathOf(checked.id, textFile);
    },
    async read(id) {
      const provenance = await provenanceIn(path.join(folder, fileName(id)));
      return provenance && { provenance, path: pathOf(id, textFile) };
    },
    async at(file) {
      if (path.basename(file).toLowerCase() !== textFile) return undefined;
      // Both as the disk knows them: an editor may come by a link, or in other letters where case does not count.
      const [real, drafts] = await Promise.all([onDisk(file), onDisk(folder)]);
      if (real === undefined || drafts === undefined) return undefined;
      const [draft, text, ...deeper] = path.relative(drafts, real).split(path.sep);
      const isDraft = draft !== undefined && draft !== ".." && text === textFile && deeper.length === 0;
      return isDraft ? provenanceIn(path.join(drafts, draft)) : undefined;
    },
    async update(provenance) {
      const checked = v.parse(provenanceSchema, provenance);
      const file = pathOf(checked.id, provenanceFile);
      await queue(async () => {
        const reading = await readProvenance(file).catch(notKept);
        if (reading.is === "newer") throw new StorageProblem({ id: "storage.newer" }, `${file}: ${reading.detail}`);
        if (!(await isThere(path.dirname(file)))) throw new StorageProblem({ id: "storage.draftGone" }, file);
        if (reading.is === "damaged") await keepDamaged(file).catch(notKept);
        await writeWhole(file, asJson(checked)).catch(notKept);
      });
      changed.fire(checked.id);
    },
    async list() {
      const drafts = await inParallel(await draftsIn(folder), 32, provenanceIn);
      return drafts.filter((draft) => draft !== undefined).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

const asJson = (provenance: Provenance) => `${JSON.stringify(provenance, null, 2)}\n`;

function notKept(error: unknown): never {
  throw new StorageProblem({ id: "storage.draftNotKept" }, String(error), { cause: error });
}

async function draftsIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => path.join(folder, name));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

const onDisk = (file: string): Promise<string | undefined> => realpath(file).catch(() => undefined);
