import { isDeepStrictEqual } from "node:util";
import type { OwnShape } from "../core/book/upgrades";
import type { Disposable } from "../core/ports/events";
import type { ListChange } from "./listChange";
import { createSharedFile, type SharedFileParts } from "./sharedFile";

/** How a list lies in a file of its own: its entries, and what was taken back. */
export interface ListFileKind<T, Gone, Stored> {
  /** Of the file. */
  readonly name: string;
  readonly shape: OwnShape<Stored>;
  readonly parts: (stored: Stored) => Held<T, Gone>;
  readonly stored: (held: Held<T, Gone>) => Stored;
  /** What stays known of an entry that was taken back. */
  readonly goneOf: (entry: T) => Gone;
  /** What tells an entry, or one that was taken back, from every other. */
  readonly keyOf: (one: T | Gone) => string;
  /** Of each thing the newest entry; the earlier ones, and the oldest, are dropped. */
  readonly newest: (entries: readonly T[]) => readonly T[];
  /** What cannot come back need not be remembered. */
  readonly stillGone: (forgotten: readonly Gone[]) => readonly Gone[];
}
interface Held<T, Gone> {
  readonly entries: readonly T[];
  /** A copy elsewhere must not bring these in again. */
  readonly forgotten: readonly Gone[];
}

/** A list in a file that all windows of this machine share and watch. Methods reject as those of a SharedFile. */
export interface ListFile<T> extends Disposable {
  /** As last read or written here; the very same until that changes. `forgotten`: by key. */
  held(): { readonly entries: readonly T[]; readonly forgotten: ReadonlySet<string> };
  isNewer(): boolean;
  look(): Promise<void>;
  /** @param copied what a copy elsewhere has: it does not bring back what was taken back here. Only a change does. */
  take(copied: readonly T[], changes: readonly ListChange<T>[]): Promise<void>;
}

export function createListFile<T, Gone, Stored>(kind: ListFileKind<T, Gone, Stored>, parts: Omit<SharedFileParts<Stored>, "name" | "shape" | "empty">): ListFile<T> {
  const file = createSharedFile({ ...parts, name: kind.name, shape: kind.shape, empty: kind.stored({ entries: [], forgotten: [] }) });
  let last: { readonly stored: Stored; readonly held: ReturnType<ListFile<T>["held"]> } | undefined;
  return {
    held() {
      const stored = file.value();
      if (last?.stored !== stored) {
        const { entries, forgotten } = kind.parts(stored);
        last = { stored, held: { entries, forgotten: new Set(forgotten.map(kind.keyOf)) } };
      }
      return last.held;
    },
    isNewer: () => file.isNewer(),
    look: () => file.look(),
    async take(copied, changes) {
      const after = (stored: Stored) => changed(stored, copied, changes, kind);
      if (!file.isSound() || after(file.value()) !== file.value()) await file.change(after);
    },
    dispose: () => file.dispose(),
  };
}

/** The file's value after these changes; the very same where they change nothing. */
function changed<T, Gone, Stored>(stored: Stored, copied: readonly T[], changes: readonly ListChange<T>[], kind: ListFileKind<T, Gone, Stored>): Stored {
  const { keyOf } = kind;
  const before = kind.parts(stored);
  const gone = new Set(before.forgotten.map(keyOf));
  let { forgotten } = before;
  let entries = [...before.entries, ...copied.filter((entry) => !gone.has(keyOf(entry)))];
  for (const change of changes) {
    const one = "add" in change ? change.add : change.forget;
    forgotten = forgotten.filter((other) => keyOf(other) !== keyOf(one));
    if ("add" in change) entries = [...entries, one];
    else {
      entries = entries.filter((entry) => !isDeepStrictEqual(entry, one));
      forgotten = [...forgotten, kind.goneOf(one)];
    }
  }
  const next = { entries: kind.newest(entries), forgotten: kind.stillGone(forgotten) };
  return isDeepStrictEqual(next, before) ? stored : kind.stored(next);
}
