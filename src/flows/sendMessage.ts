import { standing, type SentRecord } from "../core/book/sentRecord";
import type { Channel, Outbox, OutgoingMessage, Sending, WaitingMessage } from "../core/channelPorts";
import { storedText } from "../core/drafting/provenance";
import type { Clock, HistoryStore, Log } from "../core/ports";
import type { Id } from "../core/book/fields";

export interface SendMessageDeps {
  readonly outbox: Outbox;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
  /** Writes the sent record, and does what the draft says is to be done then. */
  readonly record: (draftId: Id, went: Went) => Promise<SentRecord>;
}
/** What the sent record says of the way. */
export interface Went {
  readonly outcome: SentRecord["outcome"];
  readonly message: OutgoingMessage;
  readonly messageId?: string;
  readonly thread?: string;
}
export interface Going {
  readonly message: OutgoingMessage;
  readonly draftId: Id;
  readonly channel: Channel;
  readonly account: string;
  /** How often it was tried before. */
  readonly tries: number;
}
/** `busy`: it is on its way already, or nobody can know whether it went out. */
export type Sent = (Sending & { readonly record?: SentRecord }) | { readonly is: "busy" };

/**
 * Sends a message once. It is written down before a byte of it leaves, so that whatever happens on the way is known
 * afterwards: delivered or handed over (recorded), certainly failed (waits, and may be tried again), or unclear (waits
 * until somebody has looked). Rejects for a signal that was aborted in time, and where the outbox cannot be written.
 */
export async function sendMessage({ channel, ...going }: Going, deps: SendMessageDeps, signal?: AbortSignal): Promise<Sent> {
  const { outbox, clock, log } = deps;
  const { message, draftId, account, tries } = going;
  const { id } = message;
  signal?.throwIfAborted();
  if (!(await outbox.begin({ message, draftId, account, channel: channel.name, at: clock.now(), tries: tries + 1 }))) return { is: "busy" };
  const sending = await handOut(channel, message, signal).catch(async (error: unknown) => {
    // Only before anything has left: as if it had never been begun.
    await outbox.settle(id, tries === 0 ? { is: "gone" } : { is: "failed", reason: { id: "send.cancelled" } });
    throw error;
  });
  if (sending.is === "failed" || sending.is === "unclear") {
    log.warn(`message ${id} by ${channel.name}: ${sending.is}: ${sending.detail}`);
    const retryAfter = sending.is === "failed" ? sending.retryAfter : undefined;
    await outbox.settle(id, { is: sending.is, reason: storedText(sending.reason), ...(retryAfter !== undefined && { retryAfter }) });
    return sending;
  }
  try {
    const ids = sending.is === "delivered" ? { ...(sending.messageId !== undefined && { messageId: sending.messageId }), ...(sending.thread !== undefined && { thread: sending.thread }) } : {};
    const record = await deps.record(draftId, { outcome: sending.is, message, ...ids });
    await outbox.settle(id, { is: "gone" });
    return { ...sending, record };
  } catch (error) {
    // It went out: it must not be tried again, and the user is asked to say so once more.
    await outbox.settle(id, { is: "unclear", reason: { id: "send.notRecorded" } });
    throw error;
  }
}

async function handOut(channel: Channel, message: OutgoingMessage, signal: AbortSignal | undefined): Promise<Sending> {
  try {
    return await channel.send(message, signal);
  } catch (error) {
    signal?.throwIfAborted();
    // A fault of ours, or a file that is gone: before anything was handed out, by the channels' own rule.
    return { is: "failed", reason: { id: "send.failed" }, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What waits to be looked at. An entry whose message is on record by now was settled when its window died, and goes. */
export async function waitingMessages({ outbox, history }: { readonly outbox: Outbox; readonly history: Pick<HistoryStore, "all"> }): Promise<readonly WaitingMessage[]> {
  const waiting = await outbox.all();
  if (waiting.length === 0) return [];
  const told = new Set(standing(await history.all()).map(({ draftId }) => draftId));
  const done = waiting.filter((entry) => entry.state !== "sending" && told.has(entry.draftId));
  for (const { message } of done) await outbox.settle(message.id, { is: "gone" });
  return waiting.filter((entry) => !done.includes(entry));
}

/** The user has looked, and it is there. */
export async function itWentOut(entry: WaitingMessage, { outbox, record }: Pick<SendMessageDeps, "outbox" | "record">): Promise<SentRecord> {
  const made = await record(entry.draftId, { outcome: "delivered", message: entry.message });
  await outbox.settle(entry.message.id, { is: "gone" });
  return made;
}
