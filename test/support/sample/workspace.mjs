import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sampleBook } from "./book.mjs";
import { createSampleRepository } from "./repository.mjs";

/**
 * The sample workspace and the file that KHOBOR_SAMPLE names, kept in `home` and made anew each day:
 * an update that is due today would look forgotten next week.
 * @param {string} home
 * @param {Date} [now]
 * @returns {Promise<{ folder: string, seed: string, made: boolean }>}
 */
export async function openSample(home, now = new Date()) {
  const day = now.toLocaleDateString("sv");
  const base = path.join(home, day);
  const folder = path.join(base, "acme-shop");
  const seed = path.join(base, "book.json");
  // the seed is written last, so that it stands for a whole sample
  if (existsSync(seed)) return { folder, seed, made: false };
  mkdirSync(base, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  const { rootCommit } = await createSampleRepository(folder, { now });
  writeFileSync(seed, JSON.stringify({ changes: sampleBook(rootCommit, now) }, null, 2));
  return { folder, seed, made: true };
}
