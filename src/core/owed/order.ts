import { byUrgency } from "./level";
import type { Owed } from "./owed";

/**
 * Puts lists together into one, most urgent first. Of a list that was in it the last time nothing is sorted anew, and where
 * all of them were, the whole is the same object.
 */
export function createOrder(): (lists: readonly (readonly Owed[])[]) => readonly Owed[] {
  let known: ReadonlySet<readonly Owed[]> = new Set();
  let whole: readonly Owed[] = [];
  return (lists) => {
    const now = new Set(lists);
    const before = new Set([...known].filter((list) => !now.has(list)).flat());
    const after = lists.filter((list) => !known.has(list)).flat();
    known = now;
    const came = after.filter((item) => !before.delete(item));
    if (before.size === 0 && came.length === 0) return whole;
    const all = before.size === 0 ? whole.slice() : whole.filter((item) => !before.has(item));
    for (const item of came) all.splice(placeOf(item, all), 0, item);
    whole = all;
    return whole;
  };
}

/** Where it belongs in a list that is in order. */
function placeOf(item: Owed, list: readonly Owed[]): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = list[middle];
    if (other !== undefined && byUrgency(other, item) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
