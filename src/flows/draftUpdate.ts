import { usualContact } from "../core/book/client";
import { revised } from "../core/book/changes";
import type { Id } from "../core/book/fields";
import { glossaryOf } from "../core/book/glossary";
import type { MessageKind } from "../core/book/messageKind";
import type { Milestone } from "../core/book/milestone";
import type { Project, RepositoryScope, TellFrom } from "../core/book/project";
import { clientOfProject, milestonesOf } from "../core/book/queries";
import { standing, type HistoryEntry } from "../core/book/sentRecord";
import { once } from "../core/once";
import type { Provenance } from "../core/drafting/draft";
import { decidesAll } from "../core/drafting/provenance";
import type { BookStore, NewId } from "../core/ports/book";
import type { Clock } from "../core/ports/clock";
import { GitProblem, type RepositoryProblem } from "../core/ports/git";
import type { DraftStore, HistoryStore, WordingStore } from "../core/ports/messages";
import type { Prompts } from "../core/ports/user";
import type { Instant } from "../core/time/types";
import { dateIn } from "../core/time/zoned";
import { readWork, type ReadWorkDeps, type ReadWorkRange } from "./readWork";
import type { Renderers } from "./renderers";

/** What composing needs; a draft that is not kept needs no more. */
export interface ComposeUpdateDeps extends ReadWorkDeps {
  readonly clock: Clock;
  readonly book: Pick<BookStore, "current">;
  readonly history: Pick<HistoryStore, "all">;
  readonly renderers: Renderers;
  /** Absent: nothing was ever decided about a line. */
  readonly wordings?: Pick<WordingStore, "all">;
  readonly newId: NewId;
}

export interface DraftUpdateDeps extends ComposeUpdateDeps {
  readonly book: BookStore;
  readonly drafts: Pick<DraftStore, "create">;
  readonly prompts: Pick<Prompts, "askTellFrom">;
}

interface UpdateOptions {
  readonly signal?: AbortSignal;
  /** The promise that the update keeps: sent, it settles it. One that is no longer open is let be. */
  readonly promiseId?: Id | undefined;
}

export interface DraftedUpdate {
  readonly provenance: Provenance;
  /** What could not be read, and what else the writer should know. */
  readonly problems: readonly RepositoryProblem[];
}

/**
 * Drafts the progress update of a project and keeps it. Undefined: the user cancelled the question where telling begins,
 * which is only asked the first time.
 */
export async function draftUpdate(
  project: Project,
  deps: DraftUpdateDeps,
  options: UpdateOptions = {},
): Promise<(DraftedUpdate & { readonly path: string }) | undefined> {
  const tellFrom = await tellFromOf(project, deps);
  if (!tellFrom) return undefined;
  const drafted = await composeUpdate(project, tellFrom, deps, options);
  return { ...drafted, path: await deps.drafts.create(drafted.provenance) };
}

/** Writes a draft anew, under its own id; nothing is kept. Undefined as above. */
export async function redraftUpdate(
  project: Project,
  draftId: Id,
  deps: DraftUpdateDeps,
  options: UpdateOptions = {},
): Promise<DraftedUpdate | undefined> {
  const tellFrom = await tellFromOf(project, deps);
  return tellFrom && composeUpdate(project, tellFrom, deps, { ...options, draftId });
}

/** Writes the update of a project, under a new id unless it has one. Nothing is kept. */
export async function composeUpdate(
  project: Project,
  tellFrom: TellFrom,
  deps: ComposeUpdateDeps,
  options: UpdateOptions & { readonly draftId?: Id; readonly range?: ReadWorkRange } = {},
): Promise<DraftedUpdate> {
  const book = deps.book.current();
  const client = clientOfProject(book, project);
  if (!client) throw new Error(`The client of project ${project.id} is not in the book.`);
  const milestones = milestonesOf(book, project.id);
  const { language } = usualContact(client);
  // All of it is made ready while git is at work: nothing is to keep git waiting, and the first date of a session takes long.
  const writing = once(async () => {
    const loading = Promise.all([import("./writeUpdate"), deps.renderers.of("progress", language)]);
    const id = options.draftId ?? draftId(client.name, deps.clock.now(), deps);
    const [{ writeUpdate }, renderer] = await loading;
    return { id, writeUpdate, renderer };
  });
  const [history, wordings] = await Promise.all([deps.history.all(), deps.wordings?.all() ?? []]);
  const telling = {
    glossary: glossaryOf(client, project),
    wordings,
    milestones: milestones.toSorted((a, b) => inTurn.indexOf(a.state) - inTurn.indexOf(b.state)),
  };
  // Who waits for it below hears of a failure.
  const beside = () => void writing().catch(() => undefined);
  const { problems, ...work } = await readWork(project, book.me, history, tellFrom, deps, { ...options, telling, beside });
  const { id, writeUpdate, renderer } = await writing();
  options.signal?.throwIfAborted();

  const now = deps.clock.now();
  const since = options.range ? undefined : lastTold(history, project, tellFrom);
  const about = { client, project, milestones, history, work, now, zone: deps.clock.zone(), tellHousekeeping: deps.settings.tellHousekeeping() };
  return { provenance: writeUpdate({ ...about, id, book, promiseId: options.promiseId, ...(since !== undefined && { since }) }, renderer), problems };
}

/** The milestone in hand is what the client asks about. */
const inTurn: readonly Milestone["state"][] = ["active", "delivered", "planned", "accepted"];

/** A draft's folder is named after its id, and tabs of two drafts are told apart by it: so it begins with words. */
export function draftId(client: string, now: Instant, { newId, clock }: Pick<ComposeUpdateDeps, "newId" | "clock">, kind?: MessageKind): Id {
  const slug = client.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 20);
  return [slug || "client", ...(kind ? [kind] : []), dateIn(now, clock.zone()), newId()].join("-");
}

/** Since when a message tells of work: the last update that stands, else where telling begins. */
export function lastTold(history: readonly HistoryEntry[], project: Project, tellFrom: TellFrom): Instant | undefined {
  const last = standing(history).findLast((record) => record.projectId === project.id && decidesAll(record.kind));
  return last?.at ?? (tellFrom.from === "beginning" ? undefined : tellFrom.at);
}

/** Where telling begins; asked the first time. Undefined: cancelled. */
export const tellFromOf = async (project: Project, deps: DraftUpdateDeps): Promise<TellFrom | undefined> => project.tellFrom ?? askTellFrom(project, deps);

async function askTellFrom(project: Project, deps: DraftUpdateDeps): Promise<TellFrom | undefined> {
  const found = await Promise.all(project.scopes.map((scope) => landmarksOf(scope, deps)));
  const tags = found.flatMap((each) => each.tags);
  const newest = found.flatMap((each) => each.newest ?? []).sort().at(-1);
  const newestFirst = tags.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_TAGS);
  const tellFrom = await deps.prompts.askTellFrom(project, newestFirst, newest);
  if (tellFrom) await deps.book.change([revised("project", project, { tellFrom }, { now: deps.clock.now() })]);
  return tellFrom;
}

const MOST_TAGS = 50;

interface Landmarks {
  readonly tags: Awaited<ReturnType<ReadWorkDeps["gitLog"]["tags"]>>;
  /** When the newest commit was made. */
  readonly newest?: Instant | undefined;
}

/** A repository that cannot be read has none to offer; the reading itself will say what is the matter. */
async function landmarksOf(scope: RepositoryScope, { finder, gitLog }: ReadWorkDeps): Promise<Landmarks> {
  try {
    const path = await finder.locate(scope);
    if (path === undefined) return { tags: [] };
    const [tags, newest] = await Promise.all([gitLog.tags(path, MOST_TAGS), gitLog.newestAt(path)]);
    return { tags, newest };
  } catch (error) {
    if (error instanceof GitProblem) return { tags: [] };
    throw error;
  }
}
