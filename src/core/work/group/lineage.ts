import { rank, type Entry } from "./entry";

/**
 * Which merge brought a commit in: for each place, the place of the innermost merge whose side branch it lies on, or -1
 * for the main line. Every commit is walked once.
 *
 * A line is followed along first parents until it meets what was walked before. Older merges of a line come before newer
 * ones, so that what a branch merged back from the main line is already taken when the branch is walked. Where a filter
 * has torn the line apart, each piece is a line of its own; work in progress comes last, so that it never takes what was
 * merged.
 */
export function lineage(entries: readonly Entry[]): readonly number[] {
  const places = placesOf(entries);
  const parents = entries.map(({ commit }) => commit.parents.map((hash) => places.get(commit.scopeId)?.get(hash)));
  const isParent = new Set<number | undefined>();
  for (const some of parents) for (const parent of some) isParent.add(parent);
  const heads = entries.filter(({ at }) => !isParent.has(at)).sort((a, b) => rank(b.commit.standing) - rank(a.commit.standing) || a.at - b.at);

  const owner = new Array<number>(entries.length).fill(-1);
  const walked = new Array<boolean>(entries.length).fill(false);
  const lines: { readonly tip: number; readonly owner: number }[] = [];
  const follow = (tip: number, by: number): void => {
    for (let place: number | undefined = tip; place !== undefined && !walked[place]; place = parents[place]?.[0]) {
      walked[place] = true;
      owner[place] = by;
      // Pushed from newest to oldest, taken from the end: the oldest first.
      const sides = parents[place] as readonly (number | undefined)[];
      for (let at = 1; at < sides.length; at++) if (sides[at] !== undefined) lines.push({ tip: sides[at] as number, owner: place });
    }
  };
  const finish = (): void => {
    for (let line = lines.pop(); line; line = lines.pop()) follow(line.tip, line.owner);
  };
  for (const done of [true, false]) {
    for (const { at, commit } of heads) if (rank(commit.standing) > 0 === done) follow(at, -1);
    finish();
  }
  return owner;
}

/** By scope and hash. */
function placesOf(entries: readonly Entry[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const places = new Map<string, Map<string, number>>();
  for (const { at, commit } of entries) {
    let ofScope = places.get(commit.scopeId);
    if (!ofScope) places.set(commit.scopeId, (ofScope = new Map<string, number>()));
    ofScope.set(commit.hash, at);
  }
  return places;
}
