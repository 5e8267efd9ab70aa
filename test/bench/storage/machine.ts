import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BookChange } from "../../../src/core/book/book";
import type { Client } from "../../../src/core/book/client";
import type { Note } from "../../../src/core/book/note";
import type { Instant } from "../../../src/core/time/types";
import { createBookStore, type FileBookStore } from "../../../src/storage/bookStore";
import { memoryMemento, type MemoryMemento } from "../../unit/storage/memoryMemento";

/** A window on the book of a folder. Its workspace knows that the client belongs to it, and nothing more: the file has to have all. */
export function openWindow(folder: string, { workspace = knowing("c-acme"), wholeBelow }: { workspace?: MemoryMemento; wholeBelow?: number } = {}): { readonly store: FileBookStore; readonly told: string[]; readonly workspace: MemoryMemento } {
  const told: string[] = [];
  const store = createBookStore({
    workspace,
    global: memoryMemento(),
    folder,
    wholeBelow,
    clock: { now: () => new Date().toISOString() as Instant },
    report: ({ id }, detail) => told.push(`${id} ${detail}`),
    log: { error: (message, error) => told.push(`${message} ${String(error)}`), warn: () => undefined },
  });
  return { store, told, workspace };
}

const knowing = (...belongs: readonly string[]): MemoryMemento => memoryMemento({ "khobor.book": { version: 2, belongs } });

const at = "2026-11-25T06:00:00.000Z" as Instant;
const client: Client = {
  id: "c-acme", rev: 1, createdAt: at, changedAt: at, name: "Acme Shop", place: "direct", channel: "slack",
  contacts: [{ id: "p-sara", name: "Sara", language: "en", tone: "friendly" }],
};
export const note = (id: string, text: string, rev = 1, more: Partial<Note> = {}): Note => ({
  id, rev, createdAt: at, changedAt: new Date().toISOString() as Instant, kind: "note", text, clientId: client.id, forUpdate: false, ...more,
});
export const put = (record: Note): BookChange => ({ op: "put", kind: "note", record });
export const putClient: BookChange = { op: "put", kind: "client", record: client };

const words = "Sara asked whether coupons should apply to delivery as well. ";
const কথা = "ডেলিভারিতেও কুপন চলবে কি না সারা জানতে চেয়েছেন। ";
/** Notes as people write them: every third one in Bangla, and of different lengths. */
export const manyNotes = (count: number, isSettled: (at: number) => boolean): readonly Note[] =>
  Array.from({ length: count }, (_, at) =>
    note(`n-${String(at).padStart(5, "0")}`, `${(at % 3 === 0 ? কথা : words).repeat(1 + (at % 2))}${at}`, 1, isSettled(at) ? { settledAt: client.createdAt, changedAt: client.createdAt } : {}),
  );

export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "khobor-bench-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
