import type { BookChange } from "../../../core/book/book";
import { inverse, standsAsLeft } from "../../../core/book/changes";
import type { BookStore } from "../../../core/ports";
import type { Text } from "../../../core/say";

/** "gone": what was changed has been changed again since, and was left alone. */
export type Undone = "undone" | "gone";

export interface Undoing {
  /**
   * Changes the book so that it can be taken back while this window is open.
   * @param did names the change: "archive Acme Shop"
   * @param also takes back what was done outside the book along with it, after the book
   * @returns takes back this very change; nothing happens the second time
   */
  change(did: Text, changes: readonly BookChange[], also?: () => Promise<unknown>): Promise<() => Promise<Undone>>;
  /** Takes back the last change that still can be; undefined where there is none. */
  undoLast(): Promise<{ readonly did: Text; readonly outcome: Undone } | undefined>;
}

interface Entry {
  readonly did: Text;
  readonly changes: readonly BookChange[];
  readonly back: readonly BookChange[];
  readonly also: (() => Promise<unknown>) | undefined;
}

/** More than anyone steps back through; old entries hold whole records. */
const REMEMBERED = 50;

export function createUndoing(book: Pick<BookStore, "current" | "change">): Undoing {
  const entries: Entry[] = [];

  async function takeBack(entry: Entry): Promise<Undone> {
    const at = entries.indexOf(entry);
    if (at < 0) return "gone";
    entries.splice(at, 1);
    if (!standsAsLeft(book.current(), entry.changes)) return "gone";
    try {
      if (entry.back.length > 0) await book.change(entry.back);
    } catch (error) {
      // It can be tried again.
      entries.splice(at, 0, entry);
      throw error;
    }
    await entry.also?.();
    return "undone";
  }

  return {
    async change(did, changes, also) {
      const entry = { did, changes, back: inverse(book.current(), changes), also };
      if (changes.length > 0) await book.change(changes);
      entries.push(entry);
      if (entries.length > REMEMBERED) entries.shift();
      return () => takeBack(entry);
    },
    async undoLast() {
      const entry = entries.at(-1);
      return entry && { did: entry.did, outcome: await takeBack(entry) };
    },
  };
}
