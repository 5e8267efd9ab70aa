import type { Gone } from "./content";
import type { GoneFrom } from "./copies";
import { mine, type Owner } from "./owners";

/** A copy that travels tells the files of another machine what was taken out lately. Of each client as much as of every other. */
const mostBytes = 12 * 1024;

/** What the copies keep of what was taken out of the files. */
export function smallGone(byOwner: ReadonlyMap<Owner, readonly Gone[]>, most: number = mostBytes): readonly GoneFrom[] {
  const some = [...byOwner].filter(([, all]) => all.length > 0);
  return some.flatMap(([owner, all]) => {
    let room = most / some.length;
    const latest = all.toReversed().map((gone): GoneFrom => (owner === mine ? gone : { ...gone, of: owner }));
    const end = latest.findIndex((one) => (room -= JSON.stringify(one).length + 1) < 0);
    return latest.slice(0, end < 0 ? undefined : end).reverse();
  });
}

export function goneByOwner(all: readonly GoneFrom[]): ReadonlyMap<Owner, readonly Gone[]> {
  const groups = new Map<Owner, Gone[]>();
  for (const { of = mine, ...gone } of all) groups.set(of, [...(groups.get(of) ?? []), gone]);
  return groups;
}
