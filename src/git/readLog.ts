import type { Companion, LogReading, LogRequest, RepositoryProblem } from "../core/ports/git";
import type { Text } from "../core/say";
import type { Commit } from "../core/work/commit";
import { byAuthors, writtenBy } from "./authors";
import { beginEarly } from "./beginEarly";
import type { LoggedCommit } from "./commitRecords";
import { gitFolderAbove, type GitFolder } from "./gitFolder";
import { narrowed, walkGraph, type Graph, type Walk } from "./graph";
import { pathspecs } from "./pathspecs";
import { asProblem, problemAt } from "./problems";
import { readRefs, type Refs, type WantedTags } from "./refs";
import { repositoryState, type RepositoryState } from "./repositoryState";
import { gitConfirms, resolveRange, type Guess, type Range } from "./revisions";
import { GitFailure, type Git } from "./run";
import { findSquashes } from "./squashes";
import { findSquashesAcross, type Lines } from "./squashesAcross";
import { coveredTips, isDecidedByTips, standingsIn } from "./standing";
import { planReading, type Plan } from "./tips";
import { walkCommits } from "./walk";

/** Reads what a request asks for, in as few processes as it can: the branches, the commits, sometimes the bare graph. */
export async function readLog(git: Git, request: LogRequest, signal?: AbortSignal, companion?: Companion): Promise<LogReading> {
  try {
    return await read(git, request, signal, companion);
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    throw await asProblem(error, git, request);
  }
}

async function read(git: Git, request: LogRequest, signal?: AbortSignal, companion?: Companion): Promise<LogReading> {
  const { path, goesLive, tellFrom } = request;
  const scope = pathspecs(request.include, request.exclude);
  if ("problem" in scope) throw problemAt(request, scope.problem);
  const wanted = {
    ...(goesLive.by === "tag" ? { liveTags: goesLive.pattern } : {}),
    ...(tellFrom.from === "tag" && request.range === undefined ? { firstTag: tellFrom.tag } : {}),
  };
  const isWhole = scope.specs.length === 0 && request.branches === undefined && request.range === undefined;
  const folder = gitFolderAbove(path);
  const located = folder.then(stateOf);
  const walk = (plan: Plan, state: RepositoryState, stop?: AbortSignal) => walkAll(git, request, plan, state, { specs: scope.specs, isWhole, met: companion && meeting(companion, request) }, stop);
  // Which tags are meant, and what commits they lead to, only git knows.
  const early = "liveTags" in wanted || "firstTag" in wanted ? undefined : beginEarly(request, folder, located, walk, signal);
  // The walk takes longest, and each process that is started holds up the next.
  await early?.begun;
  const asked = Promise.all([located, askGit(git, request, wanted, await early?.guess, signal)]);
  companion?.begun();
  const [state, { refs, range }] = await asked.catch((error: unknown) => {
    early?.drop();
    throw error;
  });
  const plan = planReading(request, refs, state, range);
  const isLimited = request.branches !== undefined || range !== undefined;
  if (plan.tips.length === 0) {
    early?.drop();
    // Branches asked for that are not there have been noticed; otherwise there is nothing yet.
    const empty: Text[] = refs.branches.length === 0 ? [{ id: "git.noCommits" }] : [];
    return { commits: [], tips: [], notices: noticed(request, [...state.notices, ...plan.notices, ...empty]) };
  }

  const { commits, graph } = (await early?.takeFor(plan)) ?? (await walk(plan, state, signal));
  const standing = standingsIn(isDecidedByTips(plan) ? undefined : graph, plan, goesLive);
  const mine = request.authors === undefined ? commits : byAuthors(commits, request.authors, graph ?? new Map(), [...plan.ready, ...plan.live]);
  const isUnfinished = (hash: string) => standing(hash, "").standing === "inProgress";
  const squashes = graph && new Map([
    ...(await findSquashes(git, path, { commits, graph, tips: plan.tips.map(({ hash }) => hash), isUnfinished }, signal)),
    ...(await squashedAcross(git, request, plan, { commits, graph, pathspecs: scope.specs }, signal)),
  ]);
  return {
    commits: mine.map((commit) => told(commit, request.scopeId, standing(commit.hash, commit.commitDate), squashes?.get(commit.hash))),
    tips: range === undefined ? coveredTips(plan, graph, standing, isLimited, request.readUpTo) : [],
    notices: noticed(request, [...state.notices, ...plan.notices, ...noneIsMine(request, commits, mine)]),
  };
}

/**
 * Somebody who commits with an address that nobody named would see an empty first draft, and no reason for it. Later there
 * may well be work of others alone.
 */
function noneIsMine({ authors, readUpTo, range }: LogRequest, commits: readonly LoggedCommit[], mine: readonly LoggedCommit[]): readonly Text[] {
  if (authors === undefined || range !== undefined || readUpTo.length > 0 || mine.length > 0 || commits.length === 0) return [];
  const times = new Map<string, number>();
  for (const { email } of commits) times.set(email, (times.get(email) ?? 0) + 1);
  const [[email] = [""]] = [...times].sort(([, a], [, b]) => b - a);
  return [{ id: "git.noneMine", values: { count: commits.length, email } }];
}

/** What git says of the branches, and of the words of a range. */
async function askGit(git: Git, request: LogRequest, wanted: WantedTags, guess: Guess | undefined, signal?: AbortSignal): Promise<{ readonly refs: Refs; readonly range?: Range }> {
  const { path, range: words } = request;
  if (words === undefined) return { refs: await readRefs(git, path, wanted, signal) };
  if (guess !== undefined && (await gitConfirms(git, path, words, guess, signal))) return guess;
  const [refs, range] = await Promise.all([readRefs(git, path, wanted, signal), resolveRange(git, request, words, signal)]);
  return { refs, range };
}

/** Between the main line and a live branch beside it; only once something was told, which could be told again. */
async function squashedAcross(git: Git, { path, readUpTo, range }: LogRequest, { ready, live, liveTags }: Plan, read: Pick<Lines, "commits" | "graph" | "pathspecs">, signal?: AbortSignal) {
  const branches = live.filter((hash) => !liveTags.includes(hash));
  if (readUpTo.length === 0 || range !== undefined || branches.every((hash) => ready.includes(hash))) return [];
  return findSquashesAcross(git, path, { ...read, ready, live: branches }, signal);
}

interface Walks {
  readonly commits: readonly LoggedCommit[];
  readonly graph: Graph | undefined;
}

/** The commits, and the graph that they hang in where it is needed to judge them. */
async function walkAll(
  git: Git,
  { path, authors }: LogRequest,
  plan: Plan,
  { isPartial }: RepositoryState,
  { specs, isWhole, met }: { readonly specs: readonly string[]; readonly isWhole: boolean; readonly met: Met | undefined },
  signal?: AbortSignal,
): Promise<Walks> {
  const walk: Walk = { tips: plan.tips.map(({ hash }) => hash), without: plan.without, notBefore: plan.notBefore };
  const log = (some: Walk) =>
    walkCommits(git, path, { ...some, pathspecs: specs, withFiles: true, ...(met && { met }) }, signal).catch((error: unknown) => {
      // A clone without trees has no names to give; without a scope the commits themselves are still worth having.
      if (!isPartial || specs.length > 0 || !(error instanceof GitFailure) || error.kind !== "failed") throw error;
      return walkCommits(git, path, { ...some, pathspecs: [], withFiles: false }, signal);
    });
  // What the log leaves out (other paths, other branches) may be what a commit is reached through.
  const bare = () => walkGraph(git, path, { ...walk, tips: [...new Set([...walk.tips, ...plan.ready, ...plan.live])] }, signal);

  if (plan.notBefore !== undefined) {
    const { graph, recent } = await bare();
    const rest = narrowed(walk, graph, recent);
    return { commits: rest.tips.length === 0 ? [] : (await log(rest)).commits, graph };
  }
  if (isWhole) return log(walk);
  if (isDecidedByTips(plan) && authors === undefined) return { commits: (await log(walk)).commits, graph: undefined };
  const [{ commits }, { graph }] = await Promise.all([log(walk), bare()]);
  return { commits, graph };
}

type Met = (commit: LoggedCommit) => void;

/** Of others' commits only what belongs to a branch of mine is told, which is known at the end. */
function meeting(companion: Companion, { authors }: LogRequest): Met {
  const isMine = authors === undefined ? () => true : writtenBy(authors);
  return (commit) => {
    if (isMine(commit)) companion.met({ ...commit, author: { name: commit.name, email: commit.email } });
  };
}

const stateOf = async (folder: GitFolder | undefined): Promise<RepositoryState> =>
  folder === undefined ? { head: undefined, isRebasing: false, isPartial: false, isShallow: false, notices: [] } : repositoryState(folder);

const told = (commit: LoggedCommit, scopeId: string, found: Pick<Commit, "standing" | "branch">, squashOf?: readonly string[]): Commit => ({
  scopeId,
  hash: commit.hash,
  parents: commit.parents,
  subject: commit.subject,
  body: commit.body,
  author: { name: commit.name, email: commit.email },
  authorDate: commit.authorDate,
  commitDate: commit.commitDate,
  files: commit.files,
  ...found,
  ...(squashOf && { squashOf }),
});

const noticed = (request: LogRequest, notices: readonly Text[]): RepositoryProblem[] => notices.map((notice) => problemAt(request, notice).problem);
