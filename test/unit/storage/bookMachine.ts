import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import type { BookChange } from "../../../src/core/book/book";
import type { Note } from "../../../src/core/book/note";
import type { Instant } from "../../../src/core/time/types";
import { createBookStore } from "../../../src/storage/bookStore";
import type { RetryTimes } from "../../../src/storage/retry";
import { StorageProblem } from "../../../src/core/ports/book";
import { memoryMemento, type MemoryMemento } from "./memoryMemento";
import { sample } from "./samples";

export const now = "2026-11-25T06:00:00.000Z" as Instant;

export const note = (id: string, text = "Call Sara", rev = 1): Note => ({
  id, rev, createdAt: now, changedAt: now, kind: "note", text, clientId: "c-acme", forUpdate: false,
});
export const putNote = (id: string, text?: string, rev?: number): BookChange => ({ op: "put", kind: "note", record: note(id, text, rev) });
export const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

/** One machine: a storage folder and a global state, on which windows are opened. */
export function createMachine(folder: string) {
  const global = memoryMemento();
  const open = (own: { workspace?: MemoryMemento; folder?: string; global?: MemoryMemento; at?: () => Instant; retry?: RetryTimes } = {}) => {
    const workspace = own.workspace ?? memoryMemento();
    const reported: string[] = [];
    const details: string[] = [];
    const store = createBookStore({
      workspace,
      global: own.global ?? global,
      folder: own.folder ?? folder,
      clock: { now: own.at ?? (() => now) },
      report: ({ id }, detail) => {
        reported.push(id);
        details.push(detail);
      },
      log: { error: (message) => reported.push(message), warn: (message) => details.push(message) },
      times: { lease: 2_000, patience: 4_000 },
      retry: own.retry,
    });
    const told: (readonly BookChange[])[] = [];
    store.onDidChange((changes) => told.push(changes));
    return { store, workspace, reported, details, told };
  };
  return { folder, global, workspace: memoryMemento(), open };
}

/** Makes a file of the book one of a later version. Call the result for the file as it is, its `written` for how it was left. */
export function newerFile(file: string): (() => string) & { written: string } {
  const [heading, ...rest] = readFileSync(file, "utf8").split("\n");
  const fields = JSON.parse((heading as string).slice((heading as string).indexOf("{"))) as Record<string, unknown>;
  const json = JSON.stringify({ ...fields, version: 99, seq: 99, mood: "sunny" });
  const sum = createHash("sha256").update(json).digest("hex").slice(0, 16);
  const written = [`${sum} ${Buffer.byteLength(json)} ${json}`, ...rest].join("\n");
  writeFileSync(file, written);
  return Object.assign(() => readFileSync(file, "utf8"), { written });
}

/** A machine as the version before client files left it. */
export function createFilledMachine(folder: string) {
  const machine = createMachine(folder);
  machine.global.values.set("khobor.me", sample("me.v1"));
  return { ...machine, workspace: memoryMemento({ "khobor.book": sample("book.v1") }) };
}

export const rejectsWith = (id: string) => (error: unknown) => error instanceof StorageProblem && error.problem.id === id;
export const rafi = { op: "me", me: { names: ["Rafi"], emails: ["r@example.com"] } } satisfies BookChange;
