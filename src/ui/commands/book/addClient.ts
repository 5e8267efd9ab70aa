import { addClient as newClient } from "../../../core/book/clientChanges";
import { activeClients } from "../../../core/book/queries";
import { usualContact, type Client } from "../../../core/book/client";
import type { Book } from "../../../core/book/book";
import type { Me } from "../../../core/book/me";
import type { Text } from "../../../core/say";
import { channelChoices, languageChoices, sizeChoices } from "../../prompts/labels";
import type { Check } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { CommandId } from "../../commandIds";
import type { MessageAction } from "../../messages";
import { askRepositories, lookForRepositories, scopesOf, type RepositoryRow } from "./askRepositories";
import { here, type BookCommandsDeps } from "./deps";
import { draftUpdateAction, kickoffAction } from "./keep";
import { readableName } from "./suggestName";

const STEPS = 6;

/** Six questions, each of which Enter can answer. Resolves to the new records' ids. */
export async function addClient(deps: BookCommandsDeps): Promise<{ readonly clientId: string; readonly projectId: string }> {
  const { say, screen, newId, undoing, messages } = deps;
  const book = deps.book.current();
  const repositories = lookForRepositories(deps);
  // It is waited for two questions later; a failure shows there.
  repositories.catch(() => undefined);
  const last = lastAdded(book);

  const answers = await askInSteps(screen, { title: say("addClient.title"), total: STEPS }, async (ask) => ({
    name: await ask.text("name", {
      prompt: say("addClient.name"),
      value: suggestion(book, deps.workspaceName()),
      check: (typed) => checkName(deps, book, typed),
    }),
    contactName: await ask.text("contact", { prompt: say("addClient.contact"), placeholder: say("addClient.contactExample") }),
    rows: await askRepositories(ask, deps, repositories),
    size: await ask.pick("size", { placeholder: say("addClient.size"), choices: sizeChoices(say) }),
    channel: await ask.pick("channel", { placeholder: say("addClient.channel"), choices: channelChoices(say), active: last?.channel }),
    language: await ask.pick("language", {
      placeholder: say("addClient.language"),
      choices: languageChoices(),
      active: last && usualContact(last).language,
    }),
  }));

  const { rows, contactName, ...input } = answers;
  const stamp = { now: here(deps).now, newId };
  const signed = await signing(deps, rows);
  const { changes, client, project } = newClient({ ...input, ...(contactName !== "" && { contactName }), scopes: await scopesOf(deps, rows) }, stamp);
  await undoing.change({ id: "did.add", values: { name: client.name } }, signed ? [...changes, { op: "me", me: signed.me, was: book.me }] : changes);
  const done: Text = signed ? { id: "addClient.doneSigned", values: { name: client.name, me: signed.name } } : { id: "addClient.done", values: { name: client.name } };
  messages.inform(done, draftUpdateAction(deps, { kind: "client", recordId: client.id }), kickoffAction(deps, project.id), ...(signed ? [myDetails(deps)] : []));
  return { clientId: client.id, projectId: project.id };
}

/** What was right for the last client is the best guess for the next. */
const lastAdded = (book: Book): Client | undefined =>
  activeClients(book).reduce<Client | undefined>((a, b) => (a && a.createdAt >= b.createdAt ? a : b), undefined);

const taken = (book: Book, name: string): boolean =>
  activeClients(book).some((client) => client.name.toLowerCase() === name.trim().toLowerCase());

/** The name of what is open, unless there is a client of that name: then this one is somebody else. */
function suggestion(book: Book, workspace: string | undefined): string {
  const name = readableName(workspace ?? "");
  return taken(book, name) ? "" : name;
}

function checkName({ say }: Pick<BookCommandsDeps, "say">, book: Book, typed: string): Check | undefined {
  if (typed.trim() === "") return { wrong: say("prompt.needed") };
  return taken(book, typed) ? { understood: say("addClient.sameName") } : undefined;
}

/** Whoever has not said who they are signs as git names them; a name that looks like an account's is no signature. */
async function signing({ book, person, trust }: BookCommandsDeps, rows: readonly RepositoryRow[]): Promise<{ readonly me: Me; readonly name: string } | undefined> {
  const { me } = book.current();
  const path = rows.find((row) => row.path !== undefined)?.path;
  if (!person || path === undefined || !trust.isTrusted() || me.names.length > 0 || me.signature !== undefined) return undefined;
  const name = await person.myName(path).catch(() => undefined);
  return name !== undefined && personal.test(name) && !accounts.test(name) ? { me: { ...me, names: [name] }, name } : undefined;
}
const personal = /^(?=.{2,60}$)\p{L}[\p{L}\p{M}'’. -]*$/u;
const accounts = /^(?:root|user|admin|administrator|ubuntu|unknown|nobody|your name)$/i;

const myDetails = ({ commands }: Pick<BookCommandsDeps, "commands">): MessageAction => ({
  label: { id: "editMe.title" },
  run: () => commands.executeCommand("khobor.editMe" satisfies CommandId),
});
