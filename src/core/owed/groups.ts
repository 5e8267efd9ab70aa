import type { Id } from "../book/fields";

type GroupOf<T> = (owner: Id) => readonly T[];

/** Records by what they belong to, in their own order. Those that are archived belong to nothing. */
export function grouped<T extends object>(records: readonly T[], ownerOf: (record: T) => Id | undefined): GroupOf<T> {
  const groups = groupsOf(records, ownerOf);
  return (owner) => groups.get(owner) ?? none;
}

/**
 * The same, kept up to date from list to list: only the groups that a change touches are made anew. A group is the same
 * object for as long as the same records are in it, so that whoever rests on it sees at a glance that nothing has changed.
 */
export function createGroups<T extends object>(ownerOf: (record: T) => Id | undefined): (records: readonly T[]) => GroupOf<T> {
  let known: readonly T[] = none;
  const groups = new Map<Id, readonly T[]>();
  const groupOf: GroupOf<T> = (owner) => groups.get(owner) ?? none;
  return (records) => {
    const touched = new Set(changedBetween(known, records).map(ownerOf));
    known = records;
    touched.delete(undefined);
    if (touched.size === 0) return groupOf;
    const anew = groupsOf(records, (record) => {
      const owner = ownerOf(record);
      return touched.has(owner) ? owner : undefined;
    });
    for (const owner of touched) {
      if (owner === undefined) continue;
      const group = anew.get(owner);
      if (group === undefined) groups.delete(owner);
      else if (!areSame(group, groupOf(owner))) groups.set(owner, group);
    }
    return groupOf;
  };
}

/** The same records, by identity, in the same order. */
export function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  return a.length === b.length && sameUntil(a, b) === a.length;
}

/** What stands in one list and not, or not in the same place, in the other: mostly one record, of thousands. */
function changedBetween<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return none;
  const start = sameUntil(before, after);
  const most = Math.min(before.length, after.length) - start;
  let end = 0;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
}

function sameUntil(a: readonly unknown[], b: readonly unknown[]): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && a[n] === b[n]) n++;
  return n;
}

const isShown = (record: { readonly archivedAt?: unknown }): boolean => record.archivedAt === undefined;
const none: readonly never[] = [];

function groupsOf<T extends object>(records: readonly T[], ownerOf: (record: T) => Id | undefined): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const record of records) {
    const owner = isShown(record) ? ownerOf(record) : undefined;
    if (owner === undefined) continue;
    const group = groups.get(owner);
    if (group) group.push(record);
    else groups.set(owner, [record]);
  }
  return groups;
}
