import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { latestTrue } from "../core/time/ahead";
import type { Instant } from "../core/time/types";
import { hasCode, makeFolder, readBounded, writeOnce } from "./files";

/** A claim is a file that says when it was made. What says anything more comes from a later Khobor. */
export const claimVersion = 1;
/** A claim whose nudge is not in the log after so long was made by a window that did not live to show it. */
const claimHoldsMinutes = 10;
const forgetClaimsAfterMinutes = 2 * 24 * 60;

/** Opens the folder of claims, and clears away old ones. The result tells whether this window is the first to claim something. */
export async function claimOf(folder: string, at: Instant): Promise<(what: string) => Promise<boolean>> {
  await makeFolder(folder);
  await forgetOld(folder, at);
  return (what) => isFirst(folder, what, at);
}

/** All windows know of the same earlier nudge, so those that race for the next one race for the same file. */
async function isFirst(folder: string, what: string, at: Instant): Promise<boolean> {
  const name = createHash("sha256").update(what).digest("hex").slice(0, 40);
  for (let turn = 1; ; turn++) {
    const file = path.join(folder, `${name}-${turn}`);
    try {
      await writeOnce(file, at);
      return true;
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
      if ((await ageInMinutes(file, at)) < claimHoldsMinutes) return false;
    }
  }
}

async function forgetOld(folder: string, at: Instant): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if (!name.startsWith(".") && (await ageInMinutes(file, at)) > forgetClaimsAfterMinutes) await rm(file, { force: true });
  }
}

/**
 * Below zero where the clock was set back a little, and 0 where it was just cleared away: such a claim counts as fresh. One
 * that a clock made which ran far ahead counts as old.
 */
async function ageInMinutes(file: string, at: Instant): Promise<number> {
  const reading = await readBounded(file, 100);
  if (reading.is === "missing") return 0;
  const text = reading.is === "healthy" ? reading.value : "";
  // "2 2027-…": whatever else that version says, it claims.
  if (/^\d+ /.test(text)) return 0;
  const made = Date.parse(text);
  return Number.isNaN(made) || made > Date.parse(latestTrue(at)) ? Number.POSITIVE_INFINITY : (Date.parse(at) - made) / 60_000;
}
