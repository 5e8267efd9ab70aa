import type { Book, BookChange } from "../../../core/book/book";
import { afterAll, inverse, standsAsLeft } from "../../../core/book/changes";
import { meTakenBack } from "../../../core/book/meUndo";
import type { BookStore } from "../../../core/ports/book";
import type { Text } from "../../../core/say";

/** "gone": what was changed has been changed again since, and was left alone. "told": it went another way, and that was said. */
export type Undone = "undone" | "gone" | "told";

export interface Undoing {
  /**
   * Changes the book so that it can be taken back while this window is open.
   * @param did names the change: "archive Acme Shop"
   * @param also takes back what was done outside the book along with it, after the book
   * @returns takes back this very change; nothing happens the second time
   */
  change(did: Text, changes: readonly BookChange[], also?: () => Promise<unknown>): Promise<() => Promise<Undone>>;
  /** For a change that is made, and whose taking back goes its own way: it is asked anew for as long as that rejects. */
  remember(did: Text, back: () => Promise<Undone>): () => Promise<Undone>;
  /** Takes back the last change that still can be; undefined where there is none. */
  undoLast(): Promise<{ readonly did: Text; readonly outcome: Undone } | undefined>;
}

/** Undefined where what was changed has been changed again since. */
function backFrom(now: Book, { changes, back }: Entry): readonly BookChange[] | undefined {
  if (!standsAsLeft(now, changes)) return undefined;
  const before = back.find((change) => change.op === "me");
  const after = changes.findLast((change) => change.op === "me");
  const me = before && after && meTakenBack(before.me, after.me, now.me);
  if (before && !me) return undefined;
  return afterAll(now, back).map((change) => (me && change.op === "me" ? { op: "me", me } : change));
}

interface Entry {
  readonly did: Text;
  readonly own?: () => Promise<Undone>;
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
    const back = backFrom(book.current(), entry);
    if (back === undefined) return "gone";
    try {
      if (entry.own) return await entry.own();
      if (back.length > 0) await book.change(back);
    } catch (error) {
      // It can be tried again.
      entries.splice(at, 0, entry);
      throw error;
    }
    try {
      await entry.also?.();
    } catch (error) {
      // The book is back; what was done beside it can be tried again.
      entries.splice(at, 0, { ...entry, changes: [], back: [] });
      throw error;
    }
    return "undone";
  }

  const push = (entry: Entry) => {
    entries.push(entry);
    if (entries.length > REMEMBERED) entries.shift();
    return () => takeBack(entry);
  };

  return {
    async change(did, changes, also) {
      const entry = { did, changes, back: inverse(book.current(), changes), also };
      if (changes.length > 0) await book.change(changes);
      return push(entry);
    },
    remember: (did, own) => push({ did, own, changes: [], back: [], also: undefined }),
    async undoLast() {
      const entry = entries.at(-1);
      return entry && { did: entry.did, outcome: await takeBack(entry) };
    },
  };
}
