import { realpath } from "node:fs/promises";
import path from "node:path";
import { sameRepository } from "../core/book/identity";
import type { RepositoryIdentity, RepositoryScope } from "../core/book/project";
import type { LocalPaths } from "../core/ports/book";
import type { Disposable, Event } from "../core/ports/events";
import type { FoundRepository, RepositoryFinder, RepositoryProblem, RepositoryRoots } from "../core/ports/git";
import type { Log } from "../core/ports/user";
import type { GitOptions } from "./environment";
import { gitFolderAbove, gitFolderAt, type GitFolder } from "./gitFolder";
import { identityReader } from "./identity";
import { asProblem } from "./problems";
import { createGit } from "./run";
import { distinct, scan } from "./scan";

export interface FinderOptions extends GitOptions {
  /** The folders of the workspace, as paths. Asked anew at each search. */
  readonly folders: () => readonly string[];
  /** Repositories that somebody else has found: the built-in Git extension. */
  readonly known?: () => readonly string[];
  readonly localPaths: LocalPaths;
  /** Before trust nothing is looked for, and no git runs. */
  readonly isTrusted: () => boolean;
  readonly log: Log;
  /** Something of the above has changed. */
  readonly onDidChange?: Event<void>;
}

/** How many repositories are asked at once. */
const atOnce = 6;

export function createFinder(options: FinderOptions): RepositoryFinder & RepositoryRoots {
  const git = createGit(options);
  const { identityOf, rootsOf } = identityReader(git);
  const { localPaths, log } = options;

  const described = async (folder: GitFolder, signal?: AbortSignal): Promise<FoundRepository> => ({
    path: folder.top,
    name: path.basename(folder.top),
    identity: await identityOf(folder, signal),
  });

  async function folders(signal?: AbortSignal): Promise<readonly GitFolder[]> {
    const scanned = await Promise.all(options.folders().map((folder) => scan(folder, signal)));
    const known = await Promise.all((options.known?.() ?? []).map(gitFolderAt));
    return distinct([...scanned.flat(), ...known.filter((folder) => folder !== undefined)]);
  }

  async function search(signal?: AbortSignal) {
    const found: { readonly folder: GitFolder; readonly repository: FoundRepository }[] = [];
    const problems: RepositoryProblem[] = [];
    const all = await folders(signal);
    for (let at = 0; at < all.length; at += atOnce) {
      const answers = await Promise.all(
        all.slice(at, at + atOnce).map(async (folder) => {
          try {
            return { folder, repository: await described(folder, signal) };
          } catch (error) {
            if (signal?.aborted === true) throw signal.reason;
            return (await asProblem(error, git, { path: folder.top })).problem;
          }
        }),
      );
      for (const answer of answers) {
        if ("repository" in answer) found.push(answer);
        else problems.push(answer);
      }
      // Without git every repository would say the same.
      const noGit = problems.find(({ problem }) => problem.id === "git.noGit");
      if (noGit !== undefined) return { found: [], problems: [{ problem: noGit.problem, ...(noGit.detail === undefined ? {} : { detail: noGit.detail }) }] };
    }
    return { found, problems };
  }

  // Several scopes are located one after another, or at once: one search serves those that come while it runs.
  let searching: ReturnType<typeof search> | undefined;
  const sharedSearch = () => (searching ??= search().finally(() => (searching = undefined)));

  /** Roots are read only where they can decide: a repository that has a remote may have been known before it had one. */
  async function fits(scope: RepositoryScope, folder: GitFolder, identity: RepositoryIdentity): Promise<boolean> {
    if (sameRepository(scope.identity, identity)) return true;
    if (scope.identity.remotes.length > 0 || scope.identity.rootCommits.length === 0 || identity.rootCommits.length > 0) return false;
    return sameRepository(scope.identity, { remotes: [], rootCommits: await rootsOf(folder) });
  }

  /** The path kept for this scope, if what lies there still is that repository. */
  async function stored(scope: RepositoryScope): Promise<string | undefined> {
    const kept = localPaths.current()[scope.id];
    const folder = kept === undefined ? undefined : await gitFolderAt(kept);
    if (folder === undefined) return undefined;
    // A repository without a remote and without a commit has nothing to be known by but where it lies.
    const isUnknown = scope.identity.remotes.length === 0 && scope.identity.rootCommits.length === 0;
    return isUnknown || (await fits(scope, folder, await identityOf(folder))) ? folder.top : undefined;
  }

  async function among(scope: RepositoryScope): Promise<string | undefined> {
    const { found } = await sharedSearch();
    const fitting: string[] = [];
    for (const { folder, repository } of found) if (await fits(scope, folder, repository.identity)) fitting.push(repository.path);
    // Two copies of one repository: nobody but the user can tell which is meant.
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  return {
    async find(signal) {
      if (!options.isTrusted()) return { found: [], problems: [] };
      const { found, problems } = await search(signal);
      return { found: found.map(({ repository }) => repository), problems };
    },
    async at(file) {
      const folder = options.isTrusted() ? await gitFolderAbove(file) : undefined;
      if (folder === undefined) return undefined;
      try {
        return { ...(await described(folder)), within: await pathWithin(folder.top, file) };
      } catch (error) {
        log.warn(`${file}: ${String(error)}`);
        return undefined;
      }
    },
    async roots(path, signal) {
      const folder = options.isTrusted() ? await gitFolderAt(path) : undefined;
      return folder === undefined ? [] : rootsOf(folder, signal);
    },
    async locate(scope) {
      if (!options.isTrusted()) return undefined;
      try {
        const there = await stored(scope);
        if (there !== undefined) return there;
        const found = await among(scope);
        // Known from now on in windows where it is not part of the workspace, too.
        if (found !== undefined) await localPaths.set(scope.id, found);
        return found;
      } catch (error) {
        log.warn(`${scope.name}: ${String(error)}`);
        return undefined;
      }
    },
    onDidChange: options.onDidChange ?? never,
  };
}

/** As the disk knows both: an editor may have the file by a link, or in other letters where case does not count. */
async function pathWithin(top: string, file: string): Promise<string> {
  const whole = path.resolve(file);
  const real = await realpath(whole).catch(async () => path.join(await realpath(path.dirname(whole)).catch(() => path.dirname(whole)), path.basename(whole)));
  const within = path.relative(top, real);
  return within.split(path.sep)[0] === ".." ? "" : within.replaceAll(path.sep, "/");
}

const never = (): Disposable => ({ dispose: () => undefined });
