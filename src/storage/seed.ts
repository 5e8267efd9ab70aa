import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { recordKinds, recordSchemas, type BookChange } from "../core/book/book";
import { meSchema } from "../core/book/me";
import type { BookStore } from "../core/ports/book";

const seedSchema = v.object({
  changes: v.array(
    v.variant("op", [
      v.object({ op: v.literal("me"), me: meSchema }),
      v.object({ op: v.literal("put"), kind: v.picklist(recordKinds), record: v.unknown() }),
    ]),
  ),
});

/** Fills a book that is still empty from a file of changes: how the sample workspace of `npm start` gets its clients. */
export async function seedBook(book: Pick<BookStore, "current" | "change">, file: string): Promise<void> {
  if (book.current().client.length > 0) return;
  const { changes } = v.parse(seedSchema, JSON.parse(await readFile(file, "utf8")));
  await book.change(
    changes.map((change) =>
      change.op === "me" ? change : ({ ...change, record: v.parse(recordSchemas[change.kind], change.record) } as BookChange),
    ),
  );
}
