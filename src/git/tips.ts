import type { LogRequest } from "../core/ports/git";
import type { Text } from "../core/say";
import type { Branch, Refs } from "./refs";
import type { Range } from "./revisions";
import type { RepositoryState } from "./repositoryState";

/** Where a reading begins, where it ends, and what counts as ready and live. Hashes of commits throughout. */
export interface Plan {
  /** History is read from these. `branch` is what a person calls it, without the remote; a detached HEAD has none. */
  readonly tips: readonly Tip[];
  /** What these reach is merged. */
  readonly ready: readonly string[];
  /** What these reach is live. */
  readonly live: readonly string[];
  /** Those of `live` that are tags: there may be hundreds. */
  readonly liveTags: readonly string[];
  /** What these reach is not read. Some may have vanished. */
  readonly without: readonly string[];
  /** Commits from before are not told. Milliseconds since 1970. */
  readonly notBefore?: number;
  readonly notices: readonly Text[];
}
interface Tip {
  readonly hash: string;
  readonly branch?: string;
}

/** Names that stand in for a default branch where no remote says which it is, the likeliest first. */
const usualDefaults = ["main", "master", "trunk", "develop"];

/**
 * The refs of the default branch. In this order: what a remote's HEAD points at (origin's before any other's), with the
 * local branch of that name; else the first of main, master, trunk, develop that exists, locally or on a remote; else the
 * only branch there is; else none, and HEAD has to do.
 */
function defaultBranches({ branches, remoteHeads }: Refs): readonly Branch[] {
  const heads = [...remoteHeads].sort((a, b) => Number(b.remote === "origin") - Number(a.remote === "origin"));
  const first = branches.find(({ ref }) => ref === heads[0]?.target);
  if (first !== undefined) {
    const targets = new Set(heads.map(({ target }) => target));
    return branches.filter((branch) => targets.has(branch.ref) || (!branch.isRemote && branch.shortName === first.shortName));
  }
  for (const name of usualDefaults) {
    const named = branches.filter(({ shortName }) => shortName === name);
    if (named.length > 0) return named;
  }
  const names = new Set(branches.map(({ shortName }) => shortName));
  return names.size === 1 ? branches : [];
}

/** The branches that a person means by "production" or "origin/production". */
const named = (branches: readonly Branch[], name: string) => branches.filter((branch) => branch.name === name || branch.shortName === name);

export function planReading(request: LogRequest, refs: Refs, state: RepositoryState, range?: Range): Plan {
  const { branches } = refs;
  const notices: Text[] = [];
  const head = state.head !== undefined && "hash" in state.head && !state.isRebasing ? state.head.hash : undefined;

  const byDefault = defaultBranches(refs);
  const current = branches.find(({ isCurrent }) => isCurrent)?.hash ?? head;
  const ready = byDefault.length > 0 ? hashes(byDefault) : current === undefined ? [] : [current];

  const liveBranches = request.goesLive.by === "branch" ? named(branches, request.goesLive.branch) : [];
  if (request.goesLive.by === "branch" && liveBranches.length === 0 && branches.length > 0)
    notices.push({ id: "git.liveBranchMissing", values: { branch: request.goesLive.branch } });
  const { liveTags } = refs;
  const live = unique([...hashes(liveBranches), ...liveTags]);
  const standing = { ready, live, liveTags };

  if (range !== undefined) {
    const { to } = range;
    const branch = branches.find(({ hash }) => hash === to)?.shortName;
    return { ...standing, tips: to === undefined ? [] : [{ hash: to, ...(branch === undefined ? {} : { branch }) }], without: range.from === undefined ? [] : [range.from], notices };
  }

  const tips: Tip[] = [];
  const add = (some: readonly Branch[]) => some.forEach(({ hash, shortName }) => tips.push({ hash, branch: shortName }));
  if (request.branches === undefined) {
    const local = branches.filter(({ isRemote }) => !isRemote);
    const upstreams = new Set([...local.map(({ upstream }) => upstream), ...refs.remoteHeads.map(({ target }) => target)]);
    add(local);
    add(branches.filter(({ ref, isRemote }) => isRemote && upstreams.has(ref)));
    add(byDefault);
    add(liveBranches);
    tips.push(...liveTags.map((hash) => ({ hash })));
    if (head !== undefined) tips.push({ hash: head });
  } else {
    for (const branch of request.branches) {
      const some = named(branches, branch);
      if (some.length === 0) notices.push({ id: "git.branchMissing", values: { branch } });
      add(some);
    }
  }

  const { firstTag } = refs;
  const { tellFrom } = request;
  return {
    ...standing,
    tips: uniqueTips(tips),
    without: unique([...request.readUpTo.filter((hash) => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(hash)), ...(firstTag === undefined ? [] : [firstTag])]),
    // A repository without the tag begins when the tag was made.
    ...(tellFrom.from === "beginning" || firstTag !== undefined ? {} : { notBefore: Date.parse(tellFrom.at) }),
    notices,
  };
}

const hashes = (branches: readonly Branch[]) => unique(branches.map(({ hash }) => hash));
const unique = (some: readonly string[]) => [...new Set(some)];
/** The first name of a hash stays: local branches come before remote ones. */
const uniqueTips = (tips: readonly Tip[]) => [...new Map([...tips].reverse().map((tip) => [tip.hash, tip])).values()].reverse();
