import { recordById } from "../../../core/book/queries";
import type { WaitingMessage, Way, WayName } from "../../../core/ports/channels";
import type { HeldRecord } from "../../../core/sending/held";
import { itWentOut } from "../../../flows/sendMessage";
import { recallHeld } from "../../../flows/recallHeld";
import type { CommandId } from "../../commandIds";
import { here } from "../book/deps";
import { brought } from "../draft/broughtAbout";
import { confirmed, recipient } from "./confirmation";
import type { SendDeps } from "./deps";
import { clientOf, go, recording } from "./go";

export async function openWaiting({ draftId }: Pick<WaitingMessage, "draftId">, { commands }: SendDeps): Promise<void> {
  await commands.executeCommand("khobor.openDraft" satisfies CommandId, draftId);
}

/** Takes it out of the outbox, after a yes. Its draft stays. */
export async function discard(entry: WaitingMessage, deps: SendDeps): Promise<void> {
  const { say, screen, outbox } = deps;
  if (await mayBeHeld(entry, deps)) return;
  if (await screen.confirm(say(entry.state === "unclear" ? "outbox.discardUnclear" : "outbox.discardSure"), say("outbox.discard"))) await outbox.settle(entry.message.id, { is: "gone" });
}

/** The user has looked, and it is there. One that Slack may hold is looked up first: on record it is held, and can be recalled. */
export async function markWentOut(entry: WaitingMessage, deps: SendDeps): Promise<void> {
  if (await mayBeHeld(entry, deps)) return;
  const client = clientOf(entry.message.clientId, deps);
  if (!client) {
    deps.messages.warn({ id: "draft.noClient" });
    return;
  }
  await itWentOut(entry, { outbox: deps.outbox, record: recording(client, deps) });
  deps.messages.inform({ id: "draft.marked", values: { client: client.name, brought: "" } });
}

/** After a message's time has come it takes a moment until it can be seen, and clocks differ. Milliseconds. */
const untilSeen = 2 * 60_000;

/**
 * Whether Slack may still hold a message that it did not answer: nobody can see it there before its time, so that until then
 * it is neither let go nor sent again. Where Slack shows that it holds it, it goes on record as held.
 */
async function mayBeHeld(entry: WaitingMessage, deps: SendDeps): Promise<boolean> {
  const { message, account, state } = entry;
  const { sendAt } = message;
  const { say, messages, clock, outbox, channels, progress } = deps;
  if (state !== "unclear" || sendAt === undefined || Date.parse(clock.now()) >= Date.parse(sendAt) + untilSeen) return false;
  const client = clientOf(message.clientId, deps);
  const messageId = await progress(say("outbox.asking"), () => channels.heldAs(account, message));
  const when = { time: "moment", at: sendAt, ...here(deps) } as const;
  if (messageId === undefined || !client) {
    messages.warn({ id: "outbox.heldPerhaps", values: { when } });
    return true;
  }
  await itWentOut(entry, { outbox, record: recording(client, deps) }, { messageId, heldUntil: sendAt });
  messages.inform({ id: "sendOut.held", values: { to: recipient(wayOf(entry), message, client), when, brought: "" } });
  return true;
}

/** The user has looked, and it is not there: from now on it may be tried again. */
export async function sendSinceNotArrived(entry: WaitingMessage, deps: SendDeps): Promise<void> {
  if (await mayBeHeld(entry, deps)) return;
  await deps.outbox.release(entry.message.id);
  await sendAgain({ ...entry, state: "failed" }, deps);
}

/** The same message, by the same way and under the same id, after another look at what goes to whom. */
export async function sendAgain(entry: WaitingMessage, deps: SendDeps): Promise<void> {
  const { messages, clock } = deps;
  const { message, draftId } = entry;
  const client = clientOf(message.clientId, deps);
  if (!client) {
    messages.warn({ id: "draft.noClient" });
    return;
  }
  if (entry.state === "failed" && entry.retryAfter !== undefined && entry.retryAfter > clock.now()) {
    messages.inform({ id: "outbox.notBefore", values: { when: { time: "moment", at: entry.retryAfter, ...here(deps) } } });
    return;
  }
  const way = wayOf(entry);
  // A time that Slack was to hold it until may have passed meanwhile.
  const due = message.sendAt !== undefined && message.sendAt <= clock.now();
  const { sendAt, ...now } = message;
  const again = due ? now : message;
  if (!(await confirmed(way, again, client, deps))) return;
  const project = message.projectId === undefined ? undefined : recordById(deps.book.current(), "project", message.projectId);
  const page = client.pageUrl ?? project?.pageUrl;
  await go({ way, message: again, draftId, tries: entry.tries, ...(entry.overrides && { overrides: entry.overrides }), ...(page !== undefined && { page }) }, client, deps);
}

const wayOf = ({ by, channel, account }: WaitingMessage): Way => ({ by: by ?? usual[channel] ?? "copy", channel, account });
const usual: Readonly<Partial<Record<Way["channel"], WayName>>> = { email: "smtp", slack: "slackBot", webhook: "webhook" };

/** Takes a message back that Slack holds, after a yes: its draft is open again. */
export async function recall(record: HeldRecord, deps: SendDeps): Promise<void> {
  const { say, screen, messages, commands, progress, log, book } = deps;
  const client = clientOf(record.clientId, deps);
  const when = { time: "moment", at: record.heldUntil, ...here(deps) } as const;
  if (!(await screen.confirm(say("recall.sure", { client: client?.name ?? say("outbox.elsewhere"), when }), say("recall.do")))) return;
  const recalled = await progress(say("recall.going"), () => recallHeld(record, client, deps));
  switch (recalled.is) {
    case "recalled": {
      const { draftId } = record;
      const open = draftId === undefined ? [] : [{ label: { id: "outbox.openDraft" }, run: () => commands.executeCommand("khobor.openDraft" satisfies CommandId, draftId) } as const];
      messages.inform(recalled.effects.length === 0 ? { id: "recall.done" } : { id: "recall.doneStays", values: { brought: brought(recalled.effects, book.current(), deps) } }, ...open);
      return;
    }
    case "tooLate":
      messages.warn({ id: "recall.tooLate" });
      return;
    case "failed":
      log.warn(`message ${record.id} was not recalled: ${recalled.detail}`);
      messages.fail(recalled.reason);
  }
}
