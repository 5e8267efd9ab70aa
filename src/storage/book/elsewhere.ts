import { readdir } from "node:fs/promises";
import type { Book } from "../../core/book/book";
import { clientParts, type ClientPart } from "../../core/book/clientPart";
import { StorageProblem, type NotRead, type Versions } from "../../core/ports/book";
import type { Clock } from "../../core/ports/clock";
import { hasCode } from "../files";
import type { BookFile } from "./bookFile";
import { versionsFolder } from "./bookFile";
import { readVersion, versionsIn } from "./versions";

/** The clients in files other than these. @param open opens a file by its name without ending */
export async function partsElsewhere(folder: string, known: ReadonlySet<string>, open: (name: string) => BookFile, warn: (detail: string) => void, notRead?: NotRead): Promise<readonly ClientPart[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw new StorageProblem({ id: "storage.unreadable" }, String(error), { cause: error });
  });
  const parts: ClientPart[] = [];
  for (const found of names) {
    const name = /^(client-.+)\.jsonl$/.exec(found)?.[1];
    if (name === undefined || known.has(name)) continue;
    const file = open(name);
    const isRead = await file.look().then(
      () => !file.isNewer(),
      (error: unknown) => {
        warn(`${found}: ${String(error)}`);
        return false;
      },
    );
    if (!isRead) notRead?.(found);
    parts.push(...clientParts(file.content().part));
  }
  return parts;
}

/** The earlier versions of one file, as what its book says of `Part`. */
export function versionsOf<Part>(folder: string, name: string, now: Clock["now"], partOf: (book: Book) => Part | undefined): Versions<Part> {
  const versions = versionsFolder(folder, name);
  return {
    list: async () => (await versionsIn(versions)).map(({ id, at }) => ({ id, at })),
    async read(versionId) {
      const content = await readVersion(versions, versionId, now);
      return content && partOf(content.part);
    },
  };
}
