import { glossaryOf } from "../../core/book/glossary";
import type { Id } from "../../core/book/fields";
import type { TellFrom } from "../../core/book/project";
import { milestonesOf, recordById } from "../../core/book/queries";
import { standing, type HistoryEntry } from "../../core/book/sentRecord";
import { missing, nothingAsked, take, type Gathered } from "../../core/drafting/kinds/gather";
import type { KindInput, MessageKindDefinition } from "../../core/drafting/kinds/kind";
import { kindInput, type InputSource } from "../../core/drafting/kinds/kindInput";
import { provenanceOf } from "../../core/drafting/provenance";
import { renderMessage } from "../../core/drafting/renderDraft";
import { hasSubject } from "../../core/drafting/subject";
import { draftId, lastTold, tellFromOf } from "../draftUpdate";
import { readWork, type WorkRead } from "../readWork";
import { templateName } from "../renderers";
import { clientOf, gone, inputNow, sourceOf, stampOf, titleOf, type ComposeRequest, type Refused, type WriteMessageDeps, type Written } from "./request";

/** Reads the work that the message tells, asks for what is still missing, and renders it. Undefined: the user cancelled. `again`: the id of the draft that it replaces. */
export async function compose(
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
    wordings: (await deps.wordings?.all()) ?? [],
    milestones: milestonesOf(book, project.id),
  };
  const read = (aborted?: AbortSignal) => readWork(project, book.me, told, tellFrom, deps, { telling, ...(aborted && { signal: aborted }) });
  const work = await (deps.whileReading ? deps.whileReading(client, read) : read());
  const since = lastTold(told, project, tellFrom);
  return { ...work, ...(since !== undefined && { since }) };
}
