import { recordKinds, type RecordKind } from "../../core/book/book";
import { knewOfRemoval, tookOut, withAncestors } from "./ancestry";
import { find, keyOf, placed, withWaiting, type AnyRecord, type Content, type Gone } from "./content";

/** A record that one of the homes has, and that the other one took out. */
interface Met {
  readonly kind: RecordKind;
  readonly record: AnyRecord;
  readonly gone: Gone;
  /** The marks of what the record was before. */
  readonly was: readonly string[] | undefined;
}

/**
 * The file's content with the records that it or its copy took out while the other one changed them: they stand, above the
 * revision that was taken out, and that they were waits beside them. So does what such a record belongs to. The very same
 * where there are none.
 */
export function withRemovedApart(content: Content, copy: Content): Content {
  const ofFile = outOfFile(content, copy);
  const ofCopy = outOfCopy(content, copy);
  const changed = [...ofFile.filter(isChangedInCopy), ...ofCopy.filter(isChangedInFile)];
  if (changed.length === 0) return content;
  const others = [...ofFile, ...ofCopy].filter((one) => !changed.includes(one));
  const projects = others.filter((one) => one.kind === "project" && changed.some((child) => isOf(one, child)));
  const clients = others.filter((one) => one.kind === "client" && [...changed, ...projects].some((child) => isOf(one, child)));
  return [...clients, ...projects, ...changed].reduce(kept, content);
}

/** What was taken out and stands all the same, since it is in a later revision, is out no more. The very same where all is out. */
export function outOf({ part, gone }: Pick<Content, "part" | "gone">): Content["gone"] {
  const standing = standingOf(part, gone);
  const isOut = (key: string, { rev }: Gone) => (standing.get(key)?.rev ?? 0) <= rev;
  return standing.size === 0 ? gone : new Map([...gone].filter(([key, one]) => isOut(key, one)));
}

/** The records that are there although they were taken out once, by their keys: found in one walk through thousands. */
function standingOf(part: Content["part"], gone: Content["gone"]): ReadonlyMap<string, AnyRecord> {
  if (gone.size === 0) return new Map();
  const ids = new Set([...gone.values()].map(({ id }) => id));
  const found = recordKinds.flatMap((kind) => (part[kind] as readonly AnyRecord[]).flatMap((record) => (ids.has(record.id) ? [[keyOf(kind, record.id), record] as const] : [])));
  return new Map(found.filter(([key]) => gone.has(key)));
}

function outOfFile({ part, gone: all }: Content, copy: Content): readonly Met[] {
  if (all.size === 0) return [];
  return recordKinds.flatMap((kind) =>
    (copy.part[kind] as readonly AnyRecord[]).flatMap((record): readonly Met[] => {
      const key = keyOf(kind, record.id);
      const gone = all.get(key);
      return gone === undefined || find(part, kind, record.id) !== undefined ? [] : [{ kind, record, gone, was: copy.was.get(key) }];
    }),
  );
}

function outOfCopy({ part, was }: Content, { gone: all }: Content): readonly Met[] {
  return [...standingOf(part, all)].map(([key, record]): Met => {
    const gone = all.get(key) as Gone;
    return { kind: gone.kind, record, gone, was: was.get(key) };
  });
}

const isChangedApart = ({ record, gone }: Met): boolean => record.rev <= gone.rev && !tookOut(gone.was, record);
/** Where the marks do not tell whether the maker of a higher revision knew, what the file has stands, and what it has not is asked about. */
const isChangedInCopy = (met: Met): boolean => (met.record.rev > met.gone.rev ? knewOfRemoval(met.was, met.gone) !== true : isChangedApart(met));
const isChangedInFile = (met: Met): boolean => (met.record.rev > met.gone.rev ? knewOfRemoval(met.was, met.gone) === false : isChangedApart(met));

/** Whether `child` cannot stand without this client or project. */
function isOf({ kind, record: { id } }: Met, { record }: Met): boolean {
  if (kind === "client") return "clientId" in record && record.clientId === id;
  return kind === "project" && "projectId" in record && record.projectId === id;
}

function kept(content: Content, { kind, record, gone, was }: Met): Content {
  const key = keyOf(kind, record.id);
  const known = find(content.part, kind, record.id);
  const stands = record.rev > gone.rev ? record : { ...record, rev: gone.rev + 1 };
  const withMarks = { ...content, was: withAncestors(content.was, key, was ?? []), gone: new Map(content.gone).set(key, gone) };
  const after = placed(known === undefined ? placed(withMarks, kind, record) : withMarks, kind, stands);
  return { ...after, waiting: withWaiting(after.waiting, [{ kind, record, removed: true }]) };
}
