import type { Book, BookChange } from "../core/book/book";
import { glossaryOf } from "../core/book/glossary";
import type { Id } from "../core/book/fields";
import type { Client } from "../core/book/client";
import type { MessageKind } from "../core/book/messageKind";
import type { TellFrom } from "../core/book/project";
import { milestonesOf, projectsOf, recordById } from "../core/book/queries";
import { standing, type HistoryEntry, type MessageAbout } from "../core/book/sentRecord";
import type { Provenance } from "../core/drafting/draft";
import { newRecord, openRecords } from "../core/drafting/kinds/abouts";
import type { MessagePrompts } from "../core/drafting/kinds/asking";
import { missing, nothingAsked, take, type Gathered } from "../core/drafting/kinds/gather";
import type { Answers, KindInput, MessageKindDefinition } from "../core/drafting/kinds/kind";
import { kindInput, type InputSource } from "../core/drafting/kinds/kindInput";
import { definitionOf } from "../core/drafting/kinds/registry";
import { provenanceOf } from "../core/drafting/provenance";
import { renderMessage } from "../core/drafting/renderDraft";
import { hasSubject } from "../core/drafting/subject";
import type { RepositoryProblem } from "../core/ports/git";
import type { DraftStore } from "../core/ports/messages";
import type { Prompts } from "../core/ports/user";
import type { Text } from "../core/say";
import { wordingsOf } from "../core/work/wordings";
import { draftId, lastTold, tellFromOf, type DraftUpdateDeps } from "./draftUpdate";
import { readWork, type WorkRead } from "./readWork";
import { templateName } from "./renderers";

export interface WriteMessageDeps extends DraftUpdateDeps {
  readonly prompts: DraftUpdateDeps["prompts"] & MessagePrompts & Pick<Prompts, "pickProject">;
  readonly drafts: Pick<DraftStore, "create">;
  /** Shows that commits are being read, while they are; cancelling aborts the signal. */
  readonly whileReading?: <T>(client: Client, read: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Keeps what was answered, so that it can be taken back. */
  readonly remember: (changes: readonly BookChange[]) => Promise<unknown>;
}

export interface WriteRequest {
  readonly kind: MessageKind;
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly about?: MessageAbout;
}

export interface Written {
  readonly is: "written";
  readonly provenance: Provenance;
  /** What could not be read, and what else the writer should know. */
  readonly problems: readonly RepositoryProblem[];
}
export interface Refused {
  readonly is: "refused";
  readonly reason: Text;
}

/** Asks for what is missing, writes a message of any kind and keeps it as a draft. Undefined: the user cancelled; what was answered by then stays. */
export async function writeMessage(
  request: WriteRequest,
  deps: WriteMessageDeps,
): Promise<(Written & { readonly path: string }) | Refused | undefined> {
  const definition = definitionFor(request.kind);
  const history = await deps.history.all();
  const settled = await settle(request, definition, standing(history), deps);
  if (!settled || "is" in settled) return settled;
  const written = await compose({ ...request, ...settled }, definition, history, deps);
  return written?.is === "written" ? { ...written, path: await deps.drafts.create(written.provenance) } : written;
}

/** Writes a draft anew, under its own id, from the same answers; nothing is kept. Asks only for what the message cannot do without. */
export async function rewriteMessage(draft: Provenance, deps: WriteMessageDeps): Promise<Written | Refused | undefined> {
  const { id, kind, clientId, projectId, about = {}, answers = {} } = draft;
  const request = { kind, clientId, about, answers, ...(projectId !== undefined && { projectId }) };
  return compose(request, definitionFor(kind), await deps.history.all(), deps, id);
}

function definitionFor(kind: MessageKind): MessageKindDefinition {
  const definition = definitionOf(kind);
  if (!definition) throw new Error(`There is no definition of the kind ${kind}.`);
  return definition;
}

/** Such a message is written from commits, which are read in trusted folders only. */
export const readsWork = (kind: MessageKind): boolean => definitionOf(kind)?.tellsWork === true && !definitionOf(kind)?.workIsHelp;

const titleOf = (kind: MessageKind, { name }: Client): Text => ({ id: "write.titleOf", values: { kind: { id: `messageKind.${kind}` }, client: name } });

interface Settled {
  readonly about: MessageAbout;
  readonly projectId?: Id;
}

/** Finds out which project and which record the message is about: those that were named, else the only ones, else the user picks. */
async function settle(request: WriteRequest, definition: MessageKindDefinition, sent: InputSource["sent"], deps: WriteMessageDeps): Promise<Settled | Refused | undefined> {
  const client = clientOf(deps.book.current(), request.clientId);
  const title = titleOf(request.kind, client);
  const first = inputNow({ ...request, about: request.about ?? {} }, sent, deps);
  const refused = definition.forbidden?.(first);
  if (refused) return { is: "refused", reason: refused };

  const chosen = await settleAbout(request, definition, first, title, deps);
  if (!chosen || "is" in chosen) return chosen;
  const named = chosen.projectId ?? request.projectId;
  const picked = named === undefined ? await settleProject(client, definition, title, deps) : { id: named };
  if (!picked) return undefined;
  const projectId = picked.id;
  if (projectId === undefined && definition.project === "required") return { is: "refused", reason: { id: "which.noProject" } };

  const settled = { about: chosen.about, ...(projectId !== undefined && { projectId }) };
  const forms = settled.about.form === undefined ? (definition.forms?.(inputNow({ ...request, ...settled }, sent, deps)) ?? []) : [];
  if (forms.length === 0) return settled;
  const form = forms.length === 1 ? forms[0]?.value : await deps.prompts.pickForm(title, forms);
  return form === undefined ? undefined : { ...settled, about: { ...settled.about, form } };
}

async function settleAbout(request: WriteRequest, definition: MessageKindDefinition, input: KindInput, title: Text, deps: WriteMessageDeps): Promise<Settled | Refused | undefined> {
  const { about: named = {} } = request;
  const what = definition.about;
  if (what === undefined || idOf(named) !== undefined) return { about: named };
  const choices = definition.abouts?.(input) ?? openRecords(what, input);
  const fresh = newRecord(what);
  const [only, ...others] = choices;
  if (!only && !fresh) return { is: "refused", reason: { id: `need.no.${what}` } };
  const chosen = only && (others.length > 0 || fresh) ? await deps.prompts.pickAbout(title, choices, fresh !== undefined) : (only ?? "new");
  if (chosen === undefined) return undefined;
  if (chosen !== "new") return { ...chosen, about: { ...named, ...chosen.about } };
  if (!fresh) return undefined;

  const begin = nothingAsked(deps.book.current());
  const stamp = stampOf(deps);
  const { state, finished } = await deps.prompts.interview(title, begin, {
    needs: ({ asked }) => fresh.needs.filter(({ name }) => !asked.has(name)),
    take: (now, need, answer) => take(now, need, answer, stamp),
  });
  if (!finished) return undefined;
  const made = fresh.make(state.answers, { clientId: request.clientId, projectId: input.project?.id ?? onlyProject(input)?.id }, stamp);
  await deps.remember(made.changes);
  return { about: { ...named, ...made.about } };
}

const idOf = ({ form, at, leave, ...ids }: MessageAbout): Id | undefined => Object.values(ids)[0];

const projectsOfClient = (book: Book, clientId: Id) => projectsOf(book, clientId).filter(({ status }) => status !== "closed");
const onlyProject = ({ book, client }: KindInput) => {
  const [only, ...others] = projectsOfClient(book, client.id);
  return others.length === 0 ? only : undefined;
};

/** Undefined: cancelled. Without an id: about no project. */
async function settleProject(client: Client, { project, about }: MessageKindDefinition, title: Text, deps: WriteMessageDeps): Promise<{ readonly id: Id | undefined } | undefined> {
  const book = deps.book.current();
  const open = projectsOfClient(book, client.id);
  const candidates = open.length > 0 ? open : projectsOf(book, client.id);
  if (candidates.length <= 1) return { id: candidates[0]?.id };
  // A note about the client as a whole is about no project; a message that needs none is not held up by asking.
  if (project === "optional" && about !== undefined) return { id: undefined };
  return deps.prompts.pickProject(candidates, title);
}

interface ComposeRequest extends WriteRequest {
  readonly about: MessageAbout;
  readonly answers?: Answers;
}

async function compose(
  request: ComposeRequest,
  definition: MessageKindDefinition,
  history: readonly HistoryEntry[],
  deps: WriteMessageDeps,
  again?: Id,
): Promise<Written | Refused | undefined> {
  const work = definition.tellsWork ? await workOf(request, definition, history, deps) : undefined;
  if (work === "cancelled") return undefined;
  const source = sourceOf(request, standing(history), work, deps);
  const inputOf = ({ book, answers }: Pick<Gathered, "book" | "answers">) => kindInput(source, book, answers) ?? gone(request.clientId);

  const begin = nothingAsked(deps.book.current(), request.answers);
  const refused = definition.forbidden?.(inputOf(begin));
  if (refused) return { is: "refused", reason: refused };
  const gathered = await gather(request, definition, begin, inputOf, deps, again !== undefined);
  if (!gathered) return undefined;

  const input = inputOf(gathered);
  const { contact, client, now } = input;
  const renderer = await deps.renderers.of(request.kind, contact.language);
  const view = definition.compose(input);
  const itemIds = new Set(input.summary?.items.map(({ id }) => id));
  const rendered = renderMessage(view, renderer, { itemIds, subject: hasSubject(client.channel) });
  const { answers } = gathered;
  const effects = definition.effects?.(input) ?? [];
  const about = { ...request.about, ...definition.tells?.(input) };
  const provenance = provenanceOf(
    {
      id: again ?? draftId(client.name, now, deps, request.kind),
      clientId: client.id,
      ...(request.projectId !== undefined && { projectId: request.projectId }),
      kind: request.kind,
      language: contact.language,
      template: templateName(request.kind, contact.language),
      createdAt: now,
      ...(input.since !== undefined && { since: input.since }),
      readUpTo: work?.readUpTo ?? {},
      ...(work && { readOf: work.readOf }),
      ...(input.summary && { summary: input.summary }),
      noteIds: definition.noteIds?.(input) ?? [],
      ...(Object.keys(about).length > 0 && { about }),
      ...(effects.length > 0 && { effects }),
      ...(Object.keys(answers).length > 0 && { answers }),
      ...(definition.incentive?.(input) && { incentive: true }),
    },
    rendered,
  );
  return { is: "written", provenance, problems: definition.workIsHelp ? [] : (work?.problems ?? []) };
}

/** Undefined: cancelled. What was answered is kept either way. */
async function gather(
  { kind, clientId }: ComposeRequest,
  definition: MessageKindDefinition,
  begin: Gathered,
  inputOf: (gathered: Gathered) => KindInput,
  deps: WriteMessageDeps,
  again: boolean,
): Promise<Gathered | undefined> {
  const needs = (now: Gathered) => missing(definition, inputOf(now), now, again);
  if (needs(begin).length === 0) return begin;
  const stamp = stampOf(deps);
  const title = titleOf(kind, clientOf(begin.book, clientId));
  const { state, finished } = await deps.prompts.interview(title, begin, { needs, take: (now, need, answer) => take(now, need, answer, stamp) });
  if (state.changes.length > 0) await deps.remember(state.changes);
  return finished ? state : undefined;
}

async function workOf(
  request: ComposeRequest,
  definition: MessageKindDefinition,
  history: readonly HistoryEntry[],
  deps: WriteMessageDeps,
): Promise<(WorkRead & Pick<InputSource, "since">) | "cancelled" | undefined> {
  const { projectId } = request;
  const project = projectId === undefined ? undefined : recordById(deps.book.current(), "project", projectId);
  if (!project) return undefined;
  const from = definition.workSince?.(inputNow(request, standing(history), deps));
  const tellFrom: TellFrom | undefined = from === undefined ? await tellFromOf(project, deps) : { from: "instant", at: from };
  if (!tellFrom) return "cancelled";
  const told = from === undefined ? history : [];
  const book = deps.book.current();
  const client = clientOf(book, project.clientId);
  const telling = {
    glossary: glossaryOf(client, project),
    wordings: wordingsOf((await deps.wordings?.all()) ?? [], project.id),
    milestones: milestonesOf(book, project.id),
  };
  const read = (aborted?: AbortSignal) => readWork(project, book.me, told, tellFrom, deps, { telling, ...(aborted && { signal: aborted }) });
  const work = await (deps.whileReading ? deps.whileReading(client, read) : read());
  const since = lastTold(told, project, tellFrom);
  return { ...work, ...(since !== undefined && { since }) };
}

function sourceOf({ clientId, projectId, about }: ComposeRequest, sent: InputSource["sent"], work: (Pick<WorkRead, "summary"> & Pick<InputSource, "since">) | undefined, { clock, settings }: Pick<WriteMessageDeps, "clock" | "settings">): InputSource {
  const owed = settings.owed?.();
  return {
    clientId,
    ...(projectId !== undefined && { projectId }),
    about,
    sent: sent.filter((record) => record.clientId === clientId),
    ...(work && { summary: work.summary, ...(work.since !== undefined && { since: work.since }) }),
    now: clock.now(),
    zone: clock.zone(),
    ...(owed && { owed }),
  };
}

/** What is known before anything is read or asked. */
const inputNow = (request: ComposeRequest, sent: InputSource["sent"], deps: WriteMessageDeps): KindInput =>
  kindInput(sourceOf(request, sent, undefined, deps), deps.book.current(), {}) ?? gone(request.clientId);

const stampOf = ({ clock, newId }: Pick<WriteMessageDeps, "clock" | "newId">) => ({ now: clock.now(), newId });
const clientOf = (book: Book, id: Id): Client => recordById(book, "client", id) ?? gone(id);
function gone(clientId: Id): never {
  throw new Error(`The client ${clientId} is not in the book.`);
}
