import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { InvoiceNumbers } from "../core/ports/invoices";
import { StorageProblem } from "../core/ports/book";
import { withLock } from "./book/lock";
import { hasCode, isThere, makeFolder, writeOnce } from "./files";

/** A file for each number that is claimed: who makes it first has it. */
export function createInvoiceNumbers(folder: string): InvoiceNumbers {
  const fileOf = (number: string) => path.join(folder, createHash("sha256").update(number.normalize("NFC")).digest("hex").slice(0, 40));
  return {
    async claim(number) {
      try {
        await makeFolder(folder);
        await writeOnce(fileOf(number), number);
        return true;
      } catch (error) {
        if (hasCode(error, "EEXIST")) return false;
        throw notClaimed(error);
      }
    },
    isClaimed: (number) => isThere(fileOf(number)),
    release: (number) => rm(fileOf(number), { force: true }).catch((error: unknown) => Promise.reject(notClaimed(error))),
    async alone(job) {
      const begun: true[] = [];
      try {
        await makeFolder(folder);
        return await withLock(path.join(folder, ".lock"), () => {
          begun.push(true);
          return job();
        });
      } catch (error) {
        throw begun.length > 0 ? error : notClaimed(error);
      }
    },
  };
}

const notClaimed = (error: unknown) => new StorageProblem({ id: "storage.numberNotClaimed" }, String(error), { cause: error });
