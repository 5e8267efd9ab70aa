import * as vscode from "vscode";
import type { MessageKind } from "../../../core/book/messageKind";
import { activeClients, activeProjects, recordById } from "../../../core/book/queries";
import type { Text, TextId } from "../../../core/say";
import type { WriteMessageDeps } from "../../../flows/message/request";
import { readsWork, writeMessage as write } from "../../../flows/writeMessage";
import type { CommandId } from "../../commandIds";
import { withLateProgress } from "../../lateProgress";
import type { MessageAction } from "../../messages";
import { createMessagePrompts } from "../../prompts/interview";
import { unlessCancelled } from "../../prompts/cancelled";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import type { DraftCommandsDeps } from "./deps";
import { saysNeedsClient, saysNeedsTrust, tellProblems } from "./draftUpdate";
import { meantProject } from "./meantProject";
import { writeArgument, type WriteArgument } from "./writeArgument";

/** "Ask a question…" and its like: from what the book knows to an open document, asking only for what is missing. False: there is no draft, and the user was told why; undefined: cancelled. */
export async function writeMessage(kind: MessageKind, argument: unknown, deps: DraftCommandsDeps): Promise<boolean | undefined> {
  if (saysNeedsClient(deps)) return false;
  const title = { id: `messageKind.${kind}` } as const;
  const whom = readsWork(kind) && activeProjects(deps.book.current()).length > 0 ? await whoseWork(argument, deps, title) : await whomFor(argument, deps, title);
  return whom && writeTo(kind, whom, deps);
}

/** The client, project and record that the caller named; else the only client, or the one that is picked. Undefined: cancelled. */
export async function whomFor(argument: unknown, deps: DraftCommandsDeps, title: Parameters<DraftCommandsDeps["say"]>[0]): Promise<WriteArgument | undefined> {
  const book = deps.book.current();
  const named = writeArgument(argument, book);
  if (named) return named;
  const clients = activeClients(book);
  const [first, ...others] = clients;
  if (!first) return undefined;
  if (others.length === 0) return { clientId: first.id };
  const clientId = await unlessCancelled(() =>
    askInSteps(deps.screen, { title: deps.say(title) }, (ask) =>
      ask.pick("client", { placeholder: deps.say("which.client"), choices: clients.map(({ id, name }) => ({ label: name, icon: "person", value: id })) }),
    ),
  );
  return clientId === undefined ? undefined : { clientId };
}

/** Of a message that tells of work: the project that is open, unless the caller named another. */
async function whoseWork(argument: unknown, deps: DraftCommandsDeps, title: Text): Promise<WriteArgument | undefined> {
  const named = writeArgument(argument, deps.book.current());
  if (named) return named;
  const project = await meantProject(undefined, title, deps);
  return project && { clientId: project.clientId, projectId: project.id };
}

export async function writeTo(kind: MessageKind, whom: WriteArgument, deps: DraftCommandsDeps): Promise<boolean | undefined> {
  if (readsWork(kind) && saysNeedsTrust(deps)) return false;
  const client = recordById(deps.book.current(), "client", whom.clientId);
  const made = await write({ kind, ...whom }, writingDeps(deps, client?.name ?? ""));
  if (!made) return undefined;
  if (made.is === "refused") {
    deps.messages.inform(made.reason, ...whatIsMissing(made.reason, whom, deps));
    return false;
  }
  await deps.attachMade(made.provenance.id);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(made.path), { preview: false });
  tellProblems(made.problems, whom.projectId, deps);
  return true;
}

/** What a message cannot be about before it is there, and where it is made. */
const makers: Readonly<Partial<Record<TextId, { readonly label: TextId; readonly command: CommandId }>>> = {
  "need.no.meeting": { label: "meetings.add", command: "khobor.addMeeting" },
  "need.no.milestone": { label: "addMilestone.title", command: "khobor.addMilestone" },
  "need.no.invoice": { label: "invoicing.new", command: "khobor.newInvoice" },
  "which.noProject": { label: "addProject.title", command: "khobor.addProject" },
};

/** Leads on to it, for this client; an invoice that is drafted already is issued. */
function whatIsMissing({ id }: Text, { clientId }: WriteArgument, { book, commands }: DraftCommandsDeps): readonly MessageAction[] {
  const drafted = book.current().invoice.find((invoice) => invoice.clientId === clientId && invoice.number === undefined && invoice.archivedAt === undefined);
  if (id === "need.no.invoice" && drafted) return [{ label: { id: "invoicing.issue" }, run: () => commands.executeCommand("khobor.issueInvoice" satisfies CommandId, { kind: "invoice", recordId: drafted.id }) }];
  const made = makers[id];
  return made ? [{ label: { id: made.label }, run: () => commands.executeCommand(made.command, { kind: "client", recordId: clientId }) }] : [];
}

export function writingDeps(deps: DraftCommandsDeps, name: string): WriteMessageDeps {
  const asking = createMessagePrompts({ ...deps, at: () => here(deps) });
  return {
    ...deps,
    prompts: { ...deps.prompts, ...asking },
    whileReading: (client, read) => withLateProgress(deps.say("draft.reading", { client: client.name }), read),
    remember: (changes) => deps.undoing.change({ id: "did.answer", values: { name } }, changes),
  };
}
