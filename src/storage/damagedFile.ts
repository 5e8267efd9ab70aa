import { constants, copyFile } from "node:fs/promises";
import path from "node:path";
import { hasCode } from "./files";

/** A copy of a file that is about to be written over unread: "provenance.damaged.json", then "provenance.damaged-2.json". */
export async function keepDamaged(file: string): Promise<void> {
  const { dir, name, ext } = path.parse(file);
  for (let count = 1; ; count++) {
    const copy = path.join(dir, `${name}.damaged${count === 1 ? "" : `-${count}`}${ext}`);
    try {
      await copyFile(file, copy, constants.COPYFILE_EXCL);
      return;
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
  }
}
