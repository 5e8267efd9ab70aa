import { readdir } from "node:fs/promises";
import { emptyBook, type Book, type BookChange, type RecordKind } from "../../core/book/book";
import { clientParts, type ClientPart } from "../../core/book/clientPart";
import type { Id } from "../../core/book/fields";
import { userPart } from "../../core/book/userPart";
import { StorageProblem, type Clock, type Conflict, type EarlierVersions, type Log, type SetAside, type Versions } from "../../core/ports";
import { fileName } from "../fileName";
import { hasCode } from "../files";
import { newId } from "../newId";
import type { Report } from "../report";
import { createBookFile, versionsFolder, type BookFile } from "./bookFile";
import { conflictsIn, emptyContent, isNobody, settled, taken, type Content, type Step } from "./content";
import { LockBusy, type LockTimes } from "./lock";
import { byOwner, joined, mine, stepsByOwner, type Owner } from "./owners";
import { contentOf, united } from "./united";
import { readVersion, versionsIn } from "./versions";

export interface KeeperParts {
  readonly folder: string;
  readonly clock: Pick<Clock, "now">;
  readonly report: Report;
  readonly log: Pick<Log, "warn">;
  readonly times?: LockTimes | undefined;
  readonly wholeBelow?: number | undefined;
}

/** A file with what this window knows beyond it. */
interface Kept {
  readonly file: BookFile;
  /** Steps that the file has not taken in yet. */
  late: readonly Step[];
  /** Records that stood in the copy and are perhaps missing in the file. */
  copy: Content;
  /** The file's content with these. */
  shown: Content;
  /** Its copy is from a newer version: that is what is shown, and nothing is read or written. */
  frozen?: boolean;
}

/** The files of the clients of this workspace, and the user's. One call at a time. */
export interface Keeper {
  book(): Book;
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
  bring(clientIds: readonly Id[]): Promise<void>;
  leave(clientIds: readonly Id[]): Promise<void>;
  all(): Promise<readonly ClientPart[]>;
  readonly versions: EarlierVersions;
}

const fileOf = (owner: Owner): string => (owner === mine ? "me" : `client-${fileName(owner)}`);

/** @param copy what the mementos hold, `belongs` and `late` included */
export async function openKeeper(
  parts: KeeperParts,
  copy: { readonly book: Book; readonly belongs: readonly Id[]; readonly late: readonly Step[]; readonly readOnly: (kind: RecordKind | "me") => boolean },
): Promise<Keeper> {
  const { folder, clock, report, log } = parts;
  const kept = new Map<Owner, Kept>();
  /** Records whose client nobody knows. They stand in the copy alone. */
  let strays = emptyBook;
  let failing = false;
  let toldNewer = false;
  /** What this window wrote: meeting it again is no surprise. */
  const own = new WeakSet();
  const isOwn = (record: unknown) => typeof record === "object" && record !== null && own.has(record);

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
  const versionsOf = <Part>(owner: Owner, partOf: (book: Book) => Part | undefined): Versions<Part> => {
    const there = versionsFolder(folder, fileOf(owner));
    return {
      list: async () => (await versionsIn(there)).map(({ id, at }) => ({ id, at })),
      async read(versionId) {
        const content = await readVersion(there, versionId, () => clock.now());
        return content && partOf(content.part);
      },
    };
  };
  const keptOf = (owner: Owner): Kept => {
    const there = kept.get(owner) ?? { file: openFile(owner), late: [], copy: emptyContent, shown: emptyContent };
    kept.set(owner, there);
    return there;
  };
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

  /** Brings the file up to what this window knows. */
  async function keep(one: Kept): Promise<void> {
    if (one.frozen) return;
    const late = one.late;
    const next = (content: Content) => united(taken(content, late, isOwn), one.copy);
    try {
      await one.file.look();
      noticeNewer(one);
      if (!one.file.isNewer() && next(one.file.content()) !== one.file.content()) await one.file.change(next);
      if (!one.file.isNewer()) {
        one.late = [];
        one.copy = emptyContent;
      }
      one.shown = one.file.content();
    } catch (error) {
      one.late = late.map((step) => ({ ...step, lateId: step.lateId ?? newId() }));
      one.shown = next(one.file.content());
      throw error;
    }
  }
  async function keepAll(ones: Iterable<Kept>): Promise<void> {
    const outcomes = await Promise.allSettled([...ones].map(keep));
    const bad = outcomes.find((outcome) => outcome.status === "rejected");
    if (bad !== undefined) failed(bad.reason);
    else if ([...kept.values()].every(({ late }) => late.length === 0)) failing = false;
  }

  function takeStrays(steps: readonly Step[]): void {
    strays = taken(contentOf(strays), steps, isOwn).part;
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
    belongs: () => [...kept.keys()].filter((owner) => owner !== mine),
    late: () => [...kept.values()].flatMap(({ late }) => late),
    strays: () => strays,
    setAside: () => [...kept.values()].flatMap(({ shown }) => shown.aside),
    conflicts: () => [...kept.values()].flatMap(({ shown }) => conflictsIn(shown)),
    async change(changes, known) {
      for (const change of changes) {
        if (copy.readOnly(change.op === "me" ? "me" : change.kind)) throw newer();
        if (change.op === "put") own.add(change.record);
        if (change.op === "me") own.add(change.me);
      }
      const groups = stepsByOwner(parted(), changes.map((change): Step => ({ change, was: baseOf(change, known) })));
      const owners = [...groups.keys()].filter((owner) => owner !== undefined);
      for (const owner of owners) {
        const { file } = keptOf(owner);
        // A disk that refuses now refuses again below, where that is told.
        await file.look().catch(() => undefined);
        noticeNewer(keptOf(owner));
        if (file.isNewer()) throw newer();
      }
      for (const owner of owners) keptOf(owner).late = [...keptOf(owner).late, ...(groups.get(owner) ?? [])];
      if (groups.has(undefined) || strays !== emptyBook) takeStrays(groups.get(undefined) ?? []);
      await keepAll([...kept].filter(([owner, { late, copy: missing }]) => owners.includes(owner) || late.length > 0 || missing !== emptyContent).map(([, one]) => one));
    },
    refresh: () => keepAll(kept.values()),
    async settle(conflict) {
      for (const one of kept.values()) {
        const has = (content: Content) => settled(content, conflict).waiting.length < content.waiting.length;
        if (!has(one.shown)) continue;
        try {
          await one.file.change((content) => (has(content) ? settled(content, conflict) : content));
        } catch (error) {
          throw new StorageProblem({ id: "storage.notKept" }, String(error), { cause: error });
        }
        one.shown = one.file.content();
      }
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
    async all() {
      const here = clientParts(keeper.book());
      const names = new Set(keeper.belongs().map(fileOf));
      const found = await readdir(folder).catch((error: unknown) => {
        if (hasCode(error, "ENOENT")) return [];
        throw new StorageProblem({ id: "storage.unreadable" }, String(error), { cause: error });
      });
      const elsewhere: ClientPart[] = [];
      for (const name of found) {
        const owner = /^(client-.+)\.jsonl$/.exec(name)?.[1];
        if (owner === undefined || names.has(owner)) continue;
        const file = createBookFile({ folder, name: owner, clock, times: parts.times, onHealed: (detail) => log.warn(detail), onSetAside: (_, detail) => log.warn(detail) });
        await file.look().catch((error: unknown) => log.warn(`${name}: ${String(error)}`));
        elsewhere.push(...clientParts(file.content().part));
      }
      return [...here, ...elsewhere];
    },
    versions: {
      client: (id) => versionsOf(id, (book) => clientParts(book).find(({ client }) => client.id === id)),
      mine: versionsOf(mine, userPart),
    },
  };

  keptOf(mine);
  for (const id of copy.belongs) keptOf(id);
  for (const [owner, part] of byOwner(copy.book)) {
    if (owner === undefined) strays = part;
    else keptOf(owner).copy = contentOf(part);
  }
  if (!isNobody(copy.book.me)) keptOf(mine).copy = contentOf({ ...keptOf(mine).copy.part, me: copy.book.me });
  const copied = new Map<Owner | undefined, Book>([...kept].map(([owner, one]) => [owner, one.copy.part]));
  for (const [owner, steps] of stepsByOwner(copied, copy.late)) if (owner !== undefined) keptOf(owner).late = steps;
  for (const [owner, one] of kept) {
    if (!copy.readOnly(owner === mine ? "me" : "client")) continue;
    one.frozen = true;
    one.shown = one.copy;
  }
  await keepAll(kept.values());
  return keeper;
}

const newer = () => new StorageProblem({ id: "storage.newer" }, "a file of the book is from a newer version");

function baseOf(change: BookChange, known: Book): Step["was"] {
  if (change.op === "me") return known.me;
  const id = change.op === "put" ? change.record.id : change.id;
  return (known[change.kind] as readonly { readonly id: Id }[]).find((record) => record.id === id) as Step["was"];
}
