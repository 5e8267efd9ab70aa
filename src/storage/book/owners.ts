import { emptyBook, recordKinds, type Book, type RecordKind } from "../../core/book/book";
import type { Id } from "../../core/book/fields";
import type { AnyRecord, Step } from "./content";

/** Whose file a record stands in: a client's id, or the user's. */
export const mine = Symbol("the user's own file");
export type Owner = Id | typeof mine;

type ClientOf = (projectId: Id) => Id | undefined;

/** Undefined for what belongs to a project that is nowhere. */
function ownerOf(kind: RecordKind, record: AnyRecord, clientOf: ClientOf): Owner | undefined {
  if (kind === "client") return record.id;
  if (kind === "absence") return mine;
  return "clientId" in record ? record.clientId : clientOf((record as Book["milestone"][number]).projectId);
}

/** A book by the files that it is kept in. What has no owner stands under undefined. */
export function byOwner(book: Book, clientOf: ClientOf = () => undefined): ReadonlyMap<Owner | undefined, Book> {
  const clientOfProject = new Map(book.project.map(({ id, clientId }) => [id, clientId]));
  const parts = new Map<Owner | undefined, Record<RecordKind, AnyRecord[]>>();
  for (const kind of recordKinds) {
    for (const record of book[kind] as readonly AnyRecord[]) {
      const owner = ownerOf(kind, record, (id) => clientOfProject.get(id) ?? clientOf(id));
      const part = parts.get(owner) ?? { client: [], project: [], milestone: [], note: [], meeting: [], absence: [], invoice: [] };
      parts.set(owner, part);
      part[kind].push(record);
    }
  }
  return new Map([...parts].map(([owner, part]) => [owner, { ...emptyBook, ...part } as Book]));
}

/** The books of several files, as one. Lists that only one of them has stay the very same. */
export function joined(parts: readonly Book[], me: Book["me"]): Book {
  const lists = recordKinds.map((kind) => {
    const some = parts.map((part): readonly AnyRecord[] => part[kind]).filter((list) => list.length > 0);
    return [kind, some.length > 1 ? some.flat() : (some[0] ?? [])] as const;
  });
  return { ...emptyBook, ...Object.fromEntries(lists), me };
}

/**
 * The steps by the file that each concerns. What moves from one client to another is put in one file and taken out of the
 * other, in this order: a crash between the two leaves it in both. `parts` are the files as they stand.
 */
export function stepsByOwner(parts: ReadonlyMap<Owner | undefined, Book>, steps: readonly Step[]): ReadonlyMap<Owner | undefined, readonly Step[]> {
  const groups = new Map<Owner | undefined, Step[]>();
  const moves = new Map<Id, Id>();
  const add = (owner: Owner | undefined, step: Step) => {
    const group = groups.get(owner);
    if (group) group.push(step);
    else groups.set(owner, [step]);
  };
  const holder = (kind: RecordKind, id: Id): readonly [Owner | undefined, AnyRecord] | undefined => {
    for (const [owner, part] of parts) {
      const record = (part[kind] as readonly AnyRecord[]).find((one) => one.id === id);
      if (record !== undefined) return [owner, record];
    }
    return undefined;
  };
  const clientOf: ClientOf = (id) => moves.get(id) ?? (holder("project", id)?.[1] as Book["project"][number] | undefined)?.clientId;
  const place = (kind: RecordKind, record: AnyRecord, step: Step): void => {
    const here = holder(kind, record.id);
    const owner = ownerOf(kind, record, clientOf) ?? here?.[0];
    if (here === undefined || here[0] === owner) add(owner, step);
    else {
      add(owner, { ...step, was: undefined });
      add(here[0], { change: { op: "remove", kind, id: record.id }, was: here[1] });
    }
  };

  for (const step of steps) {
    const { change } = step;
    if (change.op === "me") add(mine, step);
    else if (change.op === "put") {
      place(change.kind, change.record, step);
      if (change.kind !== "project") continue;
      moves.set(change.record.id, change.record.clientId);
      for (const [owner, part] of parts) {
        if (owner === change.record.clientId) continue;
        for (const record of part.milestone) {
          if (record.projectId === change.record.id) place("milestone", record, { change: { op: "put", kind: "milestone", record } });
        }
      }
    } else {
      const put = [...groups].find(([, group]) =>
        group.some(({ change: one }) => one.op === "put" && one.kind === change.kind && one.record.id === change.id),
      );
      const here = holder(change.kind, change.id)?.[0];
      add(put === undefined ? here : put[0], step);
      if (put !== undefined && here !== put[0]) add(here, step);
    }
  }
  return groups;
}
