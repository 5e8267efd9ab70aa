import { addClient } from "../core/book/clientChanges";
import { applyChanges, emptyBook, type Book } from "../core/book/book";
import type { Language } from "../core/book/fields";
import type { TellFrom } from "../core/book/project";
import type { NewId } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import { GitProblem, type GitLog } from "../core/ports/git";
import type { Instant } from "../core/time/types";
import { later } from "../core/time/zoned";
import { composeUpdate, type DraftedUpdate } from "./draftUpdate";
import type { ReadWorkRange } from "./readWork";
import type { Renderers } from "./renderers";

export interface DraftOnceDeps {
  readonly clock: Clock;
  readonly gitLog: GitLog;
  readonly renderers: Renderers;
  readonly newId: NewId;
}

export interface DraftOnceRequest {
  /** The top folders of the repositories. */
  readonly paths: readonly string[];
  /** Absent: nobody is named in the message. */
  readonly clientName?: string;
  readonly language: Language;
  /** Absent, with no range either: the last week in which there was work. */
  readonly since?: Instant;
  readonly range?: ReadWorkRange;
  /** Empty: everyone. */
  readonly authors: readonly string[];
  readonly include: readonly string[];
}

/** A draft without a book: for a client who exists only while it is made, of whom nothing was told before. */
export async function draftOnce(request: DraftOnceRequest, deps: DraftOnceDeps): Promise<DraftedUpdate> {
  const scopes = request.paths.map((path) => ({
    id: path,
    name: path.split(/[\\/]/).at(-1) ?? path,
    identity: { remotes: [], rootCommits: [] },
    ...(request.include.length > 0 && { include: request.include }),
  }));
  const stamp = { now: deps.clock.now(), newId: deps.newId };
  const { clientName, language } = request;
  const added = addClient(
    { name: clientName ?? scopes[0]?.name ?? "", addressAs: clientName === undefined ? "" : undefined, scopes, size: "small", channel: "copy", language },
    stamp,
  );
  const book = onlyInMemory(applyChanges(emptyBook, added.changes));
  const { authors } = request;
  const gitLog: GitLog = { ...deps.gitLog, myEmails: () => Promise.resolve([]) };
  const tellFrom = await beginning(request, deps.gitLog);
  return composeUpdate(added.project, tellFrom, {
    ...deps,
    gitLog,
    book,
    history: { all: () => Promise.resolve([]) },
    finder: { locate: (scope) => Promise.resolve(scope.id) },
    settings: { myEmails: () => authors, whoseCommits: () => (authors.length > 0 ? "mine" : "everyone"), tellHousekeeping: () => false },
  }, request.range ? { range: request.range } : {});
}

async function beginning({ range, since, paths }: DraftOnceRequest, gitLog: GitLog): Promise<TellFrom> {
  if (range) return { from: "beginning" };
  if (since !== undefined) return { from: "instant", at: since };
  const newest = (await Promise.all(paths.map((path) => newestAt(path, gitLog)))).filter((at) => at !== undefined);
  const last = newest.toSorted().at(-1);
  return last === undefined ? { from: "beginning" } : { from: "instant", at: later(last, -WEEK_MINUTES) };
}

/** A repository that cannot be read says so when it is read. */
async function newestAt(path: string, gitLog: GitLog): Promise<Instant | undefined> {
  try {
    return await gitLog.newestAt(path);
  } catch (error) {
    if (error instanceof GitProblem) return undefined;
    throw error;
  }
}

const WEEK_MINUTES = 7 * 24 * 60;

const onlyInMemory = (book: Book) => ({ current: () => book });
