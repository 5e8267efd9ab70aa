import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ExchangedDraft } from "../core/book/exchange";
import { provenanceShape } from "../core/drafting/draft";
import type { Exchanging } from "../core/ports";
import type { FileAnswerStore } from "./answerStore";
import { fileName } from "./fileName";
import { readShaped } from "./files";
import type { MementoWordingStore } from "./wordingStore";

/** The stores notice for themselves that files have come or gone. */
export function createExchanging(parts: { readonly drafts: string; readonly sent: string; readonly answers: Pick<FileAnswerStore, "takeBack">; readonly wordings: Pick<MementoWordingStore, "takeBack"> }): Exchanging {
  return {
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
