import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sampleBook } from "./book.mjs";
import { createSampleRepository } from "./repository.mjs";

/**
 * The sample of today, kept below `home`: its repository, its book, and whatever VS Code keeps for it. Each day has its own,
 * because an update that is due today would look forgotten next week.
 * @param {string} home
 * @param {Date} [now]
 * @returns {Promise<{ home: string, folder: string, seed: string }>} `seed` is the file for KHOBOR_SAMPLE
 */
export async function openSample(home, now = new Date()) {
  const today = path.join(home, now.toLocaleDateString("sv"));
  const folder = path.join(today, "acme-shop");
  const seed = path.join(today, "book.json");
  // the seed is written last, so that it stands for a whole sample
  if (!existsSync(seed)) {
    rmSync(today, { recursive: true, force: true });
    await makeSample(folder, seed, now);
  }
  return { home: today, folder, seed };
}

/**
 * Makes the sample repository, and its book as a list of changes for a Khobor whose book is empty.
 * @param {string} folder
 * @param {string} seed
 * @param {Date} [now]
 */
export async function makeSample(folder, seed, now = new Date()) {
  const { rootCommit } = await createSampleRepository(folder, { now });
  mkdirSync(path.dirname(seed), { recursive: true });
  writeFileSync(seed, JSON.stringify({ changes: sampleBook(rootCommit, now) }, null, 2));
}
