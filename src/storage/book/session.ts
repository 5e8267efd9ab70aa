import { applyChanges, emptyBook, type Book, type BookChange } from "../../core/book/book";
import type { Id } from "../../core/book/fields";
import { userKinds } from "../../core/book/userPart";
import type { Conflict, SetAside } from "../../core/ports/book";
import { bookDifference } from "../bookDifference";
import { makeFolder } from "../files";
import { createFolderWatch } from "../folderWatch";
import type { Memento } from "../memento";
import { createRetry } from "../retry";
import { isSame } from "./content";
import { byOwner, joined, mine as mineOwner } from "./owners";
import { createCopy, readBeside, type Beside, type Copy } from "./copies";
import { foundIn } from "./foundCopy";
import { openKeeper, type Keeper } from "./keeper";
import type { BookStoreParts, FoundCopy } from "./parts";
import { goneByOwner, smallGone } from "./smallGone";
import { smallAncestry, smallCopy } from "./smallCopy";
import { contentOf, united } from "./united";

/** The open book of a window: the files, with the copies in the mementos that follow them. One call at a time. */
export interface BookSession {
  readonly keeper: Pick<Keeper, "all" | "versions" | "conflicts">;
  book(): Book;
  setAside(): readonly SetAside[];
  /** `made` and what else has changed since the book was `before`. */
  difference(before: Book, made: readonly BookChange[]): readonly BookChange[];
  change(changes: readonly BookChange[], known: Book): Promise<void>;
  refresh(): Promise<void>;
  settle(conflict: Conflict): Promise<void>;
  keepBeside(conflicts: readonly Conflict[]): Promise<void>;
  bring(ids: readonly Id[]): Promise<void>;
  leave(ids: readonly Id[]): Promise<void>;
  dispose(): void;
}

interface Listening {
  /** Something may have changed, or what is late may be tried again. */
  readonly onOthers: () => void;
  readonly onConflicts: () => void;
}

/** Another program's saving is several steps; they are looked at as one. Milliseconds. */
const settling = 60;
const longList = 100;

export async function openSession(parts: BookStoreParts, found: { readonly mine: FoundCopy; readonly here: FoundCopy }, on: Listening): Promise<BookSession> {
  const { mine, here } = found;
  const beside = readBeside(here.beside, here.version);
  const mineBeside = readBeside(mine.beside, mine.version);
  const keeper = await openKeeper(parts, {
    book: { ...here.part, me: mine.part.me, ...Object.fromEntries(userKinds.map((kind) => [kind, mine.part[kind]])) },
    belongs: beside.belongs,
    meWas: mineBeside.meWas,
    was: new Map([...beside.was, ...mineBeside.was]),
    gone: goneByOwner([...beside.gone, ...mineBeside.gone]),
    late: [...mineBeside.late, ...beside.late],
    readOnly: (kind) => (isUsers(kind) ? mine.newer : here.newer),
  });
  const damagedIn = (copy: FoundCopy) => (copy.newer ? [] : [...copy.damaged, ...(copy === mine ? mineBeside : beside).damaged]);
  const copyOf = (copy: FoundCopy, memento: Memento): Copy => {
    const entries = damagedIn(copy).map((entry): SetAside => ({ ...entry, foundAt: parts.clock.now() }));
    return createCopy(memento, copy.key, copy.shape, entries);
  };
  const copies = { mine: copyOf(mine, parts.global), here: copyOf(here, parts.workspace) };
  const fresh = [...damagedIn(mine).filter((entry) => !copies.mine.isShelved(entry)), ...damagedIn(here).filter((entry) => !copies.here.isShelved(entry))];
  if (fresh.length > 0) {
    parts.report({ id: "storage.setAside", values: { count: fresh.length } }, fresh.map(({ kind, detail }) => `${kind}: ${detail}`).join("; "));
  }

  let conflicts = keeper.conflicts();
  let over = false;
  /** What stood in global state when it was last looked at. */
  let seen = parts.global.get(mine.key);
  /** What the copy in the workspace was last given, or was found to hold. */
  let copied = here.part;
  const retry = createRetry(on.onOthers, parts.retry);
  let noticing: NodeJS.Timeout | undefined;
  await makeFolder(parts.folder).catch((error: unknown) => parts.log.warn(`${parts.folder} cannot be made: ${String(error)}`));
  const watch = createFolderWatch(
    parts.folder,
    () => over || (noticing ??= later(settling, () => {
      noticing = undefined;
      on.onOthers();
    })),
    (error) => parts.log.warn(`${parts.folder} cannot be watched: ${String(error)}`),
  );

  /** The copies follow the files. A copy that cannot be kept is no loss while the file has all. */
  async function follow(): Promise<void> {
    if (parts.global.get(mine.key) !== seen && !mine.newer) {
      // A window on another machine may have changed Me.
      const there = foundIn(parts.global, mine.key, mine.shape);
      await keeper.agree({ me: there.part.me, was: readBeside(there.beside, there.version).meWas }).catch((error: unknown) => parts.log.warn(`${mine.key}: ${String(error)}`));
    }
    const { book, newer } = keeper.copyable();
    const late = keeper.late();
    const was = keeper.was();
    const gone = smallGone(keeper.gone());
    const isMine = ({ change }: (typeof late)[number]) => isUsers(change.op === "me" ? "me" : change.kind);
    const writing = async (copy: FoundCopy, kept: Copy, memento: Memento, part: Book, rest: Beside) => {
      const isNothing = rest.belongs.length === 0 && rest.late.length === 0 && part.absence.length === 0 && part.me.names.length === 0;
      if (copy.newer || (copy === mine && newer.has(mineOwner)) || (isNothing && memento.get(copy.key) === undefined && isSame(part.me, mine.part.me))) return;
      await kept.write(part, rest).catch((error: unknown) => parts.log.warn(`${copy.key}: ${String(error)}`));
    };
    const small = smallCopy(book, parts.clock.now());
    const left = [...byOwner(copied)].flatMap(([owner, part]) => (owner !== undefined && newer.has(owner) ? [part] : []));
    const whole = united(contentOf(joined([small, ...left], small.me)), contentOf(keeper.strays())).part;
    copied = whole;
    await writing(mine, copies.mine, parts.global, book, { belongs: [], late: late.filter(isMine), meWas: keeper.meWas(), was: smallAncestry({ ...emptyBook, absence: book.absence }, was), gone: gone.filter(({ of }) => of === undefined) });
    seen = parts.global.get(mine.key);
    await writing(here, copies.here, parts.workspace, { ...whole, absence: [] }, { belongs: keeper.belongs(), late: late.filter((step) => !isMine(step)), meWas: [], was: smallAncestry({ ...whole, absence: [] }, was), gone: gone.filter(({ of }) => of !== undefined) });
  }

  const isOver = () => over;
  async function afterwards(): Promise<void> {
    if (over) return;
    await follow();
    if (isOver()) return;
    watch.begin();
    retry.after(keeper.late().length > 0);
    const before = conflicts;
    conflicts = keeper.conflicts();
    if (!isSame(before, conflicts)) on.onConflicts();
  }
  const then = async (job: Promise<void>): Promise<void> => {
    await job;
    await afterwards();
  };

  await afterwards();
  return {
    keeper,
    book: () => keeper.book(),
    setAside: () => [...copies.mine.setAside(), ...copies.here.setAside(), ...keeper.setAside()],
    difference: (before, made) => {
      const after = keeper.book();
      // Change by change, a long list would take longer to make twice than to find.
      return made.length > longList ? bookDifference(before, after) : [...made, ...bookDifference(applyChanges(before, made), after)];
    },
    change: (changes, known) => then(keeper.change(changes, known)),
    refresh: () => then(keeper.refresh()),
    settle: (conflict) => then(keeper.settle(conflict)),
    keepBeside: (conflicts) => then(keeper.keepBeside(conflicts)),
    bring: (ids) => then(keeper.bring(ids)),
    leave: (ids) => then(keeper.leave(ids)),
    dispose() {
      over = true;
      retry.dispose();
      clearTimeout(noticing);
      watch.dispose();
    },
  };
}

const isUsers = (kind: string): boolean => kind === "me" || (userKinds as readonly string[]).includes(kind);

/** A timer that keeps no process alive. */
function later(milliseconds: number, run: () => void): NodeJS.Timeout {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return timer;
}
