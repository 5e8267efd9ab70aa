import { revised } from "../core/book/changes";
import type { Id } from "../core/book/fields";
import { recordById } from "../core/book/queries";
import type { SentRecord } from "../core/book/sentRecord";
import type { BookStore } from "../core/ports/book";
import type { Log } from "../core/ports/user";
import { StorageProblem } from "../core/ports/book";
import { threadKey } from "../core/sending/outgoing";
import { markAsSent, type SendDraftDeps, type WentOut } from "./sendDraft";
import type { Went } from "./sendMessage";

export interface RecordSentDeps extends SendDraftDeps {
  /** Changes that are nobody's to take back: what a conversation hangs on. */
  readonly keep: BookStore["change"];
  readonly log: Log;
}

/** Writes the sent record of a message that has left, and keeps what its project's next one will hang on. */
export async function recordSent(draftId: Id, went: Went, deps: RecordSentDeps): Promise<SentRecord> {
  const draft = await deps.drafts.read(draftId);
  if (!draft) throw new StorageProblem({ id: "storage.draftGone" }, draftId);
  await keepThread(went, deps).catch((error: unknown) => deps.log.error("the thread of a project could not be kept", error));
  return markAsSent(draft.provenance, wentOut(went), deps);
}

function wentOut({ outcome, message, channel, account, overrides, messageId, heldUntil }: Went): WentOut {
  return {
    outcome,
    channel,
    text: message.text,
    ...(message.subject !== undefined && { subject: message.subject }),
    ...(message.to.length > 0 && { to: message.to }),
    ...(messageId !== undefined && { messageId }),
    ...(overrides && { overrides }),
    ...(heldUntil !== undefined && { heldUntil }),
    ...(account !== "" && { account }),
  };
}

async function keepThread({ message, by, account, thread }: Went, { book, keep, clock }: RecordSentDeps): Promise<void> {
  const key = by === undefined ? undefined : threadKey({ by, account }, message.to);
  const project = message.projectId === undefined ? undefined : recordById(book.current(), "project", message.projectId);
  if (key === undefined || thread === undefined || !project || project.threads?.[key] === thread) return;
  await keep([revised("project", project, { threads: { ...project.threads, [key]: thread } }, { now: clock.now() })]);
}
