import type { Client } from "../core/book/client";
import type { Channels, HeldMessage, Recalled } from "../core/ports/channels";
import type { Effect } from "../core/drafting/draft";
import type { HeldRecord } from "../core/sending/held";
import { withdrawSent, type SendDraftDeps } from "./sendDraft";

export interface RecallHeldDeps extends Omit<SendDraftDeps, "book"> {
  readonly channels: Pick<Channels, "recall">;
}

/** Takes a held message back from its service; its record is withdrawn and its draft open again. `effects`: what stays in the book. */
export async function recallHeld(record: HeldRecord, client: Pick<Client, "channelTo"> | undefined, deps: RecallHeldDeps): Promise<Exclude<Recalled, { readonly is: "recalled" }> | { readonly is: "recalled"; readonly effects: readonly Effect[] }> {
  const held = heldBy(record, client);
  if (!held) return { is: "failed", reason: { id: "recall.unknown" }, detail: `${record.id}: no account or no id` };
  const recalled = await deps.channels.recall(held);
  return recalled.is === "recalled" ? { is: "recalled", effects: await withdrawSent(record.id, deps) } : recalled;
}

/** Records of before say no account: the one that was chosen for the client is as good as sure. */
function heldBy({ account, messageId: id, to = [], heldUntil: sendAt }: HeldRecord, client: Pick<Client, "channelTo"> | undefined): HeldMessage | undefined {
  const known = account ?? client?.channelTo?.account;
  const [first] = to;
  return known === undefined || id === undefined ? undefined : { account: known, id, ...(first !== undefined && { to: first }), sendAt };
}
