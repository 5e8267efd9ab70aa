import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { openWindow, putClient } from "./machine";
import { startWorker } from "./workers";

export interface Killed {
  readonly rounds: number;
  /** Kills that came while a saving was under way. */
  readonly midSave: number;
  readonly kept: number;
  readonly unreadable: number;
  readonly lost: number;
}

/**
 * Kills a process that saves, at a random moment, and looks at what is left; again and again on the same book.
 * @param wholeBelow 0: the file grows by each change; infinite: it is saved as a whole each time
 */
export async function killing(bundle: string, folder: string, rounds: number, wholeBelow: number): Promise<Killed> {
  await openWindow(folder).store.change([putClient]);
  const kept = new Set<string>();
  let [midSave, unreadable] = [0, 0];
  const missing = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const { child, ended } = startWorker(bundle, ["save", folder, String(round), String(wholeBelow)], (line) => {
      if (line.startsWith("kept ")) kept.add(line.slice(5));
      if (line === "ready") setTimeout(() => child.kill("SIGKILL"), Math.random() * 200);
    });
    await ended;
    if (holder(path.join(folder, "locks", "client-c-acme")) === child.pid) midSave++;
    const { store, told } = openWindow(folder);
    await store.refresh();
    const here = new Set(store.current().note.map(({ id }) => id));
    if (told.length > 0 || store.current().client.length === 0) unreadable++;
    for (const id of kept) if (!here.has(id)) missing.add(id);
    store.dispose();
  }
  return { rounds, midSave, kept: kept.size, unreadable, lost: missing.size };
}

/** Whose lock was left behind: perhaps that of a process that was killed rounds ago. */
const holder = (lock: string): number | undefined => (existsSync(lock) ? Number.parseInt(readFileSync(lock, "utf8"), 10) : undefined);
