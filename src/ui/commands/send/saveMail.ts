import { usualContact } from "../../../core/book/client";
import { nameOfProject, recordById } from "../../../core/book/queries";
import type { Mailbox, OutgoingMessage } from "../../../core/ports/channels";
import { splitSubject } from "../../../core/drafting/subject";
import { outgoingMessage } from "../../../core/sending/outgoing";
import type { SendDeps } from "./deps";
import { filesOf } from "./letterFiles";

/** "Save as mail file": the draft as it stands, for a mail program to open and send. Nothing is called sent by it. */
export async function saveMail(deps: SendDeps): Promise<void> {
  const { book, messages, accounts } = deps;
  const active = await deps.openDrafts.active();
  if (!active) return;
  const { provenance, document } = active;
  const client = recordById(book.current(), "client", provenance.clientId);
  if (!client) {
    messages.warn({ id: "draft.noClient" });
    return;
  }
  if (provenance.sentAs === undefined && !(await deps.gate(active))) return;
  const { subject, body } = splitSubject(document.getText());
  const project = provenance.projectId === undefined ? undefined : recordById(book.current(), "project", provenance.projectId);
  const { email } = usualContact(client);
  const message = outgoingMessage(provenance, project, await deps.history.all(), {
    way: { by: "mailFile", channel: "email", account: "" },
    to: email === undefined ? [] : [email],
    subject: subject ?? (project ? nameOfProject(book.current(), project) : client.name),
    text: body,
    attachments: await filesOf(provenance, deps),
    threadPerProject: accounts.threadPerProject(),
  });
  await writeMailFile(message, deps);
}

/** Asks where to, writes the file and says where it is. False where the user cancelled. */
export async function writeMailFile(message: OutgoingMessage, deps: SendDeps): Promise<boolean> {
  const { say, files, channels, messages, isRemote } = deps;
  const name = `${(message.subject ?? message.id).replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-").trim().slice(0, 80)}.eml`;
  const file = await files.save({ title: say("saveMail.title"), name, kind: say("saveMail.kind"), endings: ["eml"] });
  if (file === undefined) return false;
  await files.write(file, await channels.mailFile(message, mine(deps)));
  const where = shown(file);
  messages.inform({ id: isRemote() ? "saveMail.doneRemote" : "saveMail.done", values: { file: where } });
  return true;
}

/** My mailbox, as it is connected or as I am known; absent: the mail program puts its own. */
function mine({ accounts, book }: SendDeps): Mailbox | undefined {
  const { names, emails } = book.current().me;
  const [address] = emails;
  return accounts.mail()?.from ?? (address === undefined ? undefined : { name: names[0] ?? "", address });
}

/** A file's address as people read it. */
function shown(address: string): string {
  const path = URL.canParse(address) ? decodeURIComponent(new URL(address).pathname) : address;
  return path.replace(/^\/(?=[A-Za-z]:)/, "");
}
