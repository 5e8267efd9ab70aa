import { emptyBook, type Book, type BookChange } from "../../core/book/book";
import { clientParts, type ClientPart } from "../../core/book/clientPart";
import type { Id } from "../../core/book/fields";
import { userPart } from "../../core/book/userPart";
import { StorageProblem, type Conflict, type EarlierVersions, type NotRead, type SetAside } from "../../core/ports/book";
import type { Clock } from "../../core/ports/clock";
import type { Log } from "../../core/ports/user";
import { fileName } from "../fileName";
import type { Report } from "../report";
import { createAhead } from "./ahead";
import type { Ancestry } from "./ancestry";
import { agreeing, type CopiedMe } from "./agreeing";
import { layBeside, type Copied } from "./copied";
import { createBookFile, type BookFile } from "./bookFile";
import { baseOf, conflictsIn, emptyContent, settled, taken, withConflicts, withGone, type Content, type Gone, type Step } from "./content";
import { partsElsewhere, versionsOf } from "./elsewhere";
import { changeWaiting, keep, newer, newKept, takeBack, type Kept } from "./kept";
import { LockBusy, type LockTimes } from "./lock";
import { byOwner, joined, mine, stepsByOwner, type Owner } from "./owners";
import { outOf } from "./removedApart";
import { contentOf, united } from "./united";

export interface KeeperParts {
  readonly folder: string;
  readonly clock: Pick<Clock, "now">;
  readonly report: Report;
  readonly log: Pick<Log, "warn">;
  readonly times?: LockTimes | undefined;
  readonly wholeBelow?: number | undefined;
}

/** The files of the clients of this workspace, and the user's. One call at a time. */
export interface Keeper {
  book(): Book;
  /** The book but for files of a newer version, which are nobody's to write down in the form of this one; and whose those are. */
  copyable(): { readonly book: Book; readonly newer: ReadonlySet<Owner> };
  belongs(): readonly Id[];
  late(): readonly Step[];
  /** Records that no client file takes, since nobody knows whose they are. */
  strays(): Book;
  setAside(): readonly SetAside[];
  conflicts(): readonly Conflict[];
  /** Takes in the changes, on disk where it lets us. Rejects with a StorageProblem, and changes nothing, where a file is newer. */
  change(changes: readonly BookChange[], known: Book): Promise<void>;
  /** Takes in what others wrote, and tries again to keep what is late. */
  refresh(): Promise<void>;
  settle(conflict: Conflict): Promise<void>;
  /** Keeps what was changed elsewhere beside the record that it differs from. */
  keepBeside(conflicts: readonly Conflict[]): Promise<void>;
  /** Takes in what another machine did to Me, from the copy that both share. */
  agree(copy: CopiedMe): Promise<void>;
  meWas(): readonly string[];
  /** What the records of the book were before. */
  was(): Ancestry;
  /** By file, what was taken out of it, the last newest. */
  gone(): ReadonlyMap<Owner, readonly Gone[]>;
  bring(clientIds: readonly Id[]): Promise<void>;
  leave(clientIds: readonly Id[]): Promise<void>;
  all(notRead?: NotRead): Promise<readonly ClientPart[]>;
  readonly versions: EarlierVersions;
}

const fileOf = (owner: Owner): string => (owner === mine ? "me" : `client-${fileName(owner)}`);

export async function openKeeper(parts: KeeperParts, copy: Copied): Promise<Keeper> {
  const { folder, clock, report, log } = parts;
  const kept = new Map<Owner, Kept>();
  /** Records whose client nobody knows. They stand in the copy alone. */
  let strays = emptyBook;
  let failing = false;
  const warn = (error: unknown) => log.warn(`${folder}: ${String(error)}`);
  let toldNewer = false;
  const now = () => clock.now();

  const openFile = (owner: Owner): BookFile =>
    createBookFile({
      folder,
      name: fileOf(owner),
      clock,
      times: parts.times,
      wholeBelow: parts.wholeBelow,
      onHealed: (detail) => report({ id: "storage.healed" }, detail),
      onSetAside: (count, detail) => report({ id: "storage.setAside", values: { count } }, detail),
    });
  const keptOf = (owner: Owner): Kept => {
    const there = kept.get(owner) ?? newKept(openFile(owner));
    kept.set(owner, there);
    return there;
  };
  const ahead = createAhead(folder, kept, openFile, warn);
  const parted = (): ReadonlyMap<Owner | undefined, Book> =>
    new Map<Owner | undefined, Book>([...[...kept].map(([owner, { shown }]) => [owner, shown.part] as const), [undefined, strays]]);

  function failed(error: unknown): void {
    if (!failing) report({ id: error instanceof LockBusy ? "storage.locked" : "storage.notKept" }, `${folder}: ${String(error)}`);
    failing = true;
  }
  function noticeNewer({ file }: Kept): void {
    if (file.isNewer() && !toldNewer) report({ id: "storage.newer" }, `${folder} holds a file from a newer version`);
    toldNewer ||= file.isNewer();
  }

  async function keepAll(ones: Iterable<Kept>): Promise<void> {
    const outcomes = await Promise.allSettled([...ones].map((one) => keep(one).finally(() => noticeNewer(one))));
    const bad = outcomes.find((outcome) => outcome.status === "rejected");
    if (bad !== undefined) failed(bad.reason);
    else if (failing && [...kept.values()].every(({ late }) => late.length === 0)) {
      failing = false;
      report({ id: "storage.keptAgain" }, `${folder}: all is kept again`);
    }
    await ahead.forget();
  }

  function takeStrays(steps: readonly Step[]): void {
    strays = taken(contentOf(strays), steps).part;
    const homeless = byOwner(strays, (id) => keeper.book().project.find((project) => project.id === id)?.clientId);
    for (const [owner, part] of homeless) {
      if (owner === undefined) continue;
      const one = keptOf(owner);
      one.copy = united(one.copy, contentOf(part));
    }
    strays = homeless.get(undefined) ?? emptyBook;
  }

  const keeper: Keeper = {
    book: () => joined([...[...kept].map(([, { shown }]) => shown.part), ...(strays === emptyBook ? [] : [strays])], keptOf(mine).shown.part.me),
    copyable() {
      const newer = new Set<Owner>([...kept].flatMap(([owner, { file }]) => (file.isNewer() ? [owner] : [])));
      if (newer.size === 0) return { book: keeper.book(), newer };
      const parts = [...kept].flatMap(([owner, { shown }]) => (newer.has(owner) ? [] : [shown.part]));
      return { book: joined([...parts, strays], keptOf(mine).shown.part.me), newer };
    },
    belongs: () => [...kept.keys()].filter((owner) => owner !== mine),
    late: () => [...kept.values()].flatMap(({ late }) => late),
    strays: () => strays,
    setAside: () => [...kept.values()].flatMap(({ shown }) => shown.aside),
    conflicts: () => [...kept.values()].flatMap(({ shown }) => conflictsIn(shown)),
    async change(changes, known) {
      for (const change of changes) {
        if (copy.readOnly(change.op === "me" ? "me" : change.kind)) throw newer();
      }
      const groups = stepsByOwner(parted(), changes.map((change): Step => ({ change, was: baseOf(change, known) })));
      const owners = [...groups.keys()].filter((owner) => owner !== undefined);
      const before = new Map<Owner, Content>();
      for (const owner of owners) {
        const { file } = keptOf(owner);
        // A disk that refuses now refuses again below, where that is told.
        await file.look().catch(() => undefined);
        noticeNewer(keptOf(owner));
        if (file.isNewer()) throw newer();
        before.set(owner, file.content());
      }
      const together = owners.length > 1 ? await ahead.write(owners, groups) : undefined;
      for (const owner of owners) keptOf(owner).late = [...keptOf(owner).late, ...(groups.get(owner) ?? []).map((step) => ({ ...step, lateId: together }))];
      if (groups.has(undefined) || strays !== emptyBook) takeStrays(groups.get(undefined) ?? []);
      await keepAll([...kept].filter(([owner, { late, copy: missing }]) => owners.includes(owner) || late.length > 0 || missing !== emptyContent).map(([, one]) => one));
      // Between the look and the writing another window, just updated, may have written one of them.
      if (!owners.some((owner) => keptOf(owner).file.isNewer())) return;
      for (const owner of owners) await takeBack(keptOf(owner), groups.get(owner) ?? [], before.get(owner) as Content).catch(warn);
      await ahead.forget();
      throw newer();
    },
    async refresh() {
      await ahead.complete();
      await keepAll(kept.values());
    },
    async settle(conflict) {
      const has = (content: Content) => settled(content, conflict).waiting.length < content.waiting.length;
      for (const one of kept.values()) if (has(one.shown)) await changeWaiting(one, (content) => (has(content) ? settled(content, conflict) : content));
    },
    async keepBeside(conflicts) {
      for (const [owner, one] of kept) {
        const its = conflicts.filter(({ kind, id }) => kind === "me" ? owner === mine : (one.shown.part[kind] as readonly { readonly id: Id }[]).some((record) => record.id === id));
        if (its.length > 0) await changeWaiting(one, (content) => withConflicts(content, its));
      }
    },
    meWas: () => keptOf(mine).shown.meWas,
    was: () => new Map([...kept.values()].flatMap(({ shown }) => [...shown.was])),
    gone: () => new Map([...kept].map(([owner, { shown, copy: missing }]) => [owner, [...withGone(outOf(missing), outOf(shown).values()).values()]])),
    async agree(there) {
      const one = keptOf(mine);
      if (one.frozen || one.late.length > 0 || agreeing(one.file.content(), there, []) === one.file.content()) return;
      const versions = keeper.versions.mine;
      const earlier = await Promise.all((await versions.list()).map(({ id }) => versions.read(id)));
      await one.file.change((content) => agreeing(content, there, earlier.flatMap((part) => part?.me ?? [])));
      one.shown = one.file.content();
    },
    async bring(clientIds) {
      if (copy.readOnly("client")) throw newer();
      await keepAll(clientIds.map(keptOf));
    },
    async leave(clientIds) {
      if (copy.readOnly("client")) throw newer();
      for (const id of clientIds) {
        const one = kept.get(id);
        if (one === undefined) continue;
        await keep(one).catch((error: unknown) => {
          throw new StorageProblem({ id: "storage.notKept" }, String(error), { cause: error });
        });
        kept.delete(id);
      }
    },
    async all(notRead) {
      const here = clientParts(keeper.book());
      const names = new Set(keeper.belongs().map(fileOf));
      for (const [owner, { file }] of kept) if (file.isNewer()) notRead?.(`${fileOf(owner)}.jsonl`);
      const warn = (detail: string) => log.warn(detail);
      const open = (name: string) => createBookFile({ folder, name, clock, times: parts.times, onHealed: warn, onSetAside: (_, detail) => warn(detail) });
      return [...here, ...(await partsElsewhere(folder, names, open, warn, notRead))];
    },
    versions: {
      client: (id) => versionsOf(folder, fileOf(id), now, (book) => clientParts(book).find(({ client }) => client.id === id)),
      mine: versionsOf(folder, fileOf(mine), now, userPart),
    },
  };

  strays = layBeside(copy, kept, keptOf);
  await keeper.refresh();
  await keeper.agree({ me: copy.book.me, was: copy.meWas }).catch(warn);
  return keeper;
}
