import type { Book } from "../../core/book/book";
import type { Client } from "../../core/book/client";
import type { Id } from "../../core/book/fields";
import { projectsOf } from "../../core/book/queries";
import type { MessageAbout } from "../../core/book/sentRecord";
import { fittingAbout, newRecord, openRecords } from "../../core/drafting/kinds/abouts";
import { nothingAsked, take } from "../../core/drafting/kinds/gather";
import type { KindInput, MessageKindDefinition } from "../../core/drafting/kinds/kind";
import type { InputSource } from "../../core/drafting/kinds/kindInput";
import type { Text } from "../../core/say";
import { clientOf, inputNow, stampOf, titleOf, type Refused, type WriteMessageDeps, type WriteRequest } from "./request";

interface Settled {
  readonly about: MessageAbout;
  readonly projectId?: Id;
}

/** Finds out which project and which record the message is about: those that were named, else the only ones, else the user picks. */
export async function settle(asked: WriteRequest, definition: MessageKindDefinition, sent: InputSource["sent"], deps: WriteMessageDeps): Promise<Settled | Refused | undefined> {
  const request = { ...asked, about: fittingAbout(asked.about ?? {}, definition.about, deps.book.current()) };
  const client = clientOf(deps.book.current(), request.clientId);
  const title = titleOf(request.kind, client);
  const first = inputNow(request, sent, deps);
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

