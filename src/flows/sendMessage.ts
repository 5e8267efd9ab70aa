import { standing, type SentRecord } from "../core/book/sentRecord";
import type { Channel, Outbox, OutgoingMessage, Overrides, Sending, WaitingMessage, WayName } from "../core/ports/channels";
import { storedText } from "../core/drafting/provenance";
import type { Clock } from "../core/ports/clock";
import type { HistoryStore } from "../core/ports/messages";
import type { Log } from "../core/ports/user";
import type { Id } from "../core/book/fields";
import type { Instant } from "../core/time/types";

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
  readonly channel: Channel["name"];
  readonly account: string;
  readonly by?: WayName;
  readonly overrides?: Overrides;
  readonly messageId?: string;
  readonly thread?: string;
  readonly heldUntil?: Instant;
}
export interface Going {
  readonly message: OutgoingMessage;
  readonly draftId: Id;
  readonly channel: Channel;
  readonly account: string;
  readonly by?: WayName;
  readonly overrides?: Overrides;
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
  const { message, draftId, tries } = going;
  const { id } = message;
  const way = wayOf({ ...going, channel: channel.name });
  signal?.throwIfAborted();
  if (!(await outbox.begin({ message, draftId, ...way, at: clock.now(), tries: tries + 1 }))) return { is: "busy" };
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
    const record = await deps.record(draftId, { outcome: sending.is, message, ...way, ...knownOf(sending) });
    await outbox.settle(id, { is: "gone" });
    return { ...sending, record };
  } catch (error) {
    // It went out: it must not be tried again, and the user is asked to say so once more.
    await outbox.settle(id, { is: "unclear", reason: { id: "send.notRecorded" } });
    throw error;
  }
}

/** By which way, without what was not said. */
const wayOf = ({ channel, account, by, overrides }: Pick<WaitingMessage, "channel" | "account" | "by" | "overrides">) => ({
  channel,
  account,
  ...(by !== undefined && { by }),
  ...(overrides && overrides.length > 0 && { overrides }),
});

/** What the channel said of the message that it took. */
const knownOf = (sending: Sending): Pick<Went, "messageId" | "thread" | "heldUntil"> => {
  if (sending.is !== "delivered") return {};
  const { messageId, thread, heldUntil } = sending;
  return { ...(messageId !== undefined && { messageId }), ...(thread !== undefined && { thread }), ...(heldUntil !== undefined && { heldUntil }) };
};

/**
 * Puts a message into the user's own hands: the clipboard, a mail program, a page. Nothing of it leaves from here, so that
 * nothing can wait: what failed is said, and may be tried again.
 */
export async function handOver({ channel, ...going }: Omit<Going, "tries">, { record, log }: Pick<SendMessageDeps, "record" | "log">): Promise<Sent> {
  const { message, draftId } = going;
  const sending = await handOut(channel, message, undefined);
  if (sending.is === "failed" || sending.is === "unclear") {
    log.warn(`message ${message.id} by ${channel.name}: ${sending.is}: ${sending.detail}`);
    return sending;
  }
  return { ...sending, record: await record(draftId, { outcome: sending.is, message, ...wayOf({ ...going, channel: channel.name }), ...knownOf(sending) }) };
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

/** The user has looked, and it is there; or its service holds it, as is `known`. */
export async function itWentOut(entry: WaitingMessage, { outbox, record }: Pick<SendMessageDeps, "outbox" | "record">, known: Pick<Went, "messageId" | "heldUntil"> = {}): Promise<SentRecord> {
  const made = await record(entry.draftId, { outcome: "delivered", message: entry.message, ...wayOf(entry), ...known });
  await outbox.settle(entry.message.id, { is: "gone" });
  return made;
}
