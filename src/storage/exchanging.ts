import { createHash } from "node:crypto";
import { lstat, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ExchangedDraft } from "../core/book/exchange";
import { safeName, typeOf } from "../core/drafting/attachments";
import { provenanceShape } from "../core/drafting/draft";
import type { Exchanging } from "../core/ports/messages";
import type { FileAnswerStore } from "./answerStore";
import { fileName } from "./fileName";
import { isThere, readShaped, writeWhole } from "./files";
import { outboxExchange } from "./outboxExchange";
import { templateExchange } from "./templateExchange";
import type { SharedWordingStore } from "./wordingStore";

const filesIn = (drafts: string) => {
  // A name may have come from an import: one that would lead elsewhere is none.
  const placeOf = (draftId: string, name: string) => (safeName(name, []) === name ? path.join(drafts, fileName(draftId), name) : undefined);
  const read: Exchanging["readFile"] = async (draftId, name, mostBytes) => {
    const place = placeOf(draftId, name);
    const found = place === undefined ? undefined : await lstat(place).catch(() => undefined);
    if (place === undefined || !found?.isFile()) return undefined;
    if (found.size > mostBytes) return "tooLarge";
    const content = await readFile(place);
    return { draftId, name, type: typeOf(name), size: content.byteLength, sha256: sumOf(content), base64: content.toString("base64") };
  };
  return {
    readFile: read,
    async addFile({ draftId, name, size, sha256, base64 }) {
      const place = placeOf(draftId, name);
      const content = Buffer.from(base64, "base64");
      if (place === undefined || content.byteLength !== size || sumOf(content) !== sha256) return false;
      if ((await isThere(place)) || !(await isThere(path.dirname(place)))) return false;
      await writeWhole(place, content);
      return true;
    },
    async removeFile({ draftId, name, sha256, size }) {
      const there = await read(draftId, name, size);
      if (typeof there === "object" && there.sha256 === sha256) await rm(placeOf(draftId, name) as string, { force: true });
    },
  } satisfies Partial<Exchanging>;
};
const sumOf = (content: Buffer): string => createHash("sha256").update(content).digest("hex");

interface ExchangingParts {
  /** Folders of this machine. */
  readonly drafts: string;
  readonly sent: string;
  readonly outbox: string;
  /** Of the user's own. */
  readonly templates: string;
  readonly answers: Pick<FileAnswerStore, "takeBack">;
  readonly wordings: Pick<SharedWordingStore, "takeBack">;
}

/** The stores notice for themselves that files have come or gone. */
export function createExchanging(parts: ExchangingParts): Exchanging {
  return {
    ...filesIn(parts.drafts),
    ...outboxExchange(parts.outbox, parts.drafts),
    ...templateExchange(parts.templates),
    async removeDraft(draft) {
      const folder = path.join(parts.drafts, fileName(draft.provenance.id));
      if (!(await isAsImported(folder, draft))) return false;
      await rm(folder, { recursive: true, force: true });
      return true;
    },
    async removeHistory(ids) {
      for (const id of ids) await rm(path.join(parts.sent, `${fileName(id)}.json`), { force: true });
    },
    takeBackAnswer: (answer, before) => parts.answers.takeBack(answer, before),
    takeBackWording: (wording, before) => parts.wordings.takeBack(wording, before),
  };
}

/** Text and sources as they came, and no file beside them. What cannot be read is somebody's, too. */
async function isAsImported(folder: string, { provenance, text }: ExchangedDraft): Promise<boolean> {
  const own = new Set(["message.md", "provenance.json", ...(provenance.attachments ?? []).map(({ name }) => name)]);
  try {
    const [names, there, reading] = await Promise.all([
      readdir(folder),
      readFile(path.join(folder, "message.md"), "utf8"),
      readShaped(path.join(folder, "provenance.json"), provenanceShape),
    ]);
    return there === text && reading.is === "healthy" && isDeepStrictEqual(reading.value, provenance) && names.every((name) => name.startsWith(".") || own.has(name));
  } catch {
    return false;
  }
}
