import * as v from "valibot";
import { applyChanges, recordSchemas, type Book, type BookChange, type PutChange } from "../core/book/book";
import { meSchema } from "../core/book/me";
import { userKinds } from "../core/book/userPart";
import { createEmitter, type Emitter } from "../core/emitter";
import type { BookStore, Conflicts, EarlierVersions, KnownClients, SetAside } from "../core/ports/book";
import type { Disposable, Event } from "../core/ports/events";
import { foundIn } from "./book/foundCopy";
import { workspaceKinds } from "./bookPart";
import type { BookStoreParts, FoundCopy } from "./book/parts";
import type { BookSession } from "./book/session";
import { createQueue } from "./queue";
import { createShelf, type Damaged } from "./setAside";

export interface FileBookStore extends BookStore, Disposable {
  /** Takes in what other windows have written, and tries again to keep what could not be kept. For when the window gains focus. */
  refresh(): Promise<void>;
  readonly known: KnownClients;
  /** Some window may have changed a file, also one of a client who is not of this workspace. */
  readonly onDidTouch: Event<void>;
  readonly versions: EarlierVersions;
  readonly conflicts: Conflicts;
}

/**
 * The book of this window: the clients of its workspace, and the user's own part. It lives in files that all windows share
 * (book/keeper.ts); the mementos hold a copy that is there at once, and that stands in where the files are gone. Reads
 * nothing before it is first asked, and shows the copy until the files have been read.
 */
export function createBookStore(parts: BookStoreParts): FileBookStore {
  const queue = createQueue();
  const changed = createEmitter<readonly BookChange[]>((error) => parts.log.error("a listener of the book failed", error));
  const conflictsChanged: Emitter<void> = createEmitter((error) => parts.log.error("a listener of the conflicts failed", error));
  const touched: Emitter<void> = createEmitter((error) => parts.log.error("a listener of the book's files failed", error));
  /** As this window shows it: with what it still saves. */
  let book: Book | undefined;
  /** As it was last told of. */
  let toldOf: Book | undefined;
  /** Changes on their way to the files, oldest first: whoever changes the same record meanwhile is to build on them. */
  let saving: readonly (readonly BookChange[])[] = [];
  let damaged: readonly Damaged[] = [];
  let opening: Promise<BookSession> | undefined;
  let session: BookSession | undefined;
  let copies: Copies | undefined;
  let toldUnreadable = false;
  let over = false;

  const current = (): Book => {
    if (book !== undefined) return book;
    const mine = foundIn(parts.global, "khobor.me", { kinds: userKinds, me: true });
    const here = foundIn(parts.workspace, "khobor.book", { kinds: workspaceKinds, me: false });
    damaged = [...mine.damaged, ...here.damaged];
    if (mine.newer || here.newer) parts.report({ id: "storage.newer" }, "the state of VS Code is from a newer version");
    const kinds = Object.fromEntries(userKinds.map((kind) => [kind, mine.part[kind]]));
    book = toldOf = { ...here.part, me: mine.part.me, ...kinds };
    // The files, and all that is needed for them, are no work for the start.
    copies = { mine, here };
    opened().catch(() => undefined);
    return book;
  };
  const opened = (): Promise<BookSession> => {
    current();
    opening ??= queue(async () => {
      const { openSession } = await import("./book/session");
      session = await openSession(parts, copies as Copies, { onOthers: () => void refresh().catch(logged).finally(() => touched.fire()), onConflicts: conflictsChanged.fire });
      if (over) session.dispose();
      announce(session.difference(toldOf as Book, []));
      return session;
    }).catch((error: unknown) => {
      // Whatever is asked next tries again.
      opening = undefined;
      if (!toldUnreadable) parts.report({ id: "storage.unreadable" }, `${parts.folder}: ${String(error)}`);
      toldUnreadable = true;
      throw error;
    });
    return opening;
  };
  const logged = (error: unknown): void => parts.log.error("the book could not be refreshed", error);
  const announce = (made: readonly BookChange[]): void => {
    if (session !== undefined) toldOf = session.book();
    showSaving();
    if (made.length > 0) changed.fire(made);
  };
  const showSaving = (): void => {
    if (toldOf !== undefined) book = saving.reduce(applyChanges, toldOf);
  };
  /** One job after another, on the open session; what it changed in the book is told at its end. */
  const inSession = async <T>(job: (open: BookSession) => Promise<T>, made: readonly BookChange[] = []): Promise<T> => {
    const open = await opened();
    return queue(async () => {
      const before = toldOf ?? current();
      const result = await job(open);
      announce(open.difference(before, made));
      return result;
    });
  };
  const refresh = () => inSession((open) => open.refresh());

  return {
    current,
    async change(changes) {
      const checked = changes.map(check);
      const known = current();
      const done = () => void (saving = saving.filter((one) => one !== checked));
      if (checked.length <= longList) {
        saving = [...saving, checked];
        book = applyChanges(known, checked);
      }
      try {
        await inSession((open) => open.change(checked, known).finally(done), checked);
      } finally {
        // Refused: the book is as it was.
        done();
        showSaving();
      }
    },
    onDidChange: changed.event,
    onDidTouch: touched.event,
    setAside: () => {
      current();
      if (session !== undefined) return session.setAside();
      const shelves = [createShelf(parts.global, "khobor.me.setAside"), createShelf(parts.workspace, "khobor.book.setAside")];
      const fresh = damaged.filter((entry) => !shelves.some((shelf) => shelf.holds(entry)));
      return [...shelves.flatMap((shelf) => shelf.entries()), ...fresh.map((entry): SetAside => ({ ...entry, foundAt: parts.clock.now() }))];
    },
    refresh,
    known: {
      all: (notRead) => inSession((open) => open.keeper.all(notRead)),
      bringHere: (ids) => inSession((open) => open.bring(ids)),
      leaveHere: (ids) => inSession((open) => open.leave(ids)),
    },
    versions: {
      client: (id) => ({
        list: () => inSession((open) => open.keeper.versions.client(id).list()),
        read: (versionId) => inSession((open) => open.keeper.versions.client(id).read(versionId)),
      }),
      mine: {
        list: () => inSession((open) => open.keeper.versions.mine.list()),
        read: (versionId) => inSession((open) => open.keeper.versions.mine.read(versionId)),
      },
    },
    conflicts: {
      all: () => inSession((open) => Promise.resolve(open.keeper.conflicts())),
      add: (conflicts) => inSession((open) => open.keepBeside(conflicts)),
      settle: (conflict) => inSession((open) => open.settle(conflict)),
      onDidChange: conflictsChanged.event,
    },
    dispose() {
      over = true;
      session?.dispose();
      changed.dispose();
      touched.dispose();
      conflictsChanged.dispose();
    },
  };
}

interface Copies {
  readonly mine: FoundCopy;
  readonly here: FoundCopy;
}

/** An import takes too long to be made twice; what meets it is kept beside it. */
const longList = 100;

/** What could not be read back is never written: throws a ValiError, which is a mistake in the code that made the change. */
function check(change: BookChange): BookChange {
  if (change.op === "me") return { ...change, me: v.parse(meSchema, change.me) };
  if (change.op === "put") return { ...change, record: v.parse(recordSchemas[change.kind], change.record) } as PutChange;
  return change;
}
