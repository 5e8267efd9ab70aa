import { saysNothing } from "../decide/judge";
import type { Entry } from "./entry";
import type { Lookup } from "./lookup";
import type { Sets } from "./sets";

/** How many older commits are looked at for the one that a nameless correction belongs to. */
const reach = 12;
const correction =
  /^(?:oops|whoops|forgot|forgotten|missed|missing (?:file|import|change)|follow[- ]?up|fix (?:the )?(?:typo|lint|linting|tests?|build|ci|previous|last|formatting|merge)|(?:address|apply|implement)\w* .{0,30}(?:review|feedback|suggestions?|comments)|(?:code )?review|pr (?:feedback|comments|review)|nits?)\b/i;

/**
 * A correction of something in the same period is part of it: nobody is told that a thing was fixed which they never had
 * otherwise. Only work of one standing folds; a correction that is not out yet does not make what is out unfinished.
 * @returns the places whose target lies outside the period
 */
export function joinFollowUps(entries: readonly Entry[], lookup: Lookup, sets: Sets, isSettled: (at: number) => boolean): ReadonlySet<number> {
  const lost = new Set<number>();
  for (const entry of entries) {
    const { message, commit, at } = entry;
    if (isSettled(at) || !mayFollow(entry)) continue;
    const fits = (target: Entry | undefined): target is Entry =>
      target !== undefined && target.at > at && !isSettled(target.at) && target.commit.standing === commit.standing && target.commit.parents.length < 2;

    if (message.fixes !== undefined) {
      const target = lookup.bySubject(commit.scopeId, message.fixes, at) ?? lookup.byHash(commit.scopeId, message.fixes.toLowerCase());
      if (fits(target)) sets.join(at, target.at);
      else lost.add(at);
      continue;
    }
    const named = message.follows.map((hash) => lookup.byHash(commit.scopeId, hash)).find(fits);
    if (named) sets.join(at, named.at);
    else if (message.follows.length === 0 || (commit.parents.length < 2 && correction.test(message.title))) {
      const near = nearest(entries, entry, fits);
      if (near) sets.join(at, near.at);
    }
  }
  return lost;
}

/** Nearly none does, and most of what follows is for those. */
const mayFollow = ({ message, commit }: Entry): boolean =>
  message.fixes !== undefined || message.follows.length > 0 || (commit.parents.length < 2 && correction.test(message.title));

/** The youngest of the older commits by the same author that touched one of the same files. */
function nearest(entries: readonly Entry[], entry: Entry, fits: (target: Entry) => boolean): Entry | undefined {
  const files = new Set(entry.commit.files);
  return entries
    .slice(entry.at + 1, entry.at + 1 + reach)
    .find(
      (older) =>
        older.commit.scopeId === entry.commit.scopeId &&
        older.commit.author.email === entry.commit.author.email &&
        fits(older) &&
        !saysNothing(older.message.title) &&
        older.commit.files.some((file) => files.has(file)),
    );
}
