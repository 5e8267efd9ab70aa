import { isDeepStrictEqual } from "node:util";
import { createEmitter, type Emitter } from "../core/emitter";
import type { Event } from "../core/ports/events";
import type { Log } from "../core/ports/user";
import { createHome, type HomeParts } from "./home";
import type { ListChange } from "./listChange";
import type { ListFile } from "./listFile";
import { createQueue } from "./queue";
import type { StoredShape } from "./stored";

/** How a list is kept in two homes. */
export interface TwoHomesKind<T> {
  /** In global state. */
  readonly shape: StoredShape<readonly T[], ListChange<T>>;
  /** What tells an entry from every other. */
  readonly keyOf: (entry: T) => string;
  /** Of each thing the newest entry. */
  readonly newest: (entries: readonly T[]) => readonly T[];
  /** The file, when it is first needed. `onOthers`: another window may have changed it. */
  readonly openFile: (parts: { readonly folder: string; readonly onOthers: () => void; readonly warn: (detail: string) => void }) => Promise<ListFile<T>>;
}

export interface TwoHomesParts extends HomeParts {
  /** Of the file that all windows share. */
  readonly folder: string;
  readonly log: Pick<Log, "error" | "warn">;
}

/** A list that all windows of this machine share. */
export interface TwoHomes<T> {
  /** As far as it is known: at first what global state has, until the file was read. */
  readonly current: () => readonly T[];
  /** Resolves when the file was read, or could not be. */
  readonly opened: () => Promise<void>;
  /** Rejects with a StorageProblem where a newer Khobor wrote what global state has. */
  readonly change: (changes: readonly ListChange<T>[]) => Promise<void>;
  /** Takes in what other windows have done, and tries again to keep what could not be kept. */
  readonly refresh: () => Promise<void>;
  readonly onDidChange: Event<void>;
  readonly dispose: () => void;
}

/**
 * A list in global state, which is there at once, and in a file, which tells all windows of a change. Neither is known to
 * hold all: either has what the other lost. The file is opened when the list is first asked for.
 */
export function createTwoHomes<T>({ shape, keyOf, newest, openFile }: TwoHomesKind<T>, parts: TwoHomesParts): TwoHomes<T> {
  const { log, folder } = parts;
  const home = createHome(shape, parts);
  const changed: Emitter<void> = createEmitter((error) => log.error(`a listener of ${shape.key} failed`, error));
  const queue = createQueue();
  let file: ListFile<T> | undefined;
  let opening: Promise<unknown> | undefined;
  let over = false;
  let toldNewer = false;
  const isOver = () => over;
  let announced: readonly T[] | undefined;
  /** What the file was not told yet. */
  let untold: readonly ListChange<T>[] = [];
  let last: { readonly copy: readonly T[]; readonly held: unknown; readonly untold: readonly ListChange<T>[]; readonly both: readonly T[] } | undefined;

  /** What stands in either, but what was taken back, as the file knows or is still to be told. */
  function both(): readonly T[] {
    home.look();
    const copy = home.current();
    const held = file?.held();
    if (last?.copy === copy && last.held === held && last.untold === untold) return last.both;
    const forgotten = new Set(held?.forgotten);
    const takenBack = new Set<string>();
    for (const change of untold) {
      if ("forget" in change) takenBack.add(keyOf(change.forget));
      else for (const keys of [forgotten, takenBack]) keys.delete(keyOf(change.add));
    }
    const standing = copy.filter((entry) => !forgotten.has(keyOf(entry)));
    const all = held === undefined ? copy : newest([...held.entries, ...standing].filter((entry) => !takenBack.has(keyOf(entry))));
    last = { copy, held, untold, both: all };
    return all;
  }
  const announce = () => {
    const before = announced;
    announced = both();
    if (before !== undefined && !isDeepStrictEqual(before, announced)) changed.fire();
  };

  /** A file that cannot be kept is no loss while global state has all; the next look or change tells it again. */
  const inFile = (more: readonly ListChange<T>[]): Promise<void> => {
    untold = more.length === 0 ? untold : [...untold, ...more];
    return queue(async () => {
      if (over) return;
      const changes = untold;
      file ??= await openFile({ folder, onOthers: () => void look(), warn: (detail) => log.warn(detail) });
      await file.look();
      if (file.isNewer() && !toldNewer) parts.report({ id: "storage.newer" }, `${folder} is from a newer version`);
      toldNewer ||= file.isNewer();
      await file.take(both(), changes);
      if (changes.length > 0) untold = untold.slice(changes.length);
      if (isOver()) file.dispose();
    }).catch((error: unknown) => log.warn(`${folder}: ${String(error)}`));
  };
  const look = async (): Promise<void> => {
    await inFile([]);
    if (!over) announce();
  };
  /** Gives the copy what only the file has. */
  const fillCopy = async (): Promise<void> => {
    const copy = new Set(home.current().map(keyOf));
    const missing = both().filter((entry) => !copy.has(keyOf(entry)));
    if (missing.length > 0 && !over) await home.change(missing.map((add) => ({ add }))).catch((error: unknown) => log.warn(String(error)));
  };
  const open = async (): Promise<void> => {
    await look();
    await fillCopy();
  };

  const current = () => {
    opening ??= open();
    announced ??= both();
    return both();
  };
  return {
    current,
    async opened() {
      current();
      await opening;
    },
    async change(changes) {
      current();
      home.assertWritable();
      // Other windows watch the file: it does not wait for VS Code's own storage, which a busy machine may keep waiting.
      await Promise.all([home.change(changes).then(announce), inFile(changes).then(announce)]);
    },
    onDidChange: changed.event,
    async refresh() {
      await home.refresh();
      // Who never looked has nothing to hear.
      if (opening !== undefined) await open();
    },
    dispose() {
      over = true;
      home.dispose();
      file?.dispose();
      changed.dispose();
    },
  };
}
