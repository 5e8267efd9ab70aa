import { constants, copyFile } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { provenanceSchema, upgradeProvenance, type Provenance } from "../core/drafting/draft";
import { hasCode, readChecked, type FileReading } from "./files";
import { issues } from "./issues";

const version = 2;

/** `newer`: a later Khobor wrote it, and it must not be written over. Rejects only where the disk refuses. */
export async function readProvenance(file: string): Promise<FileReading<Provenance> | { readonly is: "newer"; readonly detail: string }> {
  const reading = await readChecked(file, v.unknown());
  if (reading.is !== "healthy") return reading;
  const parsed = v.safeParse(provenanceSchema, upgradeProvenance(reading.value));
  if (parsed.success) return { is: "healthy", value: parsed.output };
  const newer = v.safeParse(v.object({ version: v.pipe(v.number(), v.gtValue(version)) }), reading.value);
  if (newer.success) return { is: "newer", detail: `version ${newer.output.version}` };
  return { is: "damaged", detail: issues(parsed.issues) };
}

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
