import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { safeName } from "../core/drafting/attachments";
import type { Exchanging } from "../core/ports/messages";
import { exchangedWaitingSchema, waitingShape, type ExchangedWaiting, type StoredWaiting } from "../core/sending/waiting";
import { withLock } from "./book/lock";
import { fileName } from "./fileName";
import { hasCode, makeFolder, readShaped, writeWhole } from "./files";

/** What an export takes out of the outbox, and an import puts into it. The outbox notices for itself. @param drafts where the files of drafts lie */
export function outboxExchange(folder: string, drafts: string): Pick<Exchanging, "waiting" | "addWaiting" | "removeWaiting"> {
  const fileOf = ({ message }: ExchangedWaiting) => path.join(folder, `${fileName(message.id)}.json`);
  const exclusively = async <T>(job: () => Promise<T>): Promise<T> => {
    await makeFolder(folder);
    return withLock(path.join(folder, ".lock"), job);
  };
  return {
    async waiting(notRead) {
      const names = await readdir(folder).catch((error: unknown) => {
        if (hasCode(error, "ENOENT")) return [];
        throw error;
      });
      const found: ExchangedWaiting[] = [];
      for (const name of names.filter((one) => one.endsWith(".json") && !one.startsWith("."))) {
        const reading = await readShaped(path.join(folder, name), waitingShape).catch(() => ({ is: "damaged" }) as const);
        if (reading.is === "healthy") found.push(travelling(reading.value));
        else if (reading.is !== "missing") notRead(name);
      }
      return found;
    },
    addWaiting: (entry) =>
      exclusively(async () => {
        if ((await readShaped(fileOf(entry), waitingShape)).is !== "missing") return false;
        await writeWhole(fileOf(entry), `${JSON.stringify(staying(entry, drafts), null, 2)}\n`);
        return true;
      }),
    removeWaiting: (entry) =>
      exclusively(async () => {
        const there = await readShaped(fileOf(entry), waitingShape);
        if (there.is === "healthy" && there.value.broughtOver === true && isDeepStrictEqual(travelling(there.value), travelling(entry))) await rm(fileOf(entry), { force: true });
      }),
  };
}

/** Without what only this machine knows. */
const travelling = (entry: ExchangedWaiting | StoredWaiting): ExchangedWaiting => v.parse(exchangedWaitingSchema, entry);

/** Its files are those of its draft on this machine, whatever was said elsewhere. */
const staying = (entry: ExchangedWaiting, drafts: string): StoredWaiting => ({
  ...entry,
  message: {
    ...entry.message,
    attachments: entry.message.attachments.map((one) =>
      one.url === undefined && safeName(one.name, []) === one.name ? { ...one, path: path.join(drafts, fileName(entry.draftId), one.name) } : one,
    ),
  },
  broughtOver: true,
});
