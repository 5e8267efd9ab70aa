import * as v from "valibot";
import { applyChanges, recordSchemas, type Book, type BookChange, type PutChange } from "../core/book/book";
import { meSchema } from "../core/book/me";
import { createEmitter } from "../core/emitter";
import type { BookStore, Clock, Disposable, Log } from "../core/ports";
import { bookDifference } from "./bookDifference";
import { bookPart, userKinds, workspaceKinds } from "./bookPart";
import { createHome } from "./home";
import type { Memento } from "./memento";
import { createQueue } from "./queue";
import type { Report } from "./report";

export interface MementoBookStore extends BookStore, Disposable {
  /** Takes in what other windows have written, and tries again to keep what could not be kept. For when the window gains focus. */
  refresh(): Promise<void>;
}

/**
 * The book of this window: Me and the absences from global state, which all windows share, and the rest from the state of
 * the workspace. Reads nothing before it is first asked.
 */
export function createBookStore(parts: {
  readonly workspace: Memento;
  readonly global: Memento;
  readonly clock: Pick<Clock, "now">;
  readonly report: Report;
  readonly log: Pick<Log, "error">;
}): MementoBookStore {
  const mine = createHome(bookPart("khobor.me", { kinds: userKinds, me: true }), { ...parts, memento: parts.global });
  const here = createHome(bookPart("khobor.book", { kinds: workspaceKinds, me: false }), { ...parts, memento: parts.workspace });
  const homeOf = (change: BookChange) => (change.op === "me" || isUserKind(change.kind) ? mine : here);

  const queue = createQueue();
  const changed = createEmitter<readonly BookChange[]>((error) => parts.log.error("a listener of the book failed", error));
  let book: Book | undefined;

  const current = (): Book => {
    book ??= joined(here.current(), mine.current());
    return book;
  };
  /** Shows the book anew, and tells the changes: those made here first, then those that came from elsewhere. */
  const announce = (made: readonly BookChange[]): void => {
    const expected = applyChanges(current(), made);
    book = joined(here.current(), mine.current());
    const all = [...made, ...bookDifference(expected, book)];
    if (all.length > 0) changed.fire(all);
  };

  return {
    current,
    change: (changes) =>
      queue(async () => {
        const checked = changes.map(check);
        current();
        // Before anything else, so that a list of changes which cannot all be made makes none.
        for (const home of new Set(checked.map(homeOf))) home.assertWritable();
        for (const home of [mine, here]) {
          const its = checked.filter((change) => homeOf(change) === home);
          if (its.length > 0) await home.change(its);
        }
        announce(checked);
      }),
    onDidChange: changed.event,
    setAside: () => [...mine.setAside(), ...here.setAside()],
    refresh: () =>
      queue(async () => {
        current();
        await Promise.all([mine.refresh(), here.refresh()]);
        announce([]);
      }),
    dispose: () => changed.dispose(),
  };
}

const isUserKind = (kind: string) => (userKinds as readonly string[]).includes(kind);

const joined = (here: Book, mine: Book): Book => ({
  ...here,
  me: mine.me,
  ...Object.fromEntries(userKinds.map((kind) => [kind, mine[kind]])),
});

/** What could not be read back is never written: throws a ValiError, which is a mistake in the code that made the change. */
function check(change: BookChange): BookChange {
  if (change.op === "me") return { op: "me", me: v.parse(meSchema, change.me) };
  if (change.op === "put") return { ...change, record: v.parse(recordSchemas[change.kind], change.record) } as PutChange;
  return change;
}
