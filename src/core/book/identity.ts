import type { RepositoryIdentity } from "./project";

/**
 * Whether two identities are of one repository. Remotes decide where both have some: any one in common is enough, since a
 * fork is worked on beside what it was forked from. Otherwise a root commit in common does: a repository that has never been
 * pushed has nothing else, and one that was known by its roots may have been pushed since. Two that know nothing of
 * themselves are never the same.
 */
export function sameRepository(a: RepositoryIdentity, b: RepositoryIdentity): boolean {
  if (a.remotes.length > 0 && b.remotes.length > 0) {
    const known = new Set(a.remotes.map(folded));
    return b.remotes.some((remote) => known.has(folded(remote)));
  }
  return a.rootCommits.some((root) => b.rootCommits.includes(root));
}

/** The large hosts take any case, in names of people and of repositories. */
const folded = (remote: string) => remote.toLowerCase();
