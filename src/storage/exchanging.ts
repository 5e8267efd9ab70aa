import { rm } from "node:fs/promises";
import path from "node:path";
import type { Exchanging } from "../core/ports";
import type { MementoAnswerStore } from "./answerStore";
import { fileName } from "./fileName";
import { readBounded } from "./files";

/** More than any message comes to. */
const mostBytes = 4 * 1024 * 1024;

/** The stores notice for themselves that files have come or gone. */
export function createExchanging(parts: { readonly drafts: string; readonly sent: string; readonly answers: Pick<MementoAnswerStore, "takeBack"> }): Exchanging {
  return {
    async draftText(id) {
      const reading = await readBounded(path.join(parts.drafts, fileName(id), "message.md"), mostBytes);
      return reading.is === "healthy" ? reading.value : undefined;
    },
    async removeDrafts(ids) {
      for (const id of ids) await rm(path.join(parts.drafts, fileName(id)), { recursive: true, force: true });
    },
    async removeHistory(ids) {
      for (const id of ids) await rm(path.join(parts.sent, `${fileName(id)}.json`), { force: true });
    },
    takeBackAnswer: (answer, before) => parts.answers.takeBack(answer, before),
  };
}
