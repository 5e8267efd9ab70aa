import type { ClientPart } from "../core/book/clientPart";
import { candidates, contentsOf, knownByRoots, type Candidate, type PartContents } from "../core/book/matching";
import { standing } from "../core/book/sentRecord";
import type { BookStore, KnownClients, LocalPaths } from "../core/ports/book";
import type { RepositoryFinder, RepositoryRoots } from "../core/ports/git";
import type { HistoryStore } from "../core/ports/messages";
import type { Log, Trust } from "../core/ports/user";

export interface RecoverBookDeps {
  readonly book: Pick<BookStore, "current">;
  readonly known: KnownClients;
  readonly finder: Pick<RepositoryFinder, "find">;
  readonly roots: RepositoryRoots;
  readonly history: Pick<HistoryStore, "all">;
  readonly paths: Pick<LocalPaths, "set">;
  readonly trust: Pick<Trust, "isTrusted">;
  readonly log: Pick<Log, "warn">;
}

export interface FoundClient extends Candidate {
  readonly contents: PartContents;
}

/**
 * The clients whose repositories lie in this workspace but who are not in its book: after the folder was renamed, moved or
 * cloned. Takes nothing. Runs no git before trust, nor where this machine knows no other client.
 */
export async function findAgain(deps: RecoverBookDeps, signal?: AbortSignal): Promise<readonly FoundClient[]> {
  if (!deps.trust.isTrusted()) return [];
  const here = new Set(deps.book.current().client.map(({ id }) => id));
  const parts = (await deps.known.all()).filter(({ client, project }) => !here.has(client.id) && project.some(({ scopes }) => scopes.length > 0));
  if (parts.length === 0) return [];

  const { found } = await deps.finder.find(signal);
  const fitting = candidates(parts, found, await rootsOf(deps, parts, found.map(({ path }) => path), signal));
  if (fitting.length === 0) return [];
  const sent = await deps.history.all().then(standing, (error: unknown) => {
    deps.log.warn(`the sent records could not be counted: ${String(error)}`);
    return [];
  });
  return fitting.map((candidate) => ({ ...candidate, contents: contentsOf(candidate.part, sent) }));
}

async function rootsOf({ roots, log }: RecoverBookDeps, parts: readonly ClientPart[], paths: readonly string[], signal: AbortSignal | undefined) {
  const known = new Map<string, readonly string[]>();
  if (!knownByRoots(parts)) return known;
  for (const path of paths) {
    try {
      known.set(path, await roots.roots(path, signal));
    } catch (error) {
      if (signal?.aborted === true) throw error;
      log.warn(`${path}: ${String(error)}`);
    }
  }
  return known;
}

/** Makes these clients belong to this workspace, and remembers where their repositories lie now. */
export async function bringOver(found: readonly FoundClient[], { known, paths }: Pick<RecoverBookDeps, "known" | "paths">): Promise<void> {
  await known.bringHere(found.map(({ part }) => part.client.id));
  for (const { scope, paths: places } of found.flatMap(({ scopes }) => scopes)) {
    const [only, another] = places;
    if (only !== undefined && another === undefined) await paths.set(scope.id, only);
  }
}
