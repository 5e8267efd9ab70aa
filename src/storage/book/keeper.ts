import { emptyBook, type Book, type BookChange, type RecordKind } from "../../core/book/book";
import { clientParts, type ClientPart } from "../../core/book/clientPart";
import type { Id } from "../../core/book/fields";
import { userPart } from "../../core/book/userPart";
import { StorageProblem, type Clock, type Conflict, type EarlierVersions, type Log, type SetAside } from "../../core/ports";
import { fileName } from "../fileName";
import { newId } from "../newId";
import type { Report } from "../report";
import { agreeing, type CopiedMe } from "./agreeing";
import { createBookFile, type BookFile } from "./bookFile";
import { conflictsIn, emptyContent, isNobody, settled, taken, type Content, type Step } from "./content";
import { partsElsewhere, versionsOf } from "./elsewhere";
import { LockBusy, type LockTimes } from "./lock";
import { byOwner, joined, mine, stepsByOwner, type Owner } from "./owners";
import { forgetPending, readPending, writePending, type Pending } from "./pending";
import { contentOf, united, unitedWithCopy } from "./united";

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
  /** Takes in what another machine did to Me, from the copy that both share. */
  agree(copy: CopiedMe): Promise<void>;
  meWas(): readonly string[];
  bring(clientIds: readonly Id[]): Promise<void>;
  leave(clientIds: readonly Id[]): Promise<void>;
  all(): Promise<readonly ClientPart[]>;
  readonly versions: EarlierVersions;
}

const fileOf = (owner: Owner): string => (owner === mine ? "me" : `client-${fileName(owner)}`);

/** @param copy what the mementos hold, `belongs` and `late` included */
export async function openKeeper(
  parts: KeeperParts,
  copy: { readonly book: Book; readonly belongs: readonly Id[]; readonly late: readonly Step[]; readonly meWas: readonly string[]; readonly readOnly: (kind: RecordKind | "me") => boolean },
): Promise<Keeper> {
  const { folder, clock, report, log } = parts;
  const kept = new Map<Owner, Kept>();
  /** Records whose client nobody knows. They stand in the copy alone. */
  let strays = emptyBook;
  let failing = false;
  /** Changes over several files that are written down and perhaps not whole. */
  const ahead = new Set<Id>();
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
    const next = (content: Content) => unitedWithCopy(taken(content, late), one.copy);
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
    const late = new Set(ahead.size === 0 ? [] : [...kept.values()].flatMap((one) => one.late.map(({ lateId }) => lateId)));
    for (const id of ahead) if (!late.has(id)) await forgetPending(folder, id).then(() => ahead.delete(id), warn);
  }

  /** A disk that refuses even this refuses the files, too, and the steps are late then. */
  async function writeAhead(owners: readonly Owner[], groups: ReadonlyMap<Owner | undefined, readonly Step[]>): Promise<Id> {
    const id = newId();
    ahead.add(id);
    await writePending(folder, { id, files: new Map(owners.map((owner) => [owner, groups.get(owner) ?? []])) }).catch(warn);
    return id;
  }
  /** Does what a crash has left undone, also in the files of clients that are not of this workspace. */
  async function complete(pending: Pending): Promise<void> {
    ahead.add(pending.id);
    for (const [owner, steps] of pending.files) {
      const one = kept.get(owner);
      if (one !== undefined) one.late = [...one.late.filter(({ lateId }) => lateId !== pending.id), ...steps];
      else {
        const file = openFile(owner);
        await file.change((content) => taken(content, steps));
        if (file.isNewer()) ahead.delete(pending.id);
      }
    }
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
      for (const owner of owners) {
        const { file } = keptOf(owner);
        // A disk that refuses now refuses again below, where that is told.
        await file.look().catch(() => undefined);
        noticeNewer(keptOf(owner));
        if (file.isNewer()) throw newer();
      }
      const together = owners.length > 1 ? await writeAhead(owners, groups) : undefined;
      for (const owner of owners) keptOf(owner).late = [...keptOf(owner).late, ...(groups.get(owner) ?? []).map((step) => ({ ...step, lateId: together }))];
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
    meWas: () => keptOf(mine).shown.meWas,
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
    async all() {
      const here = clientParts(keeper.book());
      const names = new Set(keeper.belongs().map(fileOf));
      const warn = (detail: string) => log.warn(detail);
      const open = (name: string) => createBookFile({ folder, name, clock, times: parts.times, onHealed: warn, onSetAside: (_, detail) => warn(detail) });
      return [...here, ...(await partsElsewhere(folder, names, open, warn))];
    },
    versions: {
      client: (id) => versionsOf(folder, fileOf(id), now, (book) => clientParts(book).find(({ client }) => client.id === id)),
      mine: versionsOf(folder, fileOf(mine), now, userPart),
    },
  };

  keptOf(mine);
  for (const id of copy.belongs) keptOf(id);
  for (const [owner, part] of byOwner(copy.book)) {
    if (owner === undefined) strays = part;
    else keptOf(owner).copy = contentOf(part);
  }
  if (!isNobody(copy.book.me)) keptOf(mine).copy = { ...contentOf({ ...keptOf(mine).copy.part, me: copy.book.me }), meWas: copy.meWas };
  const copied = new Map<Owner | undefined, Book>([...kept].map(([owner, one]) => [owner, one.copy.part]));
  for (const [owner, steps] of stepsByOwner(copied, copy.late)) if (owner !== undefined) keptOf(owner).late = steps;
  for (const [owner, one] of kept) {
    if (!copy.readOnly(owner === mine ? "me" : "client")) continue;
    one.frozen = true;
    one.shown = one.copy;
  }
  const pending = await readPending(folder, warn).catch((error: unknown) => (warn(error), []));
  for (const one of pending) await complete(one).catch((error: unknown) => (warn(error), ahead.delete(one.id)));
  await keepAll(kept.values());
  await keeper.agree({ me: copy.book.me, was: copy.meWas }).catch(warn);
  return keeper;
}

const newer = () => new StorageProblem({ id: "storage.newer" }, "a file of the book is from a newer version");

function baseOf(change: BookChange, known: Book): Step["was"] {
  if (change.op === "me") return known.me;
  const id = change.op === "put" ? change.record.id : change.id;
  const there = known[change.kind].find((record) => record.id === id);
  // Made from an earlier revision than the one that stands: what it was made from is not known any more.
  return change.op === "put" && there !== undefined && change.record.rev <= there.rev ? undefined : there;
}
