import { rm } from "node:fs/promises";
import path from "node:path";
import type { Exchanging } from "../core/ports";
import type { FileAnswerStore } from "./answerStore";
import { fileName } from "./fileName";
import type { MementoWordingStore } from "./wordingStore";

/** The stores notice for themselves that files have come or gone. */
export function createExchanging(parts: { readonly drafts: string; readonly sent: string; readonly answers: Pick<FileAnswerStore, "takeBack">; readonly wordings: Pick<MementoWordingStore, "takeBack"> }): Exchanging {
  return {
    async removeDrafts(ids) {
      for (const id of ids) await rm(path.join(parts.drafts, fileName(id)), { recursive: true, force: true });
    },
    async removeHistory(ids) {
      for (const id of ids) await rm(path.join(parts.sent, `${fileName(id)}.json`), { force: true });
    },
    takeBackAnswer: (answer, before) => parts.answers.takeBack(answer, before),
    takeBackWording: (wording, before) => parts.wordings.takeBack(wording, before),
  };
}
