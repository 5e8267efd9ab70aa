import { constants, copyFile, readFile } from "node:fs/promises";
import path from "node:path";
import { hasCode, makeFolder } from "./files";

/** A copy of a file that is about to be written over unread: "provenance.damaged.json", then "provenance.damaged-2.json"; none where one is the same already. Beside it, or in that folder. */
export async function keepDamaged(file: string, dir: string = path.dirname(file)): Promise<void> {
  const { name, ext } = path.parse(file);
  await makeFolder(dir);
  for (let count = 1; ; count++) {
    const copy = path.join(dir, `${name}.damaged${count === 1 ? "" : `-${count}`}${ext}`);
    try {
      await copyFile(file, copy, constants.COPYFILE_EXCL);
      return;
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
      if (await isSameFile(file, copy)) return;
    }
  }
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([readFile(one), readFile(other)]);
  return first.equals(second);
}
