import type { Client } from "../../../core/book/client";
import { learnedChannel } from "../../../core/book/learnedChannel";
import { recordById } from "../../../core/book/queries";
import { standing, type SentRecord } from "../../../core/book/sentRecord";
import type { OutgoingMessage, Overrides, Way } from "../../../core/ports/channels";
import { handsOver } from "../../../core/sending/waysOut";
import { keptApart } from "../../../flows/keptApart";
import { recordSent } from "../../../flows/recordSent";
import { withdrawSent } from "../../../flows/sendDraft";
import { handOver, sendMessage, type SendMessageDeps, type Sent } from "../../../flows/sendMessage";
import type { MessageAction } from "../../messages";
import type { CommandId } from "../../commandIds";
import { changeChannel, sayLearned } from "../book/changeChannel";
import { here } from "../book/deps";
import { brought } from "../draft/broughtAbout";
import { bookOfSending, sayWithdrawn } from "../draft/withdrawing";
import type { NodeArgument } from "../nodeArgument";
import { recipient } from "./confirmation";
import type { SendDeps } from "./deps";
import { mailCopyActions } from "./mailCopyActions";

export interface Departure {
  readonly way: Way;
  readonly message: OutgoingMessage;
  readonly draftId: string;
  readonly overrides?: Overrides;
  /** How often it was tried before. */
  readonly tries: number;
  /** Where the client's messages are written, when that is a page. */
  readonly page?: string;
}

/** Sends what the user has confirmed, and says what became of it. */
export async function go({ way, page, ...going }: Departure, client: Client, deps: SendDeps): Promise<void> {
  const { say, outbox, clock, log } = deps;
  const before = deps.book.current();
  const draft = await deps.drafts.read(going.draftId);
  // It may have waited for days in the outbox, or for somebody's yes.
  const refused = draft && (await keptApart(draft.provenance, going.message.text, deps, going.message.sendAt));
  if (refused) {
    deps.messages.warn(refused);
    return;
  }
  const effects = draft?.provenance.effects ?? [];
  const channel = await deps.channels.of(way, page);
  const departure = { ...going, channel, account: way.account, by: way.by };
  const record = recording(client, deps);
  const sent = handsOver(way)
    ? await handOver(departure, { record, log })
    : await deps.progress(say("sendOut.going", { to: recipient(way, going.message, client) }), (signal) => sendMessage(departure, { outbox, clock, log, record }, signal));
  tellOutcome(sent, { way, message: going.message, client, changed: brought(effects, before, deps) }, deps);
  if ("record" in sent) await askOfChannel(client, deps);
}

/** Another way than the client's own, for the third time. */
async function askOfChannel({ id }: Client, deps: SendDeps): Promise<void> {
  const client = clientOf(id, deps);
  const learned = client && learnedChannel(client, deps.book.current().note, standing(await deps.history.all()));
  if (learned) deps.messages.inform(sayLearned(client, learned), changeChannel(client, learned, deps));
}

export const recording = (client: Pick<Client, "name">, deps: SendDeps): SendMessageDeps["record"] => (draftId, went) =>
  recordSent(draftId, went, { ...deps, book: bookOfSending(client, deps) });

interface Outcome {
  readonly way: Way;
  readonly message: OutgoingMessage;
  readonly client: Client;
  /** What it brought about in the book, in words. */
  readonly changed: string;
}

function tellOutcome(sent: Sent, { way, message, client, changed }: Outcome, deps: SendDeps): void {
  const { messages, commands, accounts } = deps;
  const openOutbox: MessageAction = { label: { id: "outbox.open" }, run: () => commands.executeCommand("khobor.outbox" satisfies CommandId) };
  const to = recipient(way, message, client);
  switch (sent.is) {
    case "delivered":
      if (sent.heldUntil !== undefined) messages.inform({ id: "sendOut.held", values: { to, when: { time: "moment", at: sent.heldUntil, ...here(deps) }, brought: changed } }, ...takeBack(sent.record, deps));
      else messages.inform({ id: "sendOut.delivered", values: { to, brought: changed } });
      if (sent.note) messages.warn(sent.note);
      return;
    case "handedOver": {
      const { record } = sent;
      const back: MessageAction = { label: { id: accounts.askWhetherSent() ? "sendOut.itDidNot" : "draft.withdraw" }, run: async () => record && sayWithdrawn(await withdrawSent(record.id, deps), deps) };
      const too = record ? mailCopyActions(record, client, deps) : [];
      if (accounts.askWhetherSent()) messages.inform({ id: "sendOut.didItGo", values: { client: client.name, brought: changed } }, { label: { id: "sendOut.itDid" }, run: () => undefined }, ...too, back);
      else messages.inform({ id: "sendOut.handedOver", values: { client: client.name, brought: changed } }, ...too, back);
      return;
    }
    case "failed":
      messages.fail(sent.reason, ...(handsOver(way) ? [] : [openOutbox]));
      return;
    case "unclear":
      messages.warn(sent.reason, openOutbox);
      return;
    case "busy":
      messages.inform({ id: "outbox.there" }, openOutbox);
  }
}

/** What a service holds can be taken back until it leaves. */
const takeBack = (record: SentRecord | undefined, { commands }: SendDeps): readonly MessageAction[] =>
  record ? [{ label: { id: "recall.do" }, run: () => commands.executeCommand("khobor.recallHeld" satisfies CommandId, { kind: "held", recordId: record.id } satisfies NodeArgument) }] : [];

/** The client of a draft, where this workspace has them. */
export const clientOf = (clientId: string, { book }: Pick<SendDeps, "book">): Client | undefined => recordById(book.current(), "client", clientId);
