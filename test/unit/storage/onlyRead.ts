import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Sets and takes away the mark by which a disk lets nobody change a folder. */
const mark = "chattr";
const isRoot = process.getuid?.() === 0;
/** The superuser writes wherever a mode says that nobody may: for them the disk itself has to refuse, where it can. */
const lockUp = (folder: string): unknown => (isRoot ? execFileSync(mark, ["+i", folder], { stdio: "ignore" }) : chmodSync(folder, 0o500));
const open = (folder: string): unknown => (isRoot ? execFileSync(mark, ["-i", folder], { stdio: "ignore" }) : chmodSync(folder, 0o700));
/** Nothing can be made or replaced in the folder until what this returns is called. */
export function onlyRead(folder: string): () => void {
  lockUp(folder);
  return () => void open(folder);
}
/** False for the superuser of a disk that knows no such mark. */
export function canOnlyRead(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-"));
  try {
    lockUp(folder);
    return true;
  } catch {
    return false;
  } finally {
    try {
      open(folder);
    } catch {
      // It was never locked.
    }
    rmSync(folder, { recursive: true });
  }
}
