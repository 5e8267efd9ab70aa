import { createHash } from "node:crypto";
import path from "node:path";
import type { InvoiceNumbers } from "../core/ports/invoices";
import { StorageProblem } from "../core/ports/book";
import { hasCode, makeFolder, writeOnce } from "./files";

/** A file for each number that was ever claimed: who makes it first has it. */
export const createInvoiceNumbers = (folder: string): InvoiceNumbers => ({
  async claim(number) {
    const file = path.join(folder, createHash("sha256").update(number.normalize("NFC")).digest("hex").slice(0, 40));
    try {
      await makeFolder(folder);
      await writeOnce(file, number);
      return true;
    } catch (error) {
      if (hasCode(error, "EEXIST")) return false;
      throw new StorageProblem({ id: "storage.numberNotClaimed" }, String(error), { cause: error });
    }
  },
});
