import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import * as v from "valibot";
import type { Outbox, WaitingMessage } from "../core/ports/channels";
import { createEmitter, type Emitter } from "../core/emitter";
import { StorageProblem } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import type { Disposable } from "../core/ports/events";
import type { Log } from "../core/ports/user";
import { waitingSchema, waitingShape, type StoredWaiting as Stored } from "../core/sending/waiting";
import { withLock } from "./book/lock";
import { fileName } from "./fileName";
import { hasCode, makeFolder, readShaped, writeWhole, type FileReading } from "./files";
import { createFolderWatch } from "./folderWatch";
import { createQueue } from "./queue";

/** A window that sends says so every minute; of one that has not for so long nothing more is to be heard. Milliseconds. */
const everyBeat = 60_000;
const longestSilence = 10 * 60_000;
const me = { pid: process.pid, host: hostname(), run: randomBytes(8).toString("hex") };

/** What has not certainly gone out: a file per message, written before a byte of it leaves. */
export function createOutbox({ folder, clock, log, heartbeat = everyBeat }: { readonly folder: string; readonly clock: Pick<Clock, "now">; readonly log: Log; readonly heartbeat?: number }): Outbox & Disposable {
  const queue = createQueue();
  const changed: Emitter<void> = createEmitter((error) => log.error("a listener of the outbox failed", error));
  const watch = createFolderWatch(folder, () => changed.fire(), (error) => log.warn(`${folder} cannot be watched: ${String(error)}`));
  const fileOf = (messageId: string) => path.join(folder, `${fileName(messageId)}.json`);

  const exclusively = <T>(job: () => Promise<T>): Promise<T> =>
    queue(async () => {
      try {
        await makeFolder(folder);
        watch.begin();
        return await withLock(path.join(folder, ".lock"), job);
      } catch (error) {
        throw new StorageProblem({ id: "storage.outbox" }, `${folder}: ${String(error)}`, { cause: error });
      }
    });
  const reading = async (file: string): Promise<FileReading<Stored>> => {
    const found = await readShaped(file, waitingShape);
    if (found.is === "damaged" || found.is === "newer") log.warn(`${file} cannot be read: ${found.detail}`);
    return found;
  };
  const read = async (file: string): Promise<Stored | undefined> => {
    const found = await reading(file);
    return found.is === "healthy" ? found.value : undefined;
  };
  const write = (entry: Stored) => writeWhole(fileOf(entry.message.id), `${JSON.stringify(entry, null, 2)}\n`);
  const isOver = ({ holder, at, heard = at }: Stored) => {
    if (holder === undefined || Date.parse(clock.now()) - Date.parse(heard) > longestSilence) return true;
    if (holder.host !== me.host) return false;
    return holder.pid === me.pid ? holder.run !== me.run : !isAlive(holder.pid);
  };
  /** What was on its way when its window died may have arrived; and what was brought over, from where it waited first. */
  const standing = (stored: Stored): WaitingMessage => {
    const { version, holder, heard, broughtOver, ...entry } = stored;
    if (broughtOver === true) {
      const { retryAfter, ...rest } = entry;
      return { ...rest, state: "unclear", reason: { id: "send.broughtOver" } };
    }
    return entry.state === "sending" && isOver(stored) ? { ...entry, state: "unclear", reason: { id: "send.cutShort" } } : entry;
  };
  const isTooSoon = ({ retryAfter }: Stored) => retryAfter !== undefined && Date.parse(retryAfter) > Date.parse(clock.now());
  const beats = new Map<string, ReturnType<typeof setInterval>>();
  const stopBeating = (messageId: string) => {
    clearInterval(beats.get(messageId));
    beats.delete(messageId);
  };
  const beat = (messageId: string) =>
    exclusively(async () => {
      const known = await read(fileOf(messageId));
      if (beats.has(messageId) && known?.state === "sending" && known.holder?.run === me.run) await write({ ...known, heard: clock.now() });
    }).catch((error: unknown) => log.warn(`message ${messageId}: that it is on its way cannot be said: ${String(error)}`));

  return {
    async all() {
      const names = await readdir(folder).catch((error: unknown) => {
        if (hasCode(error, "ENOENT")) return [];
        throw new StorageProblem({ id: "storage.outbox" }, `${folder}: ${String(error)}`, { cause: error });
      });
      if (names.length > 0) watch.begin();
      const entries = await Promise.all(names.filter((name) => name.endsWith(".json") && !name.startsWith(".")).map((name) => read(path.join(folder, name))));
      return entries.flatMap((entry) => (entry ? [standing(entry)] : [])).sort((a, b) => (a.at < b.at ? -1 : 1));
    },
    async begin(entry) {
      const begun = await exclusively(async () => {
        const known = await reading(fileOf(entry.message.id));
        // What cannot be read may have gone out.
        if (known.is === "healthy" ? standing(known.value).state !== "failed" || isTooSoon(known.value) : known.is !== "missing") return false;
        await write({ version: 1, ...writable(entry), state: "sending", holder: me });
        return true;
      });
      if (begun) beats.set(entry.message.id, setInterval(() => void beat(entry.message.id), heartbeat).unref());
      changed.fire();
      return begun;
    },
    async settle(messageId, became) {
      stopBeating(messageId);
      await exclusively(async () => {
        const file = fileOf(messageId);
        if (became.is === "gone") return rm(file, { force: true });
        const known = await read(file);
        if (!known) return;
        const { holder, heard, reason, retryAfter, broughtOver, ...entry } = known;
        await write({ ...entry, state: became.is, reason: became.reason, ...(became.retryAfter !== undefined && { retryAfter: became.retryAfter }) });
      });
      changed.fire();
    },
    async release(messageId) {
      await exclusively(async () => {
        const known = await read(fileOf(messageId));
        if (!known || standing(known).state !== "unclear") return;
        const { holder, heard, retryAfter, broughtOver, ...entry } = known;
        await write({ ...entry, state: "failed" });
      });
      changed.fire();
    },
    onDidChange: changed.event,
    dispose() {
      for (const messageId of [...beats.keys()]) stopBeating(messageId);
      watch.dispose();
      changed.dispose();
    },
  };
}

/** What is on its way or may have arrived at this moment, for who only wants to know that. */
export async function leavingMessages(folder: string, parts: Omit<Parameters<typeof createOutbox>[0], "folder">): Promise<readonly WaitingMessage[]> {
  const outbox = createOutbox({ ...parts, folder });
  try {
    return await outbox.all();
  } finally {
    outbox.dispose();
  }
}

/** Lists of the ports are readonly, those of the schema are not. */
const writable = (entry: Omit<WaitingMessage, "state">): Omit<Stored, "version" | "state"> => v.parse(v.omit(waitingSchema, ["version", "state", "heard", "broughtOver"]), entry);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}
