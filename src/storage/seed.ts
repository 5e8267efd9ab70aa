import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { recordKinds, recordSchemas, type BookChange } from "../core/book/book";
import type { BookStore } from "../core/ports";

const seedSchema = v.object({
  changes: v.array(v.object({ op: v.literal("put"), kind: v.picklist(recordKinds), record: v.unknown() })),
});

/** Fills a book that is still empty from a file of changes: how the sample workspace of `npm start` gets its clients. */
export async function seedBook(book: Pick<BookStore, "current" | "change">, file: string): Promise<void> {
  if (book.current().client.length > 0) return;
  const { changes } = v.parse(seedSchema, JSON.parse(await readFile(file, "utf8")));
  await book.change(changes.map(({ op, kind, record }) => ({ op, kind, record: v.parse(recordSchemas[kind], record) }) as BookChange));
}
