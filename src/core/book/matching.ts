import type { FoundRepository } from "../ports/git";
import type { ClientPart } from "./clientPart";
import type { Project, RepositoryScope } from "./project";
import { isOpen } from "./queries";
import type { SentRecord } from "./sentRecord";
import type { Instant } from "../time/types";

/** A repository here that is one of a client's. */
interface MatchedScope {
  readonly scope: RepositoryScope;
  /** Several: copies of it, of which nobody can tell the one that is meant. */
  readonly paths: readonly string[];
}
/** A client whose repositories lie in this workspace. */
export interface Candidate {
  readonly part: ClientPart;
  /** `remotes`: surely; `roots`: perhaps, since whatever was begun from one template has the same first commit. */
  readonly by: "remotes" | "roots";
  readonly scopes: readonly MatchedScope[];
}

/**
 * The clients that these repositories belong to. Remotes go first: where any client is matched by them, no other is matched
 * to that repository by its first commits. What is archived is left where it is.
 * @param rootsOf the first commits of each repository by its path, where they are known
 */
export function candidates(parts: readonly ClientPart[], found: readonly FoundRepository[], rootsOf: ReadonlyMap<string, readonly string[]>): readonly Candidate[] {
  const active = parts.filter(({ client }) => client.archivedAt === undefined);
  const match = (fits: (scope: RepositoryScope, repository: FoundRepository) => boolean, among: readonly FoundRepository[]) =>
    active.map((part) => ({ part, scopes: matchedScopes(part, among, fits) })).filter(({ scopes }) => scopes.length > 0);

  const surely = match((scope, { identity }) => share(scope.identity.remotes.map(lower), identity.remotes.map(lower)), found);
  const claimed = new Set(surely.flatMap(({ scopes }) => scopes.flatMap(({ paths }) => paths)));
  const rest = found.filter(({ path }) => !claimed.has(path));
  const perhaps = match((scope, { path, identity }) => share(firstCommitsOf(scope), rootsOf.get(path) ?? identity.rootCommits), rest);

  const sureIds = new Set(surely.map(({ part }) => part.client.id));
  return [
    ...surely.map((candidate): Candidate => ({ ...candidate, by: "remotes" })),
    ...perhaps.filter(({ part }) => !sureIds.has(part.client.id)).map((candidate): Candidate => ({ ...candidate, by: "roots" })),
  ];
}

/** Whether first commits could tell anything: only then are they worth a walk through history. */
export const knownByRoots = (parts: readonly ClientPart[]): boolean => parts.some((part) => scopesOf(part).some((scope) => firstCommitsOf(scope).length > 0));

function matchedScopes(part: ClientPart, found: readonly FoundRepository[], fits: (scope: RepositoryScope, repository: FoundRepository) => boolean): readonly MatchedScope[] {
  return scopesOf(part).flatMap((scope) => {
    const paths = found.filter((repository) => fits(scope, repository)).map(({ path }) => path);
    return paths.length > 0 ? [{ scope, paths }] : [];
  });
}

const firstCommitsOf = ({ identity, firstCommits = [] }: RepositoryScope): readonly string[] => [...identity.rootCommits, ...firstCommits];
const scopesOf = ({ project }: ClientPart): readonly RepositoryScope[] =>
  project.filter((each: Project) => each.archivedAt === undefined).flatMap(({ scopes }) => scopes);
const share = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
/** The large hosts take any case, in names of people and of repositories. */
const lower = (remote: string) => remote.toLowerCase();

/** What there is of a client, in numbers, for the question whether to bring it over. */
export interface PartContents {
  readonly milestones: number;
  readonly notes: number;
  readonly openNotes: number;
  readonly messages: number;
  /** When anything of it was last changed. */
  readonly changedAt: Instant;
}
export function contentsOf(part: ClientPart, sent: readonly SentRecord[]): PartContents {
  const shown = <T extends { readonly archivedAt?: unknown }>(records: readonly T[]) => records.filter(({ archivedAt }) => archivedAt === undefined);
  const dates = [part.client, ...part.project, ...part.milestone, ...part.note, ...part.meeting, ...part.invoice].map(({ changedAt }) => changedAt);
  const notes = shown(part.note);
  return {
    milestones: shown(part.milestone).length,
    notes: notes.length,
    openNotes: notes.filter(isOpen).length,
    messages: sent.filter(({ clientId }) => clientId === part.client.id).length,
    changedAt: dates.reduce((a, b) => (a > b ? a : b)),
  };
}
