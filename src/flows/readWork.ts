import type { Id } from "../core/book/fields";
import type { Me } from "../core/book/me";
import type { Project, RepositoryScope, TellFrom } from "../core/book/project";
import type { HistoryEntry } from "../core/book/sentRecord";
import { standing } from "../core/book/sentRecord";
import { GitProblem, type Companion, type GitLog, type LogReading, type RepositoryFinder, type RepositoryProblem } from "../core/ports/git";
import type { Settings } from "../core/ports/user";
import { once } from "../core/once";
import type { CommitMet } from "../core/work/commit";
import type { Summing, Telling } from "../core/work/summing";
import type { WorkSummary } from "../core/work/summary";
import type { PatchIds } from "../core/work/told";
import { coveredBy, readingMark, toldHistory, type ReadUpTo } from "../core/work/toldHistory";

export interface ReadWorkDeps {
  readonly gitLog: GitLog;
  readonly finder: Pick<RepositoryFinder, "locate">;
  readonly settings: Settings;
}

/** What is asked of git beyond "since last time". */
export interface ReadWorkRange {
  readonly from?: string;
  readonly to?: string;
}

export interface WorkRead {
  readonly summary: WorkSummary;
  /** Per repository scope: the tips that this reading covers. */
  readonly readUpTo: Readonly<Record<Id, readonly string[]>>;
  /** Per repository scope: whose commits of which files it was of. */
  readonly readOf: Readonly<Record<Id, string>>;
  /** Repositories that could not be read, and what else the writer should know. */
  readonly problems: readonly RepositoryProblem[];
}

interface ReadWorkOptions {
  readonly range?: ReadWorkRange;
  readonly signal?: AbortSignal;
  readonly telling?: Telling;
  /** Called while git is at work, so that what is needed next is there when it is done. */
  readonly beside?: () => void;
}

/**
 * The work of a project that was not told yet. A repository that cannot be read is a problem in the answer; the others
 * are read all the same.
 */
export async function readWork(
  project: Project,
  me: Me,
  history: readonly HistoryEntry[],
  tellFrom: TellFrom,
  deps: ReadWorkDeps,
  { telling, beside, ...options }: ReadWorkOptions = {},
): Promise<WorkRead> {
  const upTo = toldHistory(history, project.id);
  const work = summingBeside(project, telling, beside);
  const readings = await Promise.all(
    project.scopes.map((scope) => readScope(scope, upTo.get(scope.id) ?? [], { project, me, tellFrom, deps, companion: work.companionOf(scope), ...options })),
  );

  const commits = readings.flatMap((reading) => reading.commits);
  const told = standing(history).filter((record) => record.projectId === project.id);
  const { sumUp } = await work.summing();

  return {
    summary: await sumUp(commits, told, (doubtful) => readPatchIds(doubtful, readings, deps, options.signal)),
    readUpTo: Object.fromEntries(readings.flatMap((reading) => (reading.tips.length > 0 ? [[reading.scopeId, reading.tips]] : []))),
    readOf: Object.fromEntries(readings.flatMap(({ tips, scopeId, mark }) => (tips.length > 0 && mark !== undefined ? [[scopeId, mark]] : []))),
    problems: [...noRepository(project), ...readings.flatMap((reading) => reading.notices)],
  };
}

/** What sums up is large: it is loaded while git is at work, and then takes each commit as soon as git has found it. */
function summingBeside(project: Project, telling: Telling | undefined, beside: (() => void) | undefined) {
  const waiting: [scopeId: Id, commit: CommitMet][] = [];
  let taker: Summing | undefined;
  const summing = once(async () => {
    const { beginSumming } = await import("../core/work/summing");
    taker = beginSumming(project.id, telling);
    for (const [scopeId, commit] of waiting.splice(0)) taker.take(scopeId, commit);
    return taker;
  });
  const companionOf = ({ id }: RepositoryScope): Companion => ({
    begun() {
      // Who waits for it later hears of a failure.
      summing().catch(() => undefined);
      beside?.();
    },
    met(commit) {
      if (taker) taker.take(id, commit);
      else waiting.push([id, commit]);
    },
  });
  return { summing, companionOf };
}

const noRepository = ({ scopes, name }: Project): readonly RepositoryProblem[] =>
  scopes.length > 0 ? [] : [{ problem: { id: "draft.noRepository", values: { name } } }];

interface ScopeReading extends LogReading {
  readonly scopeId: Id;
  readonly path?: string;
  readonly mark?: string;
}

interface ScopeContext {
  readonly project: Project;
  readonly me: Me;
  readonly tellFrom: TellFrom;
  readonly deps: ReadWorkDeps;
  readonly companion: Companion;
  readonly range?: ReadWorkRange;
  readonly signal?: AbortSignal;
}

async function readScope(scope: RepositoryScope, read: readonly ReadUpTo[], context: ScopeContext): Promise<ScopeReading> {
  const { project, deps, signal } = context;
  try {
    const path = await deps.finder.locate(scope);
    if (path === undefined) {
      throw new GitProblem({ scopeId: scope.id, problem: { id: "git.notFound", values: { name: scope.name } } });
    }
    const authors = await whose(path, context);
    const mark = readingMark(authors, scope);
    const reading = await deps.gitLog.read(
      {
        scopeId: scope.id,
        path,
        goesLive: project.goesLive,
        tellFrom: context.tellFrom,
        readUpTo: coveredBy(read, mark),
        ...(scope.include && { include: scope.include }),
        ...(scope.exclude && { exclude: scope.exclude }),
        ...(scope.branches && { branches: scope.branches }),
        ...(authors && { authors }),
        ...(context.range && { range: context.range }),
      },
      signal,
      context.companion,
    );
    return { ...reading, scopeId: scope.id, path, mark };
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    return { scopeId: scope.id, commits: [], tips: [], notices: [error.problem] };
  }
}

/** Whose commits count: mine, unless the setting says everyone's or nothing is known about me. */
async function whose(path: string, { me, deps }: ScopeContext): Promise<readonly string[] | undefined> {
  if (deps.settings.whoseCommits() === "everyone") return undefined;
  const emails = [...me.emails, ...deps.settings.myEmails(), ...(await deps.gitLog.myEmails(path))];
  return emails.length > 0 ? emails : undefined;
}

async function readPatchIds(
  doubtful: ReadonlySet<string>,
  readings: readonly ScopeReading[],
  deps: ReadWorkDeps,
  signal: AbortSignal | undefined,
): Promise<PatchIds> {
  const paths = readings.flatMap(({ path }) => path ?? []);
  const found = await Promise.all(paths.map((path) => deps.gitLog.patchIds(path, [...doubtful], signal)));
  return new Map(found.flatMap((ids) => [...ids]));
}

