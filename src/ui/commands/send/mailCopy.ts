import { usualContact, type Client } from "../../../core/book/client";
import { logContact } from "../../../core/book/noteChanges";
import { nameOfProject, recordById } from "../../../core/book/queries";
import type { SentRecord } from "../../../core/book/sentRecord";
import { splitSubject } from "../../../core/drafting/subject";
import type { Way } from "../../../core/ports/channels";
import { outgoingMessage } from "../../../core/sending/outgoing";
import { waysOut } from "../../../core/sending/waysOut";
import { handOver } from "../../../flows/sendMessage";
import { here } from "../book/deps";
import { confirmed, recipient } from "./confirmation";
import { connected, type SendDeps } from "./deps";
import { filesOf } from "./letterFiles";
import { writeMailFile } from "./saveMail";

/**
 * A message that went out by phone or chat, by mail too, so that both have it in writing. What it told is on record already: the
 * mail is logged as a contact, and nothing of it waits in the outbox.
 */
export async function mailCopy(recordId: string, deps: SendDeps): Promise<void> {
  const { book, messages, log, say, undoing, newId } = deps;
  const history = await deps.history.all();
  const record = history.find((entry): entry is SentRecord => entry.what === "sent" && entry.id === recordId);
  const client = record && recordById(book.current(), "client", record.clientId);
  if (!client) return;
  const address = usualContact(client).email;
  if (address === undefined) return;
  const project = record.projectId === undefined ? undefined : recordById(book.current(), "project", record.projectId);
  const provenance = record.draftId === undefined ? undefined : (await deps.drafts.read(record.draftId))?.provenance;
  // A chat has no subject: its draft may have had one.
  const subject = record.subject ?? splitSubject(provenance?.rendered ?? "").subject ?? (project ? nameOfProject(book.current(), project) : client.name);
  const way = mailWay(client, { subject, text: record.text }, deps);
  const attachments = provenance ? await filesOf(provenance, deps) : [];
  const message = outgoingMessage(record, project, history, { way, to: [address], subject, text: record.text, attachments, threadPerProject: deps.accounts.threadPerProject() });
  if (!(await confirmed(way, message, client, deps))) return;
  if (way.by === "mailFile" && !(await writeMailFile(message, deps))) return;
  const channel = await deps.channels.of(way);
  const sent = await deps.progress(say("sendOut.going", { to: recipient(way, message, client) }), () => handOver({ channel, account: way.account, by: way.by, message, draftId: record.draftId ?? record.id }, { record: () => Promise.resolve(record), log }));
  if (sent.is !== "delivered" && sent.is !== "handedOver") {
    if (sent.is !== "busy") messages.warn(sent.reason);
    return;
  }
  const { now } = here(deps);
  // Without a way: the client did not choose it, so nothing is learned of their channel from it.
  await undoing.change({ id: "did.logContact", values: { name: client.name } }, logContact(client, project, `${say("contact.mail")}: ${subject}`, now, { now, newId }));
  if (sent.is === "delivered") messages.inform({ id: "sendOut.delivered", values: { to: recipient(way, message, client), brought: "" } });
}

/** From my own mailbox where it is connected; else the mail program, and a file where the text is too long for that. */
function mailWay(client: Client, letter: Parameters<typeof waysOut>[2], deps: SendDeps): Way {
  const { own } = waysOut({ ...client, channel: "email" }, connected(deps), letter);
  const [first] = own;
  return own.find(({ by }) => by === "smtp") ?? own.find(({ by }) => by === "mailto") ?? (first as Way);
}
