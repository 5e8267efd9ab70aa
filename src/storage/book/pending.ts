import { copyFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { id, type Id } from "../../core/book/fields";
import type { OwnShape } from "../../core/book/upgrades";
import { fileName } from "../fileName";
import { hasCode, makeFolder, readShaped, writeWhole } from "../files";
import type { Step } from "./content";
import { bookVersion } from "./image";
import { mine, type Owner } from "./owners";
import { readSteps, storedForm } from "./steps";

// A change over several files is written down before the first of them is written, and forgotten after the last: what a
// crash leaves undone is then done at the next start. Each file knows which of these it has taken in.

const schema = v.object({
  version: v.literal(1),
  /** The version of the book that the steps are in. */
  book: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(bookVersion)),
  id,
  /** By file; without `client`: the user's. */
  files: v.pipe(v.array(v.object({ client: v.exactOptional(id), steps: v.pipe(v.array(v.unknown()), v.readonly()) })), v.readonly()),
});
export const pendingShape: OwnShape<v.InferOutput<typeof schema>> = { schema, upgrades: [] };

export interface Pending {
  readonly id: Id;
  readonly files: ReadonlyMap<Owner, readonly Step[]>;
}

const folderOf = (book: string) => path.join(book, "pending");
const fileOf = (book: string, of: Id) => path.join(folderOf(book), `${fileName(of)}.json`);

export async function writePending(book: string, pending: Pending): Promise<void> {
  await makeFolder(folderOf(book));
  const files = [...pending.files].map(([owner, steps]) => ({ ...(owner !== mine && { client: owner }), steps: steps.map((step) => storedForm(step, pending.id)) }));
  await writeWhole(fileOf(book, pending.id), JSON.stringify({ version: 1, book: bookVersion, id: pending.id, files }));
}

export const forgetPending = (book: string, of: Id): Promise<void> => rm(fileOf(book, of), { force: true });

/** Every change that is perhaps not whole. One that is damaged, or of a newer version, is left where it is. */
export async function readPending(book: string, warn: (detail: string) => void): Promise<readonly Pending[]> {
  const names = await readdir(folderOf(book)).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  });
  const found: Pending[] = [];
  for (const name of names.filter((one) => one.endsWith(".json") && !one.startsWith(".")).sort()) {
    const file = path.join(folderOf(book), name);
    const reading = await readShaped(file, pendingShape);
    if (reading.is === "healthy") {
      const { value } = reading;
      const files = value.files.map(({ client, steps }) => [client ?? mine, readSteps(steps, value.book)] as const);
      // It is forgotten once the others are done.
      if (files.some(([, { damaged }]) => damaged.length > 0) && !(await setPendingAside(book, file, warn))) continue;
      found.push({ id: value.id, files: new Map(files.map(([owner, { steps }]) => [owner, steps])) });
    } else if (reading.is !== "missing") warn(`${file}: ${reading.detail}`);
  }
  return found;
}

/** False where it cannot be kept: it is not to be forgotten then. */
async function setPendingAside(book: string, file: string, warn: (detail: string) => void): Promise<boolean> {
  const aside = path.join(book, "damaged");
  try {
    await makeFolder(aside);
    await copyFile(file, path.join(aside, `pending-${path.basename(file)}`));
  } catch (error) {
    warn(`${file} holds changes that cannot be read, and cannot be copied: ${String(error)}`);
    return false;
  }
  warn(`${file} holds changes that cannot be read: a copy lies in ${aside}`);
  return true;
}
