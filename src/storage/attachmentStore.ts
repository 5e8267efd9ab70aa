import { readdir, rm, stat } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import path from "node:path";
import type { AttachmentStore } from "../core/ports/attachments";
import { safeName, typeOf } from "../core/drafting/attachments";
import { StorageProblem } from "../core/ports/book";
import { fileName } from "./fileName";
import { hasCode, isThere, renameOver, writeSynced } from "./files";
import { createQueue } from "./queue";

/** What mail servers take. */
const mostBytes = 25 * 1024 * 1024;

/** Attachments lie in the folder of their draft, beside its text. @param folder of all drafts */
export function createAttachmentStore(folder: string): AttachmentStore {
  const queue = createQueue();
  const draftFolder = (draftId: string) => path.join(folder, fileName(draftId));
  // A name may have come from an import: it is made a plain one again, so that it leads nowhere else.
  const pathOf = (draftId: string, name: string) => path.join(draftFolder(draftId), safeName(name, []));

  async function write(draftId: string, name: string, content: Uint8Array, instead: string | undefined) {
    const draft = draftFolder(draftId);
    if (!(await isThere(draft))) throw new StorageProblem({ id: "storage.draftGone" }, draft);
    const others = (await readdir(draft)).filter((other) => other !== instead);
    const own = safeName(name, others);
    const waiting = path.join(draft, `.${randomBytes(6).toString("hex")}.tmp`);
    try {
      await writeSynced(waiting, content);
      await renameOver(waiting, path.join(draft, own));
    } catch (error) {
      // On a full disk above all nothing of it is to stay.
      await rm(waiting, { force: true }).catch(() => undefined);
      throw error;
    }
    if (instead !== undefined && instead !== own) await rm(pathOf(draftId, instead), { force: true });
    return { name: own, type: typeOf(own), size: content.byteLength };
  }

  return {
    async add(draftId, name, content, instead) {
      if (content.byteLength > mostBytes) throw new StorageProblem({ id: "storage.attachmentTooLarge" }, `${content.byteLength} bytes`);
      try {
        return await queue(() => write(draftId, name, content, instead));
      } catch (error) {
        if (error instanceof StorageProblem) throw error;
        throw new StorageProblem({ id: "storage.attachmentNotKept" }, String(error), { cause: error });
      }
    },
    async remove(draftId, name) {
      try {
        if ((await stat(pathOf(draftId, name))).isFile()) await rm(pathOf(draftId, name));
      } catch (error) {
        if (!hasCode(error, "ENOENT")) throw new StorageProblem({ id: "storage.attachmentNotKept" }, String(error), { cause: error });
      }
    },
    path: pathOf,
  };
}
