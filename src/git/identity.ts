import { stat } from "node:fs/promises";
import path from "node:path";
import type { RepositoryIdentity } from "../core/book/project";
import type { GitFolder } from "./gitFolder";
import { normalisedRemote } from "./remotes";
import { repositoryState } from "./repositoryState";
import type { Git } from "./run";

/**
 * Asks git for what a repository is known by. Remembers root commits, which take a walk through all of history, and remotes
 * for as long as the repository's configuration stays untouched.
 */
export interface IdentityReader {
  /** Roots only where there is no remote. */
  readonly identityOf: (folder: GitFolder, signal?: AbortSignal) => Promise<RepositoryIdentity>;
  /** Those of HEAD, sorted; none in a shallow clone, where history seems to begin anywhere. */
  readonly rootsOf: (folder: GitFolder, signal?: AbortSignal) => Promise<readonly string[]>;
}

export function identityReader(git: Git): IdentityReader {
  const known = new Map<string, readonly string[]>();
  const remembered = new Map<string, { readonly version: string; readonly remotes: readonly string[] }>();

  async function rootsOf(folder: GitFolder, signal?: AbortSignal): Promise<readonly string[]> {
    const before = known.get(folder.commonDir);
    if (before !== undefined) return before;
    if ((await repositoryState(folder)).isShallow) return [];
    const out = await git(folder.top, ["rev-list", "--ignore-missing", "--max-parents=0", "--stdin"], { input: "HEAD\n", signal });
    const roots = out.toString().split("\n").filter(Boolean).sort();
    if (roots.length > 0) known.set(folder.commonDir, roots);
    return roots;
  }

  async function remotesOf(folder: GitFolder, signal?: AbortSignal): Promise<readonly string[]> {
    const version = await stat(path.join(folder.commonDir, "config")).then(({ mtimeMs, size }) => `${mtimeMs} ${size}`, () => undefined);
    const before = remembered.get(folder.commonDir);
    if (before !== undefined && before.version === version) return before.remotes;
    // As they are written: "insteadOf" is how this machine reaches a repository, not what it is.
    const values = await configValues(git, folder.top, "^remote\\..*\\.url$", signal);
    const remotes = [...new Set(values.map(({ value }) => normalisedRemote(value)).filter((remote) => remote !== undefined))].sort();
    if (version !== undefined) remembered.set(folder.commonDir, { version, remotes });
    return remotes;
  }

  return {
    rootsOf,
    async identityOf(folder, signal) {
      const remotes = await remotesOf(folder, signal);
      return { remotes, rootCommits: remotes.length > 0 ? [] : await rootsOf(folder, signal) };
    },
  };
}

/** Every key that matches, in lower case, with its value, in the order in which git reads them. */
export async function configValues(git: Git, folder: string, keys: string, signal?: AbortSignal): Promise<{ key: string; value: string }[]> {
  // 1: no such key.
  const out = await git(folder, ["config", "-z", "--get-regexp", keys], { signal, accept: [0, 1] });
  return out.toString().split("\0").flatMap((entry) => {
    const at = entry.indexOf("\n");
    return at < 0 ? [] : [{ key: entry.slice(0, at).toLowerCase(), value: entry.slice(at + 1) }];
  });
}
