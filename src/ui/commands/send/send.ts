import type { Client } from "../../../core/book/client";
import { addNote, logContact } from "../../../core/book/noteChanges";
import type { Project } from "../../../core/book/project";
import { nameOfProject, recordById } from "../../../core/book/queries";
import { standing } from "../../../core/book/sentRecord";
import { splitSubject } from "../../../core/drafting/subject";
import type { Provenance } from "../../../core/drafting/draft";
import { outgoingMessage } from "../../../core/sending/outgoing";
import type { Instant } from "../../../core/time/types";
import { keptApart } from "../../../flows/keptApart";
import type { CommandId } from "../../commandIds";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { sayUndone } from "../book/keep";
import { confirmed } from "./confirmation";
import { saveFirst } from "../../documents/saveFirst";
import type { SendDeps } from "./deps";
import { go } from "./go";
import { filesOf } from "./letterFiles";
import { planSending, type Plan } from "./plan";
import { writeMailFile } from "./saveMail";

/** "Send…" on the draft in the active editor: the way, a look at what goes to whom, and out. */
export async function send(deps: SendDeps): Promise<void> {
  const { say, book, screen, messages } = deps;
  const active = await deps.openDrafts.active();
  if (!active || active.provenance.sentAs !== undefined) return;
  const client = recordById(book.current(), "client", active.provenance.clientId);
  if (!client) {
    messages.warn({ id: "draft.noClient" });
    return;
  }
  if (!(await saveFirst(active.document, messages))) return;
  const text = active.document.getText();
  const refused = await keptApart(active.provenance, text, deps);
  if (refused) {
    messages.warn(refused);
    return;
  }
  const passed = await deps.gate(active);
  if (!passed) return;

  const { provenance } = active;
  const { subject, body } = splitSubject(text);
  const project = provenance.projectId === undefined ? undefined : recordById(book.current(), "project", provenance.projectId);
  const attachments = await filesOf(provenance, deps);
  const about = project ? nameOfProject(book.current(), project) : client.name;
  const letter = { ...(subject !== undefined && { subject }), text: body, hasFiles: attachments.some(({ path }) => path !== undefined), about };
  const plan = await askInSteps(screen, { title: say("sendOut.title", { client: client.name }) }, (ask) => planSending(ask, client, letter, deps));
  if ("instead" in plan) {
    if (plan.instead === "connect") await deps.commands.executeCommand("khobor.connect" satisfies CommandId);
    else await remindOf(provenance, { client, project, about: letter.subject ?? about, at: plan.at }, deps);
    return;
  }
  const history = await deps.history.all();
  // Another window may have sent it while this one asked.
  if (standing(history).some(({ draftId }) => draftId === provenance.id)) {
    messages.inform({ id: "sendOut.already" });
    return;
  }
  const message = outgoingMessage(provenance, project, history, { ...plan, text: body, attachments, threadPerProject: deps.accounts.threadPerProject() });
  if (!(await confirmed(plan.way, message, client, deps))) return;
  if (plan.learned.length > 0) await deps.undoing.change({ id: "did.edit", values: { name: client.name } }, plan.learned);
  if (plan.way.by === "mailFile" && !(await writeMailFile(message, deps))) return;
  await logTold(plan, client, provenance, deps);
  const page = client.pageUrl ?? project?.pageUrl;
  await go({ way: plan.way, message, draftId: provenance.id, overrides: passed.overrides, tries: 0, ...(page !== undefined && { page }) }, client, deps);
}

interface Reminder {
  readonly client: Client;
  readonly project: Project | undefined;
  readonly about: string;
  readonly at: Instant;
}

/** Where nobody can hold a message until the client's morning, it is owed then: a promise, which sending the draft keeps. */
async function remindOf({ id: draftId }: Provenance, { client, project, about, at }: Reminder, deps: SendDeps): Promise<void> {
  const { drafts, undoing, newId, messages } = deps;
  const { now } = here(deps);
  const { changes, note } = addNote({ clientId: client.id, projectId: project?.id, kind: "promise", text: about, due: { by: "instant", at }, forUpdate: false, draftId }, { now, newId });
  const did = { id: "did.add", values: { name: about } } as const;
  const back = await undoing.change(did, changes);
  // Sending it settles the note. An earlier one of the same draft is left to the user.
  await drafts.change(draftId, (draft) => ({ ...draft, effects: [...(draft.effects ?? []), { do: "settleNote", noteId: note.id }] }));
  messages.inform({ id: "sendOut.willRemind", values: { when: { time: "moment", at, ...here(deps) } } }, { label: { id: "message.undo" }, run: async () => sayUndone(deps, did, await back()) });
}

/** A message that was told by phone is a contact, with what was said. */
async function logTold({ spoken }: Plan, client: Client, { projectId }: Provenance, deps: SendDeps): Promise<void> {
  if (spoken === undefined) return;
  const { say, book, undoing, newId } = deps;
  const project = projectId === undefined ? undefined : recordById(book.current(), "project", projectId);
  const { now } = here(deps);
  const text = spoken === "" ? say("contact.call") : `${say("contact.call")}: ${spoken}`;
  await undoing.change({ id: "did.logContact", values: { name: client.name } }, logContact(client, project, text, now, { now, newId }));
}
