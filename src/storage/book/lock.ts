import { randomBytes } from "node:crypto";
import { open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { hasCode } from "../files";

export interface Lock {
  /** Throws where the lock was taken over because it was held too long: what was prepared under it must not be written. */
  assertHeld(): Promise<void>;
}

/** Another program holds the lock, and went on holding it. */
export class LockBusy extends Error {}

export interface LockTimes {
  /** A holder who is not heard of for so long has lost the lock; who works on is heard of three times in it. Milliseconds. */
  readonly lease: number;
  /** After so long waiting is given up. Milliseconds. */
  readonly patience: number;
}
const usualTimes: LockTimes = { lease: 8_000, patience: 12_000 };
/** Saying who holds it follows upon making it, unless its maker died between the two. Milliseconds. */
const namelessLease = 500;
/** A job that takes longer than so many leases hangs, and is heard of no more. */
const mostLeases = 20;

/**
 * Runs a job that no other process runs under the same file at the same time. The file says who holds it; one that died
 * is passed over at once, one that hangs after its lease. Its folder must be there.
 */
export async function withLock<T>(file: string, job: (lock: Lock) => Promise<T>, times: LockTimes = usualTimes): Promise<T> {
  const mine = `${process.pid} ${randomBytes(8).toString("hex")} ${hostname()}`;
  await acquire(file, mine, times);
  const stop = keepRenewing(file, times.lease);
  try {
    return await job({
      async assertHeld() {
        if ((await holderOf(file)) !== mine) throw new LockBusy(`${file} was taken over`);
      },
    });
  } finally {
    stop();
    if ((await holderOf(file).catch(() => undefined)) === mine) await rm(file, { force: true }).catch(() => undefined);
  }
}

/** The file's time says that its holder is at work. Touching the lock of a next holder by mistake does no harm, which writing to it would. */
function keepRenewing(file: string, lease: number): () => void {
  let left = 3 * mostLeases;
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
    if (--left === 0) clearInterval(beat);
  }, lease / 3);
  beat.unref();
  return () => clearInterval(beat);
}

async function acquire(file: string, mine: string, { lease, patience }: LockTimes): Promise<void> {
  const giveUpAt = Date.now() + patience;
  // By this process's own watch: clocks of machines differ.
  let seen = { holder: undefined as string | undefined, heard: undefined as number | undefined, since: Date.now() };
  while (!(await claimed(file, mine))) {
    const [holder, heard] = await Promise.all([holderOf(file), heardOf(file)]);
    if (holder !== seen.holder || heard !== seen.heard) seen = { holder, heard, since: Date.now() };
    if (holder !== undefined && (isDead(holder) || Date.now() - seen.since >= (holder === "" ? Math.min(namelessLease, lease) : lease))) await takeAway(file, { holder, heard }, lease);
    else if (Date.now() >= giveUpAt) throw new LockBusy(`${file} is held by ${holder ?? "nobody"}`);
    else await pause(2 + Math.random() * 10);
  }
}

async function claimed(file: string, mine: string): Promise<boolean> {
  let handle;
  try {
    handle = await open(file, "wx", 0o600);
  } catch (error) {
    // Windows refuses so while the file is being removed.
    if (hasCode(error, "EEXIST", "EPERM", "EBUSY")) {
      if (!hasCode(error, "EEXIST") && !(await isThere(file))) throw error;
      return false;
    }
    throw error;
  }
  try {
    await handle.writeFile(mine);
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

/** "" while the holder has not yet said who it is; undefined where nobody holds it. */
async function holderOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Compared with itself only: clocks of machines and disks differ. */
const heardOf = (file: string): Promise<number | undefined> => stat(file).then(({ mtimeMs }) => mtimeMs, () => undefined);

function isDead(holder: string): boolean {
  const [pid, , host] = holder.split(" ");
  if (host !== hostname() || !/^\d+$/.test(pid ?? "")) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}

/** Only one may take a lock away, and only from the holder it knows of: it might else take it from the next one. */
async function takeAway(file: string, { holder, heard }: { readonly holder: string; readonly heard: number | undefined }, lease: number): Promise<void> {
  const taking = `${file}.taking`;
  if (!(await claimed(taking, String(process.pid)))) {
    const since = await stat(taking).then(({ mtimeMs }) => mtimeMs, () => undefined);
    const taker = await holderOf(taking);
    if (since !== undefined && (Date.now() - since >= lease || isDead(`${taker ?? ""} - ${hostname()}`))) await rm(taking, { force: true });
    else await pause(5);
    return;
  }
  try {
    if ((await holderOf(file)) === holder && (await heardOf(file)) === heard) await rm(file, { force: true });
  } finally {
    await rm(taking, { force: true });
  }
}

const isThere = (file: string) => stat(file).then(() => true, () => false);
