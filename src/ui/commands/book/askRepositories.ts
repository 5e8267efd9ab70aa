import { sameRepository } from "../../../core/book/identity";
import type { RepositoryIdentity, RepositoryScope } from "../../../core/book/project";
import { activeProjects, nameOfProject } from "../../../core/book/queries";
import type { Text } from "../../../core/say";
import { isChoice, type Choice, type Choices, type Frame, type Reply } from "../../prompts/screen";
import type { Ask } from "../../prompts/steps";
import type { BookCommandsDeps } from "./deps";

/** A repository on offer: found on this machine, or already in the project. */
export interface RepositoryRow {
  readonly name: string;
  readonly identity: RepositoryIdentity;
  readonly path?: string;
  /** The scope that holds it in the project at hand. */
  readonly scope?: RepositoryScope;
}
export interface RepositoryChoice {
  /** Those that were picked from elsewhere on disk. */
  readonly elsewhere: readonly RepositoryRow[];
  readonly picked: readonly RepositoryRow[];
}
interface Offer {
  readonly rows: readonly RepositoryRow[];
  /** Why there is none, where that is known. */
  readonly problem?: Text;
}
type Deps = Pick<BookCommandsDeps, "finder" | "trust" | "book" | "say" | "screen" | "messages">;

/** Starts to look at once, so that the answer is there by the time it is asked for. */
export async function lookForRepositories({ finder }: Pick<Deps, "finder">, scopes: readonly RepositoryScope[] = []): Promise<Offer> {
  const { found, problems } = await finder.find();
  const scopeOf = (identity: RepositoryIdentity) => scopes.find((scope) => sameRepository(scope.identity, identity));
  const rows = found.map(({ name, identity, path }): RepositoryRow => {
    const scope = scopeOf(identity);
    return { name, identity, path, ...(scope && { scope }) };
  });
  const away = scopes.filter((scope) => !rows.some((row) => row.scope === scope));
  const [first] = problems;
  return { rows: [...away.map((scope): RepositoryRow => ({ name: scope.name, identity: scope.identity, scope })), ...rows], ...(first && { problem: first.problem }) };
}

/**
 * Asks for the repositories of a project: those of the workspace, and any folder on disk. Ticked at first are the project's
 * own, or for a new one those that no other project has: work must not be told to two clients by accident.
 */
export const askRepositories = (ask: Ask, deps: Deps, offer: Promise<Offer>): Promise<readonly RepositoryRow[]> =>
  ask.step<RepositoryChoice>("repositories", (frame, earlier) => show(deps, frame, offer, earlier)).then(({ picked }) => picked);

async function show(deps: Deps, frame: Frame, offer: Promise<Offer>, earlier: RepositoryChoice | undefined): Promise<Reply<RepositoryChoice>> {
  const { screen, say, finder, messages, trust } = deps;
  let elsewhere = earlier?.elsewhere ?? [];
  let picked = earlier?.picked;
  for (;;) {
    let problem: Text | undefined;
    const reply = await screen.pickMany<RepositoryRow>(
      {
        choices: offer.then((known) => {
          problem = known.problem;
          return [...known.rows, ...elsewhere].map((row) => choiceOf(deps, row));
        }),
        placeholder: (choices) => placeholder(deps, choices, problem),
        waiting: say("repositories.looking"),
        picked: (choices) => picked ?? usual(deps, choices.filter(isChoice).map(({ value }) => value)),
        ...(trust.isTrusted() && { action: { label: say("repositories.elsewhere"), icon: "folder-opened" } }),
      },
      frame,
    );
    if (reply.how === "back") return { how: "back", soFar: { elsewhere, picked: reply.soFar.picked } };
    picked = reply.value.picked;
    if (!reply.value.acted) return { how: "answered", value: { elsewhere, picked } };

    const folder = await screen.folder(say("repositories.folderTitle"), say("repositories.folderButton"));
    if (folder === undefined) continue;
    const found = await finder.at(folder);
    if (!found) {
      messages.warn({ id: "repositories.notOne", values: { folder } });
      continue;
    }
    const known = [...(await offer).rows, ...elsewhere].find((row) => row.path === found.path);
    if (!known) elsewhere = [...elsewhere, found];
    picked = [...picked.filter((row) => row !== known), known ?? found];
  }
}

function placeholder({ say, trust }: Deps, choices: Choices<RepositoryRow>, problem: Text | undefined): string {
  if (choices.length > 0) return say("repositories.pick");
  if (!trust.isTrusted()) return say("repositories.untrusted");
  return problem ? say("repositories.problem", { problem }) : say("repositories.none");
}

function choiceOf(deps: Deps, row: RepositoryRow): Choice<RepositoryRow> {
  const owner = row.scope ? undefined : ownerOf(deps, row);
  return {
    label: row.name,
    ...(owner !== undefined && { description: deps.say("repositories.of", { name: owner }) }),
    ...(row.path !== undefined && { detail: row.path }),
    icon: "repo",
    value: row,
  };
}

function usual(deps: Deps, rows: readonly RepositoryRow[]): readonly RepositoryRow[] {
  const own = rows.filter((row) => row.scope);
  return own.length > 0 ? own : rows.filter((row) => ownerOf(deps, row) === undefined);
}

function ownerOf({ book }: Deps, row: RepositoryRow): string | undefined {
  const now = book.current();
  const owner = activeProjects(now).find((project) => project.scopes.some((scope) => sameRepository(scope.identity, row.identity)));
  return owner && nameOfProject(now, owner);
}

/** A long history is not worth the wait. */
const patienceMs = 1500;

async function firstCommitsOf({ finder }: Pick<BookCommandsDeps, "finder">, { path, identity }: RepositoryRow): Promise<readonly string[]> {
  if (path === undefined || identity.rootCommits.length > 0 || !finder.roots) return [];
  return finder.roots(path, AbortSignal.timeout(patienceMs)).catch(() => []);
}

/** The scopes for what was picked; those that the project had stay as they are. Remembers where the new ones lie on disk. */
export async function scopesOf(
  { newId, paths, finder }: Pick<BookCommandsDeps, "newId" | "paths" | "finder">,
  rows: readonly RepositoryRow[],
): Promise<readonly RepositoryScope[]> {
  const scopes: RepositoryScope[] = [];
  const first = await Promise.all(rows.map(async (row) => (row.scope ? [] : firstCommitsOf({ finder }, row))));
  for (const [at, { name, identity, path, scope }] of rows.entries()) {
    const firstCommits = first[at] ?? [];
    const kept = scope ?? { id: newId(), name, identity, ...(firstCommits.length > 0 && { firstCommits }) };
    if (path !== undefined) await paths.set(kept.id, path);
    scopes.push(kept);
  }
  return scopes;
}
